import { describe, expect, it } from 'vitest';
import { conditionalMeans } from '../../src/stats/conditional-mean.ts';
import {
  evpi,
  evppi,
  evppiVariance,
  evsi,
  evsiOfOutcomes,
  evsiVariance,
  evsiVariancesOfOutcomes,
} from '../../src/stats/value-of-information.ts';
import { weightedVariance } from '../../src/stats/weighted-mean.ts';
import fixture from '../fixtures/voi/voi.json' with { type: 'json' };

/** The draws that the fixture's script makes too. */
function makeDraws() {
  let phi = 2;
  for (let step = 0; step < 60; step++) phi = (1 + phi) ** (1 / 9);
  const column = (of: (i: number) => number): Float64Array =>
    Float64Array.from({ length: fixture.draws }, (_, i) => of(i + 1));
  const u = (j: number) => (i: number) => (0.5 + i * phi ** -j) % 1;
  const z = (j: number) => (i: number) =>
    Math.sqrt(-2 * Math.log(u(2 * j - 1)(i))) * Math.cos(2 * Math.PI * u(2 * j)(i));
  const [p1, p2, noise] = [column(z(1)), column(z(2)), column(z(3))];
  const p3 = column((i) => Number(u(5)(i) < 0.3));
  const p4 = column((i) => Math.exp(0.5 * z(4)(i)));
  return { p1, p2, p3, p4, noise };
}

const { p1, p2, p3, p4, noise } = makeDraws();
const inputs: Record<string, Float64Array> = { p1, p2, p3, p4 };
const benefits = [
  p1.map(() => 0),
  p1.map((_, i) => 2 + 5 * p1[i]! + 2 * p2[i]! ** 2 - 3 * p4[i]!),
  p1.map((_, i) => 1 + 4 * p2[i]! - 6 * p3[i]! * p1[i]! + 2 * p4[i]!),
];
const estimate = p1.map((_, i) => p1[i]! + p2[i]! ** 2 + 2 * p3[i]! + p1[i]! * p4[i]!);
const datum = p1.map((x, i) => x + noise[i]! / 2);
const named = (names: string): Float64Array[] => names.split(' ').map((name) => inputs[name]!);

describe("value of information, against R's voi", () => {
  it('is that of perfect information', () => {
    expect(evpi(benefits)).toBeCloseTo(fixture.evpi, 9);
  });

  // Both are regressions, with different splines: they agree to the Monte Carlo error of 2,000 draws, sd(B) / sqrt(2000) = 0.15.
  it.each(Object.entries(fixture.evppi))('is that of learning %s', (names, expected) => {
    expect(Math.abs(evppi(benefits, named(names)) - expected)).toBeLessThan(0.03);
  });

  it.each(Object.entries(fixture.evppiVariance))(
    'is the variance removed by learning %s',
    (names, expected) => {
      expect(Math.abs(evppiVariance(estimate, named(names)) - expected)).toBeLessThan(0.06);
    },
  );

  it('is that of a sample, by regression on the simulated datum', () => {
    expect(Math.abs(evppi(benefits, [datum]) - fixture.evsi.regression)).toBeLessThan(0.03);
    expect(Math.abs(evppiVariance(estimate, [datum]) - fixture.evsiVariance)).toBeLessThan(0.06);
  });

  it('is that of a sample, by weighting', () => {
    const data = {
      count: fixture.draws,
      logLikelihoods: (m: number) => p1.map((x) => -2 * (datum[m]! - x) ** 2),
    };
    const smooth = conditionalMeans(benefits, [p1]);
    expect(Math.abs(evsi(smooth, data) - fixture.evsi.importance)).toBeLessThan(0.03);
    const [fitted] = conditionalMeans([estimate], [p1]);
    expect(Math.abs(evsiVariance(fitted!, data) / fixture.evsiVariance - 1)).toBeLessThan(0.05);
  });
});

