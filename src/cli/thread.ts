import { parentPort, workerData } from 'node:worker_threads';
import { arraysOf } from '../installed/columns.ts';
import { drawn, planned } from './library.ts';
import type { Job } from './threads.ts';

const job: Job = workerData;
const parts = drawn(planned(job.dossier, job.options), job);
const buffers = parts.flatMap(arraysOf).map(({ values }) => values.buffer as ArrayBuffer);
parentPort!.postMessage(parts, buffers);
