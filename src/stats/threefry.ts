/**
 * The counter-based generator Threefry4x32 with 20 rounds: four words out for four words of counter and key.
 * Salmon, Moraes, Dror, Shaw: Parallel random numbers: as easy as 1, 2, 3 (SC11).
 *
 * @param key four 32-bit words
 * @param counter four 32-bit words
 * @param out receives four 32-bit words; may be `counter` itself
 */
export function threefry4x32(key: Int32Array, counter: Int32Array, out: Int32Array): void {
  schedule.set(key);
  schedule[4] = 0x1bd11bda ^ key[0]! ^ key[1]! ^ key[2]! ^ key[3]!;
  let a = (counter[0]! + key[0]!) | 0;
  let b = (counter[1]! + key[1]!) | 0;
  let c = (counter[2]! + key[2]!) | 0;
  let d = (counter[3]! + key[3]!) | 0;
  for (let group = 1; ; group++) {
    a = (a + b) | 0;
    b = ((b << 10) | (b >>> 22)) ^ a;
    c = (c + d) | 0;
    d = ((d << 26) | (d >>> 6)) ^ c;
    a = (a + d) | 0;
    d = ((d << 11) | (d >>> 21)) ^ a;
    c = (c + b) | 0;
    b = ((b << 21) | (b >>> 11)) ^ c;
    a = (a + b) | 0;
    b = ((b << 13) | (b >>> 19)) ^ a;
    c = (c + d) | 0;
    d = ((d << 27) | (d >>> 5)) ^ c;
    a = (a + d) | 0;
    d = ((d << 23) | (d >>> 9)) ^ a;
    c = (c + b) | 0;
    b = ((b << 5) | (b >>> 27)) ^ c;
    a = (a + schedule[group % 5]!) | 0;
    b = (b + schedule[(group + 1) % 5]!) | 0;
    c = (c + schedule[(group + 2) % 5]!) | 0;
    d = (d + schedule[(group + 3) % 5]! + group) | 0;
    if (group === 5) break;
    group++;
    a = (a + b) | 0;
    b = ((b << 6) | (b >>> 26)) ^ a;
    c = (c + d) | 0;
    d = ((d << 20) | (d >>> 12)) ^ c;
    a = (a + d) | 0;
    d = ((d << 17) | (d >>> 15)) ^ a;
    c = (c + b) | 0;
    b = ((b << 11) | (b >>> 21)) ^ c;
    a = (a + b) | 0;
    b = ((b << 25) | (b >>> 7)) ^ a;
    c = (c + d) | 0;
    d = ((d << 10) | (d >>> 22)) ^ c;
    a = (a + d) | 0;
    d = ((d << 18) | (d >>> 14)) ^ a;
    c = (c + b) | 0;
    b = ((b << 20) | (b >>> 12)) ^ c;
    a = (a + schedule[group % 5]!) | 0;
    b = (b + schedule[(group + 1) % 5]!) | 0;
    c = (c + schedule[(group + 2) % 5]!) | 0;
    d = (d + schedule[(group + 3) % 5]! + group) | 0;
  }
  out[0] = a;
  out[1] = b;
  out[2] = c;
  out[3] = d;
}

const schedule = new Int32Array(5);
