import { chipsOf } from './placement.ts';
import type { PublishedServing } from './published.ts';
import type { Point } from './search.ts';
import type { ServingTask } from './ways.ts';

/** In what an answer goes beyond every published rate: chips of an engine, tokens of a request, or tokens guessed ahead. */
export interface Beyond {
  of: 'engine' | 'request' | 'guess';
  asked: number;
  /** The most that was published. */
  most: number;
}

/** What of an answer no published rate had as much of; nothing where no rates are given. */
export function beyondRecord(
  { apart, chips }: Pick<Point, 'apart' | 'chips'>,
  { load, open }: Pick<ServingTask, 'load' | 'open'>,
  rows: readonly PublishedServing[],
): Beyond[] {
  const most = (of: (row: PublishedServing) => number) =>
    rows.reduce((largest, row) => Math.max(largest, of(row)), 0);
  const found: Beyond[] = [
    {
      of: 'engine',
      asked: apart ? Math.max(apart.prefill.chips, apart.decode.chips) : chips,
      most: most(({ placement }) => (placement ? chipsOf(placement) : 0)),
    },
    {
      of: 'request',
      asked: load.inputTokens + load.outputTokens,
      most: most((row) => row.load.inputTokens + row.load.outputTokens),
    },
    { of: 'guess', asked: open.guessed, most: most((row) => row.open.guessed) },
  ];
  return rows.length === 0 ? [] : found.filter(({ asked, most: published }) => asked > published);
}
