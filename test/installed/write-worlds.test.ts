import { describe, expect, test } from 'vitest';
import { CELL_STARTS } from '../../src/installed/cell-layout.ts';
import { storedDetails } from '../../src/installed/columns.ts';
import { drawnColumns, emptyWorlds } from '../../src/installed/drawn-columns.ts';
import { FIRST_ORIGIN } from '../../src/installed/globals.ts';
import { prepareHub } from '../../src/installed/prepare.ts';
import { LEGAL, LIT, NAMED, states } from '../../src/installed/world.ts';
import { addTotals, columnsShape } from '../../src/installed/write-worlds.ts';
import { FULL, finding, findings, hubItem, RELIABILITY, smallHub } from './small-hub.ts';

const base = smallHub({
  sites: [
    { claimed: 4000, items: [finding('lit', 0), finding('warm', 1, 0)] },
    { claimed: 2000, count: 2 },
    { claimed: 900 },
  ],
  origins: [[6, 2]],
  hubItems: [
    hubItem(2, (sum) => 1 / (1 + sum), {
      origin: 0,
      sums: { of: 'projects', stage: LIT },
      noise: 0.25,
    }),
    hubItem(3, (sum) => 1 / (1 + sum), { sums: { of: 'compute' } }),
    hubItem(4, (pool) => 1 / (1 + 1e4 / pool)),
    hubItem(5, (sum) => 1 / (1 + sum), { sums: { of: 'accelerators' } }),
    hubItem(6, (sum) => 1 / (2 + sum), { sums: { of: 'accelerators' } }),
  ],
});
const model = {
  ...base,
  sites: base.sites.map((site, i) => (i === 2 ? { ...site, role: 'context' as const } : site)),
};
const hub = prepareHub(model, 1);
const entryOf = (destiny: number, route: number, full = false): number =>
  CELL_STARTS[states.findIndex((s) => s.destiny === destiny && s.route === route && s.full === full)]!;

/** Three draws: nothing; all named and full; then nothing but one legal first phase at the record that stands for two. */
const all = entryOf(LIT, NAMED, true);
const worlds = emptyWorlds(hub, { from: 0, draws: 3 });
[
  [entryOf(0, NAMED), all, entryOf(0, NAMED)],
  [entryOf(0, NAMED), all, entryOf(LIT, LEGAL)],
  [entryOf(0, NAMED), all, entryOf(2, LEGAL)],
  [entryOf(0, NAMED), all, entryOf(0, LEGAL)],
].forEach((entries, m) => {
  worlds.members[m]!.entries.set(entries);
});
const levels = hub.globals.levels[FIRST_ORIGIN]!.values;
worlds.globals.get('pool')!.fill(50_000);
worlds.globals.get('reliability/origin-0')!.set([levels[0]!, levels[0]!, levels[4]!]);
addTotals(hub, worlds.members, worlds);
const columns = drawnColumns(hub, worlds);

