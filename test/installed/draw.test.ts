import { describe, expect, test } from 'vitest';
import { arraysOf, joinColumns } from '../../src/installed/columns.ts';
import { DRAWS_PER_BLOCK } from '../../src/installed/draw.ts';
import { DRAWS_PER_POINT } from '../../src/installed/hub-state.ts';
import { drawPart, prepare } from '../../src/installed/infer.ts';
import { presets } from '../../src/installed/presets.ts';
import { LIT } from '../../src/installed/world.ts';
import { beta } from '../../src/stats/beta.ts';
import { estimator } from './estimate.ts';
import { finding, hubItem, type SmallHub, sharesOf, smallHub } from './small-hub.ts';

const spec: SmallHub = {
  sites: [
    { claimed: 4000, items: [finding('lit', 0, 0)] },
    { claimed: 2000, count: 2, items: [finding('warm', 1, 0)] },
  ],
  origins: [[6, 2]],
  pool: [50_000, 0.3],
  hubItems: [hubItem(2, (sum) => 1 / (1 + sum), { origin: 0, sums: { of: 'projects', stage: LIT } })],
};

function drawn(of: SmallHub, blocks: { from: number; to: number }) {
  return drawPart(prepare(smallHub(of), 5), blocks);
}

describe('blocks of draws', () => {
  const whole = drawn(spec, { from: 0, to: 5 });

  test('are bitwise the same drawn alone, each from a preparation of its own', () => {
    const parts = [
      drawn(spec, { from: 0, to: 1 }),
      drawn(spec, { from: 1, to: 3 }),
      drawn(spec, { from: 3, to: 5 }),
    ];
    const joined = joinColumns(parts);
    expect(parts[1]!.from).toBe(DRAWS_PER_BLOCK);
    arraysOf(joined).forEach(({ name, values }, i) => {
      expect({ name, values }).toEqual(arraysOf(whole)[i]);
    });
  });

  test('differ from each other and with the seed', () => {
    const { accelerators } = whole;
    const [first, second] = [0, 1].map((b) =>
      accelerators.slice(b * DRAWS_PER_BLOCK, (b + 1) * DRAWS_PER_BLOCK),
    );
    expect(first).not.toEqual(second);
    expect(drawPart(prepare(smallHub(spec), 6), { from: 0, to: 1 }).accelerators).not.toEqual(first);
  });

  test('hold nothing that is not a number, and only possible worlds', () => {
    for (const { values } of arraysOf(whole))
      expect(values.every((value) => !Number.isNaN(value))).toBe(true);
    for (const { stages, lit } of whole.sites) {
      expect(stages[LIT].map((_, d) => lit[0][d]! + lit[1][d]! + lit[2][d]!)).toEqual(stages[LIT]);
    }
    whole.sites[1]!.stages[0].forEach((_, d) => {
      expect(whole.sites[1]!.stages.reduce((sum, stage) => sum + stage[d]!, 0)).toBe(2);
    });
    const total = whole.accelerators.map((_, d) =>
      whole.sites.reduce((sum, site) => sum + site.accelerators[d]!, 0),
    );
    expect(total).toEqual(whole.accelerators);
  });
});

describe('a hub without evidence and with a pool that is enough', () => {
  const columns = drawn({ sites: [{ claimed: 1000, count: 3 }] }, { from: 0, to: 16 });

  test.each(presets)('gives back its prior (%s)', (preset) => {
    const estimate = estimator(columns, preset);
    const shares = sharesOf({ sites: [] });
    const realisation = estimate((d) => columns.globals.get('realisation')![d]!);
    expect(
      Math.abs(realisation.mean - beta(...shares.realisation[preset]).mean) / realisation.error,
    ).toBeLessThan(4);
    const lit = estimate((d) => columns.sites[0]!.stages[LIT][d]!);
    expect(Math.abs(lit.mean - 3 * beta(...shares.realisation[preset]).mean) / lit.error).toBeLessThan(4);
    const named = estimate((d) => columns.globals.get('namedShare')![d]!);
    expect(Math.abs(named.mean - beta(...shares.namedShare[preset]).mean) / named.error).toBeLessThan(4);
  });

  test.each(presets)('has evidence 1: the weights average to it (%s)', (preset) => {
    const weights = columns.logWeight[preset].map(Math.exp);
    const points = Array.from({ length: weights.length / DRAWS_PER_POINT }, (_, p) =>
      weights
        .subarray(p * DRAWS_PER_POINT, (p + 1) * DRAWS_PER_POINT)
        .reduce((a, b) => a + b / DRAWS_PER_POINT, 0),
    );
    const mean = points.reduce((a, b) => a + b, 0) / points.length;
    const error = Math.sqrt(points.reduce((sum, x) => sum + (x - mean) ** 2, 0)) / points.length;
    expect(error).toBeLessThan(0.1);
    expect(Math.abs(mean - 1) / error).toBeLessThan(4);
  });
});
