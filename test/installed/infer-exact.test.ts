import { describe, expect, test } from 'vitest';
import type { Columns } from '../../src/installed/columns.ts';
import { blocksFor, drawPart, prepare } from '../../src/installed/infer.ts';
import { countLikelihood, totalLikelihood } from '../../src/installed/observation.ts';
import { byPreset, type Preset, presets } from '../../src/installed/presets.ts';
import { LIT, NAMED } from '../../src/installed/world.ts';
import { point } from '../../src/stats/discrete.ts';
import { estimator } from './estimate.ts';
import { enumerateHub, type JointWorld } from './exact.ts';
import { finding, hubItem, PARTIAL, type SmallHub, smallHub } from './small-hub.ts';

/** Standard errors that one of the some 150 comparisons below passes once in a thousand runs. */
const LIMIT = 4.5;

function draw(spec: SmallHub, draws = 24_576): Columns {
  return drawPart(prepare(smallHub(spec), 1), { from: 0, to: blocksFor(draws) });
}

/** A quantity of the hub, in a draw and in an enumerated world. */
interface Compared {
  name: string;
  drawn: (columns: Columns, d: number) => number;
  exact: (world: JointWorld) => number;
}

function comparedIn(spec: SmallHub): Compared[] {
  const least = spec.sites[0]!.claimed * PARTIAL;
  return [
    { name: 'accelerators', drawn: (c, d) => c.accelerators[d]!, exact: (world) => world.accelerators },
    {
      name: 'at least a first phase',
      drawn: (c, d) => (c.accelerators[d]! > least - 1e-6 ? 1 : 0),
      exact: (world) => (world.accelerators > least - 1e-6 ? 1 : 0),
    },
    ...spec.sites.flatMap((_, i): Compared[] => [
      {
        name: `site ${i} lit`,
        drawn: (c, d) => c.sites[i]!.stages[LIT][d]!,
        exact: ({ sites }) => (sites[i]!.destiny === LIT ? 1 : 0),
      },
      {
        name: `site ${i} lit with the named chip`,
        drawn: (c, d) => c.sites[i]!.lit[NAMED][d]!,
        exact: ({ sites }) => (sites[i]!.destiny === LIT && sites[i]!.route === NAMED ? 1 : 0),
      },
    ]),
  ];
}

/** Distances between drawn and exact means in standard errors, largest first. */
function distances(spec: SmallHub, columns: Columns, which: readonly Preset[] = presets) {
  return which
    .flatMap((preset) => {
      const joint = enumerateHub(spec, preset);
      const estimate = estimator(columns, preset);
      return comparedIn(spec).map(({ name, drawn, exact }) => {
        const { mean, error } = estimate((d) => drawn(columns, d));
        const truth = joint.reduce((sum, world) => sum + world.probability * exact(world), 0);
        // Below a draw in a million an error cannot be told from the draws; then the means must agree to that.
        return { preset, name, mean, truth, z: Math.abs(mean - truth) / Math.max(error, 1e-6) };
      });
    })
    .sort((a, b) => b.z - a.z);
}

const evidence = [
  [finding('unnamed', 0, 0), finding('lit', 1)],
  [finding('unnamed', 2, 0)],
  [finding('lit', 3)],
];

function hubOf(claims: readonly number[], pool?: SmallHub['pool']): SmallHub {
  return { sites: claims.map((claimed, i) => ({ claimed, items: evidence[i] })), pool, origins: [[6, 2]] };
}

