import { describe, expect, test } from 'vitest';
import { threefry4x32 } from '../../src/stats/threefry.ts';

// `tests/kat_vectors` of Random123 (github.com/DEShawResearch/random123): counter, key, answer.
const known = [
  [
    '00000000 00000000 00000000 00000000',
    '00000000 00000000 00000000 00000000',
    '9c6ca96a e17eae66 fc10ecd4 5256a7d8',
  ],
  [
    'ffffffff ffffffff ffffffff ffffffff',
    'ffffffff ffffffff ffffffff ffffffff',
    '2a881696 57012287 f6c7446e a16a6732',
  ],
  [
    '243f6a88 85a308d3 13198a2e 03707344',
    'a4093822 299f31d0 082efa98 ec4e6c89',
    '59cd1dbb b8879579 86b5d00c ac8b6d84',
  ],
] as const;

function words(hex: string): Int32Array {
  return Int32Array.from(hex.split(' '), (word) => Number.parseInt(word, 16) | 0);
}

describe('threefry4x32', () => {
  test.each(known)('answers %s under key %s as Random123 does', (counter, key, answer) => {
    const out = new Int32Array(4);
    threefry4x32(words(key), words(counter), out);
    expect(out).toEqual(words(answer));
  });

  test('may write over its counter', () => {
    const counter = words(known[2][0]);
    threefry4x32(words(known[2][1]), counter, counter);
    expect(counter).toEqual(words(known[2][2]));
  });
});
