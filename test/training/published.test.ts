import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parametersOf } from '../../src/models/parameters.ts';
import { planFaults } from '../../src/training/check-plan.ts';
import { memoryUse, seenBy } from '../../src/training/memory.ts';
import { predictRun } from '../../src/training/predict-run.ts';
import { parseTable, publishedRuns } from '../../src/training/published.ts';
import { yearOf } from '../../src/training/published-row.ts';
import { frameworkOf } from '../../src/training/published-software.ts';
import { type Framework, frameworks } from '../../src/training/software.ts';
import { models, numbers, published, training } from './data.ts';

const { runs, left } = publishedRuns(published, models);
const machines = training.machines;
const errorOf = (id: string) => {
  const run = runs.find((one) => one.id === id)!;
  return predictRun(run, { machines, numbers })!.step.total / run.seconds - 1;
};

describe('the published runs', () => {
  it('are read, or left out with a reason', () => {
    expect(runs.length + left.length).toBe(824);
    expect(left.length).toBeLessThan(20);
    expect(runs.every(({ seconds }) => seconds > 0 && Number.isFinite(seconds))).toBe(true);
  });

  it('are predicted, all of them, with a number', () => {
    const made = runs.map((run) => predictRun(run, { machines, numbers }));
    expect(
      made.every((one) => one && Number.isFinite(one.step.total) && Number.isFinite(one.memory.total)),
    ).toBe(true);
  });

  it('have plans that are possible, but for one whose maker rounded the number of chips', () => {
    const refused = runs.filter(({ model, plan, chips }) => planFaults(model, plan, chips).length > 0);
    expect(refused.map(({ id }) => id)).toEqual(['T1032']);
  });

  it('fit their chips, none of them called impossible', () => {
    const impossible = runs.filter((run) => {
      const { memory, machine } = predictRun(run, { machines, numbers })!;
      return memory.total > machine.memory * (1 + numbers.memory.tolerance);
    });
    expect(impossible.map(({ id }) => id)).toEqual([]);
  });

  it('with measured memory are met within 4 % on average', () => {
    const errors = runs.flatMap(({ model, plan, memory, measure }) => {
      const input = { model, counts: parametersOf(model), plan, constants: numbers.memory };
      return memory ? [Math.abs(seenBy(measure, memoryUse(input), numbers.memory) / memory - 1)] : [];
    });
    expect(errors.length).toBe(90);
    expect(errors.reduce((sum, one) => sum + one, 0) / errors.length).toBeLessThan(0.04);
  });

  it('of quality A and B are met within 8 % on average by the shipped constants', () => {
    const sizes = runs
      .filter(({ quality }) => quality !== 'C')
      .map((run) => Math.abs(predictRun(run, { machines, numbers })!.step.total / run.seconds - 1));
    expect(sizes.reduce((sum, one) => sum + one, 0) / sizes.length).toBeLessThan(0.08);
  });

  it('include DeepSeek-V3 on 2,048 H800 and Llama 3 405B on 8,192 and 16,384 H100', () => {
    expect(Math.abs(errorOf('T1012'))).toBeLessThan(0.1);
    expect(Math.abs(errorOf('T1002'))).toBeLessThan(0.15);
    expect(Math.abs(errorOf('T1003'))).toBeLessThan(0.15);
  });
});

it('recorded graphs are those of the recipe, or those that recipes of the time used', () => {
  const of = (id: string) => runs.find((one) => one.id === id)!.plan;
  expect(of('T0048').graphs).toBe('full');
  expect(of('T0088').graphs).toBe('part');
  expect(of('T0127').graphs).toBeUndefined();
  expect(of('T0128').expertOverlap).toBe(false);
  expect(of('T0223').expertOverlap).toBe(true);
  const [head] = published.split('\n');
  const line = published.split('\n').find((one) => one.startsWith('T0048,'))!;
  const bare = line.replace(/,none,0,/, ',recipe-default,0,').replace(/,graphs=[^,]*$/, ',');
  expect(publishedRuns(`${head}\n${bare}\n`, models).runs[0]!.plan.graphs).toBe('full');
});

it('rows of experts say how tokens reach them, and which further tokens are predicted', () => {
  const of = (id: string) => runs.find((one) => one.id === id)!;
  expect(of('T0856').plan.dispatch).toBe('nodes');
  expect(of('T0858').plan.dispatch).toBe('copies');
  expect(of('T0473').plan.dispatch).toBe('copies');
  expect(of('T0001').model.furtherTokens).toBe(1);
  expect(of('T0228').model.furtherTokens).toBe(0);
  expect(of('T0015').model.furtherTokens).toBe(2);
});

