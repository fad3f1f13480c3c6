import { describe, expect, it } from 'vitest';
import { readChanges } from '../../src/assessment/changes.ts';
import { planRun } from '../../src/assessment/plan.ts';
import type { Fault } from '../../src/errors/fault.ts';
import { dossier, twoHalls, world } from './hubs.ts';

function read(set: Record<string, string>, from = twoHalls) {
  const faults: Fault[] = [];
  return { ...readChanges(from, world.parameters, { set, faults }), faults };
}

describe('a parameter of the world', () => {
  it('is replaced under all priors, or under one', () => {
    const { parameters } = read({ 'world.realisation.sceptic': '1% to 2%', 'world.namedShare': '20%' });
    const { sceptic, neutral } = parameters.get('realisation')!.value;
    expect([sceptic.text, neutral]).toEqual(['1% to 2%', world.parameters.get('realisation')!.value.neutral]);
    expect(Object.values(parameters.get('namedShare')!.value).map(({ text }) => text)).toEqual([
      '20%',
      '20%',
      '20%',
    ]);
    expect(parameters.get('namedShare')!.place).toBe('--set');
    expect(parameters.get('ramp')).not.toBe(world.parameters.get('ramp'));
    expect(parameters.get('early')).toBe(world.parameters.get('early'));
  });

  it('bears the place and the source of the assumption that fixes it', () => {
    const { place, citation, value } = read({}).parameters.get('lagLit')!;
    expect(place).toMatch(/^dossiers\/two-halls\/assumptions\.yaml:\d+$/);
    expect(citation).toMatchObject({ basis: 'reported', sources: ['example-builders'] });
    expect(value.believer.text).toBe('4 months');
  });

  it('follows what is set rather than what is assumed', () => {
    expect(read({ 'world.lagLit': '9 months' }).parameters.get('lagLit')!.value.neutral.text).toBe(
      '9 months',
    );
  });
});

it('lets the one prior that is named win, in whatever order', () => {
  const set = { 'world.pace': '2', 'world.pace.neutral': '3' };
  const values = planRun(twoHalls, world, { set }).parameters.get('pace')!.value;
  expect(Object.values(values).map(({ text }) => text)).toEqual(['2', '3', '2']);
  const turned = Object.fromEntries(Object.entries(set).reverse());
  expect(planRun(twoHalls, world, { set: turned }).parameters.get('pace')!.value).toEqual(values);
});

describe('a pool and a claim', () => {
  const { pool, claimed } = read({ pool: '50k', 'sites.hall-a.accelerators': '300 to 500' });

  it('are counts', () => {
    expect(pool!.quantile(0.5)).toBeCloseTo(50_000, 6);
    expect(pool!.quantile(0.95) / 50_000).toBeCloseTo(1.0166, 3);
    expect(claimed.get('hall-a')!.quantile(0.05)).toBeCloseTo(300, 6);
    expect([...claimed.keys()]).toEqual(['hall-a']);
    expect(read({}).pool).toBeUndefined();
  });
});

describe('what cannot be used', () => {
  it.each([
    ['world.realisation', '150%', 'a share is at most 1'],
    ['world.realisation', '0% to 40%', 'its ends lie between 0 and 1'],
    ['world.partialFill', '80% to 120%', 'a share is at most 1'],
    ['world.namedShare', 'normal(0.2, 0.1)', 'it may fall outside 0 to 1'],
    ['world.namedShare', 'over 20%', '`over 20` is one side of a range'],
    ['world.lagLit', 'unknown', '`unknown` has no distribution'],
    ['world.lagLit', '3 MW', 'time'],
    ['world.pace', '-1', 'goes below zero'],
    ['world.unlitPaper', 'beta(2, 3)', 'one number is needed here'],
    ['world.early', 'unknown', 'one number is needed here'],
    ['pool', '0', 'it is not above zero'],
    ['pool', '-5', 'it is not above zero'],
    ['pool', 'normal(5000, 5000)', 'it is not above zero'],
    ['pool', '30 MW', 'a plain number is expected'],
    ['sites.hall-a.accelerators', '300 P', 'a plain number is expected'],
  ])('%s=%s', (path, text, reason) => {
    const { faults } = read({ [path]: text });
    expect(faults.map(({ code }) => code)).toEqual(['ST-A005']);
    expect(faults[0]!.what).toContain(`--set ${path}=${text}`);
    expect(faults[0]!.what).toContain(reason);
    expect(faults[0]!.fix).not.toBe('');
  });

  it('unlit shares that leave less than nothing for shells', () => {
    const { faults } = read({ 'world.unlitPaper': '90%', 'world.unlitConstruction': '20%' });
    expect(faults.map(({ what }) => what)).toEqual([
      '`world.unlitPaper` and `world.unlitConstruction` come to more than 1: 90% and 20%.',
    ]);
  });

  it.each([
    'world.nothing',
    'world',
    'worlds.pace',
    'world.pace.optimist',
    'sites.hall-c.accelerators',
    'sites.hall-a',
  ])('%s, which is not known', (path) => {
    const { faults } = read({ [path]: '1' });
    expect(faults.map(({ code }) => code)).toEqual(['ST-A004']);
  });

  it('shows where it stands, where a file of the dossier has it', () => {
    const text = '- path: world.pace\n  value: unknown\n  basis: reported\n  sources: [example-builders]\n';
    const [fault] = read({}, dossier('two-halls', { 'assumptions.yaml': text })).faults;
    expect(fault!.place).toMatchObject({ file: 'dossiers/two-halls/assumptions.yaml', line: 1 });
    expect(fault!.what).toContain('`world.pace: unknown`');
  });
});

describe('the letter of a source', () => {
  it('is borne by every item of the origin, and by no other; the run has another id', () => {
    const plain = planRun(twoHalls, world);
    const changed = planRun(twoHalls, world, { set: { 'origins.example-images.reliability': 'e' } });
    for (const item of changed.compiled.items) {
      const before = plain.compiled.items.find(({ id }) => id === item.id)!;
      const letter = item.origin === 'example-images' ? 'E' : before.grade.reliability;
      expect(item.grade).toEqual({ ...before.grade, reliability: letter });
    }
    expect(changed.id).not.toBe(plain.id);
  });

  it('is one of six, and of an origin that is heard', () => {
    const { faults } = read({
      'origins.example-images.reliability': '40%',
      'origins.example-imagse.reliability': 'C',
    });
    expect(faults.map(({ code }) => code)).toEqual(['ST-A005', 'ST-A004']);
    expect(faults[1]!.fix).toContain('origins.example-images.reliability');
  });
});
