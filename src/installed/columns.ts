import { type ByPreset, byPreset } from './presets.ts';

/** Weighted draws of one record of the dossier; totals over the sites it stands for. */
export interface SiteColumns {
  /** Restricted accelerators running. */
  accelerators: Float64Array;
  /** Dense FP16 FLOP/s lit, by route: named, legal, domestic. */
  compute: ByRoute<Float64Array>;
  /** Sites at each stage at the verdict's day: paper, construction, shell, lit. */
  stages: readonly [Uint8Array, Uint8Array, Uint8Array, Uint8Array];
  /** Lit sites on each route. */
  lit: ByRoute<Uint8Array>;
}

/** One for each route: named, legal, domestic. */
export type ByRoute<T> = readonly [T, T, T];

/** What the worlds of some draws hold beside the hub's totals. */
export interface Details extends StoredDetails {
  /** Shows the log likelihood of each item in turn, in a column that the next one's may be written over. */
  eachLogLikelihood(show: (log: Float64Array, item: number) => void): void;
  /** That of one item, computed when it is first asked for. */
  logLikelihoodOf(item: number): Float64Array;
}

interface StoredDetails {
  readonly sites: readonly SiteColumns[];
  /** Log likelihood of each evidence item over its noise, by item. */
  readonly logLikelihood: readonly Float64Array[];
  /** Probability of each outcome of each look in the drawn world. */
  readonly looks: readonly (readonly Float64Array[])[];
}

/** What is kept of every draw: its weights, the variables common to all sites, and the hub's totals. */
export interface Totals {
  /** First draw; blocks of other machines hold others. */
  readonly from: number;
  readonly draws: number;
  /** Log importance weight under each preset, up to one common constant. */
  readonly logWeight: ByPreset<Float64Array>;
  /** Global variables by name, and `pace` (the multiplier). */
  readonly globals: ReadonlyMap<string, Float64Array>;
  /** Restricted accelerators at the hub's sites. */
  readonly accelerators: Float64Array;
  /** Dense FP16 FLOP/s lit at the hub's sites, by route. */
  readonly compute: ByRoute<Float64Array>;
  /** Tilt under which the draw was made [1 / accelerator]. */
  readonly lambda: Float64Array;
}

/** The posterior: one value a draw in every column, and the columns that reweight it. */
export interface Columns extends Totals, Details {
  /** The details of some draws, in their order. */
  at(draws: Uint32Array): Details;
}

/** How many columns of each kind a hub has. */
export interface Shape {
  globals: readonly string[];
  sites: number;
  items: number;
  /** Outcomes of each look. */
  outcomes: readonly number[];
}

/** Totals for `draws` draws from `from`, all 0. */
export function emptyTotals(range: { from: number; draws: number }, { globals }: Shape): Totals {
  const floats = () => new Float64Array(range.draws);
  return {
    ...range,
    logWeight: byPreset(floats),
    globals: new Map(globals.map((name) => [name, floats()])),
    accelerators: floats(),
    compute: [floats(), floats(), floats()],
    lambda: floats(),
  };
}

/** Details for `draws` draws, all 0. */
export function emptyDetails(draws: number, shape: Shape): StoredDetails {
  return {
    sites: Array.from({ length: shape.sites }, () => emptySite(draws)),
    logLikelihood: Array.from({ length: shape.items }, () => new Float64Array(draws)),
    looks: shape.outcomes.map((count) => Array.from({ length: count }, () => new Float64Array(draws))),
  };
}

/** Details all of which are in memory. */
export function storedDetails(details: StoredDetails): Details {
  return {
    ...details,
    eachLogLikelihood(show) {
      details.logLikelihood.forEach((log, item) => {
        show(log, item);
      });
    },
    logLikelihoodOf: (item) => details.logLikelihood[item]!,
  };
}

/** Columns of one record, all 0. */
export function emptySite(draws: number): SiteColumns {
  const floats = () => new Float64Array(draws);
  const bytes = () => new Uint8Array(draws);
  return {
    accelerators: floats(),
    compute: [floats(), floats(), floats()],
    stages: [bytes(), bytes(), bytes(), bytes()],
    lit: [bytes(), bytes(), bytes()],
  };
}

/** Columns all of which are in memory: read from files, or joined. */
export function storedColumns(totals: Totals, details: StoredDetails): Columns {
  return { ...totals, ...storedDetails(details), at: (draws) => selected(details, draws) };
}

