import { describe, expect, it } from 'vitest';
import { constantNames } from '../../src/serving/constants.ts';
import { parseServing } from '../../src/serving/parse.ts';
import { dataFiles, sourceIds } from '../chips/data.ts';
import { constants } from './known.ts';

describe('the serving data', () => {
  it('have every constant, positive and finite', () => {
    for (const name of constantNames) expect(constants[name]).toBeGreaterThan(0);
    expect(parseServing(dataFiles('serving'), sourceIds).faults).toEqual([]);
  });

  it('say what is missing, all at once', () => {
    const { serving, faults } = parseServing([
      { path: 'a.yaml', text: 'constants: { values: { launch: 1 }, basis: derived, sources: [x] }\n' },
    ]);
    expect(serving).toBeUndefined();
    expect(faults.length).toBe(9 + constantNames.length - 1);
    expect(faults.every(({ code }) => code === 'ST-V001')).toBe(true);
  });
});
