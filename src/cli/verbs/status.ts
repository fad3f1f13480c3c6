import type { BuyerKind, ImportUse } from '../../controls/instrument.ts';
import { describeItem, type Item, itemOf } from '../../controls/item.ts';
import { requireCountry } from '../../controls/places.ts';
import { readQuery, type StatusQuery } from '../../controls/query.ts';
import { askedItem, type RuleBook, status } from '../../controls/status.ts';
import { attempting, error, type Fault, SandtableError } from '../../errors/fault.ts';
import { say } from '../../errors/message.ts';
import { didYouMean } from '../../errors/suggest.ts';
import { statusCsv } from '../../report/csv/controls.ts';
import { statusScreen } from '../../report/terminal/status.ts';
import { type Context, pageFor, type Shown } from '../context.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import type { statusFormats } from '../formats.ts';
import { shown } from '../options.ts';
import { emit, formatOf } from './assess.ts';

/** What can be said about a shipment on the command line, besides the day. */
export interface ShipmentOptions {
  to?: string;
  from?: string;
  endUser?: string;
  headquarters?: string;
  market?: 'data-centre' | 'other';
  ownedByListed?: string;
  licensed?: boolean;
  buyer?: string;
  activity?: string;
  use?: string;
  asIf?: readonly string[];
  asOf?: string;
  set?: readonly string[];
  maker?: string;
  designedIn?: string;
}

export interface StatusOptions extends Shown, ShipmentOptions {
  on?: string;
  format?: (typeof statusFormats)[number];
  output?: string;
}

/** `sandtable status`: may this chip go there on that day, and why. */
export async function statusVerb(
  name: string | undefined,
  options: StatusOptions,
  context: Context,
): Promise<ExitCode> {
  const book = await context.engine.world();
  const missing = (['on', 'to'] as const).filter((key) => options[key] === undefined);
  const faults = missing.map((key) => {
    const example = key === 'on' ? '--on 2025-04-10' : '--to CN';
    return error(
      'ST-X002',
      say('`{name}` is missing.', { name: `--${key}` }),
      say('Write for example {example}.', { example }),
    );
  });
  const { query, faults: wrong } = shipment(options);
  faults.push(...wrong);
  const item = attempting(faults)(() => itemAsked(book, name, options));
  const { on, to } = options;
  const given = { ...query, ...(on !== undefined && { on }), ...(to !== undefined && { to }) };
  faults.push(...readQuery(book.controls, item, given).faults);
  if (faults.length > 0 || !item) throw new SandtableError(faults);
  const answer = status(book, item, { ...query, on: on!, to: to! });
  const format = formatOf(options.format, options.plain, context);
  const text =
    format === 'screen'
      ? statusScreen(answer, book.controls, pageFor(context, options))
      : format === 'csv'
        ? statusCsv(answer)
        : `${JSON.stringify(answer, infinite, 2)}\n`;
  emit(text, options, context);
  return exitCodes.done;
}

/** JSON has no infinity: an end that is not known is null. */
export const infinite = (_: string, value: unknown): unknown =>
  typeof value === 'number' && !Number.isFinite(value) ? null : value;

