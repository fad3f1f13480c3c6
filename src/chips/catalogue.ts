import type { Fault, Place } from '../errors/fault.ts';
import { error } from '../errors/fault.ts';
import { say } from '../errors/message.ts';
import { citationOf } from '../sources/citation.ts';
import { readDocument } from '../sources/document.ts';
import type { Catalogue, Chip, Format, Quote, Server, Vendor } from './chip.ts';
import { type ChipFile, chipFileSchema } from './chip-file.ts';
import { type Figure, present } from './figure.ts';
import { figureOf } from './figure-field.ts';
import { bare, unknownChip } from './find.ts';
import { unknownSources } from './unknown-sources.ts';

export { findChip, requireChip, unknownChip } from './find.ts';

type Written<K extends keyof ChipFile> = NonNullable<ChipFile[K]>;
type WrittenChip = Written<'chips'>[number];

/** A file of a data folder. */
export interface DataFile {
  path: string;
  text: string;
}

/**
 * Reads the files of `data/chips`.
 *
 * @param files path and text of each
 * @param sources ids of the sources that exist; not checked where left out
 * @returns the catalogue, absent where a section is missing or broken, and everything wrong with the files:
 * ST-C002 for a name given twice, ST-C001 for a chip that is priced or served but not described, ST-C003 for a
 * missing section
 */
export function parseCatalogue(
  files: readonly DataFile[],
  sources?: ReadonlySet<string>,
): { catalogue?: Catalogue; faults: readonly Fault[] } {
  const gathered: Gathered = {
    chips: new Map(),
    servers: [],
    quotes: [],
    sections: {},
    names: new Map(),
    faults: [],
    later: [],
  };
  for (const file of files) gather(gathered, file, sources);
  const { chips, servers, quotes, sections, later } = gathered;
  const faults = [...gathered.faults, ...later.flatMap((check) => check())];
  const { pricing, exchange, convention } = sections;
  if (!pricing || !exchange || !convention) {
    const absent = sectionKeys.filter((key) => !sections[key]);
    return { faults: [...faults, ...absent.map((key) => missing(key))] };
  }
  const catalogue = {
    chips,
    servers,
    quotes,
    pricing: pricingOf(pricing),
    exchange: exchange.map((one) => ({ ...present(one), citation: citationOf(one) })),
    convention: conventionOf(convention),
  };
  return { catalogue, faults };
}

const sectionKeys = ['pricing', 'exchange', 'convention'] as const;

/** What the files have said so far. */
interface Gathered {
  chips: Map<string, Chip>;
  servers: Server[];
  quotes: Quote[];
  sections: Pick<ChipFile, (typeof sectionKeys)[number]>;
  /** Ids and aliases that are taken, and where. */
  names: Map<string, Place>;
  faults: Fault[];
  /** Checks that need all chips. */
  later: (() => Fault[])[];
}

function gather(
  gathered: Gathered,
  { path, text }: DataFile,
  sources: ReadonlySet<string> | undefined,
): void {
  const { chips, faults, names, sections } = gathered;
  const { value, faults: found, placeOf } = readDocument(text, path, chipFileSchema);
  faults.push(...found);
  if (!value) return;
  faults.push(...unknownSources(value, placeOf, sources));
  if (value.chips && !value.vendor) faults.push(missing('vendor', placeOf(['chips'])));
  for (const [i, written] of (value.chips ?? []).entries()) {
    const place = placeOf(['chips', i, 'id']);
    faults.push(...claimNames(names, written, place));
    chips.set(written.id, { ...chipOf(written, value.vendor ?? unnamedVendor), place });
  }
  gathered.servers.push(...(value.servers ?? []).map(serverOf));
  gathered.quotes.push(...(value.prices ?? []).map(quoteOf));
  for (const key of sectionKeys) if (value[key]) Object.assign(sections, { [key]: value[key] });
  gathered.later.push(() => unknownChips(value, placeOf, chips));
}

const unnamedVendor: Vendor = { id: 'unnamed', name: { en: 'unnamed' }, country: 'ZZ' };

