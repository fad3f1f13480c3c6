import { secondsOfYear } from '../units/calendar.ts';
import type { Climate } from './climate.ts';
import { type Blend, type CoolingYear, coolingYear } from './cooling.ts';
import type { CoolingConstants } from './cooling-constants.ts';
import { levelisedCost, type SiteCost, siteCost } from './cost.ts';
import { type Dispatch, dispatch, firmCapacity, type SupplyPlan } from './dispatch.ts';
import { type Feeder, type FeederLimit, feederLimits } from './feeder.ts';
import { type Grounds, middlesOf } from './grounds.ts';
import { byMonthAndHour, monthOfHour } from './month-hours.ts';
import { photovoltaicOutput } from './photovoltaic.ts';
import type { ChainParameters } from './power-chain.ts';
import { type PowerKind, statedPowers } from './power-kinds.ts';
import { type Duty, dutyPower, synchronousSwing } from './server-states.ts';
import { aheadOf, type Weather } from './weather.ts';
import { type WindConstants, windOutput } from './wind-power.ts';

/** What is asked about a site. */
export interface SiteQuestion {
  climate: Climate;
  weather: Weather;
  /** Weather of the same hours whose wind is taken where that of `weather` is too calm. */
  otherWind?: () => Weather;
  blend: Blend;
  constants: CoolingConstants;
  /** Capacity of the chillers over the heat; enough for the hottest hour where left out. */
  trim?: number;
  chips: number;
  /** Rated server power of one accelerator [W], and its price with its share of the server [CNY]. */
  ratedW: number;
  chipPrice: number | null;
  duty: Duty;
  /** Values of the power chain but for PUE, which is computed. */
  chain: Omit<ChainParameters, 'pue'>;
  provisioned: number;
  feeder: Feeder;
  /** Water that may be taken [m3 a year]. */
  waterPermit?: number;
  /** Farms [MW] and storage [MWh] beside the site. */
  farms: { photovoltaicMw: number; windMw: number; storageMwh: number };
  /** Figures of the region: CNY/kWh, kg/kWh, shares, m3 a person. */
  locality: {
    tariff: number;
    carbon: number;
    curtailment: number;
    windFactor: number;
    waterPerPerson: number;
  };
}

/** Where a site stops growing. */
export interface SiteLimit {
  kind: FeederLimit['part'] | 'water' | 'cooling';
  chips: number;
  /** More is asked for than it lets in. */
  exceeded: boolean;
  /** It is the rating of the only unit: none may be out. */
  alone?: true;
}

/** One site through the hours of its weather. */
export interface SiteYear {
  chips: number;
  stated: Record<PowerKind, number>;
  /** IT load: idle, average, peak, in the duty asked for [MW]. */
  it: { idle: number; average: number; peak: number };
  swingMw: number;
  /** Swing over the capacity of the feed without storage [-]; null where no feed is known. */
  swingShare: number | null;
  /** Swing that the feed does not take without storage [MW]; null where no feed is known. */
  swingStorageMw: number | null;
  /** Facility power on average, and at the peak of IT in the 99.6 % hour as `stated.facility` [MW]. */
  facility: { average: number; peak: number };
  cooling: CoolingYear;
  peakPue: number;
  months: readonly { pue: number; wue: number }[];
  /** PUE by month and hour of the day, 12 x 24. */
  heatMap: readonly (readonly number[])[];
  water: { litresPerKwh: number; cubicMetres: number; people: number };
  limits: readonly SiteLimit[];
  supply: {
    dispatch: Dispatch;
    /** Storage was asked for, and no farm that could charge it. */
    storageIdle: boolean;
    /** The weather's wind is too calm for what farms of the region reach [h a year at rating]; that of the normals is taken. */
    calm: { hours: number } | null;
    /** What reaches the load from its own sun, wind and storage, by month and hour of the day, 12 x 24 [MW]. */
    ownPower: readonly (readonly number[])[];
    firmMw: number;
    farmCost: number | null;
    /** Most that the feed carries [MW]; null where it is not known. */
    feedMw: number | null;
    carbonTonnes: number;
    energyMwh: number;
  };
  /** Facility load by hour [MW]. */
  load: Float64Array;
  cost: SiteCost | null;
}

