import { expect, it } from 'vitest';
import { beforeEvidence } from '../../src/assessment/before-evidence.ts';
import { runOf, twoHalls } from './hubs.ts';

it('knows the sites and no item', () => {
  const { plan } = runOf(twoHalls, { draws: 2048 });
  const { columns } = beforeEvidence(plan);
  expect(columns.sites).toHaveLength(plan.compiled.sites.length);
  expect(columns.logLikelihood).toHaveLength(0);
  expect(new Set(columns.logWeight.neutral).size).toBeLessThanOrEqual(columns.draws);
});
