const double = new Float64Array(1);
const words = new Int32Array(double.buffer);
/** Position of the upper half of a double in memory: 1 where the machine is little-endian, as all that run this are. */
const upper = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? 1 : 0;

/** The upper 32 bits of a double: sign, exponent and the first 20 bits of the significand. */
export function highWord(x: number): number {
  double[0] = x;
  return words[upper]!;
}

/** The lower 32 bits of a double. */
export function lowWord(x: number): number {
  double[0] = x;
  return words[1 - upper]!;
}

/** The double of two halves. */
export function fromWords(high: number, low: number): number {
  words[upper] = high;
  words[1 - upper] = low;
  return double[0]!;
}

/** x with the lower 32 bits of its significand cleared. */
export function leading(x: number): number {
  double[0] = x;
  words[1 - upper] = 0;
  return double[0];
}
