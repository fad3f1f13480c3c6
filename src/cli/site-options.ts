import type { Chip } from '../chips/chip.ts';
import { median } from '../chips/figure.ts';
import { error, type Fault, SandtableError } from '../errors/fault.ts';
import { didYouMean } from '../errors/suggest.ts';
import type { Blend } from '../site/cooling.ts';
import { type PlantKind, plantKinds } from '../site/cooling-constants.ts';
import type { Feeder } from '../site/feeder.ts';
import { type Duty, duties } from '../site/server-states.ts';
import type { SiteWish } from '../site/site-report.ts';
import { dimensions as d, equal } from '../units/dimension.ts';
import { parseQuantity } from '../units/parse.ts';
import type { Dimension } from '../units/unit.ts';
import { choice, shown } from './options.ts';

/** Options of `sandtable site` as commander hands them over: text. */
export interface WrittenSite {
  plant?: string;
  trim?: string;
  chips?: string;
  duty?: string;
  feed?: string;
  water?: string;
  fans?: string;
  solar?: string;
  wind?: string;
  storage?: string;
  years?: string;
  seed?: string;
}

/** What a place brings where nothing is asked for. */
export interface SiteDefaults {
  chip: string;
  blend: Blend;
  day: number;
  feed?: string;
  chipOf(name: string): Chip;
}

const defaultChips = 1000;

/**
 * Reads what is asked of a site.
 *
 * @throws SandtableError with every option that cannot be read, at once (ST-X003, ST-P017), ST-C001
 */
export function siteWish(written: WrittenSite, defaults: SiteDefaults): SiteWish {
  const faults: Fault[] = [];
  const attempt = <T>(read: () => T, otherwise: T): T => {
    try {
      return read();
    } catch (thrown) {
      if (!(thrown instanceof SandtableError)) throw thrown;
      faults.push(...thrown.faults);
      return otherwise;
    }
  };
  const amount = (option: string, text: string | undefined, unit: Wanted) =>
    text === undefined ? undefined : attempt(() => amountOf(option, text, unit), 0);
  const fleet = attempt(() => fleetOf(written.chips, defaults), undefined);
  const feed = written.feed ?? defaults.feed;
  const trim = amount('--trim', written.trim, wanted.share);
  const waterPermit = amount('--water', written.water, wanted.volume);
  const fans = amount('--fans', written.fans, wanted.count);
  const wish = {
    chip: fleet?.chip ?? defaults.chipOf(defaults.chip),
    chips: fleet?.chips ?? defaultChips,
    duty: choice('--duty', written.duty ?? 'training', duties, faults) ?? ('training' as Duty),
    blend:
      written.plant === undefined ? defaults.blend : attempt(() => blendFrom(written.plant!), defaults.blend),
    feeder: feed === undefined ? {} : attempt(() => feederOf(feed), {}),
    farms: {
      photovoltaicMw: (amount('--solar', written.solar, wanted.power) ?? 0) / 1e6,
      windMw: (amount('--wind', written.wind, wanted.power) ?? 0) / 1e6,
      storageMwh: (amount('--storage', written.storage, wanted.energy) ?? 0) / 3.6e9,
    },
    years: attempt(() => wholeOf('--years', written.years ?? '4', [1, 100]), 1),
    seed: attempt(() => wholeOf('--seed', written.seed ?? '7', [0, 2 ** 32 - 1]), 0),
    day: defaults.day,
    ...(trim !== undefined && { trim }),
    ...(waterPermit !== undefined && { waterPermit }),
    ...(fans !== undefined && { fans }),
  };
  if (faults.length > 0) throw new SandtableError(faults);
  return wish;
}

interface Wanted {
  dimension: Dimension;
  example: string;
}

const wanted = {
  share: { dimension: d.number, example: '0.3' },
  count: { dimension: d.number, example: '240' },
  power: { dimension: d.power, example: '50 MW' },
  energy: { dimension: d.energy, example: '200 MWh' },
  volume: { dimension: d.volume, example: '200,000 m3' },
  length: { dimension: d.length, example: '2808 m' },
} satisfies Record<string, Wanted>;