function claimNames(names: Map<string, Place>, chip: WrittenChip, place: Place): Fault[] {
  return [...new Set([chip.id, ...(chip.aliases ?? [])].map(bare))].flatMap((name) => {
    const first = names.get(name);
    if (!first) {
      names.set(name, place);
      return [];
    }
    const what = say('`{name}` already names the chip in {place}.', {
      name,
      place: `${first.file}:${first.line}`,
    });
    return [error('ST-C002', what, say('Rename one of the two, or drop the alias.'), { place })];
  });
}

function missing(key: string, place?: Place): Fault {
  const what = say('No file of data/chips has the section `{key}`.', { key });
  return error('ST-C003', what, say('Add `{key}:`.', { key }), place ? { place } : {});
}

function unknownChips(
  { servers = [], prices = [], convention }: ChipFile,
  placeOf: (path: readonly PropertyKey[]) => Place,
  chips: ReadonlyMap<string, Chip>,
): Fault[] {
  const named = [
    ...servers.flatMap((one, i) => one.chips.map((chip, j) => ({ chip, path: ['servers', i, 'chips', j] }))),
    ...prices.map(({ chip }, i) => ({ chip, path: ['prices', i, 'chip'] })),
    ...(convention?.matches ?? []).map(({ chip }, i) => ({
      chip,
      path: ['convention', 'matches', i, 'chip'],
    })),
  ];
  return named
    .filter(({ chip }) => !chips.has(chip))
    .map(({ chip, path }) => unknownChip(chip, chips, placeOf(path)));
}

function chipOf(written: WrittenChip, vendor: Vendor): Omit<Chip, 'place'> {
  const { basis, sources, by, why, flag, peak, sparse, aliases, ...rest } = written;
  const shared = { basis, sources, by, why, flag };
  const { memory, bandwidth, interconnect, pcie, power, dieArea, printedTpp, ...plain } = rest;
  const optional = { bandwidth, pcie, dieArea, printedTpp };
  const figures = Object.fromEntries(
    Object.entries(optional).flatMap(([key, one]) => (one ? [[key, figureOf(one, shared)]] : [])),
  );
  return {
    ...present(plain),
    ...figures,
    vendor: present(vendor) as Vendor,
    aliases: aliases ?? [],
    peak: ratesOf(peak, shared),
    sparse: ratesOf(sparse ?? {}, shared),
    memory: figureOf(memory, shared),
    interconnect: figureOf(interconnect, shared),
    power: figureOf(power, shared),
  };
}

function ratesOf(
  rates: Partial<WrittenChip['peak']>,
  shared: Parameters<typeof figureOf>[1],
): Partial<Record<Format, Figure>> {
  return Object.fromEntries(
    Object.entries(rates).flatMap(([format, one]) => (one ? [[format, figureOf(one, shared)]] : [])),
  );
}

function serverOf(written: Written<'servers'>[number]): Server {
  const { basis, sources, by, why, flag, rated, measured, ...rest } = written;
  const shared = { basis, sources, by, why, flag };
  return {
    ...present(rest),
    rated: figureOf(rated, shared),
    ...(measured && { measured: figureOf(measured, shared) }),
  };
}

function quoteOf(written: Written<'prices'>[number]): Quote {
  const { basis, sources, by, why, ...rest } = written;
  return {
    ...present(rest),
    published: written.published ?? written.date,
    citation: citationOf({ basis, sources, by, why }),
  };
}

function pricingOf({ drift, fromChip, fromModule, noise }: Written<'pricing'>): Catalogue['pricing'] {
  return {
    drift: figureOf(drift),
    fromChip: figureOf(fromChip),
    fromModule: figureOf(fromModule),
    noise: { byCredibility: noise.byCredibility, citation: citationOf(noise) },
  };
}

function conventionOf(written: Written<'convention'>): Catalogue['convention'] {
  const { readings, rounding, matches, unmatched } = written;
  return {
    readings: readings.map((one) => present(one)) as Catalogue['convention']['readings'],
    citation: citationOf(written),
    rounding: figureOf(rounding),
    matches: matches.map((one) => ({ ...present(one), citation: citationOf(one) })),
    ...(unmatched && { unmatched: figureOf(unmatched) }),
  };
}
