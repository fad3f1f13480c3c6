import { describe, expect, it } from 'vitest';
import { predictRun } from '../../src/training/predict-run.ts';
import { publishedRuns } from '../../src/training/published.ts';
import { models, numbers, published, training } from './data.ts';

const { runs } = publishedRuns(published, models);
const { machines } = training;
const oss = runs.find(({ id }) => id === 'T0915')!;
const stepOf = (change: Partial<typeof oss.plan>, host?: number) => {
  const machine = machines.get(oss.chip)!;
  const own = new Map(machines).set(oss.chip, host ? { ...machine, host } : machine);
  return predictRun({ ...oss, plan: { ...oss.plan, ...change } }, { machines: own, numbers })!.step;
};

describe('moving activations to the host', () => {
  it('waits for results of experts that leave more slowly than the forward pass makes them', () => {
    expect(stepOf({}).offload).toBeGreaterThan(10 * stepOf({ kept: [] }).offload);
  });

  it('costs a twentieth of the way out and in where passes hide it', () => {
    const slow = stepOf({ kept: [] }, 100e9).offload;
    const fast = stepOf({ kept: [] }, 200e9).offload;
    expect(slow / fast).toBeCloseTo(2, 6);
  });

  it('spares what it keeps from being computed again', () => {
    expect(stepOf({}).recompute).toBeLessThan(0.95 * stepOf({ kept: [] }).recompute);
  });

  it('is nothing without', () => {
    expect(stepOf({ offload: 0 }).offload).toBe(0);
  });
});

describe('states and weights that wait at the host', () => {
  const dense = runs.find(({ id }) => id === 'T1003')!;
  const at = (hosted: 'none' | 'moments' | 'states' | 'weights') =>
    predictRun({ ...dense, open: [], plan: { ...dense.plan, hosted } }, { machines, numbers })!;

  it('take longer to update, the more of them wait there', () => {
    const [none, moments, states] = (['none', 'moments', 'states'] as const).map(
      (one) => at(one).step.optimiser,
    );
    expect(moments).toBeGreaterThan(none!);
    expect(states!).toBeGreaterThan(moments!);
  });

  it('come in for each pass where weights do', () => {
    expect(at('states').step.offload).toBe(0);
    expect(at('weights').step.offload).toBeGreaterThan(0);
  });

  it('leave the memory of the chip', () => {
    const used = (['none', 'moments', 'states', 'weights'] as const).map((one) => at(one).memory.total);
    expect([...used].sort((a, b) => b - a)).toEqual(used);
  });
});
