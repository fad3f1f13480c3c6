import type { DataFile } from '../chips/catalogue.ts';
import type { Catalogue, Chip } from '../chips/chip.ts';
import { coherent, type Figure, median } from '../chips/figure.ts';
import { figureOf } from '../chips/figure-field.ts';
import { bare } from '../chips/find.ts';
import { unknownSources } from '../chips/unknown-sources.ts';
import { log } from '../elementary/logarithm.ts';
import type { Fault, Place } from '../errors/fault.ts';
import { error } from '../errors/fault.ts';
import { readDocument } from '../sources/document.ts';
import type { Quantity } from '../units/quantity.ts';
import { type Constants, constantNames } from './constants.ts';
import { type FrontierRun, frontierRuns } from './frontier.ts';
import type { GemmCurve } from './gemm.ts';
import type { CollectiveCurve, Machine } from './machine.ts';
import type { MemoryConstants } from './memory-constants.ts';
import type { RunRecord } from './spread.ts';
import { type TrainingFile, trainingFileSchema } from './training-file.ts';

/** Numbers of a run besides its step, each with what it rests on. */
export type RunNumbers = Readonly<Record<keyof NonNullable<TrainingFile['run']>, Figure>>;

/** What the training model knows besides models and chips. */
export interface TrainingData {
  /** Machines by bare id and alias. */
  machines: ReadonlyMap<string, Machine>;
  constants: Constants;
  memory: MemoryConstants;
  /** Standard deviations of the logarithm of a predicted time, by what is known of it. */
  intervals: Readonly<Record<string, number>>;
  /** How far published runs go, and how intervals grow beyond that. */
  record: RunRecord;
  run: RunNumbers;
  /** Named runs that others are measured against, the earliest first. */
  frontier: readonly FrontierRun[];
}

const sections = ['constants', 'factors', 'memory', 'intervals', 'record', 'run'] as const;
const optional = ['frontier'] as const;
type Section = (typeof sections)[number];

/**
 * Reads the files of `data/training`.
 *
 * @param files path and text of each
 * @param catalogue chips whose peaks, memory and bandwidth are used
 * @param sources ids of the sources that exist; not checked where left out
 * @returns the data, absent where a section is missing or broken, and everything wrong with the files: ST-T001 for a
 * missing section or constant, ST-T002 for a family or chip that is not described
 */
export function parseTraining(
  files: readonly DataFile[],
  { catalogue, sources }: { catalogue: Catalogue; sources?: ReadonlySet<string> },
): { training?: TrainingData; faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const whole: { [K in keyof TrainingFile]?: TrainingFile[K] } = {};
  const machines = new Map<string, Machine>();
  let placeOfRun: (name: string) => Place | undefined = () => undefined;
  for (const { path, text } of files) {
    const { value, faults: found, placeOf } = readDocument(text, path, trainingFileSchema);
    faults.push(...found, ...unknownSources(value, placeOf, sources));
    if (!value) continue;
    for (const section of [...sections, ...optional])
      if (value[section]) Object.assign(whole, { [section]: value[section] });
    if (value.run) placeOfRun = (name) => placeOf(['run', name]);
    const families = new Map((value.families ?? []).map((one) => [one.id, one]));
    for (const [i, { chip: id, family: name, ...links }] of (value.chips ?? []).entries()) {
      const chip = catalogue.chips.get(id);
      const family = families.get(name);
      if (chip && family) addPlaced(machines, { chip, family, links, catalogue });
      else faults.push(undescribed(chip ? name : id, placeOf(['chips', i])));
    }
    for (const [i, one] of (value.more ?? []).entries()) {
      const family = families.get(one.family);
      if (family) register(machines, ofOwn(one, family));
      else faults.push(undescribed(one.family, placeOf(['more', i, 'family'])));
    }
    const other = families.get('other');
    if (other) addUnlisted(machines, catalogue, other);
  }
  faults.push(...missing(whole));
  if (faults.some(({ severity }) => severity === 'error')) return { faults };
  return { training: { machines, ...numbersOf(whole as Required<TrainingFile>, placeOfRun) }, faults };
}

type Links = Omit<NonNullable<TrainingFile['chips']>[number], 'chip' | 'family'>;
type Family = NonNullable<TrainingFile['families']>[number];

function undescribed(name: string, place: Fault['place']): Fault {
  const fix = 'Describe it in data/chips or under `families`, or correct the name.';
  return error('ST-T002', `\`${name}\` is not described.`, fix, place ? { place } : {});
}

interface Named extends Machine {
  names: readonly string[];
}

