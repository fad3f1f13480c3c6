import type { PublishedServing } from '../../src/serving/published.ts';

/**
 * What may not be split between fitting and scoring: rows of one source about one model on one kind of chip. All of MLPerf
 * counts as one source: its submitters run the same few engines.
 */
export function groupOf({ source, name, chip }: PublishedServing): string {
  return [source, name, chip].join(' | ');
}

/** A row with the logarithm of predicted over published rate, by constants fitted without its group. */
export interface Scored {
  row: PublishedServing;
  fold: number;
  error: number;
}

/** How many parts the rows are dealt to, whole groups in turn, the large ones first. */
export const folds = 12;

/** Rows that are scored by a fit, those it is made to, and the sources whose published gains it must not see. */
export interface Part {
  seen: readonly PublishedServing[];
  unseen: readonly PublishedServing[];
  without: ReadonlySet<string>;
}

/** Each fold with all others. */
export function partsOf(rows: readonly PublishedServing[]): Part[] {
  const foldOf = dealt(rows);
  return Array.from({ length: folds }, (_, fold) => {
    const seen = rows.filter((row) => foldOf.get(groupOf(row)) !== fold);
    const unseen = rows.filter((row) => foldOf.get(groupOf(row)) === fold);
    return { seen, unseen, without: new Set(unseen.map(({ source }) => source)) };
  });
}

function dealt(rows: readonly PublishedServing[]): Map<string, number> {
  const sizes = new Map<string, number>();
  for (const row of rows) sizes.set(groupOf(row), (sizes.get(groupOf(row)) ?? 0) + 1);
  const groups = [...sizes.keys()].sort((a, b) => sizes.get(b)! - sizes.get(a)! || (a < b ? -1 : 1));
  const loads = new Array<number>(folds).fill(0);
  const foldOf = new Map<string, number>();
  for (const group of groups) {
    const least = loads.indexOf(Math.min(...loads));
    foldOf.set(group, least);
    loads[least]! += sizes.get(group)!;
  }
  return foldOf;
}