it('tokens are dropped where a row says so, or where recipes of the time did', () => {
  const of = (id: string) => runs.find((one) => one.id === id)!.plan;
  expect(of('T0386')).toMatchObject({ dropsTokens: true, graphs: 'full' });
  expect(of('T0277').dropsTokens).toBe(false);
  expect(of('T0872').dropsTokens).toBe(false);
  const [head] = published.split('\n');
  const line = published.split('\n').find((one) => one.startsWith('T0386,'))!;
  const bare = (by: string) => {
    const text = line.replace(/,("[^"]*tokendrop[^"]*"|[^,"]*tokendrop[^,]*),/, `,${by},`);
    return publishedRuns(`${head}\n${text}\n`, models).runs[0]!.plan.dropsTokens;
  };
  expect(bare('')).toBe(true);
  expect(bare('dropless')).toBe(false);
});

it('latent attention on Blackwell of the spring of 2025 is written, and its scores are done again', () => {
  const of = (id: string) => runs.find((one) => one.id === id)!.plan;
  expect(of('T0475')).toMatchObject({ attention: 'written', recompute: 'selective' });
  expect(of('T0473').attention).toBe('tuned');
  expect(of('T0260').attention).toBe('tuned');
});

it('rows tell what their software does beside the plan', () => {
  const of = (id: string) => runs.find((one) => one.id === id)!.plan;
  expect(of('T0800').tensorExposed).toBe(true);
  expect(of('T0801').tensorExposed).toBeUndefined();
  expect(of('T0800').attention).toBe('flash');
  expect(of('T1002')).toMatchObject({ attention: 'tuned' });
  expect(of('T0932')).toMatchObject({ capacity: 1.25, dropsTokens: true });
  expect(of('T0911')).toMatchObject({ microBatch: 16, recompute: 'full', offload: 1 });
});

it('JAX runs all sequences of a copy at once, whatever falls to a chip', () => {
  const of = (id: string) => runs.find((one) => one.id === id)!.plan;
  expect(of('T0949')).toMatchObject({ tensor: 8, data: 16, batch: 128, microBatch: 8 });
  expect(of('T0915')).toMatchObject({ kept: ['results'], offload: 1, recompute: 'full' });
  expect(of('T0510')).toMatchObject({ kept: ['qkv', 'out', 'results'], offload: 0, recompute: 'full' });
  expect(of('T0917').offload).toBeCloseTo(16 / 17, 6);
  expect(of('T1024').data).toBe(512);
});

it('parallel parts are those of the model that a row names', () => {
  expect(runs.find(({ id }) => id === 'T1024')!.model.parallel).toBe(true);
  expect(runs.find(({ id }) => id === 'T0550')!.model.parallel).toBeUndefined();
});

it('sharing of weights before 2023 gathered them piece by piece', () => {
  expect(runs.find(({ id }) => id === 'T0545')!.plan.piecewise).toBe(true);
  expect(runs.filter(({ plan }) => plan.piecewise && plan.year >= 2023)).toEqual([]);
});

it('every row says what software ran, and rows of tables without that column are told by what they print', () => {
  const rows = parseTable(published);
  expect(rows.filter(({ framework }) => !frameworks.includes(framework as Framework))).toEqual([]);
  const guessed = rows.map((row) => frameworkOf({ ...row, framework: '' }, yearOf(row)));
  expect(guessed.filter((one, i) => one !== rows[i]!.framework).length).toBeLessThan(40);
});

it('MLPerf rows of v4.1 are timed by one rule: the blocks after the first, less the evaluation within them', () => {
  const rows = new Map(parseTable(published).map((row) => [row.row_id, row]));
  const blocks = parseTable(readFileSync('data/published/mlperf-blocks.csv', 'utf8'));
  expect(blocks.map(({ row_id }) => row_id)).toEqual(
    [...rows.values()].filter(({ source }) => source === 'MLPerf Training v4.1').map(({ row_id }) => row_id),
  );
  for (const { row_id, steps, evaluation_batches, evaluation_share, later_s } of blocks) {
    const each = Number(later_s) / (Number(steps) + Number(evaluation_batches) * Number(evaluation_share));
    expect(Math.abs(Number(rows.get(row_id)!.iter_s) / each - 1)).toBeLessThan(1e-3);
  }
});

it('tables may hold commas in quotes', () => {
  expect(parseTable('a,b\n"1,2",x\n')).toEqual([{ a: '1,2', b: 'x' }]);
});