/** The item asked about: a chip, one with figures replaced, or one described by its figures alone. */
export function itemAsked(
  book: RuleBook,
  name: string | undefined,
  { set = [], market, maker, designedIn }: ShipmentOptions,
): Item {
  const faults: Fault[] = [];
  const attempt = attempting(faults);
  const assigned = set.flatMap((text) => {
    const one = attempt(() => assignment(text));
    return one ? [one] : [];
  });
  for (const [i, [key]] of assigned.entries()) {
    if (assigned.findIndex(([other]) => other === key) === i) continue;
    faults.push(error('ST-X003', say('`{key}` is set twice.', { key }), say('Leave one of the two out.')));
  }
  if (name === undefined && set.length === 0) {
    const fix = say('Name a chip, or describe one: --set fp16=148TFLOP/s --set dieArea=814mm2.');
    faults.push(error('ST-X002', say('No chip is named.'), fix));
  }
  const asked = name === undefined ? undefined : attempt(() => askedItem(book, shown(name)));
  const country =
    designedIn === undefined
      ? undefined
      : attempt(() => requireCountry(book.controls, designedIn, say('country of design')));
  const makers = [...book.catalogue.chips.values()].map(({ vendor }) => vendor.id);
  const typed = maker?.trim().toLowerCase();
  const near = typed === undefined || makers.includes(typed) ? undefined : didYouMean(typed, new Set(makers));
  if (near)
    faults.push(error('ST-X003', say('The maker `{name}` is not known.', { name: shown(maker!) }), near));
  if (name !== undefined && (maker !== undefined || designedIn !== undefined)) {
    const what = say('The catalogue says who made the chip and where it was designed.');
    const fix = say('Leave --maker and --designed-in out, or the name of the chip.');
    faults.push(error('ST-K003', what, fix));
  }
  if (faults.length > 0) throw new SandtableError(faults);
  const specifications = Object.fromEntries(assigned);
  if (!asked) {
    return describeItem(
      {
        name: 'described chip',
        marketedForDataCentres: market ? market === 'data-centre' : null,
        ...(typed !== undefined && { vendor: typed }),
        ...(country && { designedIn: country }),
      },
      specifications,
    );
  }
  return set.length === 0 ? asked : itemOf(book.catalogue.chips.get(asked.id!)!, specifications);
}

function assignment(text: string): [string, string] {
  const [, key, value] = /^\s*(\w+)\s*[=:]\s*(.+?)\s*$/.exec(text) ?? [];
  if (key && value) return [key, value];
  const fix = say("Write a figure, an equals sign and a quantity: --set 'dieArea=514 mm2'.");
  const what = say('`--set {text}` sets nothing.', { text: shown(text) });
  throw new SandtableError(error('ST-X003', what, fix));
}

/** The question that options ask, and what cannot be read of them. */
export function shipment(options: ShipmentOptions): {
  query: Omit<StatusQuery, 'on' | 'to'>;
  faults: Fault[];
} {
  const faults: Fault[] = [];
  const { from, endUser, headquarters, market, licensed, buyer, activity, use, asIf, asOf } = options;
  const owned = options.ownedByListed === undefined ? undefined : share(options.ownedByListed, faults);
  const query = {
    ...(from !== undefined && { from }),
    ...(endUser !== undefined && { endUser: shown(endUser) }),
    ...(headquarters !== undefined && { headquarters }),
    ...(market !== undefined && { marketedForDataCentres: market === 'data-centre' }),
    ...(owned !== undefined && { ownedByListed: owned }),
    ...(licensed && { licensed }),
    ...(buyer !== undefined && { buyer: buyer as BuyerKind }),
    ...(activity !== undefined && { activity: activity as 'ship' | 'use' }),
    ...(use !== undefined && { use: use as ImportUse }),
    ...(asOf !== undefined && { asOf }),
    ...(asIf && { asIf: asIf.flatMap((text) => text.split(',')).map((id) => id.trim()) }),
  };
  return { query, faults };
}

/** `60%`, `60 %` or `0.6`. */
function share(text: string, faults: Fault[]): number | undefined {
  const [, number, percent] = /^(\d+(?:\.\d+)?)\s*(%?)$/.exec(text.trim()) ?? [];
  const value = number === undefined ? Number.NaN : Number(number) / (percent ? 100 : 1);
  if (value >= 0 && value <= 1) return value;
  faults.push(
    error(
      'ST-X003',
      say('`{text}` is no share.', { text: `--owned-by-listed ${shown(text)}` }),
      say('Write for example {example}.', { example: '--owned-by-listed 60%' }),
    ),
  );
  return undefined;
}
