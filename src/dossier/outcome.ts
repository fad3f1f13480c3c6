import { z } from 'zod';
import type { ReadDocument } from '../sources/document.ts';
import { readDocument } from '../sources/document.ts';
import { localised, partialDate, sourceId, text } from '../sources/fields.ts';
import { grade } from '../sources/grade.ts';

/** What can become of a claim. */
export const results = [
  'on-time',
  'late-12',
  'late-over-12',
  'late-open',
  'shrunk',
  'substituted',
  'cancelled',
  'stalled',
  'disowned',
  'not-due',
] as const;

const stage = z.enum(['paper', 'construction', 'shell', 'lit', 'none', 'unknown']);
const share = z.number().min(0).max(1).optional();
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .optional();

/** Schema of `outcome/outcome.yaml`. */
export const outcomeSchema = z
  .strictObject({
    case: z
      .string()
      .regex(/^C\d{2}$/)
      .meta({ description: 'Number of the case in the list of known hubs.', examples: ['C35'] }),
    sample: z.enum(['main', 'wide', 'stage', 'check']).meta({
      description:
        '`main`: scored on everything; `wide`: resolved before its date, in the wide table of base rates too; `stage`: scored on the stage only; `check`: not scored, kept as a check.',
      examples: ['main'],
    }),
    target: z.enum(['full', 'stage']).meta({
      description: 'Whether the fraction lit may be scored.',
      examples: ['full'],
    }),
    confidence: z.enum(['A', 'B', 'C']).meta({
      description: 'How sure the outcome is: A sure, B probable, C weak.',
      examples: ['A'],
    }),
    result: z.enum(results).meta({ description: 'What became of the claim.', examples: ['late-12'] }),
    resolved: partialDate.meta({ description: 'When it was settled.', examples: ['2025-09-30'] }),
    published: partialDate.meta({ description: 'When one could first know.', examples: ['2025-09-30'] }),
    source: sourceId,
    grade,
    stage: z
      .strictObject({
        atDue: stage.meta({ description: 'On the promised date.', examples: ['lit'] }),
        twelveMonthsLater: stage.meta({ description: 'A year after it.', examples: ['lit'] }),
      })
      .meta({ description: 'How far the site was; `none`: given up or never begun, scored as paper.' }),
    fraction: z
      .strictObject({
        atDue: share.meta({
          description: 'On the promised date; missing where not known.',
          examples: [0.38],
        }),
        twelveMonthsLater: share.meta({
          description: 'A year after it; missing where not known.',
          examples: [1],
        }),
      })
      .meta({ description: 'Share of the claim that was lit.' }),
    measuredAgainst: text.optional().meta({
      description: 'What the fraction is a share of, where the claim gave no size or gave it later.',
      examples: ['The size as delivered: 6,700 P.'],
    }),
    route: z.enum(['named', 'legal', 'domestic', 'none', 'unknown']).meta({
      description: 'What runs there: chips as named, a legal substitute, domestic ones.',
      examples: ['named'],
    }),
    chips: text.optional().meta({ description: 'The chips that run there, in words.' }),
    onTime: z
      .boolean()
      .optional()
      .meta({
        description:
          'Whether at least 90 % was lit a month after the promised date; missing where not known.',
        examples: [false],
      }),
    dates: z
      .strictObject({
        construction: partialDate.optional().meta({ description: 'Start of works.' }),
        firstLit: partialDate.optional().meta({ description: 'First part lit.' }),
        fullLit: partialDate.optional().meta({ description: 'All of it lit.' }),
      })
      .default({})
      .meta({
        description: 'What is known of its course; what is missing had not happened, or is not known.',
      }),
    censored: partialDate.meta({
      description: 'Last day that was looked at: lags still open then are censored.',
      examples: ['2026-06-30'],
    }),
    asOf: z
      .strictObject({
        p1: day.meta({ description: 'Claim and 30 days.' }),
        p2: day.meta({ description: 'Midway between the claim and the earlier of due date and resolution.' }),
        p3: day.meta({ description: '30 days before the earlier of the two.' }),
      })
      .meta({
        description:
          'Fixed days to replay, missing where the case is too short. They stand here because two of them follow from the outcome.',
      }),
    says: localised.meta({
      description: 'What happened, in own words.',
      examples: [{ en: 'Two buildings ran by the end of September.' }],
    }),
    note: localised.optional().meta({ description: 'What could mislead a reader or a model.' }),
  })
  .meta({
    title: 'Sandtable outcome',
    description:
      'outcome/outcome.yaml: what became of a hub, to score assessments by; no assessment reads it.',
  });

/** What became of a hub. */
export type Outcome = z.output<typeof outcomeSchema>;

/**
 * Reads an outcome; only what scores assessments calls this.
 *
 * @param text text of `outcome/outcome.yaml`
 * @param file its name, for messages
 */
export function parseOutcome(text: string, file: string): ReadDocument<Outcome> {
  return readDocument(text, file, outcomeSchema);
}
