import { describe, expect, it } from 'vitest';
import { nextTemperature, temperedSmc, type Uniforms } from '../../src/stats/tempered-smc.ts';

/** Park and Miller's minimal standard generator: enough for tests, and the same everywhere. */
function stream(seed: number): Uniforms {
  let state = seed;
  return (count) =>
    Float64Array.from({ length: count }, () => {
      state = (state * 48_271) % 2_147_483_647;
      return state / 2_147_483_647;
    });
}

function normals(uniforms: Uniforms, count: number): Float64Array {
  const u = uniforms(2 * count);
  return Float64Array.from({ length: count }, (_, i) => {
    return Math.sqrt(-2 * Math.log(u[2 * i]!)) * Math.cos(2 * Math.PI * u[2 * i + 1]!);
  });
}

function moments(x: readonly number[]): { mean: number; sd: number } {
  const mean = x.reduce((a, b) => a + b, 0) / x.length;
  return { mean, sd: Math.sqrt(x.reduce((a, b) => a + (b - mean) ** 2, 0) / x.length) };
}

/** Random-walk Metropolis on the line, step scaled by the population, a few sweeps. */
function metropolis(
  logPrior: (x: number) => number,
  logLikelihood: (x: number) => number,
  uniforms: Uniforms,
) {
  return (particles: readonly number[], temperature: number): number[] => {
    const logTarget = (x: number): number => logPrior(x) + temperature * logLikelihood(x);
    let now = [...particles];
    for (let sweep = 0; sweep < 6; sweep++) {
      const scale = 2.4 * moments(now).sd;
      const steps = normals(uniforms, now.length);
      const coins = uniforms(now.length);
      now = now.map((x, i) => {
        const proposal = x + scale * steps[i]!;
        return Math.log(coins[i]!) < logTarget(proposal) - logTarget(x) ? proposal : x;
      });
    }
    return now;
  };
}

const logNormal = (x: number, mean: number, sd: number): number =>
  -0.5 * ((x - mean) / sd) ** 2 - Math.log(sd * Math.sqrt(2 * Math.PI));