/** Stored columns for `draws` draws from `from`, all 0. */
export function emptyColumns(range: { from: number; draws: number }, shape: Shape): Columns {
  return storedColumns(emptyTotals(range, shape), emptyDetails(range.draws, shape));
}

/** Values of a column at some draws. One loop for each kind of array: one that meets several is slow for long. */
export function floatsAt(column: Float64Array, draws: Uint32Array): Float64Array {
  const values = new Float64Array(draws.length);
  for (let i = 0; i < draws.length; i++) values[i] = column[draws[i]!]!;
  return values;
}

export function wordsAt(column: Uint16Array, draws: Uint32Array): Uint16Array {
  const values = new Uint16Array(draws.length);
  for (let i = 0; i < draws.length; i++) values[i] = column[draws[i]!]!;
  return values;
}

export function bytesAt(column: Uint8Array, draws: Uint32Array): Uint8Array {
  const values = new Uint8Array(draws.length);
  for (let i = 0; i < draws.length; i++) values[i] = column[draws[i]!]!;
  return values;
}

/** Some entries of every column. */
function selected({ sites, logLikelihood, looks }: StoredDetails, draws: Uint32Array): Details {
  const floats = (column: Float64Array) => floatsAt(column, draws);
  const bytes = (column: Uint8Array) => bytesAt(column, draws);
  const byRoute = <T>([a, b, c]: ByRoute<T>, of: (column: T) => T): ByRoute<T> => [of(a), of(b), of(c)];
  return storedDetails({
    sites: sites.map(({ accelerators, compute, stages: [a, b, c, d], lit }) => ({
      accelerators: floats(accelerators),
      compute: byRoute(compute, floats),
      stages: [bytes(a), bytes(b), bytes(c), bytes(d)],
      lit: byRoute(lit, bytes),
    })),
    logLikelihood: logLikelihood.map(floats),
    looks: looks.map((look) => look.map(floats)),
  });
}

interface Named<T> {
  name: string;
  values: T;
}

/** The arrays of the totals in a fixed order: what is hashed. */
export function arraysOfTotals(totals: Totals): Named<Float64Array>[] {
  return [
    ...Object.entries(totals.logWeight).map(([preset, values]) => ({ name: `logWeight/${preset}`, values })),
    ...[...totals.globals].map(([name, values]) => ({ name: `globals/${name}`, values })),
    { name: 'accelerators', values: totals.accelerators },
    ...totals.compute.map((values, r) => ({ name: `compute/${r}`, values })),
    { name: 'lambda', values: totals.lambda },
  ];
}

/** Every array of the columns in a fixed order: what is sent between threads and written to files. */
export function arraysOf(columns: Columns): Named<Float64Array | Uint8Array>[] {
  const list: Named<Float64Array | Uint8Array>[] = arraysOfTotals(columns);
  const add = (name: string, values: Float64Array | Uint8Array) => {
    list.push({ name, values });
  };
  columns.sites.forEach((site, s) => {
    add(`sites/${s}/accelerators`, site.accelerators);
    site.compute.forEach((values, r) => {
      add(`sites/${s}/compute/${r}`, values);
    });
    site.stages.forEach((values, stage) => {
      add(`sites/${s}/stages/${stage}`, values);
    });
    site.lit.forEach((values, r) => {
      add(`sites/${s}/lit/${r}`, values);
    });
  });
  columns.logLikelihood.forEach((values, item) => {
    add(`logLikelihood/${item}`, values);
  });
  columns.looks.forEach((look, l) => {
    look.forEach((values, o) => {
      add(`looks/${l}/${o}`, values);
    });
  });
  return list;
}

/** How many columns of each kind there are. */
export function shapeOf({ globals, sites, logLikelihood, looks }: Columns): Shape {
  return {
    globals: [...globals.keys()],
    sites: sites.length,
    items: logLikelihood.length,
    outcomes: looks.map((look) => look.length),
  };
}

/**
 * Joins the columns of consecutive ranges into one: bitwise what one run over the whole range gives.
 *
 * @param parts in order of `from`, without gaps
 */
export function joinColumns(parts: readonly Columns[]): Columns {
  const first = parts[0]!;
  const draws = parts.reduce((sum, part) => sum + part.draws, 0);
  const joined = emptyColumns({ from: first.from, draws }, shapeOf(first));
  const targets = arraysOf(joined);
  for (const part of parts) {
    const at = part.from - first.from;
    arraysOf(part).forEach(({ values }, i) => {
      targets[i]!.values.set(values, at);
    });
  }
  return joined;
}
