import type { DataFile } from '../chips/catalogue.ts';
import type { Catalogue, Chip } from '../chips/chip.ts';
import { coherent, present } from '../chips/figure.ts';
import { figureOf } from '../chips/figure-field.ts';
import { unknownChip } from '../chips/find.ts';
import { type LogMoments, logMoments } from '../chips/lognormal-match.ts';
import { equivalents } from '../chips/peak.ts';
import { unknownSources } from '../chips/unknown-sources.ts';
import type { Controls } from '../controls/instrument.ts';
import { log } from '../elementary/logarithm.ts';
import type { Fault, Place } from '../errors/fault.ts';
import { error } from '../errors/fault.ts';
import { didYouMean } from '../errors/suggest.ts';
import { citationOf } from '../sources/citation.ts';
import { readDocument } from '../sources/document.ts';
import type { GradeWeights } from '../sources/grade.ts';
import type { Distribution } from '../stats/distribution.ts';
import { againstLaw, underLaw } from './lawful.ts';
import type { Estimate, Pool, PoolId, Pooling, Stream, Supply } from './pool.ts';
import { type PoolFile, poolingSchema, poolSchema } from './pool-file.ts';
import { firstDay, meanEquivalents, reference } from './stream.ts';

export interface SupplyOptions {
  catalogue: Catalogue;
  grades: GradeWeights;
  /** Export rules: they end the streams of lawful sales; without them only what the data says ends those. */
  controls?: Controls;
  /** Ids of the sources that exist; not checked where left out. */
  sources?: ReadonlySet<string>;
}

/**
 * Reads the files of `data/supply`.
 *
 * @param files path and text of each; `pooling.yaml` holds the rules, every other file one pool
 * @returns the supply, absent where a file is missing or broken, and everything wrong with the files (ST-Y001 to
 * ST-Y005, ST-Y008, ST-C001, ST-S042)
 */
export function parseSupply(
  files: readonly DataFile[],
  options: SupplyOptions,
): { supply?: Supply; faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const pools = new Map<PoolId, Pool>();
  let pooling: Pooling | undefined;
  for (const { path, text } of files) {
    if (/(^|\/)pooling\.yaml$/.test(path)) {
      const { value, faults: found, placeOf } = readDocument(text, path, poolingSchema);
      faults.push(...found, ...unknownSources(value, placeOf, options.sources));
      if (value) pooling = { ...value.pooling, citation: citationOf(value.pooling) };
      continue;
    }
    const { value, faults: found, placeOf } = readDocument(text, path, poolSchema);
    faults.push(...found, ...unknownSources(value, placeOf, options.sources));
    if (!value) continue;
    const wrong = unknownNames(value, placeOf, options.catalogue);
    faults.push(...wrong);
    if (wrong.length > 0) continue;
    faults.push(...unlawful(value, placeOf, options));
    pools.set(value.pool, poolOf(value, placeOf, options));
  }
  if (!pooling || pools.size === 0) {
    const what = `data/supply has no ${pooling ? 'pool' : 'pooling.yaml'}.`;
    if (!faults.some((one) => one.severity === 'error')) faults.push(error('ST-Y005', what, 'Add the file.'));
    return { faults };
  }
  return { supply: { pools, pooling, grades: options.grades, catalogue: options.catalogue }, faults };
}

type PlaceOf = (path: readonly PropertyKey[]) => Place;

/** Chips, streams and ids that do not resolve, or are there twice. */
function unknownNames(file: PoolFile, placeOf: PlaceOf, catalogue: Catalogue): Fault[] {
  const streams = file.streams.map(({ id }) => id);
  const chips = [
    ...file.streams.flatMap(({ mix }, i) =>
      mix.flatMap((piece, j) =>
        Object.keys(piece.chips).map((chip) => ({ chip, path: ['streams', i, 'mix', j, 'chips', chip] })),
      ),
    ),
    ...file.estimates.flatMap(({ inUnitsOf }, i) =>
      inUnitsOf === undefined ? [] : [{ chip: inUnitsOf, path: ['estimates', i, 'inUnitsOf'] }],
    ),
  ];
  const named = [
    ...file.estimates.map(({ stream }, i) => ({ stream, path: ['estimates', i, 'stream'] })),
    ...(file.context ?? []).map(({ stream }, i) => ({ stream, path: ['context', i, 'stream'] })),
  ];
  return [
    ...chips
      .filter(({ chip }) => !catalogue.chips.has(chip))
      .map(({ chip, path }) => unknownChip(chip, catalogue.chips, placeOf(path))),
    ...named
      .filter(({ stream }) => !streams.includes(stream))
      .map(({ stream, path }) => unknownStream(stream, streams, placeOf(path))),
  ];
}

