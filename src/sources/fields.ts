import { z } from 'zod';
import { SandtableError } from '../errors/fault.ts';
import { parsePartialDate } from './date.ts';
import type { Refusal } from './issue.ts';
import { refuse } from './issue.ts';

/** Words on one or several lines. */
export const text = z.string().trim().min(1).max(4_000);

const idForm = /^[a-z0-9]+(?:[-.][a-z0-9]+)*$/;

/** An id: lower-case letters and digits in words joined by hyphens. */
export const id = z.string().max(80).regex(idForm);

/** Id of a source, to be resolved by whoever knows the sources. */
export const sourceId = id.meta({ description: 'Id of a source.', examples: ['hami-gov-2025-03-13'] });

/** Words in English and, where known, Chinese. */
export const localised = z.strictObject({ en: text, zh: text.optional() }).meta({
  description: 'Words in English (`en`, required) and Chinese (`zh`).',
  examples: [{ en: 'Yiwu cluster' }],
});

/** Words in two languages, or in English alone. */
export const words = z.union([text.transform((en): z.output<typeof localised> => ({ en })), localised]);

/** One value or a list of them; read as a list. */
export function oneOrMore<T extends z.ZodType>(one: T) {
  return z.union([one, z.array(one).min(1).max(200)]).transform((value) => [value].flat() as z.output<T>[]);
}

/** A date as precisely as it is known. */
export const partialDate = z
  .union([z.string(), z.number()])
  .transform((value, ctx) => read(parsePartialDate(String(value).trim()), ctx))
  .meta({
    description: 'A year, quarter, month or day: 2024, 2024-Q4, 2024-11, 2024-11-05.',
    examples: ['2024-11'],
    pattern: '^\\d{4}(-(Q[1-4]|\\d{2}(-\\d{2})?))?$',
  });

/** A web address. */
export const webAddress = z
  .string()
  .max(2_000)
  .regex(/^https?:\/\/[^\s<>"]+$/)
  .meta({ description: 'Web address.', examples: ['https://www.example.org/report'] });

/** Turns what a parser returns, a value or a refusal, into what zod wants. */
export function read<T extends object>(result: T | Refusal, ctx: z.RefinementCtx): T {
  if (!('code' in result && 'fix' in result)) return result;
  refuse(ctx, result);
  return z.NEVER;
}

/** Turns what a parser throws into refusals; faults that carry `offset` and `length` point inside the text. */
export function attempt<T>(parse: () => T, ctx: z.RefinementCtx): T {
  try {
    return parse();
  } catch (thrown) {
    if (!(thrown instanceof SandtableError)) throw thrown;
    for (const fault of thrown.faults) refuse(ctx, fault);
    return z.NEVER;
  }
}
