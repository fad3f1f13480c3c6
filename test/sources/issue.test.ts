import { expect, it } from 'vitest';
import { z } from 'zod';
import { readDocument } from '../../src/sources/document.ts';

const schema = z.strictObject({ name: z.strictObject({ en: z.string(), zh: z.string().optional() }) });

const unknownKey = (text: string) =>
  readDocument(text, 'hub.yaml', schema).faults.find(({ code }) => code === 'ST-S021')!;

it('knows a full-width colon inside brackets from a comma that cut a text off', () => {
  expect(unknownKey('name: { en：My hub }\n').fix).toBe('Write a plain colon and a space: `en: My hub`.');
  expect(unknownKey('name: { en: Halls, big }\n').fix).toBe(
    'Did a comma cut it off? Put all of the text between quotes: `en: "Halls, big"`.',
  );
});
