import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parseDepartures } from '../../src/site/departures-file.ts';

const path = 'data/plants/departures.yaml';
const text = readFileSync(path, 'utf8');
const read = (file: string) => parseDepartures([{ path, text: file }]);

it('reads cells of stations', () => {
  const { departures, faults } = read(text);
  expect(faults).toEqual([]);
  expect(departures!.reach).toBe(200);
  expect(departures!.cells.every(({ stations }) => stations > 0)).toBe(true);
});

it('says what is missing, out of range or of an unknown source', () => {
  expect(parseDepartures([]).faults[0]!.code).toBe('ST-P003');
  expect(read(text.replace(/- \[[-\d.]+,/, '- [95,')).faults).not.toEqual([]);
  expect(read(text.replace('reach: 200 km', 'reach: 200 kg')).faults).not.toEqual([]);
  const known = parseDepartures([{ path, text }], new Set(['cswd-2010']));
  expect(known.faults.map(({ what }) => what).join()).toContain('tmyx-cea');
});
