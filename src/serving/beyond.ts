import type { Machine } from '../training/machine.ts';
import { productFormat } from '../training/product-format.ts';
import type { EngineKind } from './constants.ts';
import { chipsOf, type Placement } from './placement.ts';
import type { PublishedServing } from './published.ts';
import { isWhole, modelKind } from './record.ts';
import type { Point } from './search.ts';
import type { ServingTask } from './ways.ts';

/**
 * In what an answer goes beyond every published rate: chips of an engine, tokens of a request, tokens guessed ahead on such chips,
 * or the share of prompts that caches of such services hold.
 */
export interface Beyond {
  of: 'engine' | 'request' | 'guess' | 'hits';
  asked: number;
  /** The most that was published. */
  most: number;
}

type Machines = ReadonlyMap<string, Machine>;

/** What of an answer no published rate had as much of; nothing where no rates are given. */
export function beyondRecord(
  { apart, chips }: Pick<Point, 'apart' | 'chips'>,
  { load, open, machine }: Pick<ServingTask, 'load' | 'open' | 'machine'>,
  { rows, machines }: { rows: readonly PublishedServing[]; machines: Machines },
): Beyond[] {
  const most = (of: (row: PublishedServing) => number) =>
    rows.reduce((largest, row) => Math.max(largest, of(row)), 0);
  const alike = ({ chip }: PublishedServing) => machines.get(chip)?.family === machine.family;
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
    { of: 'guess', asked: open.guessed, most: most((row) => (alike(row) ? row.open.guessed : 0)) },
    {
      of: 'hits',
      asked: load.prefixHit ?? 0,
      // Caches of services that only read were published, too.
      most: most((row) => (apart || isWhole(row) ? (row.load.prefixHit ?? 0) : 0)),
    },
  ];
  return rows.length === 0 ? [] : found.filter(({ asked, most: published }) => asked > published);
}

/** How a chip multiplies the weights of a model: their format and that of products, the same text for the same way. */
function multiplying({
  model,
  machine,
  formats: { experts, dense, weightsOnly },
}: Pick<ServingTask, 'model' | 'machine'> & Pick<Placement, 'formats'>): string {
  const weights = modelKind(model) === 'experts' ? experts : dense;
  const { as, format } = productFormat(machine, weights, weightsOnly);
  return `${weights} ${as} ${format}`;
}

/**
 * Whether no rate in which weights are multiplied in such a way has been published of a family of chips, of which others have; of
 * families without any rate, whether of none.
 */
export function isUnseenFormat(
  { model, machine, open: { formats } }: Pick<ServingTask, 'model' | 'machine' | 'open'>,
  { rows, machines }: { rows: readonly PublishedServing[]; machines: Machines },
): boolean {
  const known = rows.flatMap((row) => {
    const other = machines.get(row.chip);
    return other ? [{ family: other.family, way: multiplying({ ...row, machine: other, ...row.open }) }] : [];
  });
  if (known.length === 0) return false;
  const family = known.filter((one) => one.family === machine.family);
  const wanted = multiplying({ model, machine, formats });
  return (family.length > 0 ? family : known).every(({ way }) => way !== wanted);
}

/** Years, in hundredths, between which rates of an engine were published; undefined where there are none. */
export function yearsOf(
  engine: EngineKind,
  rows: readonly PublishedServing[],
): { oldest: number; newest: number } | undefined {
  const years = rows.filter(({ open }) => open.engine === engine).map(({ open }) => open.year);
  if (years.length === 0) return undefined;
  const rounded = (year: number) => Math.round(100 * year) / 100;
  return { oldest: rounded(Math.min(...years)), newest: rounded(Math.max(...years)) };
}
