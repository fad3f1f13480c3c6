import { parentPort, workerData } from 'node:worker_threads';
import { arraysOfWorlds } from '../installed/drawn-columns.ts';
import { prepare } from '../installed/infer.ts';
import { drawn, planned } from './library.ts';
import type { Job } from './threads.ts';

const job: Job = workerData;
void planned(job.dossier, job.options).then((plan) => {
  const worlds = drawn(plan, prepare(plan.compiled.model, plan.seed), job);
  parentPort!.postMessage(
    worlds,
    arraysOfWorlds(worlds).map(({ buffer }) => buffer as ArrayBuffer),
  );
});
