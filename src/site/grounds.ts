import type { DataFile } from '../chips/catalogue.ts';
import { type Fault, SandtableError } from '../errors/fault.ts';
import { dimensions as d, divide } from '../units/dimension.ts';
import { type OperatorClass, parseClasses } from './class-file.ts';
import { type ClassRules, parseClassRules } from './class-rules.ts';
import type { Climate } from './climate.ts';
import { parseClimates } from './climate-file.ts';
import { parseConstants, type Section } from './constants-file.ts';
import type { CoolingConstants } from './cooling-constants.ts';
import { parseDepartures } from './departures-file.ts';
import type { GeneratorConstants } from './generator-constants.ts';
import { parseGenerator } from './generator-file.ts';
import { type Locality, parseLocalities } from './locality-file.ts';

const n = d.number;
const t = d.temperature;
const money = d.cny;

/** Sections of data/plants/cooling.yaml and the dimension of every constant. */
const cooling = {
  electrical: { transformer: n, ups: n, distribution: n, misc: n, inHall: n },
  air: {
    supply: t,
    rise: t,
    fan: n,
    economiserApproach: t,
    pads: n,
    evaporatorApproach: t,
    condenserApproach: t,
    auxiliary: n,
  },
  chiller: { carnotShare: n, leastLift: t, waterCooled: n, rated: t, derating: n },
  evaporative: { dry: n, wet: n, fan: n, sensible: n, freeze: t, pump: n, most: n },
  liquid: {
    share: n,
    setPoint: t,
    pump: n,
    dryApproach: t,
    dryFan: n,
    leastFlow: n,
    trimRise: t,
    trimApproach: t,
    rise: t,
  },
  tower: {
    approach: t,
    coilApproach: t,
    fan: n,
    pump: n,
    leastFlow: n,
    condenserApproach: t,
    auxiliary: n,
    sensible: n,
    mostSensible: n,
    damp: t,
  },
  water: { cycles: n, drift: n },
  operator: { less: n, more: n },
} as const;

/** Sections of data/plants/supply.yaml. */
const supply = {
  photovoltaic: { cellNoct: t, temperature: n, losses: n, inverter: n, dcOverAc: n, albedo: n },
  wind: {
    hub: d.length,
    shear: n,
    cutIn: d.speed,
    rated: d.speed,
    cutOut: d.speed,
    losses: n,
    availability: n,
  },
  storage: { roundTrip: n, floor: n },
  cost: {
    photovoltaic: divide(money, d.power),
    wind: divide(money, d.power),
    storage: divide(money, d.energy),
    discount: n,
    life: d.time,
    storageLife: d.time,
    upkeep: n,
  },
} as const;

/** Sections of data/plants/power.yaml. */
const power = {
  server: { idle: n, training: n, serving: n, exponent: n, waiting: n },
  service: { full: n },
  feeder: { loading: n, powerFactor: n, headroom: n, swing: n },
} as const;

/** Sections of data/plants/cost.yaml. */
const cost = {
  building: {
    shell: divide(money, d.power),
    electrical: divide(money, d.power),
    cooling: divide(money, d.power),
    network: n,
    contingency: n,
  },
  running: {
    discount: n,
    buildingLife: d.time,
    serverLife: d.time,
    upkeep: n,
    staff: divide(money, d.power),
    utilisation: n,
  },
} as const;

type Sections<S extends Record<string, Record<string, unknown>>> = {
  [K in keyof S]: Section<keyof S[K] & string>;
};

/** What sites stand on: climates, localities, and the constants of plants, supply and cost. */
export interface Grounds {
  climates: ReadonlyMap<string, Climate>;
  localities: ReadonlyMap<string, Locality>;
  classes: ReadonlyMap<string, OperatorClass>;
  classRules: ClassRules;
  cooling: Sections<typeof cooling>;
  generator: GeneratorConstants;
  supply: Sections<typeof supply>;
  power: Sections<typeof power>;
  cost: Sections<typeof cost>;
}

const named = (files: readonly DataFile[], ending: string) =>
  files.filter(({ path }) => path.endsWith(ending));

/**
 * Reads data/regions, data/plants and the climates of data/published.
 *
 * @param files path and text of each file of these folders
 * @throws SandtableError with everything wrong with them
 */
export function parseGrounds(files: readonly DataFile[], sources?: ReadonlySet<string>): Grounds {
  const faults: Fault[] = [];
  const keep = <T>(read: { faults: readonly Fault[] } & T): T => {
    faults.push(...read.faults);
    return read;
  };
  const { climates } = keep(parseClimates(named(files, '/climates.yaml'), sources));
  const { localities } = keep(parseLocalities(named(files, '/localities.yaml'), sources));
  const { classes } = keep(parseClasses(named(files, '/classes.yaml'), sources));
  const read = {
    cooling: keep(parseConstants(named(files, 'plants/cooling.yaml'), cooling, sources)).sections,
    generator: keep(parseGenerator(named(files, 'plants/weather.yaml'), sources)).generator,
    departures: keep(parseDepartures(named(files, 'plants/departures.yaml'), sources)).departures,
    supply: keep(parseConstants(named(files, 'plants/supply.yaml'), supply, sources)).sections,
    power: keep(parseConstants(named(files, 'plants/power.yaml'), power, sources)).sections,
    cost: keep(parseConstants(named(files, 'plants/cost.yaml'), cost, sources)).sections,
    classRules: keep(
      parseClassRules(named(files, 'plants/class-rules.yaml'), new Set(classes.keys()), sources),
    ).classRules,
  };
  const { cooling: plants, supply: farms, power: servers, cost: money, generator, departures } = read;
  const { classRules } = read;
  const whole = plants && farms && servers && money && generator && departures && classRules;
  if (!whole || faults.length > 0) throw new SandtableError(faults);
  return {
    climates,
    localities,
    classes,
    classRules,
    cooling: plants,
    generator: { ...generator, departures },
    supply: farms,
    power: servers,
    cost: money,
  };
}

/** The middles of all constants of a file. */
export function middlesOf<S extends Record<string, Section<string>>>(
  sections: S,
): { [K in keyof S]: S[K]['middle'] } {
  const pairs = Object.entries(sections).map(([name, { middle }]) => [name, middle]);
  return Object.fromEntries(pairs) as { [K in keyof S]: S[K]['middle'] };
}

/** The cooling constants that a single run uses: every middle. */
export function coolingMiddles({ cooling: sections }: Pick<Grounds, 'cooling'>): CoolingConstants {
  return middlesOf(sections);
}
