import { describe, expect, it } from 'vitest';
import { hubReach } from '../../src/assessment/hub-reach.ts';
import { grounds } from '../site/grounds-data.ts';
import { runOf, yards } from './hubs.ts';

const { plan, posterior, assessment } = runOf(yards);
const reach = hubReach(plan, posterior, grounds);
const fleet = (id: string) => reach.fleets.find((one) => one.fleet === id)!;

describe('whom a hub could serve', () => {
  it('rests on the tokens of the verdict', () => {
    const verdict = assessment.quantities.find(({ id }) => id === 'tokens')!;
    expect(fleet('inferred').tokens.median / verdict.median).toBeCloseTo(1, 2);
    expect(fleet('claimed').tokens.median / verdict.claimed!.median).toBeCloseTo(1, 1);
    expect(reach.run).toBe(plan.id);
  });

  it('is more for the claim than for as many chips of less', () => {
    expect(fleet('claimed').people.chat.median).toBeGreaterThan(fleet('inferred').people.chat.median);
    for (const { tokens, written } of reach.fleets) {
      expect(written.median).toBeLessThan(tokens.median);
      expect(written.low).toBeGreaterThanOrEqual(0);
    }
  });

  it('has money and energy of each kind, with what nobody quoted left unknown', () => {
    expect(reach.costs.map(({ chip }) => chip)).toContain('h20');
    for (const { energy, money } of reach.costs) {
      expect(energy.low).toBeGreaterThan(0);
      if (money) expect(money.low).toBeGreaterThan(0);
    }
  });
});
