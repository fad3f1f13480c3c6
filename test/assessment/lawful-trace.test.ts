import { expect, it } from 'vitest';
import { lawfulSalesTrace, namedChipsTrace } from '../../src/assessment/lawful-trace.ts';
import { runOf, yards } from './hubs.ts';

const { plan } = runOf(yards);

it('cites the rule that ended each stream of lawful sales, as far as it was known', () => {
  const [trace] = lawfulSalesTrace(plan);
  const early = { ...plan, asOf: { text: '2024-01-31', from: 19_753, to: 19_753 } };
  const labels = (children: readonly { label: string }[] = []) =>
    children.map(({ label }) => label).join('\n');
  expect(
    trace!.children.every(({ source, place }) => source && place?.file.startsWith('data/controls/')),
  ).toBe(true);
  expect(labels(lawfulSalesTrace(early)[0]?.children)).toContain('23 October 2023');
  expect(labels(lawfulSalesTrace(early)[0]?.children)).not.toContain('April 2025');
});

it('says what the rules said about the named chips, where a pool bounds them', () => {
  const bounded = {
    ...plan,
    asOf: { text: '2024-06-01', from: 19_875, to: 19_875 },
    dossier: {
      ...plan.dossier,
      hub: { ...plan.dossier.hub, pool: 'restricted' as const, namedChips: ['h100-sxm5'] },
    },
  };
  const [trace] = namedChipsTrace(bounded);
  expect(trace!.children[0]).toMatchObject({ value: 'denial', source: 'fr-88-73458' });
  const { pool: _, ...free } = bounded.dossier.hub;
  expect(namedChipsTrace({ ...bounded, dossier: { ...bounded.dossier, hub: free } })).toEqual([]);
});

it('says where the rules of the date are only carried forward, what was not yet public, and the Chinese gate', () => {
  const asked = (text: string, namedChips: string[]) => {
    const day = Date.parse(text) / 86_400_000;
    const hub = { ...plan.dossier.hub, pool: 'restricted' as const, namedChips };
    const [trace] = namedChipsTrace({
      ...plan,
      asOf: { text, from: day, to: day },
      dossier: { ...plan.dossier, hub },
    });
    return trace!.children[0]!;
  };
  const late = asked('2026-11-23', ['h200-sxm']);
  expect(late.value).toMatch(/^case-by-case, by rules known to 2026-08-31, carried forward$/);
  expect(late.children[0]).toMatchObject({ place: { file: expect.stringContaining('data/controls/cn-') } });
  expect(asked('2025-04-12', ['h20']).value).toMatch(/^no-licence/);
  expect(asked('2025-04-15', ['h20']).value).toBe('letter');
});
