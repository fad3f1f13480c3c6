import { constantsOf, type OperatorClass } from '../../src/site/class-file.ts';
import { type ClassRule, type ClassShares, classRuleOf, weighedByWater } from '../../src/site/class-rules.ts';
import { coolingYear } from '../../src/site/cooling.ts';
import { coolingMiddles, type Grounds } from '../../src/site/grounds.ts';
import { mixture } from '../../src/stats/mixture.ts';
import { normal } from '../../src/stats/normal.ts';
import { type Located, locate } from './located.ts';
import type { PublishedPue } from './published.ts';

/** What the plants of a class take at a site, before its overhead. */
interface Bare {
  pue: number;
  /** L/kWh */
  water: number;
}

/** A site as modelled: what each class would take there, and the classes that it may have. */
export interface Modelled extends PublishedPue {
  at: Located;
  bare: ReadonlyMap<string, Bare>;
  /** The rule that gives it a class where none is stated. */
  rule: ClassRule;
  /** Classes as stated, by the rule where none is; by the rule; by the rule for anyone. The last two weighed by its water. */
  shares: Readonly<Record<Knowing, ClassShares>>;
  /** Classes as stated, else by the rule, and by the rule: not weighed by its water, which they are to tell. */
  unweighed: { known: ClassShares; rule: ClassShares };
}

/** What is known of the class of a site: itself, its operator and country, nothing. */
export type Knowing = 'known' | 'rule' | 'unknown';

export interface ScoredPue extends Modelled {
  /** With the stored constants. */
  model: number;
  /** With constants fitted without this site: class known, by the rule, unknown. */
  out: number;
  byRule: number;
  unknown: number;
  /** Middle 90 % of `out`, from what other sites of these classes stray by; null where there are none. */
  within: Interval | null;
  withinByRule: Interval | null;
  withinUnknown: Interval | null;
  /** Water of the plants, of which nothing is fitted; null where none is disclosed [L/kWh]. */
  water: number | null;
  waterByRule: number | null;
  /** Mean of the operator's other sites; of its known ones where this is none of them; not a number where there is none. */
  guess: number;
}

export type Interval = readonly [low: number, high: number];

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
};
export const mean = (values: readonly number[]): number =>
  values.reduce((sum, one) => sum + one, 0) / values.length;

function bareOf(at: Located, one: OperatorClass, grounds: Grounds): Bare {
  const constants = constantsOf(coolingMiddles(grounds), one);
  const { meanPue, meanWue } = coolingYear(at.weather(), { constants, blend: one.blend });
  return { pue: meanPue, water: meanWue };
}

/** Rules for an operator that is none of those they name: the last. */
const nobody = '';

export function modelled(sites: readonly PublishedPue[], grounds: Grounds): Modelled[] {
  const { classRules } = grounds;
  return sites.map((site) => {
    const at = locate(site, grounds);
    const bare = new Map([...grounds.classes.values()].map((one) => [one.id, bareOf(at, one, grounds)]));
    const rule = classRuleOf(classRules, { ...site, ...at })!;
    const anyone = classRuleOf(classRules, { operator: nobody })!;
    const weighed = ({ classes }: ClassRule) =>
      site.wue === undefined
        ? classes
        : weighedByWater(classes, site.wue, (of) => bare.get(of)!.water, classRules.water);
    const stated = site.class === undefined ? undefined : new Map([[site.class, 1]]);
    const byRule = weighed(rule);
    return {
      ...site,
      operator: classRules.operators.get(site.operator.trim().toLowerCase()) ?? site.operator,
      at,
      bare,
      rule,
      shares: { known: stated ?? byRule, rule: byRule, unknown: weighed(anyone) },
      unweighed: { known: stated ?? rule.classes, rule: rule.classes },
    };
  });
}

/** Overhead of a class, the median over the sites that share it; the stored one where it has none. */
export function fitted(
  sites: readonly Modelled[],
  { overheadOf, overhead }: OperatorClass,
  grounds: Grounds,
) {
  const strays = straysOf(sites, overheadOf, grounds);
  return strays.length > 0 ? median(strays) : overhead;
}

