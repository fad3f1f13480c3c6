import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hubColumns } from '../../src/assessment/hub-columns.ts';
import { quantityIds } from '../../src/assessment/quantities.ts';
import type { Trace } from '../../src/assessment/trace.ts';
import { whatIf } from '../../src/assessment/what-if.ts';
import { explain } from '../../src/assessment/why.ts';
import { wordsZh } from '../../src/assessment/why-words.ts';
import { SandtableError } from '../../src/errors/fault.ts';
import { exactValue } from '../../src/installed/exact-value.ts';
import { type ParameterName, parameterNames } from '../../src/installed/parameter.ts';
import { zhCN } from '../../src/report/strings/zh-CN.ts';
import { weightedQuantiles } from '../../src/stats/weighted-quantile.ts';
import { readQuantity } from '../../src/units/parse.ts';
import { dossier, runOf, twoHalls, yards } from './hubs.ts';

const { plan, posterior, assessment } = runOf(yards);
const why = (id: string) => explain(plan, posterior, { assessment, id });
const ids = [...quantityIds, ...assessment.questions.map(({ id }) => id)];

const leaves = (trace: Trace): Trace[] =>
  trace.children.length === 0 ? [trace] : trace.children.flatMap(leaves);
const nodes = (trace: Trace): Trace[] => [trace, ...trace.children.flatMap(nodes)];

describe.each(ids)('why %s', (id) => {
  const trace = why(id);

  it('starts with the number itself', () => {
    const quantity = assessment.quantities.find((one) => one.id === id);
    if (quantity) {
      const { median, low, high } = quantity;
      expect(trace.value).toEqual({ median, low, high });
      expect(trace.formula).not.toBe('');
    } else expect(trace.value).toContain(assessment.questions.find((one) => one.id === id)!.word);
  });

  it('ends in leaves that have a source, a place or a basis', () => {
    const bare = leaves(trace).filter(({ source, place, basis }) => !source && !place && !basis);
    expect(bare.map(({ label }) => label)).toEqual([]);
  });

  it('says it in Chinese, too, with every formula', () => {
    for (const { label, formula, zh } of nodes(trace)) {
      expect(zh?.label ?? `missing: ${label}`).not.toContain('missing');
      if (formula) expect(zh?.formula ?? `missing: ${formula}`).toMatch(/\p{Script=Han}|×/u);
    }
  });

  it('says of every node what it is, without a number that is none', () => {
    for (const { label, value } of nodes(trace)) {
      expect(label).not.toBe('');
      const numbers = typeof value === 'object' && value ? Object.values(value) : [value];
      for (const one of numbers) if (typeof one === 'number') expect(one).toBeGreaterThanOrEqual(0);
    }
  });
});

it('tells a claim from what the dossier derives from one', () => {
  const hall = readFileSync('dossiers/two-halls/sites/hall-a.yaml', 'utf8');
  const by = /by: .*\n/.exec(hall)![0];
  const changes = {
    'sites/hall-a.yaml': hall.replace(by, 'by: Sandtable, half of the hub\n    basis: derived\n'),
  };
  const run = runOf(dossier('two-halls', changes));
  const tree = nodes(explain(run.plan, run.posterior, { assessment: run.assessment, id: 'accelerators' }));
  const derived = tree.find(({ label }) => label === 'derived by Sandtable, half of the hub');
  expect(derived?.basis).toBe('derived');
  expect(tree.filter(({ label }) => label.startsWith('claimed by '))).toHaveLength(1);
  expect(run.assessment.hub.claims).toBe(runOf(twoHalls).assessment.hub.claims - 1);
});

describe('the tree of the accelerators', () => {
  const all = nodes(why('accelerators'));

  it('has every site of the hub and no other', () => {
    const sites = all.filter(({ label }) => / of the spread$/.test(label));
    expect(sites.length).toBe(3);
    expect(sites.every(({ place }) => place?.file.startsWith('dossiers/two-halls/sites/'))).toBe(true);
    const shares = sites.map(({ label }) => Number(/(\d+) % of the spread/.exec(label)![1]));
    expect(Math.abs(shares.reduce((a, b) => a + b) - 100)).toBeLessThanOrEqual(2);
  });

  it('has every parameter of the world, with its line', () => {
    for (const name of parameterNames) {
      const node = all.find(({ label }) => label.startsWith(`${name}: `))!;
      expect(node.place?.file, name).toMatch(/world\.yaml$|assumptions\.yaml$/);
    }
  });

  it('has the pool before and after the evidence, with its estimates', () => {
    const pool = all.find(({ label }) => label === 'restricted accelerators in the country')!;
    expect(pool.value).toEqual(assessment.quantities[0]!.permitted);
    expect(pool.children[0]!.children.map(({ label }) => label).join()).toMatch(/, weight [\d.]+ %/);
  });

  it('has the items that moved the headline most, each at its line', () => {
    const item = all.find(({ place }) => place?.file === 'dossiers/two-halls/evidence.yaml')!;
    expect(item.source).toMatch(/^example-/);
  });
});

