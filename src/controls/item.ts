import { type Chip, type Format, formats } from '../chips/chip.ts';
import type { Figure, Flag } from '../chips/figure.ts';
import { error, type Fault, SandtableError, wordsOf } from '../errors/fault.ts';
import { say } from '../errors/message.ts';
import { didYouMean } from '../errors/suggest.ts';
import type { PartialDate } from '../sources/source.ts';
import { inUnit } from '../units/convert.ts';
import { dimensions } from '../units/dimension.ts';
import { readQuantity } from '../units/parse.ts';
import type { Quantity } from '../units/quantity.ts';
import type { Unit } from '../units/unit.ts';
import { exactly, type Known, unknown } from './bound.ts';
import type { ItemKind } from './instrument.ts';
import { shown } from './places.ts';
import {
  bitLengths,
  exact,
  processingPerformance,
  type Rates,
  type Reading,
} from './processing-performance.ts';

/** Figures of an item that can be missing or doubtful. */
export type Specification = Format | 'dieArea' | 'link' | 'pcie' | 'bandwidth' | 'tpp' | 'density' | 'node';

/** What is to be shipped, as far as rules look at it. */
export interface Item {
  /** Id of a chip of the catalogue. */
  id?: string;
  name: string;
  kind: ItemKind;
  /** Id of its maker, to whom letters are addressed. */
  vendor?: string;
  /** ISO 3166 code of the country its designer has its headquarters in. */
  designedIn?: string;
  madeFor?: string;
  released?: PartialDate;
  /** Only rented out or kept by its maker: whether it counts as sold is not settled. */
  notSold?: boolean;
  /** Whether it is designed or marketed for data centres; null where that is contested or not said. */
  marketedForDataCentres: boolean | null;
  rates: Rates;
  /** Ways to read its total processing performance; none where no rate is published. */
  readings: readonly Reading[];
  /** Applicable die area [mm2]. */
  dieArea: Known;
  /** Chip to chip, both directions, without PCIe [GB/s]. */
  link: Known;
  pcie: Known;
  /** Of memory beside the die [GB/s]. */
  bandwidth: Known;
  /** Of a memory stack by itself [GB/s/mm2]. */
  density?: Known;
  /** Of a logic die [nm]. */
  node?: Known;
  /** Whether the presumption about foundry dies was overcome; null where that is not known. */
  presumptionOvercome?: boolean | null;
  /** How well each figure was checked, where it is not good: estimated, conflicting or recalled. */
  doubtful: Readonly<Partial<Record<Specification, Flag>>>;
  /** Figures that were given instead of those of the catalogue, as written. */
  replaced?: Readonly<Record<string, string>>;
}

/**
 * A chip of the catalogue as the rules look at it.
 *
 * @param chip entry of the catalogue
 * @param specifications what to take instead of its figures, as people write it: `{ dieArea: '514 mm2' }`
 * @throws SandtableError ST-K005 with every specification that makes no sense, ST-K003 where two contradict each other
 */
export function itemOf(chip: Chip, specifications: Readonly<Record<string, string>> = {}): Item {
  const rates = Object.fromEntries(
    formats.flatMap((format) => {
      const known = chip.peak[format] && knownOf(chip.peak[format].quantity, 'TFLOP/s');
      return known && known.high < Infinity ? [[format, known]] : [];
    }),
  );
  const written = {
    dieArea: chip.dieArea,
    link: chip.interconnect,
    pcie: chip.pcie,
    bandwidth: chip.bandwidth,
  };
  const printed = chip.printedTpp && knownOf(chip.printedTpp.quantity, '');
  const item: Item = {
    id: chip.id,
    name: chip.name.startsWith(chip.vendor.name.en) ? chip.name : `${chip.vendor.name.en} ${chip.name}`,
    kind: 'chip',
    vendor: chip.vendor.id,
    designedIn: chip.vendor.country,
    ...(chip.madeFor !== undefined && { madeFor: chip.madeFor }),
    released: chip.released,
    ...(chip.notSold && { notSold: true }),
    marketedForDataCentres: chip.marketContested ? null : chip.market === 'data-centre',
    rates,
    readings: processingPerformance(rates, printed),
    dieArea: read(written.dieArea, 'mm2'),
    link: read(written.link, 'GB/s'),
    pcie: read(written.pcie, 'GB/s'),
    bandwidth: read(written.bandwidth, 'GB/s'),
    doubtful: doubtsOf({ ...chip.peak, ...written }),
  };
  return Object.keys(specifications).length > 0
    ? { ...withSpecifications(item, specifications), replaced: specifications }
    : item;
}

/**
 * An item that is in no catalogue.
 *
 * @param about its name, kind and maker
 * @param specifications figures as people write them: `{ fp16: '148 TFLOP/s', bandwidth: '4000 GB/s' }`; for a memory
 * stack `{ bandwidth, area }`, for a logic die `{ node: '7' }` in nm
 * @throws SandtableError ST-K005 with every specification that makes no sense, ST-K003 where two contradict each other
 */
export function describeItem(
  about: Pick<Item, 'name'> & Partial<Omit<Item, 'rates' | 'readings' | 'doubtful'>>,
  specifications: Readonly<Record<string, string>> = {},
): Item {
  const item: Item = {
    kind: 'chip',
    marketedForDataCentres: null,
    rates: {},
    readings: [],
    dieArea: unknown,
    link: unknown,
    pcie: unknown,
    bandwidth: unknown,
    doubtful: {},
    ...about,
  };
  return withSpecifications(item, specifications);
}

