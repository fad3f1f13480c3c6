import { describe, expect, it } from 'vitest';
import { classRuleOf, parseClassRules, weighedByWater } from '../../src/site/class-rules.ts';
import { grounds } from './grounds-data.ts';

const { classRules } = grounds;
const known = new Set(['a', 'b']);
const water =
  'water:\n  floor: 0.05 L/kWh\n  spread: 0.6\n  basis: judged\n  by: us\n  why: a test\nnames: { acme: [Acme Inc] }\n';
const read = (rule: string) =>
  parseClassRules(
    [
      {
        path: 'x.yaml',
        text: `${water}rules:\n  - id: one\n    ${rule}\n    basis: judged\n    by: us\n    why: a test\n`,
      },
    ],
    known,
  );

describe('class rules', () => {
  it('are asked in order: operator by any name, country, and place', () => {
    const of = (operator: string, country?: string, place?: string) =>
      classRuleOf(classRules, { operator, country, place })!.id;
    expect(of('Amazon Web Services', 'IN')).toBe('aws-india');
    expect(of('aws', 'SE')).toBe('aws-own');
    expect(of('aws', 'GB')).toBe('aws-europe');
    expect(of('azure', 'US', 'chicago')).toBe('azure-older');
    expect(of('azure', 'US', 'quincy')).toBe('azure-own');
    expect(of('azure')).toBe('leased-elsewhere');
    expect(of('Acme', 'US')).toBe('anyone');
  });

  it('end in one for anyone, name known classes alone, and cite or judge', () => {
    const last = classRules.rules.at(-1)!;
    expect([last.operators, last.countries, last.places]).toEqual([undefined, undefined, undefined]);
    for (const { classes, citation } of classRules.rules) {
      expect([...classes.values()].reduce((a, b) => a + b)).toBeCloseTo(1, 9);
      expect(citation.why ?? citation.sources.length).toBeTruthy();
    }
  });

  it('refuse shares that do not add up, classes and countries that are none', () => {
    expect(read('classes: { a: 1 }').faults).toEqual([]);
    expect(read('classes: { a: 0.4, b: 0.4 }').faults).toHaveLength(1);
    expect(read('classes: { c: 1 }').faults[0]!.what).toBe('There is no class `c`.');
    expect(read('classes: { a: 1 }\n    countries: [Japan]').faults).toHaveLength(1);
  });
});

describe('classes weighed by water', () => {
  const shares = new Map([
    ['a', 0.3],
    ['b', 0.7],
  ]);
  const weigh = (w: number, of: Record<string, number>) =>
    weighedByWater(shares, w, (id) => of[id]!, { floor: 0.05, spread: 0.6 });

  it('stay as they were where every class takes the same', () => {
    const out = weigh(0.4, { a: 1, b: 1 });
    expect(out.get('a')).toBeCloseTo(0.3, 12);
  });

  it('follow the likelihood of the logarithm', () => {
    const fit = (w: number, model: number) =>
      Math.exp(-((Math.log((w + 0.05) / (model + 0.05)) / 0.6) ** 2) / 2);
    const [a, b] = [0.3 * fit(0.4, 0), 0.7 * fit(0.4, 1.5)];
    expect(weigh(0.4, { a: 0, b: 1.5 }).get('a')).toBeCloseTo(a / (a + b), 12);
  });

  it('turn to the dry class at none, and sum to 1 however far all are', () => {
    expect(weigh(0, { a: 0, b: 1.5 }).get('a')).toBeGreaterThan(0.999);
    const far = weigh(20, { a: 0, b: 0 });
    expect(far.get('a')! + far.get('b')!).toBeCloseTo(1, 12);
  });
});