/** What disclosed PUE has more than the plants of the stated class, over the sites whose classes share an overhead. */
function straysOf(sites: readonly Modelled[], overheadOf: string, { classes }: Grounds): number[] {
  return sites
    .filter((site) => site.class !== undefined && classes.get(site.class)!.overheadOf === overheadOf)
    .map((site) => site.pue - site.bare.get(site.class!)!.pue);
}

const sumOver = (shares: ClassShares, of: (id: string) => number) =>
  [...shares].reduce((sum, [id, share]) => sum + share * of(id), 0);

/**
 * Scores every site, in sample and left out.
 *
 * @param known sites whose operators' means are guessed from, and whose strays make the intervals, where the scored ones are
 * others that no constant was fitted to: these are scored with the stored constants alone
 */
export function scored(
  sites: readonly Modelled[],
  grounds: Grounds,
  known?: readonly Modelled[],
): ScoredPue[] {
  const { classes } = grounds;
  return sites.map((site) => {
    const others = known ?? sites.filter((other) => other !== site);
    const overheads = new Map(
      [...classes.values()].map((one) => [one.id, known ? one.overhead : fitted(others, one, grounds)]),
    );
    const pue = (knowing: Knowing, overheadOf: (of: string) => number) =>
      sumOver(site.shares[knowing], (of) => site.bare.get(of)!.pue + overheadOf(of));
    const leftOut = (knowing: Knowing) => pue(knowing, (of) => overheads.get(of)!);
    const within = (knowing: Knowing) =>
      middle(
        [...site.shares[knowing]].flatMap(([of, share]) => {
          const strays = straysOf(others, classes.get(of)!.overheadOf, grounds);
          return strays.length < 2 ? [] : [{ share, ...likely(site.bare.get(of)!.pue, strays) }];
        }),
      );
    const disclosed = site.wue !== undefined;
    const water = (shares: ClassShares) =>
      disclosed ? sumOver(shares, (of) => site.bare.get(of)!.water) : null;
    const alike = others.filter(({ operator }) => operator === site.operator);
    return {
      ...site,
      model: pue('known', (of) => classes.get(of)!.overhead),
      out: leftOut('known'),
      byRule: leftOut('rule'),
      unknown: leftOut('unknown'),
      within: within('known'),
      withinByRule: within('rule'),
      withinUnknown: within('unknown'),
      water: water(site.unweighed.known),
      waterByRule: water(site.unweighed.rule),
      guess: mean(alike.map(({ pue: stated }) => stated)),
    };
  });
}

/**
 * Where one more site of a class would lie, as a normal distribution whose middle 90 % is that of Student's t over n strays.
 *
 * sigma = s √(1 + 1/n) t / z, with t ≈ z + (z³ + z) / (4 ν) + (5 z⁵ + 16 z³ + 3 z) / (96 ν²), ν = n - 1 (Abramowitz and Stegun 26.7.5)
 */
function likely(bare: number, strays: readonly number[]): { mu: number; sigma: number } {
  const [n, middle] = [strays.length, median(strays)];
  const nu = n - 1;
  const spread = Math.sqrt(strays.reduce((sum, one) => sum + (one - middle) ** 2, 0) / nu);
  const t = z95 + (z95 ** 3 + z95) / (4 * nu) + (5 * z95 ** 5 + 16 * z95 ** 3 + 3 * z95) / (96 * nu * nu);
  return { mu: bare + middle, sigma: Math.max(1e-6, (spread * Math.sqrt(1 + 1 / n) * t) / z95) };
}

const z95 = 1.6448536;

/** Middle 90 % of a mixture of normal distributions. */
function middle(parts: readonly { mu: number; sigma: number; share: number }[]): Interval | null {
  if (parts.length === 0) return null;
  const all = mixture(
    parts.map(({ mu, sigma }) => normal(mu, sigma)),
    parts.map(({ share }) => share),
  );
  return [all.quantile(0.05), all.quantile(0.95)];
}
