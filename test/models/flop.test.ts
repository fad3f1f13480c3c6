import { describe, expect, it } from 'vitest';
import { trainingFlop } from '../../src/models/flop.ts';
import { models } from './data.ts';

const of = (id: string) => models.get(id)!;

describe('FLOP of a token', () => {
  it('is the formula of Narayanan et al. 2021, equation 3, by the hardware convention', () => {
    const [l, h, s, v] = [96, 12288, 2048, 51200];
    const formula = 96 * s * l * h * h * (1 + s / (6 * h) + v / (16 * l * h));
    expect(trainingFlop(of('gpt-3-175b'), s, 'hardware') * s).toBeCloseTo(formula, -12);
  });

  it('gives DeepSeek-V3 the 250 GFLOP that 38.94 % of 989.5 TFLOP/s at 1,542 tokens a second and chip imply', () => {
    const implied = (0.3894 * 989.5e12) / 1541.7;
    expect(trainingFlop(of('deepseek-v3'), 4096, 'causal') / implied).toBeCloseTo(1, 1);
  });

  it('grows from causal to full to hardware', () => {
    const sizes = (['causal', 'full', 'hardware'] as const).map((one) =>
      trainingFlop(of('llama-3.1-405b'), 8192, one),
    );
    expect([...sizes].sort((a, b) => a - b)).toEqual(sizes);
    expect(trainingFlop(of('llama-3.1-405b'), 8192, 'six-n')).toBeCloseTo(6 * 405.853e9, -9);
  });
});