/** Lawful sales that the rules of their day bar. */
function unlawful(file: PoolFile, placeOf: PlaceOf, { catalogue, controls }: SupplyOptions): Fault[] {
  if (!controls || file.pool !== 'legal') return [];
  return file.streams.flatMap((one, i) =>
    againstLaw(streamOf(one, catalogue), { catalogue, controls }).map(({ piece, instrument }) => {
      const rule = controls.instruments.get(instrument)!.name.en;
      const what = `\`${one.id}\` has lawful sales from ${one.rate[piece]!.from.text}, when the rules bar its chips (${rule}).`;
      const fix =
        'Write 0 there, add the licences that were reported to data/controls, or move the sales to data/supply/restricted.yaml.';
      return error('ST-Y008', what, fix, { place: placeOf(['streams', i, 'rate', piece, 'from']) });
    }),
  );
}

function unknownStream(stream: string, streams: readonly string[], place: Place): Fault {
  const fix = didYouMean(stream, streams) || `Write one of ${streams.join(', ')}.`;
  return error('ST-Y004', `The stream \`${stream}\` is not described in this file.`, fix, { place });
}

function poolOf(file: PoolFile, placeOf: PlaceOf, { catalogue, controls }: SupplyOptions): Pool {
  const written = file.streams.map((one) => streamOf(one, catalogue));
  const bare =
    controls && file.pool === 'legal'
      ? written.map((one) => underLaw(one, { catalogue, controls }))
      : written;
  const streams = bare.map((stream) => ({
    ...stream,
    estimates: file.estimates.flatMap((one, i) =>
      one.stream === stream.id
        ? [{ ...estimateOf(one, stream, catalogue), place: placeOf(['estimates', i, 'id']) }]
        : [],
    ),
  }));
  return {
    id: file.pool,
    name: present(file.name) as Pool['name'],
    streams,
    context: file.context ?? [],
  };
}

function streamOf({ id, name, rate, mix }: PoolFile['streams'][number], catalogue: Catalogue): Stream {
  return {
    id,
    name: present(name) as Stream['name'],
    rate: rate.map(({ basis, sources, by, why, ...rest }) => ({
      ...present(rest),
      citation: citationOf({ basis, sources, by, why }),
    })),
    mix: mix.map(({ basis, sources, by, why, chips, ...rest }) => ({
      ...present(rest),
      value: new Map(
        Object.entries(chips).map(([chip, share]): [Chip, number] => [catalogue.chips.get(chip)!, share]),
      ),
      citation: citationOf({ basis, sources, by, why }),
    })),
    estimates: [],
  };
}

function estimateOf(
  written: PoolFile['estimates'][number],
  stream: Stream,
  catalogue: Catalogue,
): Omit<Estimate, 'place'> {
  const { id, says, reading, inUnitsOf, at, coverage, published, family, grade, note } = written;
  const from = written.from?.from ?? firstDay(stream);
  const to = written.to?.to ?? at!.to;
  const accelerators = coherent(reading ?? says)!;
  const none = accelerators.support[1] <= 0;
  const moments = none ? null : aboutMedian(accelerators);
  if (moments && inUnitsOf) {
    const each = equivalents(catalogue.chips.get(inUnitsOf)!, reference(catalogue))!;
    moments.mu += log(each / meanEquivalents(stream, { from, to, reference: reference(catalogue) }));
  }
  return {
    ...present({ id, says, published, family, grade, note }),
    reading: moments,
    from,
    to,
    ...(coverage && {
      coverage: { figure: figureOf(coverage), moments: logMoments(coherent(coverage.value)!) },
    }),
    citation: citationOf(written),
  } as Omit<Estimate, 'place'>;
}

/** Keeps the median where the interval around it is lopsided: variance of the logarithm about the log median. */
function aboutMedian(distribution: Distribution): LogMoments {
  const { mu, variance } = logMoments(distribution);
  const median = log(distribution.quantile(0.5));
  return { mu: median, variance: variance + (mu - median) ** 2 };
}
