import { describe, expect, it } from 'vitest';
import { answerServing, type ServingQuestion } from '../../src/serving/serve.ts';
import { servingCost } from '../../src/serving/serving-cost.ts';
import { grounds } from '../site/grounds-data.ts';
import { knowledge, machines, models } from './known.ts';

const ask = (chip: string, more: Partial<ServingQuestion> = {}) =>
  answerServing(
    {
      model: models.get('llama-3.1-70b')!,
      group: { machine: machines.get(chip)!, count: 8 },
      load: { inputTokens: 3000, outputTokens: 1000 },
      ...more,
    },
    knowledge,
  );
const cost = (answer: ReturnType<typeof ask>, region = 'other') =>
  servingCost(answer, { region }, { ...knowledge, grounds });
const answer = ask('h20');

describe('the cost of a million tokens of an answer', () => {
  it('is what the chips cost a year over their tokens of a year', () => {
    const { money, grounds: rests } = cost(answer)!;
    const price = rests.find(({ of }) => of === 'price')!.value;
    const tokens = 4 * answer.written.value * 86_400 * 365.25;
    const years = (money!.value * tokens) / 1e6 / (8 * price);
    // Servers of a few years, and building, network, upkeep and energy besides.
    expect(years).toBeGreaterThan(0.25);
    expect(years).toBeLessThan(0.6);
    expect(money!.low).toBeLessThan(money!.value);
    expect(money!.high / money!.low).toBeGreaterThan(Math.exp(2 * 1.28 * answer.spread.sd));
  });

  it('takes as much power as its chips, and no more than they are rated for', () => {
    const { energy, grounds: rests } = cost(answer)!;
    const rated = rests.find(({ of }) => of === 'power')!.value;
    const watts = (energy.value * 1000 * 4 * answer.written.value * 3600) / 1e6 / 8;
    expect(watts).toBeGreaterThan(0.3 * rated);
    expect(watts).toBeLessThan(1.3 * rated);
  });

  it('rises where less is asked than the chips can do: they are paid for, and idle ones draw power', () => {
    const less = ask('h20', { rate: answer.written.value / 1000 / 4 });
    const [full, quarter] = [cost(answer)!, cost(less)!];
    // Servers cost the same; how much fewer tokens there are decides, not how fast chips could be.
    expect(quarter.money!.value / full.money!.value).toBeCloseTo(4, 0);
    expect(quarter.energy.value / full.energy.value).toBeGreaterThan(1.2);
    expect(quarter.energy.value / full.energy.value).toBeLessThan(4);
    expect(less.written.high).toBeLessThanOrEqual(1.0001 * less.asked!.written);
  });

  it('is that of a place: its tariff and its PUE, each with its source or who judged it', () => {
    const [here, there] = [cost(answer, 'xinjiang')!, cost(answer)!];
    expect(here.region).toEqual({ id: 'xinjiang', name: { en: 'Xinjiang', zh: '新疆' } });
    expect(here.electricity.value).toBeLessThan(there.electricity.value);
    for (const { of, basis, sources, low, value, high } of here.grounds) {
      expect(low, of).toBeLessThan(value);
      expect(high, of).toBeGreaterThan(value);
      expect(basis === 'judged' || sources.length > 0, of).toBe(true);
    }
  });

  it('knows a price of Ascend 910B2, no money where nobody quoted one, and nothing of an unknown machine', () => {
    expect(cost(ask('ascend-910b2'))!.money!.value).toBeGreaterThan(0);
    const unpriced = cost(ask('ppu'));
    expect(unpriced!.money).toBeNull();
    expect(unpriced!.energy.value).toBeGreaterThan(0);
    expect(cost(ask('arc-pro-b60-dual'))).toBeUndefined();
  });
});