describe('value of information, against exact answers', () => {
  // Two decisions, 0 and theta, for theta ~ N(0, 1): EVPI = phi(0) = 1 / sqrt(2 pi).
  const stratified = Float64Array.from(
    { length: 400 },
    (_, k) => Math.sign(k - 199.5) * (Math.abs(k - 199.5) / 200),
  );
  const nothing = new Float64Array(400);

  it('weights a look at one of two worlds by its error rate', () => {
    // Worlds real (0.3) and paper (0.7); acting gains 10 if real and costs 4 if not.
    const weights = Float64Array.of(0.3, 0.7);
    const acts = [Float64Array.of(0, 0), Float64Array.of(10, -4)];
    expect(evpi(acts, { weights })).toBeCloseTo(3 - 0.2, 12);
    // The look shows something in 0.9 of real worlds and 0.2 of paper ones.
    const seen = Float64Array.of(0.9, 0.2);
    const look = [seen, seen.map((p) => 1 - p)];
    // max(0, 2.7 - 0.56) + max(0, 0.3 - 2.24) - max(0, 0.2)
    expect(evsiOfOutcomes(acts, look, { weights })).toBeCloseTo(2.14 - 0.2, 12);
    const real = Float64Array.of(1, 0);
    // p(seen) = 0.41, real given seen 0.27 / 0.41, given nothing 0.03 / 0.59; variance before 0.21.
    const left = (0.27 * 0.14) / 0.41 + (0.03 * 0.56) / 0.59;
    const [removed, twice] = evsiVariancesOfOutcomes([real, real.map((x) => 2 * x)], look, { weights });
    expect(removed).toBeCloseTo(0.21 - left, 12);
    expect(twice).toBeCloseTo(4 * (0.21 - left), 12);
    expect(evppiVariance(p3, [p3])).toBeCloseTo(weightedVariance(p3), 9);
  });

  it('finds the same by weighting with simulated outcomes', () => {
    const weights = Float64Array.of(0.3, 0.7);
    const acts = [Float64Array.of(0, 0), Float64Array.of(10, -4)];
    // 41 of 100 simulated looks show something.
    const data = {
      count: 100,
      logLikelihoods: (m: number) =>
        Float64Array.of(m < 41 ? 0.9 : 0.1, m < 41 ? 0.2 : 0.8).map((p) => Math.log(p) - 2000),
    };
    expect(evsi(acts, data, { weights })).toBeCloseTo(1.94, 9);
    expect(evsiVariance(Float64Array.of(1, 0), data, { weights })).toBeCloseTo(
      0.21 - (0.27 * 0.14) / 0.41 - (0.03 * 0.56) / 0.59,
      9,
    );
  });

  it('is nothing for an observation that does not depend on the world', () => {
    const useless = [new Float64Array(400).fill(0.4), new Float64Array(400).fill(0.6)];
    expect(evsiOfOutcomes([nothing, stratified], useless)).toBeCloseTo(0, 12);
    expect(evsiVariancesOfOutcomes([stratified], useless)[0]).toBeCloseTo(0, 12);
    expect(evppi([nothing, stratified], [new Float64Array(400).fill(7)])).toBeCloseTo(0, 12);
    expect(evppi([stratified], [stratified])).toBe(0);
  });

  it('is all for learning the only unknown', () => {
    expect(evpi([nothing, stratified])).toBeCloseTo(0.25, 6);
    expect(evppi([nothing, stratified], [stratified])).toBeCloseTo(0.25, 6);
  });

  it('respects the weights of the draws', () => {
    // Weighting by 2(1 - x)-like weights changes the mean; doubling draws by weight equals doubling them in number.
    const weights = Float64Array.from({ length: 400 }, (_, k) => 1 + (k % 2));
    const doubled = Float64Array.from([...stratified].flatMap((x, k) => (k % 2 ? [x, x] : [x])));
    const square = (x: Float64Array): Float64Array => x.map((v) => v * v - 0.2);
    expect(evppi([nothing, square(stratified)], [stratified], { weights })).toBeCloseTo(
      evppi([new Float64Array(600), square(doubled)], [doubled]),
      3,
    );
  });

  it('refuses bad columns', () => {
    expect(() => evpi([])).toThrow('ST-N050');
    expect(() => evpi([nothing, Float64Array.of(1)])).toThrow('ST-N052');
    expect(() => evpi([stratified.map(() => Number.NaN)])).toThrow('ST-N051');
    expect(() => evpi([nothing], { weights: new Float64Array(400) })).toThrow('ST-N054');
    expect(() => evsiOfOutcomes([nothing], [nothing.map(() => 0.4)])).toThrow('ST-N062');
    expect(() => evsi([nothing], { count: 0, logLikelihoods: () => nothing })).toThrow('ST-N050');
    const few = Float64Array.of(1, 2, 3, 4);
    expect(() => evppi([few, few.map((x) => -x)], [few, few, few])).toThrow('ST-N064');
  });
});
