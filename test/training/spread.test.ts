import { describe, expect, it } from 'vitest';
import { type RunRecord, spreadOf } from '../../src/training/spread.ts';
import { models, training } from './data.ts';

const record: RunRecord = {
  families: { h100: { chips: 16384, parameters: 406e9 }, a100: { chips: 4096, parameters: 1e12 } },
  growth: { chips: 0.1, parameters: 0.2 },
};
const intervals = { 'dense-bf16': 0.1, 'none-dense': 0.35 };
const of = (chips: number, chip = 'h100-sxm5', model = 'llama-3.1-8b') =>
  spreadOf(
    { model: models.get(model)!, machine: training.machines.get(chip)!, precision: 'bf16', chips },
    { intervals, record },
  );

describe('how far a time may be off', () => {
  it('is what was measured, up to the largest published run on such chips', () => {
    expect(of(64)).toEqual({ sd: 0.1, class: 'dense-bf16' });
    expect(of(16384).sd).toBe(0.1);
  });

  it('grows with each doubling of chips beyond it, added as squares', () => {
    const { sd, beyond } = of(4 * 16384);
    expect(sd).toBeCloseTo(Math.hypot(0.1, 0.2), 9);
    expect(beyond).toEqual({ chips: 4 });
    expect(of(8 * 16384).sd).toBeGreaterThan(sd);
  });

  it('grows with active parameters beyond the largest', () => {
    const small = { ...record, families: { h100: { chips: 16384, parameters: 1e9 } } };
    const { beyond, sd } = spreadOf(
      {
        model: models.get('llama-3.1-8b')!,
        machine: training.machines.get('h100-sxm5')!,
        precision: 'bf16',
        chips: 8,
      },
      { intervals, record: small },
    );
    expect(beyond?.parameters).toBeGreaterThan(7);
    expect(sd).toBeGreaterThan(0.5);
  });

  it('is measured from the largest of all on chips without a run', () => {
    expect(of(16384, 'h20')).toEqual({ sd: 0.35, class: 'none-dense' });
    expect(of(32768, 'h20').beyond).toEqual({ chips: 2 });
  });

  it('says so in the record that comes along: every family with rows, and growth above nothing', () => {
    expect(Object.keys(training.record.families)).toContain('h100');
    expect(training.record.growth.chips).toBeGreaterThanOrEqual(0);
  });
});
