import { parentPort } from 'node:worker_threads';
import type { Watch } from '../server/answers.ts';
import { answerOf } from './answer.ts';
import type { Asked, Expected, Told } from './answer-threads.ts';
import { library } from './library.ts';
import { program } from './program.ts';
import { run } from './run.ts';

const tell = (message: Told) => parentPort!.postMessage(message);

/** What fails here fails again, and is told, where it is asked for. */
const read = ({ dossier, cwd }: Expected) =>
  Promise.allSettled([library.world(), library.check(dossier, cwd)]);

parentPort!.on('message', async (message: Asked | Expected) => {
  if (!('question' in message)) return void read(message);
  const { question, cwd } = message;
  let last = 0;
  const watch: Watch = (share, questions) => {
    if (share - last < 0.02 && !questions) return;
    last = share;
    tell({ share, ...(questions && { questions }) });
  };
  tell({ answer: await answerOf(question, { cwd, engine: library, line: { run, program }, watch }) });
});
