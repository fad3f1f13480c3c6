import type { Chip } from '../chips/chip.ts';
import { median } from '../chips/figure.ts';
import { error, type Fault, SandtableError, wordsOf } from '../errors/fault.ts';
import { say, type Words, withNear } from '../errors/message.ts';
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
  const fans = amount('--fans', written.fans, wanted.fans);
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
  /** Least and most that a site can have, in the coherent unit, and as written. */
  within?: readonly [number, number, readonly [least: string, most: string]];
  whole?: boolean;
}

/** No site comes near these: a slip of units does. */
const wanted = {
  share: { dimension: d.number, example: '0.3', within: [0, 1, ['0', '1']] },
  chips: { dimension: d.number, example: '10k', within: [1, 1e8, ['1', '100 million']], whole: true },
  fans: { dimension: d.number, example: '240', within: [1, 1e6, ['1', '1 million']], whole: true },
  feed: { dimension: d.power, example: '300 MW', within: [1e3, 1e11, ['1 kW', '100 GW']] },
  transformer: {
    dimension: d.apparentPower,
    example: '2 x 150 MVA',
    within: [1e3, 1e11, ['1 kVA', '100 GVA']],
  },
  power: { dimension: d.power, example: '50 MW', within: [0, 1e11, ['0', '100 GW']] },
  energy: { dimension: d.energy, example: '200 MWh', within: [0, 3.6e15, ['0', '1,000 GWh']] },
  volume: { dimension: d.volume, example: '200,000 m3', within: [0, 1e9, ['0', 'a billion m3']] },
  length: { dimension: d.length, example: '2808 m' },
} satisfies Record<string, Wanted>;

/** A length in metres. */
export function lengthOf(option: string, text: string): number {
  return amountOf(option, text, wanted.length);
}

/** Middle of a quantity in the coherent unit of its dimension. */
function amountOf(option: string, text: string, want: Wanted): number {
  const quantity = read(option, text, want.example);
  const { spread, unit } = quantity;
  const value = spread.form === 'unknown' || spread.form === 'bound' ? undefined : median(quantity);
  if (value === undefined || !equal(unit.dimension, want.dimension)) {
    return refused(option, text, exampleOf(option, want.example));
  }
  return bounded(value, { option, text, want });
}

/** Refuses what no site can have. */
function bounded(value: number, { option, text, want }: { option: string; text: string; want: Wanted }) {
  const { within: [least, most, words] = [-Infinity, Infinity, ['', '']], whole, example } = want;
  if (value < least || value > most) {
    return refused(
      option,
      text,
      say('Write {least} to {most}, such as {example}.', {
        ...{ least: words[0], most: words[1] },
        example: `${option} '${example}'`,
      }),
      say('`{text}` is out of range.', { text: `${option} ${shown(text)}` }),
    );
  }
  if (whole && !Number.isInteger(value)) {
    return refused(
      option,
      text,
      say('Write a whole number, such as {example}.', { example: `${option} '${example}'` }),
    );
  }
  return value;
}

/** A quantity, whose faults name the option that it was written for. */
function read(option: string, text: string, example: string) {
  try {
    return parseQuantity(text);
  } catch (thrown) {
    if (!(thrown instanceof SandtableError)) throw thrown;
    const reason = wordsOf(thrown.faults[0]!).what;
    const what = say('`{text}` cannot be read: {reason}', { text: `${option} ${shown(text)}`, reason });
    return refused(option, text, exampleOf(option, example), what);
  }
}

function wholeOf(option: string, text: string, [least, most]: readonly [number, number]): number {
  const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  return refused(
    option,
    text,
    say('Write a whole number from {least} to {most}.', { least, most: String(most) }),
  );
}

/** Reads `10k h100`, or a number alone for the place's own chip. */
function fleetOf(text: string | undefined, defaults: SiteDefaults): { chips: number; chip: Chip } {
  if (text === undefined) return { chips: defaultChips, chip: defaults.chipOf(defaults.chip) };
  const [, count, chip = defaults.chip] = /^\s*(\S+)(?:\s+(.+?))?\s*$/.exec(text) ?? [];
  if (count === undefined) return refused('--chips', text, exampleOf('--chips', '10k h100'));
  if (!/^[\d.+-]/.test(count)) {
    const example = `--chips '10k ${text.trim()}'`;
    return refused('--chips', text, say('Write a number before the chip: {example}.', { example }));
  }
  return { chips: amountOf('--chips', count, wanted.chips), chip: defaults.chipOf(chip) };
}