/** A length in metres. */
export function lengthOf(option: string, text: string): number {
  return amountOf(option, text, wanted.length);
}

/** Middle of a quantity in the coherent unit of its dimension. */
function amountOf(option: string, text: string, { dimension, example }: Wanted): number {
  const quantity = parseQuantity(text);
  const value =
    quantity.spread.form === 'unknown' || quantity.spread.form === 'bound' ? undefined : median(quantity);
  if (value !== undefined && equal(quantity.unit.dimension, dimension)) return value;
  return refused(option, text, `Write for example ${option} '${example}'.`);
}

function wholeOf(option: string, text: string, [least, most]: readonly [number, number]): number {
  const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  return refused(option, text, `Write a whole number from ${least} to ${most}.`);
}

/** Reads `10k h100`, or a number alone for the place's own chip. */
function fleetOf(text: string | undefined, defaults: SiteDefaults): { chips: number; chip: Chip } {
  if (text === undefined) return { chips: defaultChips, chip: defaults.chipOf(defaults.chip) };
  const [, count, chip = defaults.chip] = /^\s*(\S+)(?:\s+(.+?))?\s*$/.exec(text) ?? [];
  if (count === undefined) return refused('--chips', text, "Write for example --chips '10k h100'.");
  const chips = amountOf('--chips', count, { dimension: d.number, example: '10k h100' });
  if (chips < 1) return refused('--chips', text, 'Write at least 1.');
  return { chips, chip: defaults.chipOf(chip) };
}

/**
 * Reads `dry-liquid`, or `indirect-evaporative=0.6,dry-liquid=0.4`.
 *
 * @throws SandtableError ST-P017
 */
export function blendFrom(text: string): Blend {
  const parts = text.split(',').map((part) => part.trim().split('='));
  const faults = parts.flatMap(([name = '']) =>
    plantKinds.includes(name as PlantKind)
      ? []
      : error(
          'ST-P017',
          `There is no plant \`${shown(name)}\`.`,
          `${didYouMean(name, plantKinds)} Known are ${plantKinds.join(', ')}.`.trim(),
        ),
  );
  if (faults.length > 0) throw new SandtableError(faults);
  const blend = Object.fromEntries(parts.map(([name, share = '1']) => [name, Number(share)])) as Record<
    PlantKind,
    number
  >;
  const sum = Object.values(blend).reduce((all, share) => all + share, 0);
  if (Math.abs(sum - 1) < 1e-6 && Object.values(blend).every((share) => share > 0)) return blend;
  const what = `The shares in \`${shown(text)}\` add up to ${Number.isNaN(sum) ? 'no number' : Number(sum.toPrecision(4))}, not to 1.`;
  throw new SandtableError(
    error('ST-P017', what, 'Write shares of the halls: indirect-evaporative=0.6,dry-liquid=0.4.'),
  );
}

/** Reads `300 MW` as a grant, `300 MVA` as one transformer, `2 x 150 MVA` as transformers of which one may be out. */
function feederOf(text: string): Feeder {
  const [, count, each] = /^\s*(\d+)\s*[x×]\s*(.+)$/.exec(text) ?? [];
  const quantity = parseQuantity(each ?? text);
  const value = quantity.spread.form === 'unknown' ? undefined : middleOf(quantity);
  const { dimension } = quantity.unit;
  if (value !== undefined && equal(dimension, d.apparentPower)) {
    return { transformers: { count: Number(count ?? 1), mva: value / 1e6 } };
  }
  if (value !== undefined && equal(dimension, d.power) && count === undefined)
    return { grantMw: value / 1e6 };
  return refused('--feed', text, "Write for example --feed '300 MW' or --feed '2 x 150 MVA'.");
}

/** A bound such as `up to 300 MW` is read at its number. */
function middleOf(quantity: ReturnType<typeof parseQuantity>): number | undefined {
  const { spread, unit } = quantity;
  if (spread.form !== 'bound') return median(quantity);
  const value = spread.high ?? spread.low;
  return value === undefined ? undefined : value * unit.scale;
}

function refused(option: string, text: string, fix: string): never {
  throw new SandtableError(error('ST-X003', `\`${option} ${shown(text)}\` cannot be read.`, fix));
}
