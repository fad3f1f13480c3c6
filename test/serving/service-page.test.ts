import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { dayTable } from '../../validation/service/day.ts';
import { stepTable } from '../../validation/service/services.ts';
import { load } from '../../validation/serving/load.ts';

const page = readFileSync('docs/reference/service-validation.md', 'utf8');
const { models, machines, serving, workloads } = load();
const setting = {
  model: models.get('llama-3.1-70b')!,
  machine: machines.get('h200-sxm')!,
  constants: serving.constants,
};

const why = 'the model has changed since the page was written: run `npm run validate:service`';

it('the page of simulated services rests on steps and rates as the model has them now', () => {
  expect(page.includes(stepTable(setting)), why).toBe(true);
  expect(page.includes(dayTable(workloads)), why).toBe(true);
});

it('would be seen to be old after a change of one constant by a tenth', () => {
  const { cacheStream, launch } = serving.constants;
  for (const change of [{ cacheStream: 0.9 * cacheStream }, { launch: 0.9 * launch }]) {
    expect(stepTable({ ...setting, constants: { ...serving.constants, ...change } })).not.toBe(
      stepTable(setting),
    );
  }
});
