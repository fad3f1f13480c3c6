import type { Estimate } from '../assessment/assessment.ts';
import { DELIVERED } from '../installed/world.ts';
import { amount, claim } from './amount.ts';
import { type Strings, said } from './strings/strings.ts';

/** Below this a count is none; other quantities are none only at zero. */
export function leastOf(unit: string): number {
  return unit === '' ? 0.5 : Number.MIN_VALUE;
}

/** The sentence under a chart, from its numbers: also its alternative text and the line of the plain screen. */
export function sentence(estimate: Estimate, strings: Strings): string {
  const { dots, unit, claimed } = estimate;
  const below = dots[44] ?? estimate.high;
  return strings.sentence({
    label: said(estimate.label, strings),
    below: amount(roundUp(below), unit, strings),
    worlds: dots.filter((dot) => dot <= roundUp(below)).length,
    none: dots.filter((dot) => dot < leastOf(unit)).length,
    claim: claimed
      ? {
          amount: claim(claimed, unit, strings),
          reached: dots.filter((dot) => dot >= DELIVERED * claimed.median).length,
        }
      : undefined,
  });
}

/** Up to two significant figures, so that "at most" stays true of the number shown. */
function roundUp(value: number): number {
  if (value <= 0) return value;
  const step = 10 ** (Math.floor(Math.log10(value)) - 1);
  return Number((Math.ceil(value / step - 1e-9) * step).toPrecision(2));
}