const rate = { dimension: dimensions.dataRate, unit: 'GB/s', example: '4000 GB/s' };
const readers = {
  ...(Object.fromEntries(
    formats.map((format) => [
      format,
      { dimension: dimensions.flopRate, unit: 'TFLOP/s', example: '148 TFLOP/s' },
    ]),
  ) as Record<Format, { dimension: object; unit: string; example: string }>),
  dieArea: { dimension: dimensions.area, unit: 'mm2', example: '514 mm2' },
  area: { dimension: dimensions.area, unit: 'mm2', example: '110 mm2' },
  bandwidth: rate,
  link: { ...rate, example: '900 GB/s' },
  pcie: { ...rate, example: '128 GB/s' },
  tpp: { dimension: dimensions.number, unit: '', example: '4708' },
  node: { dimension: dimensions.number, unit: '', example: '7' },
};

function withSpecifications(item: Item, written: Readonly<Record<string, string>>): Item {
  const faults: Fault[] = [];
  const read: Partial<Record<keyof typeof readers, Known>> = {};
  for (const [key, text] of Object.entries(written)) {
    const known = specification(key, text, faults);
    if (known) read[key as keyof typeof readers] = known;
  }
  for (const format of formats) {
    const of = read[format];
    const least = of ? exact(of.low * bitLengths[format]) : 0;
    if (!read.tpp || Math.floor(least) <= read.tpp.high) continue;
    const what = say('`tpp={tpp}` is below `{rate}`, which alone gives {least}.', {
      tpp: shown(written.tpp ?? ''),
      rate: `${format}=${shown(written[format] ?? '')}`,
      least: String(least),
    });
    faults.push(error('ST-K003', what, say('Leave out one of the two: performance follows from the rates.')));
  }
  if (faults.length > 0) throw new SandtableError(faults);
  const given = Object.fromEntries(formats.flatMap((f) => (read[f] ? [[f, read[f]]] : []))) as Rates;
  const rates = { ...item.rates, ...given };
  const readings = read.tpp
    ? [{ tpp: read.tpp }]
    : Object.keys(given).length > 0
      ? processingPerformance(rates)
      : item.readings;
  const { dieArea, link, pcie, bandwidth, node, area } = read;
  const doubtful = Object.fromEntries(Object.entries(item.doubtful).filter(([key]) => !(key in read)));
  return {
    ...item,
    ...(dieArea && { dieArea }),
    ...(link && { link }),
    ...(pcie && { pcie }),
    ...(bandwidth && { bandwidth }),
    ...(node && { node }),
    ...(area && { density: density(bandwidth ?? item.bandwidth, area) }),
    rates,
    readings,
    doubtful,
  };
}

/** Bandwidth of a memory stack over its area (89 FR 96790) [GB/s/mm2]. */
export function density(bandwidth: Known, area: Known): Known {
  return { low: exact(bandwidth.low / area.high), high: exact(bandwidth.high / area.low) };
}

function specification(key: string, text: string, faults: Fault[]): Known | undefined {
  const reader = Object.hasOwn(readers, key) ? readers[key as keyof typeof readers] : undefined;
  if (!reader) {
    const known = Object.keys(readers);
    const fix = didYouMean(key, known) ?? say('Known are {names}.', { names: known.join(', ') });
    faults.push(error('ST-K005', say('There is no specification `{name}`.', { name: shown(key) }), fix));
    return undefined;
  }
  const { quantity, faults: found } = readQuantity(text, reader.dimension);
  const known = quantity && knownOf(quantity, reader.unit);
  const nothing = key === 'link' || key === 'pcie' || key === 'bandwidth' ? 0 : Number.MIN_VALUE;
  if (known && known.low >= (known === unknown ? 0 : nothing)) return known;
  const why = quantity
    ? say('it is no positive amount.')
    : found[0]
      ? wordsOf(found[0]).what
      : say('it cannot be read.');
  faults.push(
    error(
      'ST-K005',
      say('`{text}` makes no sense: {reason}', { text: `${shown(key)}=${shown(text)}`, reason: why }),
      say('Write for example {example}.', { example: `${key}=${reader.example.replace(' ', '')}` }),
    ),
  );
  return undefined;
}

const read = (figure: Figure | undefined, unit: string): Known =>
  (figure && knownOf(figure.quantity, unit)) ?? unknown;

/** What a written quantity says, in a unit; undefined for a family, which has no ends. */
function knownOf(quantity: Quantity, unit: Unit | string): Known | undefined {
  if (quantity.spread.form === 'unknown') return unknown;
  const { spread } = inUnit(quantity, unit);
  switch (spread.form) {
    case 'exact':
      return exactly(exact(spread.value));
    case 'interval':
    case 'estimate':
      return { low: exact(spread.low), high: exact(spread.high) };
    case 'bound':
      return { low: spread.low ?? 0, high: spread.high ?? Infinity };
    default:
      return undefined;
  }
}

function doubtsOf(figures: Readonly<Record<string, Figure | undefined>>): Item['doubtful'] {
  return Object.fromEntries(
    Object.entries(figures).flatMap(([key, figure]) =>
      figure?.flag === 'C' || figure?.flag === 'K' ? [[key, figure.flag]] : [],
    ),
  );
}
