import { describe, expect, it } from 'vitest';
import { answerSpread, middleOf, phasesOnly, recorded, spreadOf } from '../../src/serving/spread.ts';
import { constants, knowledge, machines, models, serving } from './known.ts';

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

describe('the spread of an answer', () => {
  const answer = (model: string, chip: string, limited: boolean) =>
    answerSpread(
      { model: models.get(model)!, machine: machines.get(chip)!, limited },
      { intervals: serving.intervals, families: constants.family },
    );

  it('is wider under limits on latency, and never narrower', () => {
    expect(answer('llama-3.1-8b', 'h100-sxm5', true).sd).toBeGreaterThan(
      answer('llama-3.1-8b', 'h100-sxm5', false).sd,
    );
    for (const machine of machines.values()) {
      for (const model of ['llama-3.1-8b', 'deepseek-v3']) {
        const [with_, without] = [answer(model, machine.id, true), answer(model, machine.id, false)];
        expect(with_.sd).toBeGreaterThanOrEqual(without.sd);
        expect(with_.extrapolated).toBe(without.extrapolated);
      }
    }
    expect(answer('deepseek-v3', 'h200-sxm', true).class).toBe('experts-service');
  });
  it('is judged where only single phases are published', () => {
    for (const chip of ['h20', 'ascend-910b', 'ascend-950pr', 'h800-sxm']) {
      expect(answer('deepseek-v3', chip, true)).toMatchObject({ extrapolated: true, class: 'none-experts' });
    }
  });
  it('knows from the published rates which families these are', () => {
    const whole = new Set(
      knowledge.rows
        .filter(({ measured }) => measured === 'offline' || measured === 'service')
        .map(({ chip }) => machines.get(chip)?.family),
    );
    expect(recorded.filter((family) => !whole.has(family)).sort()).toEqual([...phasesOnly].sort());
  });
});
