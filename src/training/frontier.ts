import { z } from 'zod';
import type { Figure } from '../chips/figure.ts';
import { figureOf, ownFigure } from '../chips/figure-field.ts';
import { id, partialDate, text } from '../sources/fields.ts';
import type { PartialDate } from '../sources/source.ts';
import { dimensions as d } from '../units/dimension.ts';

/** A training run that others are measured against. */
export interface FrontierRun {
  id: string;
  name: string;
  /** When the model came out. */
  published: PartialDate;
  /** Arithmetic of the run [FLOP]. */
  flop: Figure;
}

/** Section `frontier` of a file of `data/training`. */
export const frontierSchema = z.array(
  z.strictObject({ id, name: text, published: partialDate, flop: ownFigure(d.work, '3.8e25 FLOP') }),
);

/** The runs as they were written, the earliest first. */
export function frontierRuns(written: z.output<typeof frontierSchema>): FrontierRun[] {
  return written
    .map(({ flop, ...run }) => ({ ...run, flop: figureOf(flop) }))
    .sort((a, b) => a.published.from - b.published.from);
}
