import { constantsOf, type OperatorClass } from '../../src/site/class-file.ts';
import type { Climate } from '../../src/site/climate.ts';
import { requireClimate } from '../../src/site/climate-file.ts';
import { coolingYear } from '../../src/site/cooling.ts';
import { generateWeather } from '../../src/site/generator.ts';
import { coolingMiddles, type Grounds } from '../../src/site/grounds.ts';
import type { Weather } from '../../src/site/weather.ts';
import type { PublishedPue } from './published.ts';

/** A site as modelled: what its plants say before the class's own constants; the mean of all classes where it is unknown. */
export interface Modelled extends PublishedPue {
  bare: number;
  bareWater: number;
}

export interface ScoredPue extends Modelled {
  /** With the class's constants as fitted over all sites, and fitted without this one. */
  model: number;
  out: number;
  /** Water of the plants, of which nothing is fitted; null where none is disclosed [L/kWh]. */
  water: number | null;
  /** Mean of the operator's other sites; of its known ones where this is none of them; not a number where there is none. */
  guess: number;
  /** With the class unknown: mean over all classes. */
  unknown: number;
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
};
export const mean = (values: readonly number[]): number =>
  values.reduce((sum, one) => sum + one, 0) / values.length;

const weathers = new Map<string, Weather>();

/** Two mirrored typical years of a climate. */
export function typicalWeather(climate: Climate, { generator }: Grounds): Weather {
  const known = weathers.get(climate.id);
  if (known) return known;
  const made = generateWeather(climate, { constants: generator, seed: 1, years: 2, typical: true });
  weathers.set(climate.id, made);
  return made;
}

function bareOf(place: string, one: OperatorClass, grounds: Grounds): { pue: number; water: number } {
  const weather = typicalWeather(requireClimate(grounds.climates, place), grounds);
  const constants = constantsOf(coolingMiddles(grounds), one);
  const { meanPue, meanWue } = coolingYear(weather, { constants, blend: one.blend });
  return { pue: meanPue, water: meanWue };
}

/** The class of a site, or all of them where nobody knows it. */
function classesOf(site: PublishedPue, { classes }: Grounds): OperatorClass[] {
  return site.class === undefined ? [...classes.values()] : [classes.get(site.class)!];
}

export function modelled(sites: readonly PublishedPue[], grounds: Grounds): Modelled[] {
  return sites.map((site) => {
    const all = classesOf(site, grounds).map((one) => bareOf(site.place, one, grounds));
    return { ...site, bare: mean(all.map(({ pue }) => pue)), bareWater: mean(all.map(({ water }) => water)) };
  });
}

/** Overhead of a class, the median over its sites; the stored one where it has none. */
export function fitted(sites: readonly Modelled[], one: OperatorClass): number {
  const own = sites.filter((site) => site.class === one.id);
  return own.length > 0 ? median(own.map(({ pue, bare }) => pue - bare)) : one.overhead;
}

/**
 * Scores every site, in sample and left out.
 *
 * @param known sites whose operators' means are guessed from, where the scored ones are others that no constant was fitted to:
 * these are scored with the stored constants alone
 */
export function scored(
  sites: readonly Modelled[],
  grounds: Grounds,
  known?: readonly PublishedPue[],
): ScoredPue[] {
  const seen = known === undefined;
  return sites.map((site) => {
    const own = classesOf(site, grounds);
    const others = sites.filter((other) => other !== site);
    const without = mean(own.map((one) => (seen ? fitted(others, one) : one.overhead)));
    const unknown = [...grounds.classes.values()].map(
      (other) => bareOf(site.place, other, grounds).pue + (seen ? fitted(others, other) : other.overhead),
    );
    return {
      ...site,
      model: site.bare + mean(own.map(({ overhead }) => overhead)),
      out: site.bare + without,
      water: site.wue !== undefined && site.wue > 0 ? site.bareWater : null,
      guess: mean(
        (known ?? others).filter(({ operator }) => operator === site.operator).map(({ pue }) => pue),
      ),
      unknown: mean(unknown),
    };
  });
}
