import { expect, it } from 'vitest';
import { runLine, samplingLine } from '../../src/report/run-line.ts';
import { languages } from '../../src/report/strings/strings.ts';
import { invented } from '../fixtures/assessment/invented.ts';

const { en } = languages;

it('says all that makes the run again, its draws to the last', () => {
  const run = { ...invented.run, draws: 100_352 };
  const line = runLine({ ...invented, run }, en);
  for (const part of [run.id, `seed ${run.seed}`, '100,352 draws', run.engine, run.dataDigest.slice(0, 8)]) {
    expect(line).toContain(part);
  }
});

it('says how far the draws carry the answer, and no k below zero', () => {
  const diagnostics = { ...invented.diagnostics, ess: 0.2, pareto: -0.1 };
  expect(samplingLine({ ...invented, diagnostics }, en)).toMatch(
    /^effective sample size 1 · Pareto k 0\.00 · /,
  );
});