describe('the tree of a question', () => {
  it.each([
    ['claim-there', 'named accelerators running', /^[×÷] [\d.]+ on the headline, /],
    ['some-named', 'named accelerators running', /^[×÷] [\d.]+ on 1,000 of the named chip running, /],
    ['mostly-other', 'compute lit, any chip (dense FP16)', /^[×÷] [\d.]+ on other chips being most, /],
    ['tenth-lit', 'compute lit, any chip (dense FP16)', /^[×÷] [\d.]+ on a tenth being lit, /],
    ['half-lit', 'compute lit, any chip (dense FP16)', /^[×÷] [\d.]+ on half being lit, /],
  ])('%s starts from %s and gives the factors on this question', (id, quantity, factor) => {
    const [claimed, of, evidence] = why(id).children;
    const { claimed: amount } = assessment.quantities.find(({ label }) => label.en === quantity)!;
    const read = readQuantity(String(claimed!.value)).quantity!;
    expect(exactValue(read) / amount!.median).toBeCloseTo(1, 2);
    expect(of!.label).toBe(quantity);
    const items = nodes(why(id)).filter(
      ({ place, source }) => source && place?.file.endsWith('/evidence.yaml'),
    );
    expect(items.length).toBeGreaterThan(3);
    for (const { value } of items) expect(value).toMatch(factor);
    const sizes = evidence!.children.map(({ value }) => Number(/[\d.]+/.exec(String(value))![0]));
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
  });

  it('gives an item the factor that leaving it out gives', () => {
    const p = assessment.questions.find((one) => one.id === 'half-lit')!.probability;
    const [first] = why('half-lit').children.at(-1)!.children;
    const id = first!.label.split(':')[0]!;
    const without = whatIf(plan, { posterior, hub: hubColumns(plan, posterior.columns) }, { drop: [id] });
    const other = without.questions.find((one) => one.id === 'half-lit')!.probability;
    const factor = (p * (1 - other)) / ((1 - p) * other);
    const [, sign, size] = /^([×÷]) ([\d.]+)/.exec(String(first!.value))!;
    expect(Number(size) / (sign === '×' ? factor : 1 / factor)).toBeCloseTo(1, 1);
  });

  it('says the likelihood word in Chinese as the screens do', () => {
    expect(wordsZh).toEqual(zhCN.word);
    expect(why('tenth-lit').zh?.value).toMatch(/^\p{Script=Han}+（[<>]?[\d.]+%）$/u);
  });

  it('defines the word of the headline', () => {
    expect(why('claim-there').formula).toContain('. Substantially there: at least 50 % of the claimed ');
    expect(why('claim-there').zh?.formula).toContain('大体到位：所称');
  });
});

describe('a site in the tree of a quantity', () => {
  const sitesOf = (id: string) => why(id).children.filter(({ label }) => / of the spread$/.test(label));

  it.each([
    ['accelerators', 'accelerators'],
    ['compute', 'compute'],
    ['it-load', 'itLoad'],
  ] as const)('has in %s the value that the screen shows', (id, key) => {
    const results = assessment.sites.filter(({ role }) => role === 'hub');
    expect(sitesOf(id).map(({ value, unit }) => ({ value, unit }))).toEqual(
      results.map(({ [key]: { median, low, high, unit } }) => ({ value: { median, low, high }, unit })),
    );
  });

  it.each([
    ['legal', 1],
    ['domestic', 2],
  ] as const)('counts cards in %s, its compute over the mean peak on offer', (id, route) => {
    const tree = why(id);
    const { value: peak, children: kinds } = tree.children.at(-1)!;
    expect(kinds.length).toBeGreaterThan(0);
    expect(kinds.every(({ source, place }) => source && place)).toBe(true);
    const { columns, weights } = posterior;
    const ours = columns.sites.filter((_, s) => plan.compiled.sites[s]!.role === 'hub');
    for (const [s, { value, unit, label }] of sitesOf(id).entries()) {
      const flops = ours[s]!.compute[route];
      const [high] = weightedQuantiles(flops, [0.95], { weights: weights.neutral });
      expect(unit, label).toBe('');
      expect(((value as { high: number }).high * (peak as number)) / high!).toBeCloseTo(1, 1);
    }
    expect(sitesOf(id)[0]!.children.map(({ label }) => label)).toContain(
      id === 'legal' ? 'on legal substitutes, where lit' : 'on domestic chips, where lit',
    );
  });

  it.each(quantityIds.filter((id) => !/^(largest-run|tokens)/.test(id)))(
    'adds up to the spread of %s',
    (id) => {
      const shares = sitesOf(id).map(({ label }) => Number(/(\d+) % of the spread/.exec(label)![1]));
      expect(Math.abs(shares.reduce((a, b) => a + b) - 100)).toBeLessThanOrEqual(2);
    },
  );
});

