import { describe, expect, it } from 'vitest';
import type { EngineKind } from '../../src/serving/constants.ts';
import { usualEngine } from '../../src/serving/record.ts';
import { answerSpread, middleOf } from '../../src/serving/spread.ts';
import { machines, models, serving } from './known.ts';

function of(
  model: string,
  chip: string,
  { engine, limited = false }: { engine?: EngineKind; limited?: boolean } = {},
) {
  const [asked, machine] = [models.get(model)!, machines.get(chip)!];
  const usual = usualEngine(asked, machine, serving.record);
  return answerSpread({ model: asked, machine, engine: engine ?? usual, limited }, serving);
}

describe('the spread of an answer', () => {
  it('is measured where rates are published, and wider for experts', () => {
    expect(of('llama-3.1-8b', 'h100-sxm5')).toMatchObject({ class: 'dense-offline', extrapolated: false });
    expect(of('qwen-3-235b-a22b', 'h100-sxm5')).toMatchObject({
      class: 'experts-offline',
      extrapolated: false,
    });
    expect(of('qwen-3-235b-a22b', 'h100-sxm5').sd).toBeGreaterThan(of('llama-3.1-8b', 'h100-sxm5').sd);
  });

  it('is wider under limits on latency, and never narrower', () => {
    for (const machine of machines.values()) {
      for (const model of ['llama-3.1-8b', 'deepseek-v3']) {
        const [with_, without] = [of(model, machine.id, { limited: true }), of(model, machine.id)];
        expect(with_.sd).toBeGreaterThanOrEqual(without.sd);
        expect(with_.extrapolated).toBe(without.extrapolated);
      }
    }
  });

  it('is no narrower for models, engines and families of chips that nobody has published, and says what is lacking', () => {
    const known = of('qwen-3-235b-a22b', 'h100-sxm5');
    const lacking = {
      model: of('gpt-oss-120b', 'h100-sxm5'),
      engine: of('qwen-3-235b-a22b', 'h100-sxm5', { engine: 'sglang' }),
      family: of('qwen-3-235b-a22b', 'c500-oam'),
    };
    for (const [lack, spread] of Object.entries(lacking)) {
      expect(spread.lacks, lack).toContain(lack);
      expect(spread.extrapolated, lack).toBe(true);
      expect(spread.sd, lack).toBeGreaterThanOrEqual(known.sd);
    }
  });

  it('is no narrower in a format that nobody has published than of models and engines that nobody has', () => {
    const asked = {
      model: models.get('llama-3.1-8b')!,
      machine: machines.get('h100-sxm5')!,
      engine: 'trtllm' as const,
    };
    const spread = answerSpread({ ...asked, limited: false, unseenFormat: true }, serving);
    expect(spread).toMatchObject({ lacks: ['format'], extrapolated: true });
    const { intervals } = serving;
    expect(spread.sd).toBe(
      Math.max(...['offline', 'model', 'engine'].map((name) => intervals[`dense-${name}`]!)),
    );
  });

  it('is judged where a family has a few rates, or of single phases only', () => {
    for (const chip of ['h20', 'ascend-910b', 'h800-sxm', 'l40s', 'arc-pro-b60-dual']) {
      const { lacks, sd } = of('deepseek-v3', chip);
      expect(lacks, chip).toContain('family');
      expect(sd, chip).toBeGreaterThanOrEqual(serving.intervals['none-experts']!);
    }
  });

  it('holds eight in ten of a log-normal', () => {
    const { low, high } = middleOf(100, 0.2);
    expect(Math.log(high / 100)).toBeCloseTo(1.2816 * 0.2, 9);
    expect(low * high).toBeCloseTo(1e4, 6);
  });
});
