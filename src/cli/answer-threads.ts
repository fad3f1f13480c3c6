import { Worker } from 'node:worker_threads';
import { error, SandtableError } from '../errors/fault.ts';
import { say } from '../errors/message.ts';
import type { Answer, Question, Watch } from '../server/answers.ts';

/** What a thread is told, and what it tells. */
export interface Asked {
  question: Question;
  cwd: string;
}
/** To read what a question about this dossier will need. */
export interface Expected {
  dossier: string;
  cwd: string;
}
export type Told = { share: number; questions?: Parameters<Watch>[1] } | { answer: Answer };

interface Job extends Asked {
  watch?: Watch;
  signal?: AbortSignal;
  resolve(answer: Answer): void;
  reject(problem: unknown): void;
}

/** How many threads answer, how many questions may wait, and how long one may take. */
export interface Limits {
  threads: number;
  waiting: number;
  milliseconds: number;
}

/**
 * Threads that answer one question each at a time; a question that is given up or takes too long ends its thread, and
 * the next question gets a new one.
 */
export function answerThreads(limits: Limits) {
  const idle: Worker[] = [];
  const all = new Set<Worker>();
  const queue: Job[] = [];
  const running = new Set<() => void>();

  const next = () => {
    while (queue.length > 0 && (idle.length > 0 || all.size < limits.threads)) {
      const job = queue.shift()!;
      if (!job.signal?.aborted) start(job, idle.pop() ?? opened());
    }
  };
  const opened = () => {
    const worker = new Worker(new URL('./answer-thread-main.js', import.meta.url));
    worker.unref();
    all.add(worker);
    worker.once('exit', () => all.delete(worker));
    return worker;
  };
  const start = (job: Job, worker: Worker) => {
    const ended = (end: () => void, keep: boolean) => {
      clearTimeout(clock);
      running.delete(closed);
      job.signal?.removeEventListener('abort', stop);
      worker.removeAllListeners('message').removeAllListeners('error');
      worker.unref();
      if (keep) idle.push(worker);
      else {
        all.delete(worker);
        worker.on('error', () => {});
        void worker.terminate();
      }
      end();
      next();
    };
    const stop = () => ended(() => job.reject(job.signal!.reason), false);
    const clock = setTimeout(() => ended(() => job.reject(tooLong(limits)), false), limits.milliseconds);
    const closed = () => ended(() => job.reject(closing()), false);
    running.add(closed);
    job.signal?.addEventListener('abort', stop);
    worker.on('message', (told: Told) => {
      if ('share' in told) job.watch?.(told.share, told.questions);
      else ended(() => job.resolve(told.answer), true);
    });
    worker.once('error', (problem) => ended(() => job.reject(problem), false));
    worker.ref();
    const { question, cwd } = job;
    worker.postMessage({ question, cwd } satisfies Asked);
  };

  return {
    /** Opens a thread before anybody asks, and has it read what a question about a dossier will need. */
    expect: (expected: Expected): void => {
      if (all.size > 0) return;
      const worker = opened();
      worker.postMessage(expected);
      idle.push(worker);
    },
    ask: (asked: Omit<Job, 'resolve' | 'reject'>): Promise<Answer> =>
      new Promise((resolve, reject) => {
        if (queue.length >= limits.waiting) return reject(tooMany());
        asked.signal?.addEventListener('abort', () => {
          const waiting = queue.findIndex((job) => job.resolve === resolve);
          if (waiting >= 0) queue.splice(waiting, 1);
          reject(asked.signal!.reason);
        });
        queue.push({ ...asked, resolve, reject });
        next();
      }),
    close: async () => {
      for (const job of queue.splice(0)) job.reject(closing());
      for (const end of running) end();
      await Promise.all([...all].map((worker) => worker.terminate()));
    },
  };
}

const tooLong = ({ milliseconds }: Limits) =>
  new SandtableError(
    error(
      'ST-H006',
      say('No answer within {seconds} seconds.', { seconds: Math.round(milliseconds / 1000) }),
      say('Ask for fewer draws or months, or use the command line.'),
    ),
  );

const closing = () =>
  new SandtableError(error('ST-H006', say('The server is closing.'), say('Start it again: sandtable open.')));

const tooMany = () =>
  new SandtableError(
    error('ST-H019', say('Too many questions are waiting already.'), say('Wait for the answers under way.')),
  );