describe('the tree of a training run', () => {
  it.each(quantityIds.filter((id) => id.startsWith('largest-run')))(
    'of %s has what runs, the rates of the chips that count, and what stops runs, each with its line',
    (id) => {
      const { children } = why(id);
      const labels = children.map(({ label }) => label);
      expect(labels).toContain('named accelerators running');
      const rates = children.flatMap((child) => [child, ...child.children]);
      const written = rates.filter(({ label }) => /training rate of one chip on/.test(label));
      expect(written.length).toBeGreaterThan(/h20|ascend/.test(id) ? 0 : 3);
      for (const one of written) {
        expect(one).toMatchObject({ unit: 'FLOP/s', source: 'deepseek-v3-report' });
        expect(one.place?.file).toBe('data/workloads/training.yaml');
      }
      const stops = children.filter(({ place }) => place?.file === 'data/training/run.yaml');
      expect(stops.length).toBe(/-site|-together/.test(id) ? 4 : 5);
      expect(labels.every((label) => !/of the spread$/.test(label))).toBe(true);
    },
  );
});

describe('the tree of tokens a day', () => {
  it.each(quantityIds.filter((id) => id.startsWith('tokens')))(
    'of %s has the chips, what one of each serves, and every number of the service',
    (id) => {
      const tree = why(id);
      const labels = tree.children.map(({ label }) => label);
      expect(labels).toContain('named accelerators running');
      expect(labels).toContain('tokens of one accelerator and day, on the named chip');
      const figures = nodes(tree).filter(({ place }) => place?.file === 'data/workloads/service.yaml');
      expect(figures.length).toBe(8);
      const rates = nodes(tree).filter(({ place }) => place?.file === 'data/workloads/rates.yaml');
      expect(rates.length).toBeGreaterThan(3);
      for (const { basis, source } of rates) expect(basis && source).toBeTruthy();
    },
  );
});

describe('the figures of the power chain', () => {
  it.each([
    ['it-load', ['peak share', 'cluster overhead', 'diversity']],
    ['facility-load', ['PUE of other', 'PUE of air', 'PUE of indirect', 'PUE of liquid']],
  ])('stand in the tree of %s with file and line', (id, labels) => {
    const all = nodes(why(id));
    for (const label of labels) {
      const { place, value } = all.find((node) => node.label.startsWith(label))!;
      expect(place?.file, label).toMatch(/^data\/site\/.*\.yaml$/);
      const lines = readFileSync(place!.file, 'utf8')
        .split('\n')
        .slice(place!.line - 1, place!.line + 1);
      const written = label === 'PUE of other' ? 'plants:' : String(value);
      expect(lines.join('\n')).toContain(written);
    }
  });

  it('come after the rated power of one accelerator of each route', () => {
    const rated = why('it-load').children.filter(({ unit }) => unit === 'W');
    expect(rated.length).toBe(3);
    for (const { value } of rated) expect(value).toBeGreaterThan(300);
  });
});

it('leads from the meter over PUE and IT load to servers and chips', () => {
  const trace = why('facility-load');
  const child = (of: Trace, label: string) => of.children.find((one) => one.label.startsWith(label))!;
  const pue = child(trace, 'PUE');
  const { median, low, high } = pue.value as { median: number; low: number; high: number };
  expect(pue.unit).toBe('1');
  expect(low).toBeGreaterThan(1);
  expect([low, median, high]).toEqual([low, median, high].sort((a, b) => a - b));
  expect(high).toBeLessThan(2);
  const it = child(trace, 'IT load');
  for (const label of [
    'named accelerators',
    'rated server power',
    'peak share',
    'cluster overhead',
    'diversity',
  ])
    expect(child(it, label), label).toBeDefined();
  const facility = assessment.quantities.find(({ id }) => id === 'facility-load')!;
  expect(facility.pue).toEqual(pue.value);
});

it('says where another value can be put in place, and each place can be', () => {
  const paths = ['accelerators', 'compute'].flatMap((id) => nodes(why(id)).flatMap(({ set }) => set ?? []));
  expect(paths).toContain('world.pace');
  expect(paths.some((path) => path.startsWith('sites.'))).toBe(true);
  for (const path of new Set(paths)) {
    const name = path.replace('world.', '') as ParameterName;
    const value = plan.parameters.get(name)?.value.neutral.text ?? '50k';
    expect(() => runOf(yards, { set: { [path]: value }, draws: 1024 })).not.toThrow();
  }
});

it('teaches what can be explained', () => {
  const thrown = (id: string) => {
    try {
      return why(id);
    } catch (problem) {
      return problem;
    }
  };
  expect(thrown('acelerators')).toBeInstanceOf(SandtableError);
  expect((thrown('acelerators') as Error).message).toContain('Did you mean accelerators?');
  expect((thrown('weather') as Error).message).toContain(`Known are ${quantityIds[0]}, `);
});

it('says of every site which plants make up its part of the facility load', () => {
  const sites = why('facility-load').children.filter(({ label }) => label.includes('of the spread'));
  expect(sites.length).toBeGreaterThan(1);
  for (const site of sites) {
    const pue = site.children.find(({ label }) => label.startsWith('PUE of its plants'))!;
    expect(pue.value).toBeGreaterThan(1);
    expect(pue.children.map(({ label }) => label).join()).toMatch(/% of the halls: .*air.*liquid/s);
  }
});
