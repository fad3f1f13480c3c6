import type { Fault, Place } from '../errors/fault.ts';
import { error, SandtableError } from '../errors/fault.ts';
import { didYouMean } from '../errors/suggest.ts';
import { citationOf } from '../sources/citation.ts';
import { readDocument } from '../sources/document.ts';
import type { Catalogue, Chip, Format, Quote, Server, Vendor } from './chip.ts';
import { type ChipFile, chipFileSchema } from './chip-file.ts';
import { type Figure, figureOf, present } from './figure.ts';
import { unknownSources } from './unknown-sources.ts';

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
  const faults: Fault[] = [];
  const names = new Map<string, Place>();
  const chips = new Map<string, Chip>();
  const servers: Server[] = [];
  const quotes: Quote[] = [];
  const refer: (() => Fault[])[] = [];
  const once: Partial<ChipFile> = {};
  for (const { path, text } of files) {
    const { value, faults: found, placeOf } = readDocument(text, path, chipFileSchema);
    faults.push(...found);
    if (!value) continue;
    faults.push(...unknownSources(value, placeOf, sources));
    for (const [i, written] of (value.chips ?? []).entries()) {
      faults.push(...claimNames(names, written, placeOf(['chips', i, 'id'])));
      chips.set(written.id, chipOf(written, value.vendor ?? unnamedVendor));
    }
    if (value.chips && !value.vendor) faults.push(missing('vendor', placeOf(['chips'])));
    servers.push(...(value.servers ?? []).map(serverOf));
    quotes.push(...(value.prices ?? []).map(quoteOf));
    for (const key of ['pricing', 'exchange', 'convention'] as const) {
      if (value[key]) Object.assign(once, { [key]: value[key] });
    }
    refer.push(() => unknownChips(value, placeOf, chips));
  }
  faults.push(...refer.flatMap((check) => check()));
  const { pricing, exchange, convention } = once;
  if (!pricing || !exchange || !convention) {
    const absent = (['pricing', 'exchange', 'convention'] as const).filter((key) => !once[key]);
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

/**
 * Finds a chip by id, alias or name, in any case, with or without the vendor's name.
 *
 * @param name `h100-sxm5`, `H100`, `Nvidia H100 SXM5 80 GB`
 */
export function findChip({ chips }: Catalogue, name: string): Chip | undefined {
  const wanted = bare(name);
  const direct = chips.get(wanted);
  if (direct) return direct;
  return [...chips.values()].find((chip) => {
    const maker = `${bare(chip.vendor.name.en)}-`;
    const plain = wanted.startsWith(maker) ? wanted.slice(maker.length) : wanted;
    return [chip.id, chip.name, ...chip.aliases].some((known) => bare(known) === plain);
  });
}

/** Like `findChip`; throws SandtableError ST-C001 with what was perhaps meant. */
export function requireChip(catalogue: Catalogue, name: string, place?: Place): Chip {
  const chip = findChip(catalogue, name);
  if (!chip) throw new SandtableError(unknownChip(name, catalogue.chips, place));
  return chip;
}

/** The fault for a chip that is not in the catalogue. */
export function unknownChip(name: string, chips: ReadonlyMap<string, Chip>, place?: Place): Fault {
  const known = [...chips.values()].flatMap((chip) => [chip.id, ...chip.aliases]);
  const fix = didYouMean(bare(name), known) || 'Write an id of data/chips, such as h100-sxm5, or describe the chip there.';
  return error('ST-C001', `The chip \`${name}\` is not in the catalogue.`, fix, place ? { place } : {});
}

function bare(name: string): string {
  return name.trim().toLowerCase().replace(/[\s_]+/g, '-');
}

const unnamedVendor: Vendor = { id: 'unnamed', name: { en: 'unnamed' }, country: 'ZZ' };

function claimNames(names: Map<string, Place>, chip: WrittenChip, place: Place): Fault[] {
  return [...new Set([chip.id, ...(chip.aliases ?? [])].map(bare))].flatMap((name) => {
    const first = names.get(name);
    if (!first) {
      names.set(name, place);
      return [];
    }
    const what = `\`${name}\` already names the chip in ${first.file}:${first.line}.`;
    return [error('ST-C002', what, 'Rename one of the two, or drop the alias.', { place })];
  });
}

function missing(key: string, place?: Place): Fault {
  const what = `No file of data/chips has the section \`${key}\`.`;
  return error('ST-C003', what, `Add \`${key}:\`.`, place ? { place } : {});
}

function unknownChips(
  { servers = [], prices = [], convention }: ChipFile,
  placeOf: (path: readonly PropertyKey[]) => Place,
  chips: ReadonlyMap<string, Chip>,
): Fault[] {
  const named = [
    ...servers.flatMap((one, i) => one.chips.map((chip, j) => ({ chip, path: ['servers', i, 'chips', j] }))),
    ...prices.map(({ chip }, i) => ({ chip, path: ['prices', i, 'chip'] })),
    ...(convention?.matches ?? []).map(({ chip }, i) => ({ chip, path: ['convention', 'matches', i, 'chip'] })),
  ];
  return named
    .filter(({ chip }) => !chips.has(chip))
    .map(({ chip, path }) => unknownChip(chip, chips, placeOf(path)));
}

function chipOf(written: WrittenChip, vendor: Vendor): Chip {
  const { basis, sources, by, why, flag, peak, sparse, aliases, ...rest } = written;
  const shared = { basis, sources, by, why, flag };
  const { memory, bandwidth, interconnect, pcie, power, dieArea, ...plain } = rest;
  const optional = { bandwidth, pcie, dieArea };
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
