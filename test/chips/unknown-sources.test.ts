import { describe, expect, it } from 'vitest';
import { unknownSources } from '../../src/chips/unknown-sources.ts';

const placeOf = (path: readonly PropertyKey[]) => ({ file: path.join('.'), line: 1, column: 1 });

describe('unknownSources', () => {
  it('finds lists at any depth and says where', () => {
    const value = { a: [{ sources: ['known', 'knwon'] }], sources: ['known'] };
    const faults = unknownSources(value, placeOf, new Set(['known']));
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatchObject({
      code: 'ST-S042',
      place: { file: 'a.0.sources' },
      fix: 'Did you mean known?',
    });
  });

  it('checks nothing without a list of sources', () => {
    expect(unknownSources({ sources: ['x'] }, placeOf, undefined)).toEqual([]);
  });
});
