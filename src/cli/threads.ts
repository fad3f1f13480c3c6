import { Worker } from 'node:worker_threads';
import type { Dossier } from '../dossier/dossier.ts';
import type { Columns } from '../installed/columns.ts';
import type { RunOptions } from './engine.ts';

/** Threads start from the built files; from the sources everything is drawn in one thread, to the same bits. */
export const threadsCanRun = import.meta.url.endsWith('.js');

/** What one thread is to draw. */
export interface Job {
  dossier: Dossier;
  options: RunOptions;
  /** From 0. */
  part: number;
  count: number;
}

/** Draws a run in several threads; the parts in order of their draws. */
export async function drawInThreads(
  dossier: Dossier,
  options: RunOptions,
  count: number,
): Promise<Columns[]> {
  const jobs = Array.from({ length: count }, (_, part): Job => ({ dossier, options, part, count }));
  return (await Promise.all(jobs.map(inThread))).flat();
}

function inThread(job: Job): Promise<Columns[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./thread.js', import.meta.url), { workerData: job });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}
