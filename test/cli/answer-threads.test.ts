import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type * as Module from '../../src/cli/answer-threads.ts';
import type { Question } from '../../src/server/answers.ts';
import { build } from '../build.ts';
import { folder } from './harness.ts';

/** Threads start from the built files, so the built module is tested. */
let answerThreads: typeof Module.answerThreads;
let threads: ReturnType<typeof Module.answerThreads>;

beforeAll(async () => {
  build();
  const built = pathToFileURL(join(process.cwd(), 'dist/cli/answer-threads.js')).href;
  ({ answerThreads } = (await import(built)) as typeof Module);
  threads = answerThreads({ threads: 1, waiting: 2, milliseconds: 120_000 });
}, 240_000);

afterAll(() => threads.close());

const explain: Question = { command: 'explain', arguments: ['ST-U001'], options: { format: 'json' } };
const long: Question = { command: 'assess', arguments: ['two-halls'], options: { draws: '8000000' } };

describe('threads that answer', () => {
  it('say what the command line says', async () => {
    const answer = await threads.ask({ question: explain, cwd: folder() });
    expect(JSON.parse(answer.text).code).toBe('ST-U001');
  });

  it('tell how far they are, and are given up when nobody waits, and the next one is answered', async () => {
    const cwd = folder();
    const controller = new AbortController();
    const shares: number[] = [];
    const watch = (share: number) => {
      shares.push(share);
      controller.abort(new Error('left'));
    };
    await expect(threads.ask({ question: long, cwd, watch, signal: controller.signal })).rejects.toThrow(
      'left',
    );
    expect(shares.length).toBeGreaterThan(0);
    expect((await threads.ask({ question: explain, cwd })).code).toBe(0);
  });

  it('tell the questions of a verdict before the whole of it, from a thread that was opened beforehand', async () => {
    const cwd = folder();
    const early = answerThreads({ threads: 1, waiting: 2, milliseconds: 120_000 });
    early.expect({ dossier: 'two-halls', cwd });
    early.expect({ dossier: 'no-such-hub', cwd });
    const told: unknown[] = [];
    const question: Question = { command: 'assess', arguments: ['two-halls'], options: { draws: '2048' } };
    const watch = (_: number, questions?: unknown) => void (questions && told.push(questions));
    const { text } = await early.ask({ question, cwd, watch });
    expect(told).toEqual([JSON.parse(text).questions]);
    await early.close();
  });

  it('leave out what was given up before it began, and refuse more than may wait', async () => {
    const cwd = folder();
    const controllers = Array.from({ length: 4 }, () => new AbortController());
    const asked = controllers.map(({ signal }) =>
      threads.ask({ question: long, cwd, signal }).catch((problem: Error) => problem.message),
    );
    expect(await asked[3]).toContain('ST-H019');
    for (const controller of controllers.toReversed()) controller.abort(new Error('left'));
    expect(await Promise.all(asked.slice(0, 3))).toEqual(['left', 'left', 'left']);
  });

  it('do not take for ever', async () => {
    const quick = answerThreads({ threads: 1, waiting: 2, milliseconds: 100 });
    await expect(quick.ask({ question: long, cwd: folder() })).rejects.toThrow('ST-H006');
    await quick.close();
  });

  it('end what runs when they are closed', async () => {
    const closing = answerThreads({ threads: 1, waiting: 2, milliseconds: 120_000 });
    const asked = [1, 2].map(() =>
      closing.ask({ question: long, cwd: folder() }).catch((problem: Error) => problem.message),
    );
    await closing.close();
    for (const message of await Promise.all(asked)) expect(message).toContain('closing');
  });
});
