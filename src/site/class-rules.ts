import { z } from 'zod';
import type { DataFile } from '../chips/catalogue.ts';
import { median } from '../chips/figure.ts';
import { knownQuantity } from '../chips/figure-field.ts';
import { unknownSources } from '../chips/unknown-sources.ts';
import { exp } from '../elementary/exponential.ts';
import { log } from '../elementary/logarithm.ts';
import { error, type Fault } from '../errors/fault.ts';
import { didYouMean } from '../errors/suggest.ts';
import { checkCitation, citationKeys, citationOf } from '../sources/citation.ts';
import { readDocument } from '../sources/document.ts';
import { id, text } from '../sources/fields.ts';
import type { Citation } from '../sources/source.ts';
import { dimensions as d, divide } from '../units/dimension.ts';

/** Shares of a site's halls by class, or chances of the class of all of them, summing to 1. */
export type ClassShares = ReadonlyMap<string, number>;

/** Which classes the halls of an operator have, by where they are; a list that is left out holds for all. */
export interface ClassRule {
  id: string;
  operators?: readonly string[];
  /** ISO 3166-1 alpha-2. */
  countries?: readonly string[];
  /** Ids of climates. */
  places?: readonly string[];
  classes: ClassShares;
  citation: Citation;
  note?: string;
}

/** The rules in the order in which they are asked, and how disclosed water is weighed. */
export interface ClassRules {
  rules: readonly ClassRule[];
  /** Operators that rules name, by any of their names in small letters. */
  operators: ReadonlyMap<string, string>;
  /** Water of halls that are cooled without any [L/kWh]; spread of the logarithm of disclosed over modelled water [-]. */
  water: { floor: number; spread: number };
}

/** A site whose class nobody states. */
export interface Classless {
  operator: string;
  country?: string | undefined;
  /** Id of the climate that stands for it. */
  place?: string | undefined;
}

const list = z.array(z.string().min(1)).min(1).optional();
const rule = z
  .strictObject({
    id,
    operators: list,
    countries: z.array(z.string().regex(/^[A-Z]{2}$/)).optional(),
    places: list,
    classes: z
      .record(id, z.number().positive())
      .refine((shares) => Math.abs(Object.values(shares).reduce((a, b) => a + b, 0) - 1) < 1e-6, {
        message: 'the shares of the classes do not add up to 1',
      }),
    ...citationKeys,
    note: text.optional(),
  })
  .superRefine(checkCitation);

const schema = z.strictObject({
  water: z
    .strictObject({
      floor: knownQuantity(divide(d.volume, d.energy), '0.05 L/kWh'),
      spread: knownQuantity(d.number, '0.6'),
      ...citationKeys,
    })
    .superRefine(checkCitation),
  names: z.record(id, z.array(z.string().min(1))),
  rules: z.array(rule).min(1),
});

/** Cubic metres a joule in one litre a kilowatt-hour. */
const litrePerKwh = 1e-3 / 3.6e6;

/**
 * Reads data/plants/class-rules.yaml: the rules, absent where the file is broken or missing, and the faults.
 *
 * @param known ids of the classes that exist
 */
export function parseClassRules(
  files: readonly DataFile[],
  known: ReadonlySet<string>,
  sources?: ReadonlySet<string>,
): { classRules?: ClassRules; faults: readonly Fault[] } {
  const faults: Fault[] = [];
  let classRules: ClassRules | undefined;
  for (const { path, text: content } of files) {
    const { value, faults: found, placeOf } = readDocument(content, path, schema);
    faults.push(...found, ...unknownSources(value, placeOf, sources));
    if (!value) continue;
    for (const [i, { classes }] of value.rules.entries()) {
      for (const of of Object.keys(classes).filter((one) => !known.has(one))) {
        const fix = didYouMean(of, known) || 'Describe the class in data/plants/classes.yaml.';
        faults.push(
          error('ST-P001', `There is no class \`${of}\`.`, fix, {
            place: placeOf(['rules', i, 'classes', of]),
          }),
        );
      }
    }
    const { floor, spread } = value.water;
    const named = value.rules.flatMap(({ operators = [] }) => operators.map((one) => [one, one] as const));
    const others = Object.entries(value.names).flatMap(([one, names]) =>
      names.map((name) => [name, one] as const),
    );
    classRules = {
      operators: new Map([...named, ...others]),
      water: { floor: median(floor)! / litrePerKwh, spread: median(spread)! },
      rules: value.rules.map(({ basis, sources: from, by, why, classes, ...rest }) => ({
        ...(rest as Pick<ClassRule, 'id' | 'operators' | 'countries' | 'places' | 'note'>),
        classes: new Map(Object.entries(classes)),
        citation: citationOf({ basis, sources: from, by, why }),
      })),
    };
  }
  return { ...(classRules && { classRules }), faults };
}

/** The first rule that holds for a site; undefined where none does. */
export function classRuleOf({ rules, operators }: ClassRules, site: Classless): ClassRule | undefined {
  const holds = (wanted: readonly string[] | undefined, one: string | undefined) =>
    wanted === undefined || (one !== undefined && wanted.includes(one));
  const operator = operators.get(site.operator.trim().toLowerCase());
  return rules.find(
    (one) =>
      holds(one.operators, operator) && holds(one.countries, site.country) && holds(one.places, site.place),
  );
}

/**
 * Shares of classes once the water of the site is known.
 *
 * p_c' ∝ p_c exp(-(ln((w + f) / (w_c + f)) / s)² / 2), f the floor and s the spread of `rules.water`
 *
 * @param water w: what is disclosed [L/kWh]
 * @param waterOf w_c: what the plants of a class take at the site [L/kWh]
 */
export function weighedByWater(
  shares: ClassShares,
  water: number,
  waterOf: (of: string) => number,
  { floor, spread }: ClassRules['water'],
): ClassShares {
  const fit = (of: string) => {
    const away = log((water + floor) / (waterOf(of) + floor)) / spread;
    return (away * away) / 2;
  };
  const best = Math.min(...[...shares.keys()].map(fit));
  const weights = [...shares].map(([of, share]) => [of, share * exp(best - fit(of))] as const);
  const sum = weights.reduce((all, [, weight]) => all + weight, 0);
  return new Map(weights.map(([of, weight]) => [of, weight / sum]));
}
