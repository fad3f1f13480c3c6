import { readFileSync } from 'node:fs';
import { findModel } from '../../src/models/find.ts';
import type { EngineKind, ServingConstants } from '../../src/serving/constants.ts';
import type { Balance, Placement } from '../../src/serving/placement.ts';
import { predictRow } from '../../src/serving/predict-row.ts';
import { formatsOf, type PublishedServing } from '../../src/serving/published.ts';
import { number, type Row } from '../../src/serving/published-placement.ts';
import { parseTable } from '../../src/training/published.ts';
import type { Loaded } from './load.ts';

let rows: Row[] | undefined;

function rowsOf(): Row[] {
  rows ??= parseTable(readFileSync('data/published/serving-examples.csv', 'utf8'));
  return rows;
}

/** A published figure beside what the model says of it. */
export interface Example {
  example: string;
  what: string;
  unit: string;
  published: string;
  predicted: number;
  source: string;
  model: string;
  chip: string;
}

/**
 * Published gains of taking turns and of balance, which fits use besides the rows: logarithm of predicted over published.
 *
 * @param without sources whose gains are left out
 */
export function gainErrors(
  loaded: Loaded,
  constants: ServingConstants,
  without: ReadonlySet<string> = new Set(),
): number[] {
  const middle = (text: string) => {
    const ends = text.split(' to ').map(Number);
    return ends.reduce((sum, one) => sum + one, 0) / ends.length;
  };
  return examples(
    loaded,
    constants,
    (row) => /overlap|balance/.test(row.compare!) && !without.has(row.source!),
  ).map(({ predicted, published }) => Math.log(predicted / middle(published)));
}

/** The worked examples of data/published/serving-examples.csv, predicted by given constants. */
export function examples(
  loaded: Loaded,
  constants: ServingConstants,
  wanted: (row: Row) => boolean = () => true,
): Example[] {
  return rowsOf()
    .filter(wanted)
    .map((row) => {
      const asked = exampleRow(row, loaded);
      const rate = (change: Partial<Placement> = {}) => {
        const placement = { ...asked.placement!, ...change };
        return predictRow({ ...asked, placement }, { machines: loaded.machines, constants })!.rate;
      };
      return {
        example: row.example!,
        what: row.what!,
        unit: row.unit!,
        published: row.published!,
        ...{ source: row.source!, model: row.model!, chip: row.chip! },
        predicted: compared(row, rate, asked),
      };
    });
}

function compared(
  row: Row,
  rate: (change?: Partial<Placement>) => number,
  { placement }: PublishedServing,
): number {
  switch (row.compare) {
    case 'overlap':
      return rate({ overlap: true }) / rate({ overlap: false });
    case 'balance':
      return rate({ balance: 'balanced' }) / rate({ balance: 'none' });
    case 'double':
      return rate() / rate({ data: 2 * placement!.data });
    default:
      return rate() * (row.unit === 'node' ? 8 : 1);
  }
}

function exampleRow(row: Row, { models }: Loaded): PublishedServing {
  const model = findModel(models, row.model!)!;
  const [year, month] = row.date!.split('-').map(Number);
  const open = {
    formats: formatsOf(row, model),
    overlap: row.overlap === '1',
    balance: row.balance as Balance,
    guessed: number(row.guessed) ?? 0,
    accepted: number(row.accepted) ?? 0,
    engine: row.engine as EngineKind,
    year: year! + (month! - 0.5) / 12,
  };
  const batch = number(row.batch);
  const tpot = number(row.tpot_ms);
  const hit = number(row.hit);
  const chips = number(row.chips)!;
  return {
    id: row.what!,
    source: row.source!,
    quality: 'A',
    date: row.date!,
    model,
    name: row.model!,
    chip: row.chip!,
    chips,
    precision: row.precision!,
    phase: row.phase!,
    production: /production/.test(row.phase!),
    measured: /^prefill/.test(row.phase!) ? 'prefill' : 'decode',
    load: {
      inputTokens: number(row.input)!,
      outputTokens: number(row.output) ?? 0,
      ...(hit !== undefined && { prefixHit: hit }),
    },
    ...(batch !== undefined && { batch }),
    ...(tpot !== undefined && { tpot: tpot / 1000 }),
    placement: { ...open, tensor: 1, data: chips, pipeline: 1, expertParallel: true },
    open,
    rate: 1,
    notes: '',
  };
}
