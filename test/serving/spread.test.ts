import { describe, expect, it } from 'vitest';
import { middleOf, spreadOf } from '../../src/serving/spread.ts';
import { constants, machines, models, serving } from './known.ts';

const of = (model: string, chip: string) =>
  spreadOf(
    { model: models.get(model)!, machine: machines.get(chip)!, setting: 'offline' },
    { intervals: serving.intervals, families: constants.family },
  );

describe('the spread', () => {
  it('is measured where rates are published, and wider for experts', () => {
    expect(of('llama-3.1-8b', 'h100-sxm5')).toMatchObject({ class: 'dense-offline', extrapolated: false });
    expect(of('deepseek-v3', 'h20').sd).toBeGreaterThan(of('llama-3.1-8b', 'h20').sd);
  });
  it('is judged, and widest, where the record does not reach', () => {
    const unseen = of('llama-3.1-8b', 'c500-oam');
    expect(unseen.extrapolated).toBe(true);
    expect(unseen.sd).toBeGreaterThan(of('deepseek-v3', 'h20').sd);
  });
  it('holds eight in ten of a log-normal', () => {
    const { low, high } = middleOf(100, 0.2);
    expect(Math.log(high / 100)).toBeCloseTo(1.2816 * 0.2, 9);
    expect(low * high).toBeCloseTo(1e4, 6);
  });
});
