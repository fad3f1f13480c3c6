import { blockLength, stream, uniforms } from '../../src/stats/random.ts';

/** Draws by textbook recipes from one stream of uniforms, independent of the quantile functions that are validated. */
export class Chance {
  private readonly uniform: () => number;

  constructor(seed: number, name: string) {
    const from = stream(seed, name);
    const buffer = new Float64Array(blockLength);
    let next = 0;
    this.uniform = () => {
      if (next % blockLength === 0) uniforms(from, next, buffer);
      return buffer[next++ % blockLength]!;
    };
  }

  flip(p: number): boolean {
    return this.uniform() < p;
  }

  /** Index chosen with probabilities proportional to the weights. */
  choose(weights: readonly number[]): number {
    let rest = this.uniform() * weights.reduce((a, b) => a + b, 0);
    const chosen = weights.findIndex((weight) => {
      rest -= weight;
      return rest < 0;
    });
    return chosen < 0 ? weights.length - 1 : chosen;
  }

  oneOf<T>(values: readonly T[]): T {
    return values[Math.floor(this.uniform() * values.length)]!;
  }

  /** Box and Muller 1958. */
  normal(): number {
    return Math.sqrt(-2 * Math.log(this.uniform())) * Math.cos(2 * Math.PI * this.uniform());
  }

  lognormal(mu: number, sigma: number): number {
    return Math.exp(mu + sigma * this.normal());
  }

  /** Share with a normal logit whose middle 90 % is `low` to `high`. */
  logitNormal(low: number, high: number): number {
    const [a, b] = [Math.log(low / (1 - low)), Math.log(high / (1 - high))];
    return 1 / (1 + Math.exp(-((a + b) / 2 + ((b - a) / 2 / 1.6448536269514722) * this.normal())));
  }

  beta(a: number, b: number): number {
    const x = this.gamma(a);
    return x / (x + this.gamma(b));
  }

  /** Marsaglia and Tsang 2000; shapes of at least 1. */
  private gamma(shape: number): number {
    const d = shape - 1 / 3;
    for (;;) {
      const z = this.normal();
      const v = (1 + z / Math.sqrt(9 * d)) ** 3;
      if (v > 0 && Math.log(this.uniform()) < 0.5 * z * z + d - d * v + d * Math.log(v)) return d * v;
    }
  }

  /** One number, uniform in (0, 1). */
  next(): number {
    return this.uniform();
  }
}
