import { expect, it } from 'vitest';
import { itemsNamed } from '../../src/assessment/items-named.ts';
import type { Fault } from '../../src/errors/fault.ts';

const evidence = [
  { id: 'lit-2025', source: 'county-gov' },
  { id: 'roofed-2024', source: 'county-gov' },
  { id: 'tender-2024', source: 'bid-platform' },
  { id: 'county-report', source: 'tender-2024' },
];

function named(...names: string[]): { ids: string[]; faults: Fault[] } {
  const faults: Fault[] = [];
  return { ids: [...itemsNamed(names, evidence, faults)], faults };
}

it('takes an item by its id, and all items of a source by the id of that', () => {
  expect(named('tender-2024').ids).toEqual(['tender-2024']); // and not the item whose source is called so
  expect(named('county-gov', 'lit-2025', 'county-gov').ids).toEqual(['lit-2025', 'roofed-2024']);
  expect(named('county-gov').faults).toEqual([]);
});

it('tells every name that stands for nothing, with what may be meant, or what there is', () => {
  const { ids, faults } = named('county-gvo', 'lit-2052', 'x', 'bid-platform');
  expect(ids).toEqual(['tender-2024']);
  expect(faults.map(({ code }) => code)).toEqual(['ST-A003', 'ST-A003', 'ST-A003']);
  expect(faults.map(({ fix }) => fix)).toEqual([
    'Did you mean county-gov?',
    'Did you mean lit-2025?',
    'Items are lit-2025, roofed-2024, tender-2024, county-report; sources county-gov, bid-platform, tender-2024; all stand in --format csv.',
  ]);
});