function register(machines: Map<string, Machine>, { names, ...machine }: Named): void {
  for (const name of names) machines.set(bare(name), machine);
}

/** A chip under its own names, and under those of which nobody says the variant. */
function addPlaced(
  machines: Map<string, Machine>,
  { chip, family, links, catalogue }: { chip: Chip; family: Family; links: Links; catalogue: Catalogue },
): void {
  const machine = ofCatalogue(chip, family, links);
  const unsaid = (links.standsFor ?? []).flatMap((id) => {
    const other = catalogue.chips.get(id);
    return other ? namesOf(other) : [];
  });
  if (isKnown(machine)) register(machines, { ...machine, names: [...unsaid, ...machine.names] });
}

/**
 * Chips of the catalogue that data/training does not place run with the stated fallback, eight to a domain, or each by
 * itself where they have no links of their own.
 */
function addUnlisted(machines: Map<string, Machine>, catalogue: Catalogue, family: Family): void {
  for (const chip of catalogue.chips.values()) {
    if (machines.has(bare(chip.id))) continue;
    const linked = chip.interconnect && median(chip.interconnect.quantity) !== 0;
    const machine = ofCatalogue(chip, family, { domain: linked ? 8 : 1 });
    if (isKnown(machine)) register(machines, machine);
  }
}

/** Without a rate and a memory nothing can be computed, and neither is guessed. */
function isKnown({ peak, memory }: Machine): boolean {
  return peak.bf16 > 0 && memory > 0;
}

function namesOf({ id, name, aliases }: Chip): string[] {
  return [id, name, ...aliases];
}

function ofCatalogue(chip: Chip, family: Family, links: Partial<Links>): Named {
  const rate = (format: 'fp16' | 'fp8' | 'fp4' | 'int8') => {
    const peak = chip.peak[format];
    return peak && median(peak.quantity);
  };
  const value = (quantity: Quantity | undefined) => (quantity ? median(quantity) : undefined);
  const assumed = links.assumed && figureOf(links.assumed.bandwidth).quantity;
  const published = value(chip.bandwidth?.quantity);
  return {
    names: namesOf(chip),
    ...machineOf(family, {
      id: chip.id,
      name: chip.name,
      peak: { bf16: rate('fp16') ?? (rate('fp8') ?? 0) / 2, fp8: rate('fp8'), fp4: rate('fp4') },
      int8: rate('int8'),
      memory: value(chip.memory.quantity) ?? 0,
      bandwidth: published ?? value(assumed) ?? 0,
      ...(published === undefined && assumed && { assumed: spreadOf(assumed) }),
      power: value(chip.power.quantity),
      domain: links.domain ?? 8,
      network: links.network ? median(links.network)! : 25e9,
      links: value(chip.interconnect?.quantity),
      processors: links.processors && median(figureOf(links.processors).quantity),
      tile: links.tile && median(figureOf(links.tile).quantity),
    }),
  };
}

function ofOwn(one: NonNullable<TrainingFile['more']>[number], family: Family): Named {
  const value = (written: Parameters<typeof figureOf>[0] | undefined) =>
    written && median(figureOf(written, one).quantity);
  return {
    names: [one.id, one.name, ...(one.aliases ?? [])],
    ...machineOf(family, {
      id: one.id,
      name: one.name,
      peak: { bf16: value(one.peak.bf16)!, fp8: value(one.peak.fp8), fp4: value(one.peak.fp4) },
      int8: value(one.peak.int8),
      memory: value(one.memory)!,
      bandwidth: value(one.bandwidth)!,
      host: value(one.host),
      power: value(one.power),
      domain: one.domain,
      network: median(one.network)!,
    }),
  };
}

/** Links to the host: coherent ones of Grace machines, and PCIe of all others. */
const hostLinks = { coherent: 360e9, bus: 45e9 };

interface Own {
  id: string;
  name: string;
  peak: { bf16: number; fp8: number | undefined; fp4: number | undefined };
  int8?: number | undefined;
  memory: number;
  bandwidth: number;
  host?: number | undefined;
  power: number | undefined;
  domain: number;
  network: number;
  assumed?: number;
  /** Published rate of the fast links, both ways [B/s]; undefined where nobody publishes one. */
  links?: number | undefined;
  /** Multiprocessors where they differ from those of the family. */
  processors?: number | undefined;
  /** Columns of the tiles that a processor works on, where they are not 256. */
  tile?: number | undefined;
}

/** Standard deviation of the logarithm of a quantity with a middle 90 %. */
function spreadOf(quantity: Quantity): number {
  const of = coherent(quantity)!;
  return log(of.quantile(0.95) / of.quantile(0.05)) / (2 * 1.6449);
}

