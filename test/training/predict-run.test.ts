import { expect, it } from 'vitest';
import { predictRun } from '../../src/training/predict-run.ts';
import { publishedRuns } from '../../src/training/published.ts';
import { models, numbers, published, training } from './data.ts';

const { runs } = publishedRuns(published, models);
const { machines } = training;
const made = (id: string) => predictRun(runs.find((one) => one.id === id)!, { machines, numbers })!;

it('a run in eight bits on a chip without such floating point multiplies integers', () => {
  expect(machines.get('tpu-v6e')!.peak.fp8).toBeUndefined();
  expect(made('T0935').machine.peak.fp8).toBe(machines.get('tpu-v6e')!.int8);
  expect(made('T0934').machine.peak.fp8).toBeUndefined();
});

it('experts that would not fit lie whole on the chips of a tensor group', () => {
  const { plan, memory, machine } = made('T1032');
  expect(plan).toMatchObject({ expert: 32, expertTensor: 1 });
  expect(memory.total).toBeLessThan(machine.memory * (1 + numbers.memory.tolerance));
});
