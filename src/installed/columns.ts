import { type ByPreset, byPreset } from './presets.ts';

/** Weighted draws of one record of the dossier; totals over the sites it stands for. */
export interface SiteColumns {
  /** Restricted accelerators running. */
  accelerators: Float64Array;
  /** Dense FP16 FLOP/s lit, by route: named, legal, domestic. */
  compute: readonly [Float64Array, Float64Array, Float64Array];
  /** Sites at each stage at the verdict's day: paper, construction, shell, lit. */
  stages: readonly [Uint8Array, Uint8Array, Uint8Array, Uint8Array];
  /** Lit sites on each route. */
  lit: readonly [Uint8Array, Uint8Array, Uint8Array];
}

/** The posterior: one value a draw in every column, and the columns that reweight it. */
export interface Columns {
  /** First draw; blocks of other machines hold others. */
  from: number;
  draws: number;
  /** Log importance weight under each preset, up to one common constant. */
  logWeight: ByPreset<Float64Array>;
  /** Global variables by name, and `pace` (the multiplier). */
  globals: ReadonlyMap<string, Float64Array>;
  /** Restricted accelerators at the hub's sites. */
  accelerators: Float64Array;
  /** Tilt under which the draw was made [1 / accelerator]. */
  lambda: Float64Array;
  sites: readonly SiteColumns[];
  /** Log likelihood of each evidence item over its noise, by item. */
  logLikelihood: readonly Float64Array[];
  /** Probability of each outcome of each look in the drawn world. */
  looks: readonly (readonly Float64Array[])[];
}

/** Empty columns for `draws` draws from `from`. */
export function emptyColumns(
  range: { from: number; draws: number },
  shape: { globals: readonly string[]; sites: number; items: number; outcomes: readonly number[] },
): Columns {
  const { draws } = range;
  const floats = () => new Float64Array(draws);
  const bytes = () => new Uint8Array(draws);
  return {
    ...range,
    logWeight: byPreset(floats),
    globals: new Map(shape.globals.map((name) => [name, floats()])),
    accelerators: floats(),
    lambda: floats(),
    sites: Array.from({ length: shape.sites }, () => ({
      accelerators: floats(),
      compute: [floats(), floats(), floats()] as const,
      stages: [bytes(), bytes(), bytes(), bytes()] as const,
      lit: [bytes(), bytes(), bytes()] as const,
    })),
    logLikelihood: Array.from({ length: shape.items }, floats),
    looks: shape.outcomes.map((count) => Array.from({ length: count }, floats)),
  };
}

/** Every array of the columns in a fixed order: what is hashed, sent between threads and written to files. */
export function arraysOf(columns: Columns): { name: string; values: Float64Array | Uint8Array }[] {
  const list: { name: string; values: Float64Array | Uint8Array }[] = [];
  const add = (name: string, values: Float64Array | Uint8Array) => {
    list.push({ name, values });
  };
  for (const [preset, values] of Object.entries(columns.logWeight)) add(`logWeight/${preset}`, values);
  for (const [name, values] of columns.globals) add(`globals/${name}`, values);
  add('accelerators', columns.accelerators);
  add('lambda', columns.lambda);
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

/**
 * Joins the columns of consecutive ranges into one: bitwise what one run over the whole range gives.
 *
 * @param parts in order of `from`, without gaps
 */
export function joinColumns(parts: readonly Columns[]): Columns {
  const first = parts[0]!;
  const draws = parts.reduce((sum, part) => sum + part.draws, 0);
  const joined = emptyColumns(
    { from: first.from, draws },
    {
      globals: [...first.globals.keys()],
      sites: first.sites.length,
      items: first.logLikelihood.length,
      outcomes: first.looks.map((look) => look.length),
    },
  );
  const targets = arraysOf(joined);
  for (const part of parts) {
    const at = part.from - first.from;
    arraysOf(part).forEach(({ values }, i) => {
      targets[i]!.values.set(values, at);
    });
  }
  return joined;
}
