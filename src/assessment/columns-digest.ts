import { sha256 } from '../dossier/digest.ts';
import { arraysOfTotals, type Totals } from '../installed/columns.ts';

/**
 * Digest of the posterior's totals (weights, global variables, what the hub holds): equal digests mean bitwise equal
 * totals, but for a collision of two 64-bit hashes of one column.
 *
 * @returns SHA-256 over the names of the columns and a hash of each, hex
 */
export function digestOfColumns(columns: Totals): string {
  return sha256(
    arraysOfTotals(columns)
      .map(({ name, values }) => `${name} ${values.length} ${hashOf(values)}`)
      .join('\n'),
  );
}

/** 64-bit hash of an array's bytes in two 32-bit lanes of multiply and rotate (after MurmurHash3, Appleby 2011). */
function hashOf({ buffer, byteOffset, byteLength }: Float64Array): string {
  const lanes = Int32Array.of(byteLength, ~byteLength);
  mix(new Int32Array(buffer, byteOffset, byteLength >> 2), lanes);
  return [...lanes].map((lane) => (lane >>> 0).toString(16)).join('-');
}

function mix(words: Int32Array, lanes: Int32Array): void {
  let a = lanes[0]!;
  let b = lanes[1]!;
  for (let i = 0; i < words.length; i += 2) {
    a = Math.imul(a ^ words[i]!, 0xcc9e2d51);
    b = Math.imul(b ^ words[i + 1]!, 0x1b873593);
    a = (a << 15) | (a >>> 17);
    b = ((b << 13) | (b >>> 19)) ^ a;
  }
  lanes[0] = a;
  lanes[1] = b;
}