describe('tempered SMC', () => {
  it('finds the conjugate normal posterior and its evidence', () => {
    const uniforms = stream(1);
    const logPrior = (x: number): number => logNormal(x, 0, 10);
    const logLikelihood = (x: number): number => logNormal(25, x, 0.5);
    const result = temperedSmc(
      [...normals(uniforms, 4000)].map((z) => 10 * z),
      {
        logLikelihood,
        move: metropolis(logPrior, logLikelihood, uniforms),
      },
      { uniforms },
    );
    const variance = 1 / (1 / 100 + 1 / 0.25);
    const { mean, sd } = moments(result.particles);
    expect(mean).toBeCloseTo((variance * 25) / 0.25, 1);
    expect(sd / Math.sqrt(variance)).toBeCloseTo(1, 1);
    expect(Math.abs(result.logEvidence - logNormal(25, 0, Math.sqrt(100.25)))).toBeLessThan(0.15);
    expect(result.temperatures.at(-1)).toBe(1);
    expect(result.temperatures.length).toBeGreaterThan(3);
  });

  it('keeps both modes in proportion', () => {
    const uniforms = stream(2);
    const logPrior = (x: number): number => logNormal(x, 0, 5);
    // Peaks at -6 and 6 of equal width; exact posterior weights 0.3 and 0.7, as the prior treats both alike.
    const logLikelihood = (x: number): number =>
      Math.log(0.3 * Math.exp(logNormal(x, -6, 0.4)) + 0.7 * Math.exp(logNormal(x, 6, 0.4)) + 1e-300);
    const result = temperedSmc(
      [...normals(uniforms, 4000)].map((z) => 5 * z),
      {
        logLikelihood,
        move: metropolis(logPrior, logLikelihood, uniforms),
      },
      { uniforms },
    );
    const right = result.particles.filter((x) => x > 0).length / 4000;
    expect(Math.abs(right - 0.7)).toBeLessThan(0.04);
    const evidence = logNormal(6, 0, Math.sqrt(25.16));
    expect(Math.abs(result.logEvidence - evidence)).toBeLessThan(0.15);
  });

  it('agrees with enumeration on twelve coins with a limit on their sum', () => {
    const uniforms = stream(3);
    const sizes = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
    const total = (coins: number): number =>
      sizes.reduce((sum, size, i) => sum + size * ((coins >> i) & 1), 0);
    const logLikelihood = (coins: number): number =>
      total(coins) > 30 ? Number.NEGATIVE_INFINITY : -0.5 * ((total(coins) - 12) / 2) ** 2;
    // Flips one coin of each particle, all priors being even.
    const move = (particles: readonly number[], temperature: number): number[] => {
      let now = [...particles];
      for (let sweep = 0; sweep < 30; sweep++) {
        const [which, accept] = [uniforms(now.length), uniforms(now.length)];
        now = now.map((coins, i) => {
          const proposal = coins ^ (1 << Math.floor(12 * which[i]!));
          const gain = temperature * (logLikelihood(proposal) - logLikelihood(coins));
          return Math.log(accept[i]!) < gain ? proposal : coins;
        });
      }
      return now;
    };
    const prior = [...uniforms(6000)].map((u) => Math.floor(4096 * u));
    const result = temperedSmc(prior, { logLikelihood, move }, { uniforms });
    const worlds = Array.from({ length: 4096 }, (_, coins) => ({
      coins,
      w: Math.exp(logLikelihood(coins)) / 4096,
    }));
    const evidence = worlds.reduce((sum, { w }) => sum + w, 0);
    expect(Math.abs(result.logEvidence - Math.log(evidence))).toBeLessThan(0.1);
    for (const coin of [0, 5, 11]) {
      const exact = worlds.reduce((sum, { coins, w }) => sum + w * ((coins >> coin) & 1), 0) / evidence;
      const share = result.particles.filter((coins) => (coins >> coin) & 1).length / 6000;
      expect(Math.abs(share - exact)).toBeLessThan(0.03);
    }
    expect(result.particles.every((coins) => total(coins) <= 30)).toBe(true);
  });

  it('takes one step where the evidence says nothing', () => {
    const result = temperedSmc(
      [1, 2, 3],
      { logLikelihood: () => -7, move: (p) => p },
      { uniforms: stream(4) },
    );
    expect(result).toEqual({ particles: [1, 2, 3], logEvidence: expect.closeTo(-7, 12), temperatures: [1] });
  });

  it('names a conflict instead of returning draws', () => {
    const uniforms = stream(5);
    const stuck = { logLikelihood: (x: number) => -1e6 * x, move: (p: readonly number[]) => p };
    const particles = [...uniforms(100)];
    expect(() => temperedSmc(particles, stuck, { uniforms, mostSteps: 3 })).toThrow('ST-N059');
    const impossible = { logLikelihood: () => Number.NEGATIVE_INFINITY, move: (p: readonly number[]) => p };
    expect(() => temperedSmc(particles, impossible, { uniforms })).toThrow('ST-N054');
    expect(() => temperedSmc([], impossible, { uniforms })).toThrow('ST-N050');
    expect(() => temperedSmc([1], { ...stuck, logLikelihood: () => Number.NaN }, { uniforms })).toThrow(
      'ST-N051',
    );
    expect(() => temperedSmc([1], stuck, { uniforms, essShare: 1 })).toThrow('ST-N055');
  });
});

it('chooses the temperature at which the effective sample size is the wanted share', () => {
  // Two kinds of particles, half each, whose log likelihoods differ by 1000: ESS/N = (1 + r)^2 / (2 (1 + r^2)), r = exp(-1000 dt).
  const logLikelihoods = Float64Array.from({ length: 100 }, (_, i) => (i % 2 ? -1000 : 0));
  const r = Math.exp(-1000 * nextTemperature(logLikelihoods, 0, 0.8));
  expect((1 + r) ** 2 / (2 * (1 + r * r))).toBeCloseTo(0.8, 4);
  expect(nextTemperature(logLikelihoods, 0.9999, 0.5)).toBe(1);
});