describe('the posterior of a hub that can be enumerated', () => {
  const cases: [string, SmallHub][] = [
    ['a loose pool', hubOf([1000, 800, 400], [100_000, 0.5])],
    ['a pool that presses', hubOf([5000, 3000, 1000], [20_000, 0.3])],
    ['a pool that excludes nearly everything', hubOf([50_000, 30_000, 9000], [20_000, 0.2])],
    [
      'two items of one origin at one site',
      {
        sites: [{ claimed: 4000, items: [finding('warm', 0, -7), finding('lit', 1, -7)] }, { claimed: 3000 }],
        pool: [30_000, 0.3],
      },
    ],
    [
      'a count of lit sites and a total',
      {
        ...hubOf([5000, 3000, 1000], [30_000, 0.3]),
        hubItems: [
          hubItem(4, (sum) => countLikelihood(1, sum, 0.9), {
            sums: { of: 'projects', stage: LIT },
            noise: 0.25,
          }),
          hubItem(5, (sum) => totalLikelihood(2000, sum, 0.3), {
            origin: 0,
            sums: { of: 'compute' },
            noise: 0.5,
          }),
        ],
      },
    ],
    [
      'a count of lit projects, three of them at one site',
      {
        sites: [{ claimed: 5000, projects: 3, items: evidence[0] }, { claimed: 3000 }, { claimed: 1000 }],
        pool: [30_000, 0.3],
        origins: [[6, 2]],
        hubItems: [
          hubItem(4, (sum) => countLikelihood(3, sum, 0.9), {
            sums: { of: 'projects', stage: LIT },
            noise: 0.2,
          }),
        ],
      },
    ],
    [
      'hub-wide findings about the chips of an earlier day',
      {
        ...hubOf([5000, 3000, 1000], [30_000, 0.4]),
        hubItems: [
          // First light is on day 30.
          {
            ...hubItem(4, (sum) => (sum >= 1000 ? 0.05 : 0.6), { sums: { of: 'accelerators' } }),
            day: 30,
          },
          { ...hubItem(5, (sum) => 1 / (1 + sum), { sums: { of: 'accelerators' } }), day: 29 },
        ],
      },
    ],
    [
      'hub-wide findings about chips and pool',
      {
        ...hubOf([5000, 3000, 1000], [30_000, 0.4]),
        hubItems: [
          hubItem(4, (chips) => (chips >= 1000 ? 0.6 : 0.05), { origin: 0, sums: { of: 'accelerators' } }),
          hubItem(5, (pool) => (pool > 30_000 ? 0.9 : 0.2), { noise: 0.5 }),
        ],
      },
    ],
  ];
  test.each(cases)('equals enumeration with %s, under all three priors', (_, spec) => {
    expect(distances(spec, draw(spec))[0]!.z).toBeLessThan(LIMIT);
  });

  test('equals that of single sites where one record stands for several', () => {
    const items = [finding('warm', 0)];
    const group: SmallHub = { sites: [{ claimed: 2000, count: 3, items }], pool: [30_000, 0.3] };
    const columns = draw(group);
    const joint = enumerateHub(
      { ...group, sites: [0, 1, 2].map(() => ({ claimed: 2000, items })) },
      'neutral',
    );
    const estimate = estimator(columns, 'neutral');
    for (let lit = 0; lit <= 3; lit++) {
      const truth = joint.reduce((sum, { probability, sites }) => {
        return sites.filter(({ destiny }) => destiny === LIT).length === lit ? sum + probability : sum;
      }, 0);
      const { mean, error } = estimate((d) => (columns.sites[0]!.stages[LIT][d] === lit ? 1 : 0));
      expect(Math.abs(mean - truth) / error).toBeLessThan(LIMIT);
    }
    const { mean, error } = estimate((d) => columns.accelerators[d]!);
    const truth = joint.reduce((sum, { probability, accelerators }) => sum + probability * accelerators, 0);
    expect(Math.abs(mean - truth) / error).toBeLessThan(LIMIT);
  });
});

function farthest(a: Float64Array, b: Float64Array): number {
  return a.reduce((most, value, i) => Math.max(most, Math.abs(value - b[i]!)), 0);
}

describe('what must not matter', () => {
  const spec = hubOf([5000, 3000, 1000], [30_000, 0.3]);
  const base = draw(spec, 4096);

  test('the order of a site’s evidence', () => {
    const sites = spec.sites.map((site) => ({ ...site, items: [...site.items!].reverse() }));
    const { accelerators, logWeight } = draw({ ...spec, sites }, 4096);
    expect(accelerators).toEqual(base.accelerators);
    for (const preset of presets) {
      expect(farthest(logWeight[preset], base.logWeight[preset])).toBeLessThan(1e-9);
    }
  });

  test('the order of the hub-wide evidence', () => {
    const hubItems = [
      hubItem(4, (sum) => countLikelihood(2, sum, 0.9), { sums: { of: 'projects', stage: LIT } }),
      hubItem(5, (sum) => totalLikelihood(2000, sum, 0.3), { origin: 0, sums: { of: 'compute' } }),
    ];
    const [one, other] = [hubItems, [...hubItems].reverse()].map((items) =>
      draw({ ...spec, hubItems: items }, 4096),
    );
    expect(farthest(one!.logWeight.neutral, other!.logWeight.neutral)).toBeLessThan(1e-9);
  });

  test('a pool without end: it weighs nothing and presses on nothing', () => {
    const plenty = draw({ ...spec, pool: undefined });
    const none = draw({ ...spec, pool: undefined, poolShare: byPreset(() => point(1)) });
    expect(plenty.logWeight.neutral).toEqual(none.logWeight.neutral);
    expect(plenty.accelerators).toEqual(none.accelerators);
    expect(plenty.lambda.every((lambda) => lambda <= 0)).toBe(true);
    expect(base.lambda.some((lambda) => lambda > 0)).toBe(true);
  });
});

test('two items of one origin move less than the same items of two origins', () => {
  const litAt = (first: number, second: number) => {
    const items = [finding('lit', 0, first), finding('warm', 1, second)];
    const sites = [{ claimed: 1000, items }, { claimed: 1000 }];
    const columns = draw({ sites });
    const lit = estimator(columns, 'neutral')((d) => columns.sites[0]!.stages[LIT][d]!);
    const joint = enumerateHub({ sites }, 'neutral');
    const exact = joint.reduce(
      (sum, world) => sum + (world.sites[0]!.destiny === LIT ? world.probability : 0),
      0,
    );
    expect(Math.abs(lit.mean - exact) / lit.error).toBeLessThan(LIMIT);
    return exact;
  };
  expect(litAt(-1, -1)).toBeLessThan(litAt(-1, -2));
});
