import { parentPort } from 'node:worker_threads';
import { answerOf } from './answer.ts';
import type { Asked, Told } from './answer-threads.ts';
import { library } from './library.ts';

const tell = (message: Told) => parentPort!.postMessage(message);

parentPort!.on('message', async ({ question, cwd }: Asked) => {
  let last = 0;
  const watch = (share: number) => {
    if (share - last < 0.02) return;
    last = share;
    tell({ share });
  };
  tell({ answer: await answerOf(question, { cwd, engine: library, watch }) });
});
