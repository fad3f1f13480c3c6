import { expect, it } from 'vitest';
import { answerSchema } from '../../src/server/answer-schemas.ts';
import * as replies from '../../src/server/replies.ts';
import { asking, json, workingFolder } from './harness.ts';

const addresses = [
  'assess',
  'assess/minimal?prior=sceptic',
  'check/minimal',
  'why/accelerators',
  'diff/minimal/minimal',
  'replay?from=2026-01&to=2026-02',
  'cite',
  'explain',
  'explain/ST-U001',
  'chips',
  'chip/h20',
  'status/h20?on=2025-04-10&to=CN',
  'timeline/h20',
  'rules',
  'rules?on=2024-05-01',
  'train/deepseek-v3?chips=2048xh800-sxm&plan=tp%201%20pp%2016%20ep%2064',
  'serve/deepseek-v3?chips=64xh20',
  'site/golmud?years=1',
  'backtest',
];

it.each(addresses)('what is said of %s is so', async (address) => {
  const answer = await json(await asking(workingFolder())(`/api/${address}`));
  expect(answerSchema(/^\w+/.exec(address)![0]).safeParse(answer).error).toBeUndefined();
});

it('what is said of the library and its dossiers is so', async () => {
  const ask = asking(workingFolder());
  expect(replies.compiled.safeParse(await json(await ask('/api/world'))).error).toBeUndefined();
  expect(replies.library.safeParse(await json(await ask('/api/dossiers'))).error).toBeUndefined();
  expect(replies.dossier.safeParse(await json(await ask('/api/dossiers/minimal'))).error).toBeUndefined();
  expect(replies.problem.safeParse(await json(await ask('/api/assess/nothing'))).error).toBeUndefined();
});

it('every command of which nothing is said is known', () => {
  expect(answerSchema('no-such-command').safeParse({ any: 'thing' }).success).toBe(true);
});
