import type { DataFile } from '../chips/catalogue.ts';
import { unknownSources } from '../chips/unknown-sources.ts';
import { error, type Fault } from '../errors/fault.ts';
import { readDocument } from '../sources/document.ts';
import { constantNames, engineKinds, limitNames, type ServingConstants } from './constants.ts';
import type { ServingRecord } from './record.ts';
import { type ServingFile, servingFileSchema } from './serving-file.ts';
import type { Traffic } from './under-load.ts';

/** What the serving model knows besides models and machines. */
export interface ServingData {
  constants: ServingConstants;
  /** Standard deviations of the logarithm of a predicted rate, by what is known of it. */
  intervals: Readonly<Record<string, number>>;
  /** How many published rates each of them was measured on; those that are judged are left out. */
  intervalRates: Readonly<Record<string, number>>;
  /** What has been published. */
  record: ServingRecord;
  /** Coefficients of variation of the answers of benchmarks, by their name of the model. */
  spreads: Readonly<Record<string, number>>;
  /** Requests of the runs of TensorRT-LLM's table, by lengths of prompt and answer. */
  requests: Readonly<Record<string, number>>;
  /** Runs of MLPerf: seconds at least, and by its names of models requests of the system and tokens of the longest answer. */
  runs: {
    offline: number;
    server: number;
    models: Readonly<Record<string, { requests: number; longest: number }>>;
  };
  /** How requests come, by name. */
  traffic: Readonly<Record<string, Traffic>>;
}

const sections = [
  'constants',
  'engines',
  'families',
  'limits',
  'intervals',
  'record',
  'spreads',
  'requests',
  'runs',
  'traffic',
] as const;

/**
 * Reads the files of `data/serving`.
 *
 * @param sources ids of the sources that exist; not checked where left out
 * @returns the data, absent where a section is missing or broken, and everything wrong with the files: ST-V001 for a
 * missing section or constant
 */
export function parseServing(
  files: readonly DataFile[],
  sources?: ReadonlySet<string>,
): { serving?: ServingData; faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const whole: { [K in keyof ServingFile]?: ServingFile[K] } = {};
  for (const { path, text } of files) {
    const { value, faults: found, placeOf } = readDocument(text, path, servingFileSchema);
    faults.push(...found, ...unknownSources(value, placeOf, sources));
    if (!value) continue;
    for (const section of sections) if (value[section]) Object.assign(whole, { [section]: value[section] });
  }
  faults.push(...missing(whole));
  if (faults.some(({ severity }) => severity === 'error')) return { faults };
  return { serving: dataOf(whole as Required<ServingFile>), faults };
}

function missing(whole: { [K in keyof ServingFile]?: ServingFile[K] }): Fault[] {
  const gone = (what: string) => error('ST-V001', `data/serving has no \`${what}\`.`, `Add \`${what}:\`.`);
  const lacks = (names: readonly string[], section: 'constants' | 'limits') =>
    names
      .filter((name) => whole[section] && whole[section].values[name] === undefined)
      .map((name) => gone(`${section}.values.${name}`));
  const kinds = (names: readonly string[], section: 'engines' | 'families') =>
    names
      .filter((name) => whole[section] && whole[section].kinds[name] === undefined)
      .map((name) => gone(`${section}.kinds.${name}`));
  return [
    ...sections.filter((section) => !whole[section]).map(gone),
    ...lacks(constantNames, 'constants'),
    ...lacks(limitNames, 'limits'),
    ...kinds(engineKinds, 'engines'),
    ...kinds(['other'], 'families'),
  ];
}

function dataOf(whole: Required<ServingFile>): ServingData {
  const { constants, engines, families, limits, intervals, record, spreads, requests, runs, traffic } = whole;
  return {
    constants: {
      ...constants!.values,
      engine: engines!.kinds,
      family: families!.kinds,
      limits: limits!.values,
    } as unknown as ServingConstants,
    intervals: intervals!.values,
    intervalRates: intervals!.rates,
    record: record as unknown as ServingRecord,
    spreads: spreads!.models,
    requests: requests!.lengths,
    runs: runs!,
    traffic: traffic!.kinds,
  };
}