/** Runs a site through its weather: power chain, cooling, water, supply, limits and money. */
export function siteYear(question: SiteQuestion, grounds: Grounds): SiteYear {
  const { chips, weather } = question;
  const cooling = coolingYear(weather, question);
  const peakPue = quantileOf(cooling.wantedPue, designShare);
  const power = powerOf(question, peakPue, grounds);
  const { it, feeds, stated, ...swing } = power;
  const load = cooling.pue.map((pue) => it.average * pue);
  const litres = cooling.meanWue * it.average * 1000 * 8760;
  const supply = supplyOf(question, { load, feedMw: feeds[0]?.mw ?? Infinity }, grounds);
  const energyMwh = supply.dispatch.load / (weather.hours / 8760);
  return {
    chips,
    stated,
    it,
    ...swing,
    facility: { average: it.average * cooling.meanPue, peak: stated.facility },
    cooling,
    peakPue,
    ...monthly(cooling, weather),
    water: {
      litresPerKwh: cooling.meanWue,
      cubicMetres: litres / 1000,
      people: litres / 1000 / question.locality.waterPerPerson,
    },
    limits: siteLimits(question, {
      limits: feeds,
      perChip: stated.facility / chips,
      cooled: cooling.cooled,
      litresPerChip: litres / chips,
    }),
    supply: { ...supply, energyMwh },
    load,
    cost: costOf(question, { itMw: stated.it, supply }, grounds),
  };
}

/** Share of the hours that a plant and its feed are designed for: the 99.6 % hour. */
const designShare = 0.996;

/** What the servers draw, by the kinds of number and in their duty, and what of it swings. */
function powerOf({ chips, ratedW, chain, duty, ...question }: SiteQuestion, pue: number, grounds: Grounds) {
  const { server, feeder } = middlesOf(grounds.power);
  const state = dutyPower(duty, server);
  const stated = statedPowers((chips * ratedW) / 1e6, {
    chain: { ...chain, pue },
    provisioned: question.provisioned,
    headroom: feeder.headroom,
    working: state.peak,
  });
  const itPeak = stated.node * chain.clusterOverhead * chain.diversity;
  const swingMw = duty === 'training' ? synchronousSwing(itPeak, server) : 0;
  const feeds = feederLimits(question.feeder, feeder);
  const [tightest] = feeds;
  return {
    stated,
    it: { idle: itPeak * state.idle, average: itPeak * state.average, peak: stated.metered },
    feeds,
    swingMw,
    swingShare: tightest ? swingMw / tightest.mw : null,
    swingStorageMw: tightest ? Math.max(0, swingMw - feeder.swing * tightest.mw) : null,
  };
}

/** Energy is bought from the grid at its tariff, and had from farms at what they cost. */
function costOf(
  { chips, chipPrice, locality, weather }: SiteQuestion,
  { itMw, supply }: { itMw: number; supply: Omit<SiteYear['supply'], 'energyMwh'> },
  grounds: Grounds,
): SiteCost | null {
  if (chipPrice === null) return null;
  const years = weather.hours / 8760;
  const { grid, load, unserved } = supply.dispatch;
  const energy = {
    energyMwh: grid / years,
    tariff: locality.tariff,
    ownEnergy: ((load - unserved - grid) / years) * 1000 * (supply.farmCost ?? 0),
    served: 1 - unserved / load,
  };
  return siteCost({ chips, chipPrice, itMw, ...energy }, middlesOf(grounds.cost));
}

function siteLimits(
  { chips: asked, waterPermit }: SiteQuestion,
  at: { limits: readonly FeederLimit[]; perChip: number; litresPerChip: number; cooled: number | null },
): SiteLimit[] {
  const limit = (kind: SiteLimit['kind'], most: number): SiteLimit => {
    const chips = Math.floor(most);
    return { kind, chips, exceeded: asked > chips };
  };
  const found: SiteLimit[] = at.limits.map(({ part, mw, alone }) => ({
    ...limit(part, mw / at.perChip),
    ...(alone && { alone }),
  }));
  if (waterPermit !== undefined && at.litresPerChip > 0) {
    found.push(limit('water', (waterPermit * 1000) / at.litresPerChip));
  }
  if (at.cooled !== null) found.push(limit('cooling', asked * at.cooled));
  return found.sort((a, b) => a.chips - b.chips);
}

