import { describe, expect, it } from 'vitest';
import { costCurve } from '../../src/serving/cost-curve.ts';
import { answerServing } from '../../src/serving/serve.ts';
import { grounds } from '../site/grounds-data.ts';
import { knowledge, machines, models } from './known.ts';

const ask = (chip: string) =>
  answerServing(
    {
      model: models.get('llama-3.1-70b')!,
      group: { machine: machines.get(chip)!, count: 8 },
      load: { inputTokens: 3000, outputTokens: 1000 },
    },
    knowledge,
  );
const curve = (chip: string) => costCurve(ask(chip), { region: 'other' }, { ...knowledge, grounds }).points;

describe('the cost of a million tokens along the front', () => {
  it('falls as readers wait longer, and with it the energy', () => {
    const points = curve('h20');
    expect(points.length).toBeGreaterThan(5);
    points.slice(1).forEach(({ tpot, money, energy }, i) => {
      const before = points[i]!;
      expect(tpot).toBeGreaterThan(before.tpot);
      expect(money!.value).toBeLessThan(before.money!.value);
      expect(energy.value).toBeLessThan(before.energy.value);
      expect(money!.low).toBeLessThan(money!.high);
    });
  });

  it('is that of a chip over its tokens: twice the tokens, half the cost', () => {
    const [first, last] = [curve('h20')[0]!, curve('h20').at(-1)!];
    expect((first.money!.value * first.perChip) / (last.money!.value * last.perChip)).toBeCloseTo(1, 9);
    expect((first.energy.value * first.perChip) / (last.energy.value * last.perChip)).toBeCloseTo(1, 9);
  });

  it('is as unsure as its parts and the rate it rests on', () => {
    const answer = ask('h20');
    const band = (sd: number) => {
      const spread = { ...answer.spread, sd };
      const { low, high } = costCurve({ ...answer, spread }, { region: 'other' }, { ...knowledge, grounds })
        .points[0]!.energy;
      return Math.log(high / low);
    };
    expect(band(0.45)).toBeGreaterThan(2 * 1.2816 * 0.45);
    expect(band(0.45)).toBeCloseTo(Math.hypot(band(0), 2 * 1.2816 * 0.45), 0);
  });

  it('is not guessed for a machine that the catalogue does not describe', () => {
    expect(() => curve('arc-pro-b60-dual')).toThrow(/data\/chips/);
  });
});
