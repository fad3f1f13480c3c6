import { describe, expect, it } from 'vitest';
import { type AssessOptions, type Plan, planRun } from '../../src/assessment/plan.ts';
import { SandtableError } from '../../src/errors/fault.ts';
import { dossier, twoHalls, world } from './hubs.ts';

const plan = (options: AssessOptions = {}): Plan => planRun(twoHalls, world, options);

function faultsOf(options: object): string[] {
  try {
    plan(options as AssessOptions);
  } catch (problem) {
    expect(problem).toBeInstanceOf(SandtableError);
    return (problem as SandtableError).faults.map(({ code, what, fix }) => `${code} ${what} ${fix}`);
  }
  return expect.fail('it was accepted');
}

describe('a plan without options', () => {
  it('is of the dossier’s own date, neutral, of 100,000 draws in whole blocks', () => {
    expect(plan()).toMatchObject({ prior: 'neutral', seed: 7, draws: 100_352, drop: [], set: {} });
    expect(plan().asOf.text).toBe('2025-06-30');
    expect(plan().compiled.items.length).toBe(6);
  });
});

describe('the run id', () => {
  const base = plan().id;

  it('is st1- and twelve hex digits, the same every time', () => {
    expect(base).toMatch(/^st1-[0-9a-f]{12}$/);
    expect(plan().id).toBe(base);
    expect(plan({ draws: 100_000, seed: 7, prior: 'neutral', asOf: '2025-06-30' }).id).toBe(base);
  });

  it.each<[string, AssessOptions]>([
    ['draws', { draws: 50_000 }],
    ['seed', { seed: 8 }],
    ['prior', { prior: 'sceptic' }],
    ['as-of', { asOf: '2025-06-29' }],
    ['drop', { drop: ['hall-a-lit'] }],
    ['set', { set: { 'world.namedShare': '20%' } }],
    ['set under one prior', { set: { 'world.namedShare.neutral': '20%' } }],
  ])('changes with %s', (_, options) => {
    expect(plan(options).id).not.toBe(base);
  });

  it('changes with the dossier, the data and a byte of an assumption', () => {
    const other = dossier('two-halls', { 'assumptions.yaml': '[]\n' });
    expect(planRun(other, world).id).not.toBe(base);
    expect(planRun(twoHalls, { ...world, digest: `${world.digest}0` }).id).not.toBe(base);
  });

  it('does not change with the order or repetition of what is left out, nor of what is set', () => {
    const one = plan({ drop: ['hall-a-lit', 'approvals'], set: { pool: '50k', 'world.pace': '2' } });
    const two = plan({
      drop: ['approvals', 'hall-a-lit', 'approvals'],
      set: { 'world.pace': '2', pool: '50k' },
    });
    expect(two.id).toBe(one.id);
    expect(two.drop).toEqual(['approvals', 'hall-a-lit']);
  });
});

describe('what is left out', () => {
  it('is what a source carries where that is named, the same run as by the item itself', () => {
    const [bySource, byItem] = [plan({ drop: ['example-gazette'] }), plan({ drop: ['hall-a-lit'] })];
    expect(bySource.drop).toEqual(['hall-a-lit']);
    expect(bySource.id).toBe(byItem.id);
  });

  it('is not compiled', () => {
    const { items, model } = plan({ drop: ['hall-a-lit', 'hall-b-tender'] }).compiled;
    expect(items.map(({ id }) => id)).toEqual(['approvals', 'hall-a-roofed', 'hall-a-award', 'hall-b-cold']);
    expect(model.sites[1]!.items.length).toBe(2);
  });
});

describe('faults', () => {
  it('come all at once, each with what was meant', () => {
    const faults = faultsOf({
      asOf: 'yesterday',
      drop: ['hall-a-lti', 'nothing-like-it'],
      set: { 'world.namedShar': '20%', 'world.pace': 'quick' },
      draws: 0.5,
      seed: Number.NaN,
      prior: 'belever',
    }).sort();
    expect(faults.map((text) => text.slice(0, 7))).toEqual([
      'ST-A002',
      'ST-A003',
      'ST-A003',
      'ST-A004',
      'ST-A005',
      'ST-A006',
      'ST-A006',
      'ST-A006',
    ]);
    const all = faults.join('\n');
    for (const near of ['hall-a-lit', 'world.namedShare', 'believer']) {
      expect(all).toContain(`Did you mean ${near}?`);
    }
    expect(all).toContain('`yesterday` is not a date');
  });

  it('tell that nothing was known by a date, and from when on', () => {
    expect(faultsOf({ asOf: '2023' }).join()).toContain('Use --as-of 2024-01-20 or later');
  });
});
