import { describe, expect, test } from 'vitest';
import { CELL_SIZES, CELL_STARTS, ENTRIES, NAMED_LIT } from '../../src/installed/cell-layout.ts';
import type { HubItem, LookModel, SiteModel } from '../../src/installed/model.ts';
import { observeAmount } from '../../src/installed/observation.ts';
import { buildSiteTable, type SiteTable } from '../../src/installed/site-table.ts';
import { DOMESTIC, LEGAL, LIT, NAMED, states } from '../../src/installed/world.ts';
import { beta } from '../../src/stats/beta.ts';
import { point } from '../../src/stats/discrete.ts';
import type { Distribution } from '../../src/stats/distribution.ts';
import { finding, findings, hubItem, RELIABILITY, smallHub } from './small-hub.ts';

const hub = smallHub({ sites: [{ claimed: 1000 }] });
const site = hub.sites[0]!;
const mean = RELIABILITY[0] / (RELIABILITY[0] + RELIABILITY[1]);

function build(
  of: Partial<SiteModel>,
  with_: { world?: Partial<typeof hub.world>; hubItems?: HubItem[]; looks?: LookModel[]; day?: number } = {},
): SiteTable {
  return buildSiteTable(
    { ...site, ...of },
    {
      seed: 1,
      day: with_.day ?? hub.day,
      world: { ...hub.world, ...with_.world },
      hubItems: with_.hubItems ?? [],
      index: 0,
      looks: with_.looks ?? [],
      tables: new Map(),
    },
  );
}

const cellOf = (destiny: number, route: number, full = false): number =>
  states.findIndex((state) => state.destiny === destiny && state.route === route && state.full === full);

/** E over a fill of f. */
function overFill(fill: Distribution, f: (fill: number) => number): number {
  const steps = 20_000;
  let sum = 0;
  for (let i = 0; i < steps; i++) sum += f(fill.quantile((i + 0.5) / steps)) / steps;
  return sum;
}

describe('the layout', () => {
  test('has one cell a state and the two cells with named chips side by side', () => {
    expect(CELL_SIZES.length).toBe(states.length);
    expect(CELL_STARTS.at(-1)! + CELL_SIZES.at(-1)!).toBe(ENTRIES);
    expect(states[NAMED_LIT]).toMatchObject({ destiny: LIT, route: NAMED, full: false });
    expect(states[NAMED_LIT + 1]).toMatchObject({ destiny: LIT, route: NAMED, full: true });
  });
});

