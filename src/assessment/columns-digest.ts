import { sha256 } from '../dossier/digest.ts';
import { arraysOf, type Columns } from '../installed/columns.ts';

/**
 * Digest of the posterior columns: equal digests mean bitwise equal draws, but for a collision of two 64-bit hashes of
 * one column.
 *
 * @returns SHA-256 over the names of the columns and a hash of each, hex
 */
export function digestOfColumns(columns: Columns): string {
  return sha256(
    arraysOf(columns)
      .map(({ name, values }) => `${name} ${values.length} ${hashOf(values)}`)
      .join('\n'),
  );
}

/** 64-bit hash of an array's bytes in two 32-bit lanes of multiply and rotate (after MurmurHash3, Appleby 2011). */
function hashOf(values: Float64Array | Uint8Array): string {
  const whole = values.byteLength & ~3;
  const words = new Int32Array(values.buffer, values.byteOffset, whole >> 2);
  let a = values.byteLength | 0;
  let b = ~a;
  for (let i = 0; i + 1 < words.length; i += 2) {
    a = Math.imul(a ^ words[i]!, 0xcc9e2d51);
    b = Math.imul(b ^ words[i + 1]!, 0x1b873593);
    a = (a << 15) | (a >>> 17);
    b = ((b << 13) | (b >>> 19)) ^ a;
  }
  if (words.length % 2 === 1) a = Math.imul(a ^ words.at(-1)!, 0xcc9e2d51);
  if (values instanceof Uint8Array) {
    for (let i = whole; i < values.length; i++) a = Math.imul(a ^ values[i]!, 0xcc9e2d51);
  }
  return `${(a >>> 0).toString(16)}-${(b >>> 0).toString(16)}`;
}
