import { expect, it } from 'vitest';
import { hypotheses } from '../../src/assessment/assessment.ts';
import type { HubColumns } from '../../src/assessment/hub-columns.ts';
import { classify } from '../../src/assessment/hypotheses.ts';

const claimed = { fleet: 1000, compute: 1000 };

/** A draw with so much compute on each route, one unit an accelerator. */
function kindOf(named: number, legal: number, domestic: number): string {
  const byRoute = [named, legal, domestic].map((value) => Float64Array.of(value));
  const hub = {
    accelerators: byRoute[0]!,
    byRoute,
    compute: Float64Array.of(named + legal + domestic),
  } as unknown as HubColumns;
  return hypotheses[classify(hub, claimed)[0]!]!;
}

it.each([
  ['as-claimed', 'from half of the fleet on', 500, 0, 0],
  ['as-claimed', 'whatever else runs there', 500, 5000, 0],
  ['legal-substitutes', 'where legal chips do most', 100, 150, 0],
  ['legal-substitutes', 'from a tenth of the claim on', 0, 100, 0],
  ['domestic-chips', 'where domestic chips do most', 100, 20, 101],
  ['partly-built', 'below a tenth, on any chip', 0, 0, 99.9],
  ['partly-built', 'where the named chip does most and less than half is there', 499, 100, 0],
  ['partly-built', 'from a hundredth on', 10, 0, 0],
  ['not-lit', 'below a hundredth', 0, 9.9, 0],
  ['not-lit', 'with nothing', 0, 0, 0],
])('is %s %s', (kind, _, named, legal, domestic) => {
  expect(kindOf(named, legal, domestic)).toBe(kind);
});
