import { expect, it } from 'vitest';
import { byPrior } from '../../src/report/by-prior.ts';
import { languages } from '../../src/report/strings/strings.ts';

const byPreset = { sceptic: 0.004, neutral: 0.31, believer: 0.52 };

it('says an answer under all three priors, in their order', () => {
  expect(byPrior({ byPreset }, languages.en)).toEqual(['sceptic <1 %', 'neutral 31 %', 'believer 52 %']);
  expect(byPrior({ byPreset }, languages['zh-CN'])).toHaveLength(3);
});
