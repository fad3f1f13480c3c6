import { sha256 } from '../../src/dossier/digest.ts';
import { stream, uniforms } from '../../src/stats/random.ts';

/** 20,000 numbers in (0, 1), always the same. */
export function unit(name: string): Float64Array {
  const out = new Float64Array(20_000);
  uniforms(stream(1, name), 0, out);
  return out;
}

/** How many doubles lie from one to another, of the same sign. */
export function unitsApart(a: number, b: number): number {
  if (Object.is(a, b)) return 0;
  const [one, other] = new BigInt64Array(Float64Array.of(a, b).buffer);
  return Number(one! > other! ? one! - other! : other! - one!);
}

/** Digest of the bits of what a function makes of these arguments: the same in every engine. */
export function digestOfResults(of: (x: number) => number, xs: readonly number[]): string {
  const results = Float64Array.from(xs, of);
  return sha256([...new Uint32Array(results.buffer)].join(' ')).slice(0, 16);
}
