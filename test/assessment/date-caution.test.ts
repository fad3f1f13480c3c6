import { expect, it } from 'vitest';
import { dateCaution } from '../../src/assessment/date-caution.ts';
import { planRun } from '../../src/assessment/plan.ts';
import { dossier, twoHalls, world } from './hubs.ts';

const cautionAt = (asOf?: string, of = twoHalls) => dateCaution(planRun(of, world, asOf ? { asOf } : {}));

it('says nothing on the date of the dossier, nor before it', () => {
  expect(cautionAt()).toBeNull();
  expect(cautionAt('2024-06')).toBeNull();
});

it.each([
  ['2025-07-01', '1 day after', '晚1天'],
  ['2025-07', '31 days after', '晚31天'],
  ['2025', '6 months after', '晚6个月'],
  ['2035', '11 years after', '晚11年'],
])('calls %s a projection', (asOf, en, zh) => {
  const caution = cautionAt(asOf)!;
  expect(caution).toMatchObject({ about: 'later', dossier: '2025-06-30' });
  expect(caution.says.en).toContain(`${asOf} ends ${en} 2025-06-30`);
  expect(caution.says.en).toContain('projection');
  expect(caution.says.zh).toContain(zh);
});

it('says that the claim was not yet out', () => {
  const hub = twoHalls.hub;
  const claims = hub.claims.map((claim) => ({
    ...claim,
    published: { ...claim.published, text: '2024-05-02', from: 19_845, to: 19_845 },
  }));
  const later = { ...dossier('two-halls', {}), hub: { ...hub, claims } };
  expect(cautionAt('2024-03', later)).toMatchObject({ about: 'before-claim' });
  expect(cautionAt('2024-03', later)!.says.en).toMatch(
    /claim of .* accelerators was published on 2024-05-02, later than 2024-03/,
  );
  expect(cautionAt('2024-06', later)).toBeNull();
});