describe('drawn worlds in columns', () => {
  test('have a member for each site that a record stands for', () => {
    expect(worlds.members.map(({ site }) => site)).toEqual([0, 1, 1, 2]);
  });

  test('read the same at some draws as at all of them', () => {
    const some = columns.at(Uint32Array.of(2, 1));
    const swapped = (values: ArrayLike<number>) => [values[2], values[1]];
    expect(some.logLikelihood.map((column) => [...column])).toEqual(columns.logLikelihood.map(swapped));
    some.sites.forEach((site, s) => {
      expect([...site.accelerators]).toEqual(swapped(columns.sites[s]!.accelerators));
      expect(site.stages.map((stage) => [...stage])).toEqual(columns.sites[s]!.stages.map(swapped));
    });
  });

  test('show each item’s log likelihood in turn, whether drawn or stored', () => {
    const { sites, logLikelihood, looks } = columns;
    const stored = storedDetails({ sites, logLikelihood, looks });
    for (const details of [columns, stored, columns.at(Uint32Array.of(0, 1, 2))]) {
      const shown: number[][] = [];
      details.eachLogLikelihood((log, item) => {
        shown[item] = [...log];
      });
      expect(shown).toEqual(logLikelihood.map((log) => [...log]));
      const asked = shown.map((_, item) => details.logLikelihoodOf(shown.length - 1 - item)).reverse();
      expect(asked.map((log) => [...log])).toEqual(shown);
      expect(details.logLikelihoodOf(0)).toBe(details.logLikelihoodOf(0));
    }
  });

  test('add compute up by route, of the hub alone', () => {
    expect(columns.compute[NAMED][1]! / 1e15).toBeCloseTo(FULL * 8000, 6);
    expect(columns.compute[LEGAL][2]! / 1e15).toBeCloseTo(500, 9);
    expect(columns.compute[LEGAL][1]).toBe(0);
  });

  test('count the accelerators of the hub, not of its context', () => {
    expect(columns.accelerators[1]).toBeCloseTo(FULL * (4000 + 2 * 2000), 6);
    expect(columns.sites[2]!.accelerators[1]).toBeCloseTo(FULL * 900, 6);
    expect(columns.accelerators[2]).toBe(0);
  });

  test('add up the members of a record', () => {
    expect(columns.sites[1]!.stages.map((stage) => [...stage.subarray(1)])).toEqual([
      [0, 0],
      [0, 0],
      [0, 1],
      [2, 1],
    ]);
    expect([...columns.sites[1]!.lit[NAMED].subarray(1)]).toEqual([2, 0]);
    expect([...columns.sites[1]!.lit[LEGAL].subarray(1)]).toEqual([0, 1]);
    expect(columns.sites[1]!.compute[LEGAL][2]! / 1e15).toBeCloseTo(500, 9);
  });

  test('hold each item’s log likelihood over its noise, reliability mixed in', () => {
    const mean = RELIABILITY[0] / (RELIABILITY[0] + RELIABILITY[1]);
    const own = (p: number) => Math.log((mean * p) / findings.lit.noise + 1 - mean);
    expect(columns.logLikelihood[0]![1]).toBeCloseTo(own(0.7), 12);
    expect(columns.logLikelihood[0]![2]).toBeCloseTo(own(0.01), 12);
    const { values } = hub.globals.levels[FIRST_ORIGIN]!;
    const shared = (p: number, rho: number) => Math.log((rho * p) / findings.warm.noise + 1 - rho);
    expect(columns.logLikelihood[1]![1]).toBeCloseTo(shared(0.85, values[0]!), 12);
    expect(columns.logLikelihood[1]![2]).toBeCloseTo(shared(0.02, values[4]!), 12);
  });

  test('show hub-wide items the sums over the hub, or the pool, by their origin’s level or their own mean', () => {
    const { values } = hub.globals.levels[FIRST_ORIGIN]!;
    const rho = values[0]!;
    expect(columns.logLikelihood[2]![1]).toBeCloseTo(Math.log(rho / 4 / 0.25 + 1 - rho), 12);
    const mean = RELIABILITY[0] / (RELIABILITY[0] + RELIABILITY[1]);
    const own = (p: number) => Math.log((mean * p) / 0.1 + 1 - mean);
    expect(columns.logLikelihood[3]![2]).toBeCloseTo(own(1 / 501), 9);
    const accelerators = FULL * 8000;
    for (const log of columns.logLikelihood[4]!) expect(log).toBeCloseTo(own(1 / (1 + 1e4 / 50_000)), 12);
    [1, 1 / (1 + accelerators), 1].forEach((p, d) => {
      expect(columns.logLikelihood[5]![d]).toBeCloseTo(own(p), 12);
    });
    [1 / 2, 1 / (2 + accelerators), 1 / 2].forEach((p, d) => {
      expect(columns.logLikelihood[6]![d]).toBeCloseTo(own(p), 12);
    });
  });
});

test('the shape has a place for every item and outcome', () => {
  expect(columnsShape(hub)).toMatchObject({ sites: 3, items: 7, outcomes: [] });
  expect(columnsShape(hub).globals).toEqual([
    'realisation',
    'fullShare',
    'namedShare',
    'pool',
    'pace',
    'reliability/origin-0',
  ]);
});
