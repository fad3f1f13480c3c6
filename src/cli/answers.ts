import { createHash } from 'node:crypto';
import { defaults } from '../assessment/run-defaults.ts';
import { dossierFiles } from '../dossier/folder.ts';
import type { Answers, Question } from '../server/answers.ts';
import { answerOf, lineOf } from './answer.ts';
import { answerThreads, type Limits } from './answer-threads.ts';
import { askable } from './askable.ts';
import { builtAnswer } from './built-answer.ts';
import { type Context, flagship } from './context.ts';
import type { Engine } from './engine.ts';
import { threadsCanRun } from './threads.ts';

const limits: Limits = { threads: 2, waiting: 64, milliseconds: 120_000 };

/** Answers to whatever the command line answers, for a working folder. */
export function answersIn(cwd: string, { engine, line }: Pick<Context, 'engine' | 'line'>): Answers {
  const threads = threadsCanRun ? answerThreads(limits) : undefined;
  return {
    commands: askable(engine, line),
    state: (question) => stateOf(question, cwd, engine),
    answer: async (question, { signal, watch }) => {
      signal?.throwIfAborted();
      const options = unusual(question.options);
      const built = builtAnswer({ ...question, options }, { cwd, engine });
      if (built) return built;
      if (!threads) return answerOf(question, { cwd, engine, line, ...(watch && { watch }) });
      return threads.ask({ question, cwd, ...(signal && { signal }), ...(watch && { watch }) });
    },
    expect: (dossier) => threads?.expect({ dossier, cwd }),
    close: async () => threads?.close(),
  };
}

/** Digest of a question and of every file of the user's that its answer may depend on; undefined where one cannot be read. */
function stateOf(question: Question, cwd: string, engine: Engine): string | undefined {
  const own = engine.places(cwd).filter(({ origin }) => origin === 'own');
  const names = [flagship, ...question.arguments.map((text) => text.split(/[/?]/)[0])];
  const ofAll = question.options.embed === 'library' || names.some((name) => name!.startsWith('st1-'));
  const read = own.filter(({ id }) => ofAll || names.includes(id)).map(({ folder }) => dossierFiles(folder));
  if (read.some(({ faults }) => faults.length > 0)) return undefined;
  const line = lineOf({ ...question, options: unusual(question.options) });
  const parts = [engine.version, engine.data().digest, line, read.map(({ files }) => files)];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}

/** Options without those that say what is so anyway: a question is the same with and without them. */
function unusual({ prior, ...others }: Question['options']): Question['options'] {
  return prior === undefined || prior === defaults.prior ? others : { ...others, prior };
}
