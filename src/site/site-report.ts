import type { Catalogue, Channel, Chip } from '../chips/chip.ts';
import { median } from '../chips/figure.ts';
import { price } from '../chips/price.ts';
import { error, SandtableError } from '../errors/fault.ts';
import { say } from '../errors/message.ts';
import type { Localised } from '../sources/source.ts';
import type { Climate } from './climate.ts';
import type { Blend } from './cooling.ts';
import type { PlantKind } from './cooling-constants.ts';
import type { EpwFile } from './epw.ts';
import type { EpwRepair } from './epw-repair.ts';
import type { Feeder } from './feeder.ts';
import { generateWeather } from './generator.ts';
import { coolingMiddles, type Grounds } from './grounds.ts';
import { byMonthAndHour } from './month-hours.ts';
import { permittedByFans } from './permitted.ts';
import { type PlantSpread, plantSpread } from './plant-spread.ts';
import { ratedPower } from './power.ts';
import { relativeDensity, standardPressure } from './psychrometrics.ts';
import type { Duty } from './server-states.ts';
import { workloadOf } from './server-states.ts';
import type { SiteModel } from './site-model.ts';
import { quantileOf, type SiteQuestion, type SiteYear, siteYear } from './site-year.ts';
import { aheadOf, meanClock, type Weather } from './weather.ts';
import { binned } from './weather-bins.ts';

/** What a user may ask of a site; what is left out has a default. */
export interface SiteWish {
  chip: Chip;
  chips: number;
  duty: Duty;
  blend: Blend;
  trim?: number;
  feeder: Feeder;
  waterPermit?: number;
  /** Condenser fans counted on an image. */
  fans?: number;
  farms: { photovoltaicMw: number; windMw: number; storageMwh: number };
  /** Weather years to generate, and their seed. */
  years: number;
  seed: number;
  /** Day of prices, days since 1970-01-01. */
  day: number;
}

/** One climate that a site may have. */
export interface SiteVariant {
  altitude: number;
  /** Station whose normals stand in for the place. */
  proxy?: string;
  /** Altitude of the station whose normals were moved to this one [m], and by how much they were made warmer [K]. */
  moved?: NonNullable<Climate['moved']>;
  weather: {
    mean: number;
    t996: number;
    wetBulb996: number;
    years: number;
    /** Clock of heat maps [h ahead of Greenwich]. */
    zone: number;
    /** Air temperature by month and hour of the day, 12 x 24 [°C]. */
    heatMap: readonly (readonly number[])[];
  };
  /** PUE and WUE over plants whose constants nobody published. */
  spread: PlantSpread;
  year: SiteYear;
}

/** A site as the screen, the figures and JSON show it. */
export interface SiteReport {
  id: string;
  name: Localised;
  region: string;
  chip: string;
  duty: Duty;
  plants: Blend;
  /** File and repairs, where a weather file was read. */
  file?: { station: string; repairs: readonly EpwRepair[] };
  /** Chips whose heat the fans carry that were counted: the middle 90 %. */
  seen?: { fans: number; chips: { low: number; median: number; high: number } };
  variants: readonly SiteVariant[];
}

export interface SiteKnowledge {
  grounds: Grounds;
  site: SiteModel;
  catalogue: Catalogue;
}

/**
 * Reports what a site can carry, in each climate it may have.
 *
 * @param place its climates, or the weather file that was read for it
 * @throws SandtableError ST-P016
 */
export function siteReport(
  place: { id: string; name: Localised; region: string; climates: readonly Climate[]; file?: EpwFile },
  wish: SiteWish,
  knowledge: SiteKnowledge,
): SiteReport {
  const { id, name, region, climates, file } = place;
  for (const { altitude } of climates) requireAltitude(altitude);
  const variants = climates.map((climate) =>
    variantOf(climate, { wish, region, ...(file && { file }) }, knowledge),
  );
  return {
    id,
    name,
    region,
    chip: wish.chip.id,
    duty: wish.duty,
    plants: wish.blend,
    ...(file && { file: { station: `${file.station.name} (${file.station.id})`, repairs: file.repairs } }),
    ...(wish.fans !== undefined && { seen: seenFrom(wish, wish.fans, climates[0]!, knowledge) }),
    variants,
  };
}

function seenFrom(
  { chip }: SiteWish,
  fans: number,
  { altitude }: Climate,
  { site, catalogue }: SiteKnowledge,
) {
  const density = relativeDensity(20, standardPressure(altitude));
  const bound = permittedByFans({ fans, density }, chip, { site, catalogue });
  return {
    fans,
    chips: { low: bound.quantile(0.05), median: bound.quantile(0.5), high: bound.quantile(0.95) },
  };
}

