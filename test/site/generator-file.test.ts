import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parseGenerator } from '../../src/site/generator-file.ts';

const path = 'data/plants/weather.yaml';
const text = readFileSync(path, 'utf8');
const codes = (file: string) => parseGenerator([{ path, text: file }]).faults.map(({ code }) => code);

it('reads relations, whose coefficients may be below zero', () => {
  const { generator, faults } = parseGenerator([{ path, text }]);
  expect(faults).toEqual([]);
  expect(generator!.spread.halfRange).toBeGreaterThan(0);
  expect(generator!.skew.one).toBeLessThan(0);
  expect(generator!.yearly).toBe(0.35);
});

it('says what is missing or of an unknown source', () => {
  expect(parseGenerator([]).faults[0]!.code).toBe('ST-P003');
  expect(codes(text.replace(/^dust:[\s\S]*?(?=^wind:)/m, ''))).not.toEqual([]);
  expect(codes(text.replace('halfRange: ', 'halfrange: '))).not.toEqual([]);
  const known = parseGenerator([{ path, text }], new Set(['cswd-2010']));
  expect(known.faults.map(({ what }) => what).join()).toContain('tmyx-cea');
});
