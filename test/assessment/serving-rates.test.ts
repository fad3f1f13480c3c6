import { describe, expect, it } from 'vitest';
import { columnAt } from '../../src/assessment/draws.ts';
import { servingRates } from '../../src/assessment/serving-rates.ts';
import { runOf, yards } from './hubs.ts';

const { plan, assessment, hub } = runOf(yards);
const rates = servingRates(plan);
const of = (id: string) => assessment.quantities.find((one) => one.id === id)!;

describe('the rates of serving', () => {
  it('are remembered for a plan, with kinds whose shares are whole', () => {
    expect(servingRates(plan)).toBe(rates);
    for (const kinds of rates.routes) {
      expect(kinds.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
    }
  });

  it('put an H20 well above its share of the peak of an H100: it is strong at writing', () => {
    const ratio = rates.chipDay.legal.median / rates.chipDay.named.median;
    expect(ratio).toBeGreaterThan(148 / 989.5);
    expect(ratio).toBeLessThan(0.7);
  });
});

describe('tokens a day', () => {
  const draws = Uint32Array.from({ length: 100 }, (_, i) => 7 * i);
  const { tokens, legal, domestic } = hub.at(draws);

  it('are those of all accelerators, whatever they are', () => {
    const kinds = [columnAt(hub.accelerators, draws), legal, domestic];
    draws.forEach((_, i) => {
      const sum = kinds.reduce((total, column, route) => total + column[i]! * tokens.each[route]![i]!, 0);
      expect(tokens.hub[i]! / (sum || 1)).toBeCloseTo(sum > 0 ? 1 : 0, 9);
    });
  });

  it('do not depend on which draws are asked for', () => {
    const last = hub.at(draws.slice(-1)).tokens;
    expect(last.hub[0]).toBe(tokens.hub.at(-1));
  });

  it('are fewer if all of the claim were H20', () => {
    expect(of('tokens').claimed!.median).toBeGreaterThan(of('tokens-h20').claimed!.median);
    const { low, median, high } = of('tokens').claimed!;
    expect(low).toBeLessThan(median);
    expect(median).toBeLessThan(high);
    expect(of('tokens').claimed!.median).toBeCloseTo(
      plan.compiled.model.claimedFleet * rates.chipDay.named.median,
      0,
    );
  });
});