/**
 * Reads `dry-liquid`, or `indirect-evaporative=0.6,dry-liquid=0.4`.
 *
 * @throws SandtableError ST-P017
 */
export function blendFrom(text: string): Blend {
  const parts = text
    .split(',')
    .filter((part) => part.trim() !== '')
    .map((part) => part.split('=').map((side) => side.trim()));
  const known = say('Known are {names}.', { names: plantKinds.join(', ') });
  if (parts.length === 0) {
    throw new SandtableError(error('ST-P017', say('No plant is named.'), known));
  }
  const faults = parts.flatMap(([name = '']) =>
    plantKinds.includes(name as PlantKind)
      ? []
      : error(
          'ST-P017',
          say('There is no plant `{name}`.', { name: shown(name) }),
          withNear(didYouMean(name, plantKinds), known),
        ),
  );
  const twice = parts.find(([name], i) => parts.findIndex(([other]) => other === name) < i);
  if (twice) {
    faults.push(
      error(
        'ST-P017',
        say('The plant `{name}` is named twice.', { name: shown(twice[0]!) }),
        say('Write each plant once.'),
      ),
    );
  }
  if (faults.length > 0) throw new SandtableError(faults);
  const blend = Object.fromEntries(parts.map(([name, share = '1']) => [name, Number(share)])) as Record<
    PlantKind,
    number
  >;
  const sum = Object.values(blend).reduce((all, share) => all + share, 0);
  if (Math.abs(sum - 1) < 1e-6 && Object.values(blend).every((share) => share > 0)) return blend;
  const what = say('The shares in `{text}` add up to {sum}, not to 1.', {
    text: shown(text),
    sum: Number.isNaN(sum) ? say('no number') : String(Number(sum.toPrecision(4))),
  });
  throw new SandtableError(
    error('ST-P017', what, say('Write shares of the halls: indirect-evaporative=0.6,dry-liquid=0.4.')),
  );
}

/** Reads `300 MW` as a grant, `300 MVA` as one transformer, `2 x 150 MVA` as transformers of which one may be out. */
function feederOf(text: string): Feeder {
  const option = '--feed';
  const [, count, each] = /^\s*(\d+)\s*[x×]\s*(.+)$/.exec(text) ?? [];
  const quantity = read(option, each ?? text, wanted.feed.example);
  const value = quantity.spread.form === 'unknown' ? undefined : middleOf(quantity);
  const { dimension } = quantity.unit;
  if (value !== undefined && equal(dimension, d.apparentPower)) {
    const rating = bounded(value, { option, text, want: wanted.transformer });
    const transformers = Number(count ?? 1);
    if (transformers < 1 || transformers > 1000) {
      return refused(
        option,
        text,
        say('Write 1 to 1,000 transformers, such as {example}.', { example: "--feed '2 x 150 MVA'" }),
        say('`{text}` is out of range.', { text: `${option} ${shown(text)}` }),
      );
    }
    return { transformers: { count: transformers, mva: rating / 1e6 } };
  }
  if (value !== undefined && equal(dimension, d.power) && count === undefined) {
    return { grantMw: bounded(value, { option, text, want: wanted.feed }) / 1e6 };
  }
  const example = say('{a} or {b}', { a: "--feed '300 MW'", b: "--feed '2 x 150 MVA'" });
  return refused(option, text, say('Write for example {example}.', { example }));
}

/** A bound such as `up to 300 MW` is read at its number. */
function middleOf(quantity: ReturnType<typeof parseQuantity>): number | undefined {
  const { spread, unit } = quantity;
  if (spread.form !== 'bound') return median(quantity);
  const value = spread.high ?? spread.low;
  return value === undefined ? undefined : value * unit.scale;
}

const exampleOf = (option: string, example: string) =>
  say('Write for example {example}.', { example: `${option} '${example}'` });

function refused(
  option: string,
  text: string,
  fix: Words,
  what: Words = say('`{text}` cannot be read.', { text: `${option} ${shown(text)}` }),
): never {
  throw new SandtableError(error('ST-X003', what, fix));
}
