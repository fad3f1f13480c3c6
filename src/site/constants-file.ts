import { z } from 'zod';
import type { DataFile } from '../chips/catalogue.ts';
import { median } from '../chips/figure.ts';
import { knownQuantity } from '../chips/figure-field.ts';
import { unknownSources } from '../chips/unknown-sources.ts';
import { error, type Fault } from '../errors/fault.ts';
import { checkCitation, citationKeys, citationOf } from '../sources/citation.ts';
import { readDocument } from '../sources/document.ts';
import { text } from '../sources/fields.ts';
import type { Citation } from '../sources/source.ts';
import type { Distribution } from '../stats/distribution.ts';
import { distributionOf } from '../stats/spread-distribution.ts';
import type { Quantity } from '../units/quantity.ts';
import type { Dimension } from '../units/unit.ts';

/** A section of a file of constants: what it rests on, and for each constant its middle and its spread over sites. */
export interface Section<K extends string> {
  middle: Readonly<Record<K, number>>;
  spread: Readonly<Record<K, Distribution>>;
  citation: Citation;
  note?: string;
}

type Shape = Readonly<Record<string, Readonly<Record<string, Dimension>>>>;
type SectionsOf<S extends Shape> = { [K in keyof S]: Section<keyof S[K] & string> };

/**
 * Reads files whose sections hold constants, each a quantity of a dimension, with one citation a section.
 *
 * Values are in the coherent unit of their dimension; temperatures in °C or K as written.
 *
 * @returns sections, absent where one is missing or broken, and the faults (ST-P003)
 */
export function parseConstants<S extends Shape>(
  files: readonly DataFile[],
  shape: S,
  sources?: ReadonlySet<string>,
): { sections?: SectionsOf<S>; faults: readonly Fault[] } {
  const schema = z.strictObject(
    Object.fromEntries(Object.entries(shape).map(([name, keys]) => [name, section(keys).optional()])),
  );
  const faults: Fault[] = [];
  const found: Record<string, unknown> = {};
  for (const { path, text: content } of files) {
    const read = readDocument(content, path, schema);
    faults.push(...read.faults, ...unknownSources(read.value, read.placeOf, sources));
    for (const [name, written] of Object.entries(read.value ?? {})) {
      if (written) found[name] = sectionOf(written as Written, Object.keys(shape[name]!));
    }
  }
  const missing = Object.keys(shape).filter((name) => !found[name]);
  if (missing.length > 0 && faults.length === 0) {
    const files_ = files.map(({ path }) => path).join(', ');
    for (const name of missing) {
      faults.push(
        error('ST-P003', `No \`${name}\` is described in ${files_ || 'the data'}.`, `Add \`${name}:\`.`),
      );
    }
  }
  return missing.length > 0 ? { faults } : { sections: found as SectionsOf<S>, faults };
}

function section(keys: Readonly<Record<string, Dimension>>) {
  const figures = Object.entries(keys).map(
    ([key, dimension]) => [key, knownQuantity(dimension, '0.5')] as const,
  );
  return z
    .strictObject({ ...Object.fromEntries(figures), ...citationKeys, note: text.optional() })
    .superRefine((value, ctx) => checkCitation(value as unknown as Parameters<typeof checkCitation>[0], ctx));
}

type Written = Record<string, Quantity> & Parameters<typeof citationOf>[0] & { note?: string };

function sectionOf(written: Written, keys: readonly string[]): Section<string> {
  const pairs = keys.map((key) => [key, written[key]!] as const);
  return {
    middle: Object.fromEntries(pairs.map(([key, quantity]) => [key, median(quantity)!])),
    spread: Object.fromEntries(pairs.map(([key, { spread }]) => [key, distributionOf(spread)])),
    citation: citationOf(written),
    ...(written.note !== undefined && { note: written.note }),
  };
}