/** Memory is sold in powers of two: 80 GB of a data sheet are 80 x 2^30 bytes, less what the chip keeps for itself. */
const soldMemory = 1.024 * 1.024 * 1.024 * 0.995;

function machineOf(family: Family, { peak, int8, power, memory, links, tile, ...own }: Own): Machine {
  const bf16 = curveOf(family.curves.bf16);
  const fp8 = family.curves.fp8 ? curveOf(family.curves.fp8) : bf16;
  const fp4 = family.curves.fp4 ? curveOf(family.curves.fp4) : fp8;
  const reached = family.linkShare !== undefined && links ? (family.linkShare * links) / 2 : undefined;
  return {
    ...own,
    family: family.id,
    host: own.host ?? (/^g[hb]\d/.test(own.id) ? hostLinks.coherent : hostLinks.bus),
    measured: family.measured,
    memory: memory * soldMemory,
    peak: {
      bf16: peak.bf16,
      ...(peak.fp8 !== undefined && { fp8: peak.fp8 }),
      ...(peak.fp4 !== undefined && { fp4: peak.fp4 }),
    },
    curves: { bf16, fp8, fp4 },
    large: largeOf(family, { bf16, fp8, fp4 }),
    processors: own.processors ?? family.processors,
    ...(tile !== undefined && { tile }),
    compiled: family.compiled ?? false,
    lanes: family.lanes ?? 16,
    exponential: family.exponential ?? 256,
    ...(family.latent && { latent: median(family.latent)! }),
    ...(family.picked && { picked: median(family.picked)! }),
    gather: collectiveOf(family.gather, reached),
    reduce: collectiveOf(family.reduce, reached),
    ...(family.reduceAll && { reduceAll: collectiveOf(family.reduceAll, reached) }),
    exchange: collectiveOf(family.exchange, reached),
    ...(int8 !== undefined && { int8 }),
    ...(power !== undefined && { power }),
    ...(links !== undefined && { links }),
  };
}

function curveOf({ launch, ...shape }: Family['curves']['bf16']): GemmCurve {
  return { ...shape, launch: median(launch)! };
}

function largeOf({ large = {} }: Family, curves: Machine['curves']): Machine['large'] {
  const { bf16, fp8, fp4 } = large;
  return {
    bf16: bf16 ? curveOf(bf16) : curves.bf16,
    fp8: fp8 ? curveOf(fp8) : curves.fp8,
    fp4: fp4 ? curveOf(fp4) : curves.fp4,
  };
}

/** @param reached rate that links of an unmeasured family reach, where it follows from what is published of the chip [B/s] */
function collectiveOf(
  { start, each, bandwidth, half }: Family['gather'],
  reached: number | undefined,
): CollectiveCurve {
  return {
    start: median(start)!,
    each: median(each)!,
    bandwidth: reached ?? median(bandwidth)!,
    half: median(half)!,
  };
}

const memoryNames = [
  'runtime',
  'fragments',
  'logitBytes',
  'piecewiseLogitBytes',
  'tolerance',
  'unfused',
  'gradientBytes',
] as const;

function missing(whole: { [K in keyof TrainingFile]?: TrainingFile[K] }): Fault[] {
  const gone = (what: string) => error('ST-T001', `data/training has no \`${what}\`.`, `Add \`${what}:\`.`);
  const absent = sections.filter((section: Section) => !whole[section]).map(gone);
  const lacks = (names: readonly string[], section: 'constants' | 'memory') =>
    names.filter((name) => whole[section] && whole[section].values[name] === undefined);
  return [
    ...absent,
    ...lacks(constantNames, 'constants').map((name) => gone(`constants.values.${name}`)),
    ...lacks(memoryNames, 'memory').map((name) => gone(`memory.values.${name}`)),
  ];
}

function numbersOf(
  whole: Required<TrainingFile>,
  placeOfRun: (name: string) => Place | undefined,
): Omit<TrainingData, 'machines'> {
  const { constants, factors, memory, intervals, record, run } = whole;
  return {
    constants: { ...constants!.values, family: factors!.families } as unknown as Constants,
    memory: memory!.values as unknown as MemoryConstants,
    intervals: intervals!.values,
    record: { families: record!.families, growth: record!.growth },
    run: Object.fromEntries(
      Object.entries(run!).map(([name, written]) => [name, figureOf(written, undefined, placeOfRun(name))]),
    ) as unknown as RunNumbers,
    frontier: frontierRuns(whole.frontier ?? []),
  };
}
