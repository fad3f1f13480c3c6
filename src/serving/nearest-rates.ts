import { log } from '../elementary/logarithm.ts';
import { parametersOf } from '../models/parameters.ts';
import type { ServingKnowledge } from './knowledge.ts';
import { predictRow } from './predict-row.ts';
import type { PublishedServing } from './published.ts';
import type { ServingTask } from './ways.ts';

/** A published rate that is like the one asked about, and what the model says of it. */
export interface Near {
  id: string;
  source: string;
  model: string;
  chip: string;
  chips: number;
  phase: string;
  /** Tokens a second a chip; predicted by constants that were fitted without its source, model and chip, unless it was `seen`. */
  published: number;
  predicted: number;
  seen: boolean;
}

/** The published rates most like a task: the same chip before others, then the same model, then its size and lengths. */
export function nearestRates(
  { model, machine, load }: ServingTask,
  { machines, serving, rows, heldOut }: Pick<ServingKnowledge, 'machines' | 'serving' | 'rows' | 'heldOut'>,
  most = 3,
): Near[] {
  const active = parametersOf(model).active;
  const ratio = (a: number, b: number) => Math.abs(log(a / b));
  const apart = (row: PublishedServing) => {
    const known = machines.get(row.chip);
    return (
      (known?.id === machine.id ? 0 : known?.family === machine.family ? 1 : 4) +
      (row.model.id === model.id ? 0 : 1) +
      ratio(parametersOf(row.model).active, active) +
      0.3 * ratio(Math.max(1, row.load.inputTokens), load.inputTokens) +
      0.3 * ratio(Math.max(1, row.load.outputTokens), load.outputTokens)
    );
  };
  const ranked = rows
    .map((row) => ({ row, far: apart(row) }))
    .sort((a, b) => a.far - b.far || (a.row.id < b.row.id ? -1 : 1));
  const near: Near[] = [];
  const seen = new Set<string>();
  for (const { row } of ranked) {
    const key = `${row.source} ${row.name} ${row.chip} ${row.measured}`;
    if (near.length >= most) break;
    const made = seen.has(key) ? undefined : predictRow(row, { machines, constants: serving.constants });
    if (!made) continue;
    seen.add(key);
    const { id, source, name, chip, chips, phase, rate, quality } = row;
    const unseen = heldOut.get(id);
    near.push({
      ...{ id, source, model: name, chip, chips, phase, published: rate },
      predicted: unseen ?? made.rate,
      // Rows of quality C are fitted to by nobody.
      seen: unseen === undefined && quality !== 'C',
    });
  }
  return near;
}
