import { z } from 'zod';
import { say } from '../errors/message.ts';
import { oneOrMore, sourceId, text } from './fields.ts';
import { refuse } from './issue.ts';
import type { Citation } from './source.ts';
import { bases } from './source.ts';

/**
 * The keys that say what a figure rests on; spread them into the schema of a data file and add `checkCitation`:
 * `z.strictObject({ value: quantity(['MW']), ...citationKeys }).superRefine(checkCitation)`.
 */
export const citationKeys = {
  basis: z.enum(bases).meta({
    description:
      'How the figure came about: measured, reported, claimed, derived (computed from others) or judged.',
    examples: ['reported'],
  }),
  sources: oneOrMore(sourceId)
    .optional()
    .meta({
      description: 'Source ids; may be missing only where the basis is judged.',
      examples: [['iea-2025-04']],
    }),
  by: text.optional().meta({
    description: 'Who judged; required where the basis is judged.',
    examples: ['Sandtable authors'],
  }),
  why: text.optional().meta({
    description: 'Why so; required where the basis is judged.',
    examples: ['Midpoint of the two estimates.'],
  }),
};

/** Citation as written in a file. */
export interface WrittenCitation {
  basis: Citation['basis'];
  sources?: readonly string[] | undefined;
  by?: string | undefined;
  why?: string | undefined;
}

/** Refuses a judged figure without `by` and `why` (`ST-S040`), and any other without a source (`ST-S041`). */
export function checkCitation(value: WrittenCitation, ctx: Parameters<typeof refuse>[0]): void {
  const missing = (['by', 'why'] as const).filter((key) => value[key] === undefined);
  if (value.basis === 'judged' && missing.length > 0) {
    refuse(
      ctx,
      {
        code: 'ST-S040',
        what:
          missing.length === 2
            ? say('This figure is judged, but does not say `by` and `why`.')
            : say('This figure is judged, but does not say `{key}`.', { key: missing[0]! }),
        fix: say('Add `by: who judged` and `why: what the judgement rests on`.'),
      },
      ['basis'],
    );
  }
  if (value.basis !== 'judged' && (value.sources ?? []).length === 0) {
    refuse(
      ctx,
      {
        code: 'ST-S041',
        what: say('This figure is {basis}, but names no source.', { basis: value.basis }),
        fix: say('Add `sources: [id]`, or write `basis: judged` with `by` and `why`.'),
      },
      ['basis'],
    );
  }
}

/** The citation of a checked entry. */
export function citationOf(value: WrittenCitation): Citation {
  return {
    basis: value.basis,
    sources: value.sources ?? [],
    ...(value.by !== undefined && { by: value.by }),
    ...(value.why !== undefined && { why: value.why }),
  };
}
