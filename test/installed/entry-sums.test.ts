import { expect, test } from 'vitest';
import { ENTRIES } from '../../src/installed/cell-layout.ts';
import { addedUp, addTerms } from '../../src/installed/entry-sums.ts';
import { prepareHub } from '../../src/installed/prepare.ts';
import { LIT } from '../../src/installed/world.ts';
import { stream, uniforms } from '../../src/stats/random.ts';
import { finding, smallHub } from './small-hub.ts';

/** More than are summed at once. */
const DRAWS = 20_000;

function random(name: string, length = DRAWS): Float64Array {
  const u = new Float64Array(length);
  uniforms(stream(1, name), 0, u);
  return u;
}

const entriesOf = (name: string) => Uint16Array.from(random(name), (u) => Math.floor(u * ENTRIES));

test('adds to each column, in order, what tables hold and the logarithms of what is mixed', () => {
  const [one, other] = [entriesOf('one'), entriesOf('other')];
  const values = random('values', ENTRIES);
  // A few ratios, so that logarithms recur, and as many as there are entries, so that they do not.
  const ratios = [values.map((u) => Math.floor(u * 4)), values.map((u) => u * 1e6)];
  const trust = random('trust').map((u) => (1 + Math.floor(u * 5)) / 5);
  const columns = [random('before'), new Float64Array(DRAWS), new Float64Array(DRAWS)];
  const expected = columns.map((column) => column.slice());
  const logs = (column: Float64Array, entries: Uint16Array, ratio: Float64Array) => {
    for (let i = 0; i < DRAWS; i++) {
      const rho = 0.9 * trust[i]!;
      column[i]! += Math.log(rho * ratio[entries[i]!]! + 1 - rho);
    }
  };
  for (let i = 0; i < DRAWS; i++) expected[0]![i]! += values[other[i]!]!;
  logs(expected[0]!, one, ratios[0]!);
  logs(expected[1]!, other, ratios[1]!);
  const mixed = { trust, share: 0.9 };
  addTerms(columns, [
    [
      { entries: other, values },
      { entries: one, values: ratios[0]!, mixed },
    ],
    [{ entries: other, values: ratios[1]!, mixed }],
    [],
  ]);
  columns.forEach((column, c) => {
    expect(column.findIndex((value, i) => !Object.is(value, expected[c]![i]))).toBe(-1);
  });
});

test('no columns and no draws are nothing to add to', () => {
  addTerms([], []);
  const none = new Float64Array(0);
  addTerms([none], [[{ entries: new Uint16Array(0), values: new Float64Array(4) }]]);
  expect(none.length).toBe(0);
});

test('adds a record’s sites up: chips, compute and lit sites by route, sites by stage', () => {
  const [table] = prepareHub(smallHub({ sites: [{ claimed: 2000, items: [finding('lit', 0)] }] }), 1).tables;
  const members = [entriesOf('one'), entriesOf('other')];
  const columns = addedUp(table!, members, DRAWS);
  const at = (i: number) => members.map((entries) => entries[i]!);
  const total = (values: number[]) => values.reduce((sum, value) => sum + value, 0);
  for (const i of [0, 1, 8191, 8192, DRAWS - 1]) {
    expect(columns.accelerators[i]).toBe(total(at(i).map((e) => table!.accelerators[e]!)));
    columns.stages.forEach((stage, s) => {
      expect(stage[i]).toBe(at(i).filter((e) => table!.stage[e] === s).length);
    });
    columns.lit.forEach((lit, route) => {
      const there = at(i).filter((e) => table!.stage[e] === LIT && table!.route[e] === route);
      expect(lit[i]).toBe(there.length);
      expect(columns.compute[route]![i]).toBe(total(there.map((e) => table!.compute[e]!)));
    });
  }
  expect(columns.lit.every((lit) => lit.some((count) => count > 0))).toBe(true);
});