/** Serves the load; the grid gives no more than the tightest part of the feed carries. */
function supplyOf(
  question: SiteQuestion,
  { load, feedMw }: { load: Float64Array; feedMw: number },
  grounds: Grounds,
) {
  const { weather, farms, locality } = question;
  const constants = middlesOf(grounds.supply);
  const farmed = farms.photovoltaicMw + farms.windMw > 0;
  // Storage takes what farms have left over: without them it stays empty.
  const mwh = farmed ? farms.storageMwh : 0;
  const turning = farms.windMw > 0 ? windOf(question, constants.wind) : undefined;
  const plan: SupplyPlan = {
    photovoltaicMw: farms.photovoltaicMw,
    windMw: farms.windMw,
    photovoltaic: photovoltaicOutput(weather, constants.photovoltaic),
    wind: (farms.windMw > 0 && turning?.output) || new Float64Array(weather.hours),
    gridMw: feedMw,
    storage: { mwh, mw: mwh / 4, ...constants.storage },
    curtailment: locality.curtailment,
  };
  const result = dispatch(load, plan);
  const { direct, discharge } = result.byHour;
  const years = weather.hours / 8760;
  const own = (result.load - result.unserved - result.grid) / years;
  const money = constants.cost;
  const yearsOf = (seconds: number) => seconds / secondsOfYear;
  const parts = [
    { capital: money.photovoltaic * farms.photovoltaicMw * 1e6, years: yearsOf(money.life) },
    { capital: money.wind * farms.windMw * 1e6, years: yearsOf(money.life) },
    // The constants are a joule's: 3.6e9 J a MWh.
    { capital: money.storage * 3.6e9 * farms.storageMwh, years: yearsOf(money.storageLife) },
  ];
  return {
    dispatch: result,
    storageIdle: farms.storageMwh > mwh,
    calm: turning?.calm ? { hours: locality.windFactor * 8760 } : null,
    ownPower: byMonthAndHour(
      direct.map((mw, i) => mw + discharge[i]!),
      aheadOf(weather),
    ),
    firmMw: farmed ? firmCapacity(plan, 0.001) : 0,
    farmCost:
      farmed && own > 0
        ? levelisedCost(parts, { usedMwh: own, discount: money.discount, upkeep: money.upkeep })
        : null,
    feedMw: Number.isFinite(feedMw) ? feedMw : null,
    carbonTonnes: (result.grid / years) * locality.carbon,
  };
}

/** Wind of the weather; of the substitute, hour by hour, where the weather's cannot be scaled to what farms of the region reach. */
function windOf({ weather, otherWind, locality }: SiteQuestion, constants: WindConstants) {
  const own = windOutput(weather, constants, locality.windFactor);
  if (own) return { output: own, calm: false };
  const other = otherWind && windOutput(otherWind(), constants, locality.windFactor);
  return { output: other ?? null, calm: true };
}

function monthly({ pue, wue }: CoolingYear, weather: Weather) {
  const { hours } = weather;
  const sums = Array.from({ length: 12 }, () => ({ pue: 0, wue: 0, count: 0 }));
  for (let i = 0; i < hours; i++) {
    const month = sums[monthOfHour(i)]!;
    month.pue += pue[i]!;
    month.wue += wue[i]!;
    month.count++;
  }
  return {
    months: sums.map((one) => ({ pue: one.pue / one.count, wue: one.wue / one.count })),
    heatMap: byMonthAndHour(pue, aheadOf(weather)),
  };
}

/** Value that a share of a column lies below. */
export function quantileOf(column: Float64Array, p: number): number {
  return column.slice().sort()[Math.floor(p * (column.length - 1))]!;
}