describe('a site without a continuous side', () => {
  const table = build({ items: [finding('lit', 0), finding('unnamed', 1), finding('warm', 2, 0)] });

  test('has in each cell what is on offer times its own evidence, by hand', () => {
    states.forEach(({ destiny, route }, s) => {
      const ratio = (name: 'lit' | 'unnamed') =>
        (mean * findings[name].p[3 * destiny + route]!) / findings[name].noise + 1 - mean;
      const offered = [1, 0.4, 0.6][route]!;
      expect(table.mass[s]).toBeCloseTo(offered * ratio('lit') * ratio('unnamed'), 12);
    });
  });

  test('leaves items of global origins open', () => {
    expect(table.own.map(({ item }) => item)).toEqual([0, 1]);
    expect(table.shared.map(({ item, origin }) => [item, origin])).toEqual([[2, 0]]);
    const s = cellOf(LIT, NAMED);
    expect(table.shared[0]!.ratio[CELL_STARTS[s]!]).toBeCloseTo(0.85 / 0.3, 12);
  });

  test('has weights that sum to 1 in every cell', () => {
    states.forEach((_, s) => {
      const cell = table.weight.subarray(CELL_STARTS[s]!, CELL_STARTS[s]! + CELL_SIZES[s]!);
      expect(cell.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
    });
  });

  test('runs accelerators on the named route only, compute on all', () => {
    const at = (route: number) => CELL_STARTS[cellOf(LIT, route, true)]!;
    expect(table.accelerators[at(NAMED)]).toBeCloseTo(900, 9);
    expect(table.accelerators[at(LEGAL)]).toBe(0);
    expect(table.compute[at(LEGAL)]! / 1e15).toBeCloseTo(900, 9);
  });
});

describe('a site with a continuous side', () => {
  const partial = beta(0.8, 3);
  const amount = {
    id: '',
    name: { en: '' },
    meaning: { en: '' },
    citation: { basis: 'judged', sources: [] },
    model: 'amount',
    of: 'compute',
    sigma: 0.3,
    bias: 1.1,
    unlit: 0.05,
    noise: { share: 0.2, sigma: 1.6 },
  } as const;
  const observation = observeAmount(amount, 150, {
    day: hub.day,
    each: 1,
    claimed: 1000,
  });
  const stated = { ...finding('lit', 0), observation };
  const table = build({ items: [stated] }, { world: { partialFill: partial } });
  const s = NAMED_LIT;
  const entries = Array.from({ length: CELL_SIZES[s]! }, (_, k) => CELL_STARTS[s]! + k);
  const ratio = (fill: number) =>
    (mean *
      observation.likelihood({
        ...states[s]!,
        constructionFrom: 0,
        shellFrom: 0,
        litFrom: 0,
        ramp: 0,
        firstBlock: 30,
        fill,
        claimed: 1000,
      })) /
      observation.noise +
    1 -
    mean;
  const mass = overFill(partial, ratio);

  test('has the integral of a sharp amount’s likelihood as the mass of its cell', () => {
    expect(table.mass[s]! / mass).toBeCloseTo(1, 1.5);
  });

  test.each([NAMED, LEGAL, DOMESTIC])(
    'keeps what an amount of a global origin needs on route %i',
    (route) => {
      const open = build({ items: [{ ...stated, origin: 0 }] }, { world: { partialFill: partial } });
      const cell = cellOf(LIT, route);
      let sum = 0;
      for (let e = CELL_STARTS[cell]!; e < CELL_STARTS[cell]! + CELL_SIZES[cell]!; e++) {
        sum += open.weight[e]! * (mean * open.shared[0]!.ratio[e]! + 1 - mean);
      }
      expect(Math.abs(sum / mass - 1)).toBeLessThan(0.02);
    },
  );

  test('keeps particles that stand for the posterior of the fill', () => {
    const posterior = overFill(partial, (fill) => (ratio(fill) * fill) / mass) * 1000;
    const ours = entries.reduce((sum, e) => sum + table.weight[e]! * table.accelerators[e]!, 0);
    expect(Math.abs(ours / posterior - 1)).toBeLessThan(0.05);
  });

  test('keeps them under a pool that presses hard, where only the smallest fills count', () => {
    for (const lambda of [0.005, 0.02, 0.05]) {
      const exact = overFill(partial, (fill) => (ratio(fill) * Math.exp(-lambda * 1000 * fill)) / mass);
      const ours = entries.reduce(
        (sum, e) => sum + table.weight[e]! * Math.exp(-lambda * table.accelerators[e]!),
        0,
      );
      expect(Math.abs(ours / exact - 1)).toBeLessThan(0.1);
    }
  });
});

describe('what a site can carry', () => {
  test('excludes worlds that hold more, on every route', () => {
    const table = build({ permitted: point(500) });
    for (const route of [0, 1, 2]) {
      expect(table.mass[cellOf(LIT, route, true)]).toBe(0);
      expect(table.mass[cellOf(LIT, route, false)]).toBeGreaterThan(0);
      expect(table.mass[cellOf(2, route)]).toBeGreaterThan(0);
    }
  });
});

describe('time', () => {
  test('passes at the pace: what is lit by the day when things go fast is a shell when they go slowly', () => {
    const pace = { values: Float64Array.of(0.5, 2), weights: Float64Array.of(0.5, 0.5) };
    const table = build({}, { world: { pace }, day: 30 });
    const entry = CELL_STARTS[cellOf(LIT, NAMED, true)]!;
    expect(table.stage[entry]).toBe(LIT);
    expect(table.stage[ENTRIES + entry]).toBe(1);
    expect(table.accelerators[ENTRIES + entry]).toBe(0);
  });
});

describe('what the hub’s items and looks see of a site', () => {
  const look: LookModel = {
    id: 'look',
    site: 0,
    outcomes: ['yes', 'no'],
    sights: [1, 0].map((yes) => ({
      by: 'stage',
      day: 10_000,
      p: Float64Array.from({ length: 12 }, (_, at) => yes + (yes === 1 ? -0.1 : 0.1) * Math.floor(at / 3)),
    })),
  };
  const table = build(
    {},
    {
      hubItems: [
        hubItem(0, () => 1, { sums: { of: 'projects', stage: 2 } }),
        hubItem(1, () => 1, { sums: { of: 'compute' } }),
        hubItem(2, () => 1),
        { ...hubItem(3, () => 1, { sums: { of: 'compute' } }), sites: [1] },
        hubItem(4, () => 1, { sums: { of: 'accelerators' } }),
        { ...hubItem(5, () => 1, { sums: { of: 'accelerators' } }), day: 29 },
      ],
      looks: [look],
    },
  );
  const [shell, lit] = [CELL_STARTS[cellOf(2, 2)]!, CELL_STARTS[cellOf(LIT, 2)]!];

  test('is a site at the stage, its compute, or nothing', () => {
    expect([table.hub[0]![shell], table.hub[0]![lit], table.hub[0]![CELL_STARTS[cellOf(1, 2)]!]]).toEqual([
      1, 1, 0,
    ]);
    expect([table.hub[1]![shell], table.hub[1]![lit]]).toEqual([0, 250]);
    expect(table.hub[2]).toBeNull();
    expect(table.hub[3]).toBeNull();
  });

  test('is the named accelerators running on the item’s own day', () => {
    expect(table.hub[4]).toEqual(table.accelerators);
    const named = CELL_STARTS[cellOf(LIT, NAMED)]!;
    expect(table.hub[4]![named]).toBeGreaterThan(0);
    // First light is on day 30.
    expect(table.hub[5]!.every((accelerators) => accelerators === 0)).toBe(true);
  });

  test('has the probabilities of a look’s outcomes', () => {
    expect(table.looks[0]!.probability.map((p) => p[lit])).toEqual([
      expect.closeTo(0.7, 12),
      expect.closeTo(0.3, 12),
    ]);
  });
});

test('refuses more evidence than a number can hold, by name', () => {
  const items = Array.from({ length: 3000 }, (_, item) => finding('lit', item));
  expect(() => build({ items })).toThrow(expect.objectContaining({ code: 'ST-I004' }));
});
