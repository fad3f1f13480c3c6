import { z } from 'zod';
import { say } from '../errors/message.ts';
import { checkCitation, citationKeys, citationOf } from './citation.ts';
import type { ReadDocument } from './document.ts';
import { readDocument } from './document.ts';
import { read, text } from './fields.ts';
import type { Refusal } from './issue.ts';
import type { Citation, Grade } from './source.ts';

/** Reads an Admiralty grade such as `B2`, or says why it is none (`ST-S032`). */
export function parseGrade(written: string): Grade | Refusal {
  const parts = /^([A-F])([1-6])$/.exec(written);
  if (parts) {
    return {
      reliability: parts[1] as Grade['reliability'],
      credibility: Number(parts[2]) as Grade['credibility'],
    };
  }
  const letter = /^[^a-z]*([a-f])[^a-z]*$/i.exec(written)?.[1];
  const digit = /^[^\d]*([1-6])[^\d]*$/.exec(written)?.[1];
  return {
    code: 'ST-S032',
    what: say('`{text}` is not a grade.', { text: written.slice(0, 40) }),
    fix:
      letter && digit
        ? say('Did you mean {names}?', { names: `${letter.toUpperCase()}${digit}` })
        : say('Write a letter A-F for the source and a digit 1-6 for the information: B2.'),
  };
}

/** Field of a schema that holds a grade. */
export const grade = z
  .string()
  .transform((value, ctx) => read(parseGrade(value.trim()), ctx))
  .meta({
    description:
      'Admiralty grade: A-F for the reliability of the source, 1-6 for the credibility of the information.',
    examples: ['B2'],
    pattern: '^[A-F][1-6]$',
  });

/** What the letters and digits of a grade are worth in numbers. */
export interface GradeWeights {
  /** Probability that a report of such a source tracks the truth: beta(alpha, beta). */
  letters: Readonly<
    Record<Grade['reliability'], { name: string; alpha: number; beta: number; citation: Citation }>
  >;
  /** Factor by which the credibility of one report scales that probability, from 0 to 1. */
  digits: Readonly<Record<Grade['credibility'], { name: string; factor: number; citation: Citation }>>;
}

const name = text.meta({ description: 'What it says.', examples: ['Usually reliable'] });

const letter = z
  .strictObject({
    name,
    alpha: z
      .number()
      .positive()
      .max(1_000)
      .meta({ description: 'First argument of the beta distribution.', examples: [12] }),
    beta: z
      .number()
      .positive()
      .max(1_000)
      .meta({ description: 'Second argument of the beta distribution.', examples: [3] }),
    ...citationKeys,
  })
  .superRefine(checkCitation)
  .meta({ description: 'Reliability of the source as a beta distribution.' });

const digit = z
  .strictObject({
    name,
    factor: z
      .number()
      .min(0)
      .max(1)
      .meta({ description: 'Scales the reliability of the source.', examples: [0.9] }),
    ...citationKeys,
  })
  .superRefine(checkCitation)
  .meta({ description: 'What the credibility of one report does to the reliability of its source.' });

/** Schema of `data/grades.yaml`. */
export const gradesSchema = z
  .strictObject({
    letters: z
      .strictObject({ A: letter, B: letter, C: letter, D: letter, E: letter, F: letter })
      .meta({ description: 'What the letters are worth.' }),
    digits: z
      .strictObject({ 1: digit, 2: digit, 3: digit, 4: digit, 5: digit, 6: digit })
      .meta({ description: 'What the digits are worth.' }),
  })
  .meta({
    title: 'Sandtable grades',
    description: 'data/grades.yaml: what an Admiralty grade is worth in numbers.',
  });

/**
 * Reads `data/grades.yaml`.
 *
 * @param text text of the file
 * @param file its name, for messages
 */
export function parseGrades(text: string, file: string): ReadDocument<GradeWeights> {
  const { value, ...rest } = readDocument(text, file, gradesSchema);
  if (!value) return rest;
  return { ...rest, value: { letters: cited(value.letters), digits: cited(value.digits) } };
}

type Written = z.output<typeof letter> | z.output<typeof digit>;
type Cited<T> = Omit<T, keyof typeof citationKeys> & { citation: Citation };

function cited<K extends PropertyKey, T extends Written>(entries: Record<K, T>): Record<K, Cited<T>> {
  const pairs = Object.entries<T>(entries).map(([key, { basis, sources, by, why, ...rest }]) => [
    key,
    { ...rest, citation: citationOf({ basis, sources, by, why }) },
  ]);
  return Object.fromEntries(pairs) as Record<K, Cited<T>>;
}
