import { describe, expect, it } from 'vitest';
import { parseUnit } from '../../src/units/compound.ts';
import { equal } from '../../src/units/dimension.ts';
import { findUnit } from '../../src/units/symbols.ts';
import { ambiguous, ladders, prefixes, table } from '../../src/units/table.ts';

const rows = Object.values(table).flat();

describe('the table of units', () => {
  it('gives each way of writing to one unit', () => {
    const owners = new Map<string, string>();
    const claim = (written: string, symbol: string) => {
      expect([written, owners.get(written) ?? symbol]).toEqual([written, symbol]);
      owners.set(written, symbol);
    };
    for (const row of rows) {
      for (const prefix of [undefined, ...(row.prefixes?.split(' ') ?? [])]) {
        const { symbol, zh } = prefixes.find((each) => each.symbol === prefix) ?? { symbol: '', zh: '' };
        for (const short of [row.symbol, ...(row.also ?? [])]) claim(symbol + short, symbol + row.symbol);
        if (zh !== undefined) for (const name of row.zh ?? []) claim(zh + name, symbol + row.symbol);
      }
    }
    for (const symbol of Object.keys(ambiguous)) expect(findUnit(symbol)).toBeUndefined();
  });

  it('has only prefixes that exist', () => {
    const known = prefixes.map(({ symbol }) => symbol);
    for (const row of rows) expect(known).toEqual(expect.arrayContaining(row.prefixes?.split(' ') ?? []));
  });

  it('reads each canonical symbol back', () => {
    for (const row of rows) {
      const unit = parseUnit(row.symbol);
      expect(unit.symbol).toBe(row.symbol);
      expect(unit.scale).toBeCloseTo(row.scale, 10);
      expect(equal(unit.dimension, row.dimension)).toBe(true);
    }
  });

  it('has ladders of one dimension that rise', () => {
    for (const symbols of ladders) {
      const units = symbols.map(parseUnit);
      for (const [i, unit] of units.entries()) {
        expect(unit.symbol).toBe(symbols[i]);
        expect(equal(unit.dimension, units[0]!.dimension)).toBe(true);
        if (i > 0) expect(unit.scale).toBeGreaterThan(units[i - 1]!.scale);
      }
    }
  });
});
