import { exp } from '../elementary/exponential.ts';
import { log } from '../elementary/logarithm.ts';
import { Arena } from '../stats/arena.ts';
import { compiledModule } from '../stats/compiled-module.ts';
import type { TextFile } from './files.ts';
import { sha256Wasm } from './sha256.wasm.ts';

/**
 * Digest of a set of files: the same for the same relative paths and texts, whatever the machine, the order in which
 * they were read, or the line endings of the checkout.
 *
 * @returns SHA-256, hex
 */
export function digestOf(files: readonly TextFile[]): string {
  const ordered = [...files].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const parts = ordered.map(({ path, text }) => {
    const plain = text.replaceAll('\r\n', '\n');
    return `${path.length} ${path}\n${plain.length} ${plain}\n`;
  });
  return sha256(parts.join(''));
}

/** What became of the hub, to score assessments by: read by none of them, and no part of the digest. */
export const outcome = /^outcome(?:\.yaml$|\/)/;

/** Digest of the files of a dossier, but for its outcome. */
export function dossierDigest(files: readonly TextFile[]): string {
  return digestOf(files.filter(({ path }) => !outcome.test(path)));
}

/**
 * SHA-256 of a text as UTF-8 (FIPS 180-4, section 6.2), the same in Node and in a browser, and synchronous.
 *
 * @returns 64 hexadecimal digits
 */
export function sha256(text: string): string {
  const message = padded(new TextEncoder().encode(text));
  const arena = new Arena();
  const [state, constants, expanded] = [arena.put(initialState), arena.put(roundConstants), arena.room(256)];
  const at = arena.put(message);
  const { memory } = arena.open();
  const { hash } = new WebAssembly.Instance(compiledModule(sha256Wasm), { env: { memory } })
    .exports as unknown as Kernel;
  hash(at, at + message.length, constants, expanded, state);
  return [...new Int32Array(memory.buffer, state, 8)]
    .map((word) => (word >>> 0).toString(16).padStart(8, '0'))
    .join('');
}

interface Kernel {
  hash(from: number, to: number, constants: number, expanded: number, state: number): void;
}

/** Message, a one bit, zeros, and the length in bits, to a multiple of 64 bytes (FIPS 180-4, 5.1.1). */
function padded(message: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(64 * Math.ceil((message.length + 9) / 64));
  bytes.set(message);
  bytes[message.length] = 0x80;
  const view = new DataView(bytes.buffer);
  view.setUint32(bytes.length - 8, Math.floor(message.length / 2 ** 29));
  view.setUint32(bytes.length - 4, message.length * 8);
  return bytes;
}

const primes = [2];
for (let n = 3; primes.length < 64; n += 2) if (primes.every((prime) => n % prime !== 0)) primes.push(n);

/** First 32 bits of the fractional parts of square roots of the first 8 primes (FIPS 180-4, 5.3.3). */
const initialState = Int32Array.from(primes.slice(0, 8), (prime) => fractionBits(Math.sqrt(prime)));

/** First 32 bits of the fractional parts of cube roots of the first 64 primes (FIPS 180-4, 4.2.2). */
const roundConstants = Int32Array.from(primes, (prime) => fractionBits(exp(log(prime) / 3)));

function fractionBits(x: number): number {
  return Math.floor((x - Math.floor(x)) * 2 ** 32);
}
