import { error, SandtableError } from '../errors/fault.ts';
import { samplingKernel } from './sampling-kernel.ts';
import { threefry4x32 } from './threefry.ts';

/** Draws that share one seeding; a stream can be entered at any draw, at the cost of the block it lies in. */
export const blockLength = 1024;

/** One named sequence of random numbers: draw `i` is a pure function of (seed, name, i). */
export interface Stream {
  readonly seed: number | string;
  readonly name: string;
  /** 128-bit hash of seed and name. */
  readonly key: Int32Array;
}

/**
 * Names a sequence of random numbers.
 *
 * @param seed of the whole run: a safe integer or a text; `42` and `'42'` are the same seed
 * @param name of the one quantity that is drawn, such as `yiwu/fill`; different names are independent sequences
 * @throws SandtableError ST-N001 for a seed that is not a whole number
 */
export function stream(seed: number | string, name: string): Stream {
  if (typeof seed === 'number' && !Number.isSafeInteger(seed)) {
    throw new SandtableError(
      error(
        'ST-N001',
        `The seed ${seed} is not a whole number.`,
        'Give a whole number or a text, such as 1.',
      ),
    );
  }
  return { seed, name, key: hash(String(seed), name) };
}

/**
 * Fills `out` with draws `from`, `from + 1`, ... of a stream, uniform on (0, 1), both ends excluded.
 *
 * A draw is 1/2 + (w + 1/2) / 2^32 with w a signed 32-bit word, so it lies between 1.2e-10 and 1 - 1.2e-10. Each block of 1,024
 * draws comes from four interleaved xoshiro128** 1.1 generators (Blackman, Vigna 2021), whose states are
 * Threefry4x32-20 of (block, lane) under the stream's key: any split of a range gives the same bits.
 *
 * @param from index of the first draw, a whole number from 0
 */
export function uniforms(stream: Stream, from: number, out: Float64Array): void {
  let done = 0;
  while (done < out.length) {
    const block = Math.floor((from + done) / blockLength);
    const start = from + done - block * blockLength;
    const count = Math.min(blockLength - start, out.length - done);
    if (count === blockLength) fillBlock(stream.key, block, out, done);
    else {
      fillBlock(stream.key, block, scratch, 0);
      for (let i = 0; i < count; i++) out[done + i] = scratch[start + i]!;
    }
    done += count;
  }
}

/**
 * Seeds the four lanes of a block.
 *
 * @param key of the stream
 * @param block index of the block, a whole number from 0
 * @param state receives 16 words: word `w` of lane `l` at `4 l + w`
 */
export function seedBlock(key: Int32Array, block: number, state: Int32Array | Uint32Array): void {
  for (let lane = 0; lane < 4; lane++) {
    counter[0] = block % 2 ** 32;
    counter[1] = Math.floor(block / 2 ** 32);
    counter[2] = lane;
    counter[3] = 0;
    threefry4x32(key, counter, counter);
    state.set(counter, 4 * lane);
  }
}

function fillBlock(key: Int32Array, block: number, out: Float64Array, at: number): void {
  const kernel = samplingKernel();
  const { state, column } = kernel;
  seedBlock(key, block, state);
  kernel.block(state.byteOffset, column.byteOffset);
  out.set(column.subarray(0, blockLength), at);
}

/** Threefry in Matyas-Meyer-Oseas mode over the padded UTF-8 of both texts and their lengths. */
function hash(seed: string, name: string): Int32Array {
  const key = new Int32Array(4);
  const texts = [seed, name].map((text) => encoder.encode(text));
  for (const bytes of texts) {
    for (let at = 0; at < bytes.length; at += 16) absorb(key, wordsAt(bytes, at));
  }
  absorb(key, Int32Array.of(texts[0]!.length, texts[1]!.length, 0, 1));
  return key;
}

function absorb(key: Int32Array, words: Int32Array): void {
  threefry4x32(key, words, counter);
  for (let i = 0; i < 4; i++) key[i] = counter[i]! ^ words[i]!;
}

/** Four little-endian words, zeros past the end. */
function wordsAt(bytes: Uint8Array, at: number): Int32Array {
  const words = new Int32Array(4);
  for (let i = 0; i < 16 && at + i < bytes.length; i++) words[i >> 2]! |= bytes[at + i]! << (8 * (i & 3));
  return words;
}

const encoder = new TextEncoder();
const counter = new Int32Array(4);
const scratch = new Float64Array(blockLength);
