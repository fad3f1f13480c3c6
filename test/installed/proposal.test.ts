import { describe, expect, test } from 'vitest';
import {
  emptyPoint,
  type GlobalPoint,
  globalsOf,
  logLevelPrior,
  logPrior,
  POOL,
} from '../../src/installed/globals.ts';
import {
  fitProposal,
  logProposal,
  type Proposal,
  priorProposal,
  propose,
  uniformsPerPoint,
} from '../../src/installed/proposal.ts';
import { stream, uniforms } from '../../src/stats/random.ts';
import { smallHub } from './small-hub.ts';

const globals = globalsOf(smallHub({ sites: [{ claimed: 1000 }], pool: [30_000, 0.4], origins: [[6, 2]] }));
const width = uniformsPerPoint(globals);

function points(proposal: Proposal, count: number): GlobalPoint[] {
  const u = new Float64Array(count * width);
  uniforms(stream(1, 'points'), 0, u);
  return Array.from({ length: count }, (_, m) => {
    const out = emptyPoint(globals);
    propose(globals, proposal, { u: u.subarray(m * width, (m + 1) * width), out });
    return out;
  });
}

const prior = priorProposal(globals, 'neutral');
const cloud = points(prior, 4000);
const even = new Float64Array(cloud.length).fill(1 / cloud.length);

test('a point takes a uniform for the part, for every variable and for every level', () => {
  expect(width).toBe(1 + 4 + 2);
});

describe('the prior as a proposal', () => {
  test('draws from the prior', () => {
    const pools = cloud.map(({ x }) => Math.log(x[POOL]!));
    const mean = pools.reduce((a, b) => a + b, 0) / pools.length;
    expect(mean).toBeCloseTo(Math.log(30_000), 1);
    const levels = cloud.map(({ level }) => level[1]!);
    for (let l = 0; l < 5; l++)
      expect(levels.filter((x) => x === l).length / levels.length).toBeCloseTo(0.2, 1);
  });

  test('has its density', () => {
    const point = cloud[7]!;
    const density = logPrior(globals, point.x, 'neutral');
    expect(logProposal(globals, prior, { point, logPrior: density })).toBeCloseTo(
      density + logLevelPrior(globals, point.level),
      10,
    );
  });
});

describe('a fitted proposal', () => {
  const weights = even.map(
    (weight, m) => weight * Math.exp(-0.5 * ((Math.log(cloud[m]!.x[POOL]!) - 10) / 0.2) ** 2),
  );
  const total = weights.reduce((a, b) => a + b, 0);
  const fitted = fitProposal(globals, {
    preset: 'neutral',
    points: cloud,
    weights: weights.map((w) => w / total),
  });

  test('lies where the weights are', () => {
    // Normal prior times normal weight on log pool: precision-weighted mean and standard deviation, widened by a fifth.
    const precision = 1 / 0.4 ** 2 + 1 / 0.2 ** 2;
    const mean = (Math.log(30_000) / 0.4 ** 2 + 10 / 0.2 ** 2) / precision;
    expect(fitted.mean[POOL]).toBeCloseTo(mean, 1);
    const row = fitted.factor.subarray(POOL * 4, POOL * 4 + 4);
    const sd = Math.sqrt(row.reduce((sum, value) => sum + value * value, 0));
    expect(sd / (1.2 * Math.sqrt(1 / precision))).toBeCloseTo(1, 1);
  });

  test('never gives up on a level', () => {
    const alone = points(prior, 50).map(({ x }) => ({ x, level: Uint8Array.of(0, 3) }));
    const { levels } = fitProposal(globals, {
      preset: 'neutral',
      points: alone,
      weights: new Float64Array(50).fill(1 / 50),
    });
    expect(levels[1]!.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
    expect(Math.min(...levels[1]!)).toBeCloseTo(0.2 * 0.2, 12);
  });

  test('has the density that it draws from: prior over proposal averages to 1, and never exceeds 1 / 0.15', () => {
    const drawn = points(fitted, 4000);
    const ratios = drawn.map((point) => {
      const density = logPrior(globals, point.x, 'neutral');
      return Math.exp(
        density -
          logProposal(globals, fitted, { point, logPrior: density }) +
          logLevelPrior(globals, point.level),
      );
    });
    const mean = ratios.reduce((a, b) => a + b, 0) / ratios.length;
    const error = Math.sqrt(ratios.reduce((sum, x) => sum + (x - mean) ** 2, 0)) / ratios.length;
    expect(Math.abs(mean - 1) / error).toBeLessThan(4);
    const mostOfLevels = 1 / 0.2 ** 2;
    expect(Math.max(...ratios)).toBeLessThan(mostOfLevels / 0.15);
  });

  test('keeps correlations', () => {
    const tied = cloud.map(({ x, level }) => ({ x: Float64Array.of(x[0]!, x[0]!, x[2]!, x[3]!), level }));
    const { factor } = fitProposal(globals, { preset: 'neutral', points: tied, weights: even });
    const [a, b, c] = [factor[0]!, factor[4]!, factor[5]!];
    expect(b / Math.hypot(b, c)).toBeGreaterThan(0.99);
    expect(b / a).toBeCloseTo(1, 3);
  });
});
