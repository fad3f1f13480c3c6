import { Worker } from 'node:worker_threads';
import type { Dossier } from '../dossier/dossier.ts';
import type { DrawnWorlds } from '../installed/drawn-columns.ts';
import type { RunOptions } from './engine.ts';

/** Threads start from the bundled files; from the sources everything is drawn in one thread, to the same bits. */
export const threadsCanRun = !import.meta.url.endsWith('.ts');

/** What one thread is to draw. */
export interface Job {
  dossier: Dossier;
  options: RunOptions;
  /** From 0. */
  part: number;
  count: number;
}

/** Draws all parts of a run but the first in threads of their own; the parts in order of their draws. */
export async function drawInThreads({ count, ...run }: Omit<Job, 'part'>): Promise<DrawnWorlds[]> {
  const jobs = Array.from({ length: count - 1 }, (_, i): Job => ({ ...run, part: i + 1, count }));
  return Promise.all(jobs.map(inThread));
}

function inThread(job: Job): Promise<DrawnWorlds> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./thread.cjs', import.meta.url), { workerData: job });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}
