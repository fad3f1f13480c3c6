import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digestOf, dossierDigest, sha256 } from '../../src/dossier/digest.ts';

describe('sha256', () => {
  it.each([
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    [
      'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    ],
  ])('of %o is that of the examples to FIPS 180-4', (text, digest) => expect(sha256(text)).toBe(digest));

  it('agrees with OpenSSL on any text, around the block lengths too', () => {
    const check = (text: string) => {
      expect(sha256(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
    };
    for (let length = 50; length < 135; length++) check('x'.repeat(length));
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), check), { numRuns: 200 });
  });
});

describe('digestOf', () => {
  it('tells apart files that join to the same text', () => {
    const split = (...texts: string[]) => digestOf(texts.map((text, i) => ({ path: `${i}`, text })));
    expect(split('ab', 'c')).not.toBe(split('a', 'bc'));
    expect(split('ab')).not.toBe(split('ab', ''));
    expect(digestOf([{ path: 'a', text: 'b\nc' }])).not.toBe(digestOf([{ path: 'a', text: 'bc' }]));
  });
});

describe('dossierDigest', () => {
  it('does not know the outcome', () => {
    const hub = { path: 'hub.yaml', text: 'id: x' };
    const outcome = { path: 'outcome/outcome.yaml', text: 'stage: lit' };
    expect(dossierDigest([hub, outcome])).toBe(digestOf([hub]));
    expect(dossierDigest([hub, { ...outcome, path: 'outcomes.yaml' }])).not.toBe(digestOf([hub]));
  });
});
