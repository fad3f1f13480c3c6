import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseKinds } from '../../src/installed/kind-file.ts';
import { kindRules } from '../../src/installed/kind-rules.ts';
import { dimensions } from '../../src/units/dimension.ts';

const files = readdirSync('data/evidence').map((name) => ({
  path: `data/evidence/${name}`,
  text: readFileSync(`data/evidence/${name}`, 'utf8'),
}));

describe('what an item of a kind must hold', () => {
  const rules = kindRules(parseKinds(files));

  test('is a finding, an amount, or an amount for another', () => {
    expect(rules.get('thermal-image')!.findings).toEqual(['warm', 'cold']);
    expect(rules.get('lit-capacity')!.observed).toEqual([dimensions.peakCompute]);
    expect(rules.get('feed-reading')!.observed).toEqual([dimensions.power]);
    expect(rules.get('budget')!.per).toEqual([dimensions.peakCompute]);
    expect(rules.get('policy-order')!.findings).toEqual(['domestic-only']);
    expect(rules.get('court-case')!.observed.length).toBeGreaterThan(1);
  });
});
