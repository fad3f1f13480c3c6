import { appendFileSync, cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { answersIn } from '../../src/cli/answers.ts';
import type { Question } from '../../src/server/answers.ts';
import { folder, inventing, line } from './harness.ts';

const about = (...args: string[]): Question => ({ command: 'assess', arguments: args, options: {} });

function home(): string {
  const cwd = folder();
  cpSync('test/fixtures/dossier/minimal', join(cwd, 'minimal'), { recursive: true });
  return cwd;
}

it('have a state that changes with the question and with the files it is about', () => {
  const cwd = home();
  const { state } = answersIn(cwd, { engine: inventing, line });
  const before = state(about('minimal'));
  expect(state(about('minimal'))).toBe(before);
  expect(state({ ...about('minimal'), options: { prior: 'sceptic' } })).not.toBe(before);
  const other = state(about('lotus'));
  const run = state(about('st1-000000000000'));
  appendFileSync(join(cwd, 'minimal/hub.yaml'), '# more\n');
  expect(state(about('minimal'))).not.toBe(before);
  expect(state(about('lotus'))).toBe(other);
  expect(state(about('st1-000000000000'))).not.toBe(run);
});

it('have one state for a question with and without what is so anyway: the app asks for what the server began with', () => {
  const { state } = answersIn(home(), { engine: inventing, line });
  const asked = { ...about('minimal'), options: { format: 'json', prior: 'neutral' } };
  expect(state(asked)).toBe(state({ ...about('minimal'), options: { format: 'json' } }));
});

it('have no state where a file cannot be read', () => {
  const cwd = home();
  writeFileSync(join(cwd, 'minimal/looks.yaml'), Buffer.from([0xff, 0xfe, 0x41]));
  expect(answersIn(cwd, { engine: inventing, line }).state(about('minimal'))).toBeUndefined();
});

it('are not begun where nobody waits any more', async () => {
  const answers = answersIn(home(), { engine: inventing, line });
  const signal = AbortSignal.abort(new Error('left'));
  await expect(answers.answer(about('minimal'), { signal })).rejects.toThrow('left');
  expect((await answers.answer(about('minimal'), {})).code).toBe(0);
  await answers.close();
});
