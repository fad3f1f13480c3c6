import { describe, expect, it } from 'vitest';
import { expectations, parseExpectation, unmet } from '../../src/cli/expectation.ts';
import { invented } from '../fixtures/assessment/invented.ts';

describe('parseExpectation', () => {
  it('reads words and comparisons', () => {
    expect(parseExpectation('very unlikely')).toEqual({ word: 'very unlikely' });
    expect(parseExpectation('accelerators.high <= 60k')).toEqual({
      subject: 'accelerators',
      part: 'high',
      compare: '<=',
      limit: '60k',
    });
  });
  it('collects what it cannot read', () => {
    expect(() => expectations(['perhaps', '<3'])).toThrow(/ST-X010.*\n.*ST-X010/);
  });
});

describe('unmet', () => {
  const met = (text: string) => unmet(parseExpectation(text), invented) === null;
  it('compares in the unit that was written', () => {
    expect(met('it-load < 0.03 GW')).toBe(true);
    expect(met('it-load > 30 MW')).toBe(false);
    expect(met('accelerators.low >= 6k')).toBe(true);
  });
  it('compares probabilities as share or percent', () => {
    expect(met('claimed-fleet < 0.32')).toBe(true);
    expect(met('claimed-fleet < 30 %')).toBe(false);
  });
  it('refuses what the dossier does not have, or what is not one number', () => {
    expect(() => met('it-lod < 3 MW')).toThrow('Did you mean it-load?');
    expect(() => met('it-load < 3 to 5 MW')).toThrow('not one number');
    expect(() => met('it-load < 3 km')).toThrow();
  });
});
