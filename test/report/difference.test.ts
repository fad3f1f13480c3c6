import { expect, it } from 'vitest';
import { difference } from '../../src/report/difference.ts';
import { invented, inventedReplay } from '../fixtures/assessment/invented.ts';

it('finds nothing between a run and itself', () => {
  expect(difference(invented, invented)).toMatchObject({ causes: [], questions: [], quantities: [] });
});

it('names the option that differs and the figures that moved', () => {
  const d = difference(inventedReplay[0]!, inventedReplay[8]!);
  expect(d.causes).toEqual([{ what: 'as-of', before: '2030-10', after: '2031-06' }]);
  expect(d.questions.map(({ id }) => id)).toEqual(['claimed-fleet']);
  expect(d.quantities).toEqual([
    expect.objectContaining({ id: 'accelerators', before: expect.objectContaining({ median: 60_000 }) }),
  ]);
});

it('names parameters that were set and items that came or went', () => {
  const after = {
    ...invented,
    run: { ...invented.run, set: { 'site.pue': '1.2' }, drop: ['photos'] },
    evidence: invented.evidence.filter(({ id }) => id !== 'photos'),
  };
  expect(difference(invented, after).causes).toEqual([
    { what: 'drop', before: '', after: 'photos' },
    { what: 'set site.pue', before: '', after: '1.2' },
    { what: 'item photos', before: 'used', after: '' },
  ]);
});