interface AskedPlace {
  wish: SiteWish;
  region: string;
  file?: EpwFile;
}

function variantOf(climate: Climate, asked: AskedPlace, knowledge: SiteKnowledge): SiteVariant {
  const { wish, file } = asked;
  const { grounds } = knowledge;
  const weather =
    file?.weather ??
    generateWeather(climate, { constants: grounds.generator, seed: wish.seed, years: wish.years });
  return {
    altitude: weather.altitude,
    ...(climate.moved?.warmer && !file && { moved: climate.moved }),
    ...(climate.proxy !== undefined && { proxy: climate.proxy }),
    weather: {
      mean: weather.temperature.reduce((sum, t) => sum + t, 0) / weather.hours,
      t996: quantileOf(weather.temperature, 0.996),
      wetBulb996: quantileOf(weather.wetBulb, 0.996),
      years: weather.hours / 8760,
      zone: meanClock(weather),
      heatMap: byMonthAndHour(weather.temperature, aheadOf(weather)),
    },
    spread: plantSpread(binned(weather), wish.blend, { grounds, seed: wish.seed, ...trimOf(wish) }),
    year: siteYear(
      {
        ...questionOf({ climate, weather }, asked, knowledge),
        ...(file && {
          otherWind: () =>
            generateWeather(climate, { constants: grounds.generator, seed: wish.seed, years: 1 }),
        }),
      },
      grounds,
    ),
  };
}

const trimOf = ({ trim }: SiteWish) => (trim === undefined ? {} : { trim });

function questionOf(
  air: { climate: Climate; weather: Weather },
  { wish, region }: AskedPlace,
  { grounds, site, catalogue }: SiteKnowledge,
): SiteQuestion {
  const middle = (figure: Parameters<typeof median>[0]) => median(figure)!;
  const { power } = site;
  return {
    ...air,
    blend: wish.blend,
    constants: coolingMiddles(grounds),
    ...trimOf(wish),
    chips: wish.chips,
    ratedW: ratedPower(site, catalogue, wish.chip).quantile(0.5),
    chipPrice: priceOf(wish, catalogue),
    duty: wish.duty,
    chain: {
      peakShare: middle(power.peakShare.quantity),
      clusterOverhead: middle(power.clusterOverhead.quantity),
      diversity: middle(power.diversity[workloadOf(wish.duty)].quantity),
    },
    provisioned: middle(power.provisioned.quantity),
    feeder: wish.feeder,
    ...(wish.waterPermit !== undefined && { waterPermit: wish.waterPermit }),
    farms: wish.farms,
    locality: localityOf(region, grounds),
  };
}

/** Price of one accelerator with its share of a server; the first of official, grey, world that somebody quoted [CNY]. */
function priceOf({ chip, day }: SiteWish, catalogue: Catalogue): number | null {
  const channels: readonly Channel[] = ['official', 'grey', 'world'];
  for (const channel of channels) {
    const quoted = price(catalogue, chip.id, { day, channel });
    if (quoted) return quoted.quantile(0.5);
  }
  return null;
}

function localityOf(region: string, { localities }: Grounds) {
  const one = localities.get(region) ?? localities.get('other')!;
  const coherent = (figure: typeof one.tariff) => median(figure.quantity)! * 3.6e6;
  return {
    tariff: coherent(one.tariff),
    // kg/kWh is t/MWh.
    carbon: coherent(one.carbon),
    curtailment: median(one.curtailment.quantity)!,
    windFactor: median(one.windFactor.quantity)!,
    waterPerPerson: median(one.water.quantity)!,
  };
}

/**
 * Refuses an altitude where nothing is built.
 *
 * @param altitude m
 * @throws SandtableError ST-P016
 */
export function requireAltitude(altitude: number): void {
  if (altitude >= -430 && altitude <= 6000) return;
  const what = say('{altitude} m is no altitude of a site.', { altitude: Math.round(altitude) });
  throw new SandtableError(error('ST-P016', what, say('Write metres above the sea, such as 2808 m.')));
}

/** The plants a region builds, as a blend; its first where none is described. */
export function blendOf(site: SiteModel, region: string): Blend {
  const built = site.regions.get(region) ?? site.regions.get('other')!;
  return Object.fromEntries(built.plants) as Partial<Record<PlantKind, number>>;
}
