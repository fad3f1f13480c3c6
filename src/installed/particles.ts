import type { Distribution } from '../stats/distribution.ts';
import { stream } from '../stats/random.ts';
import { sobolColumn } from '../stats/sobol.ts';
import { compileTable, sampleColumn, type Table } from '../stats/table.ts';
import type { CellMemory } from './cell-memory.ts';
import type { SiteModel, SizeClaim, WorldModel } from './model.ts';

/**
 * Prior draws of everything continuous about one site, shared by all its discrete states: one column a quantity, spread
 * evenly by a scrambled Sobol sequence, every run of which is spread evenly, too.
 * Lags are at pace 1, days; fills per fill class; `reliability` one column per origin with several items here.
 */
export interface Particles {
  size: number;
  construction: Float64Array;
  shell: Float64Array;
  lit: Float64Array;
  ramp: Float64Array;
  partialFill: Float64Array;
  fullFill: Float64Array;
  /** Claimed compute of one site [P]. */
  claimed: Float64Array;
  /** Named accelerators that the claim amounts to. */
  accelerators: Float64Array;
  /** Dense FP16 FLOP/s per P. */
  perP: Float64Array;
  /** Most named accelerators permitted; Infinity where no limit is known. */
  permitted: Float64Array;
  reliability: readonly Float64Array[];
}

/** Quantile tables by distribution, each compiled when it is first drawn from. */
export type Tables = Map<Distribution, Table>;

interface Drawing {
  seed: number;
  size: number;
  tables: Tables;
  /** Where the columns go. */
  memory: CellMemory;
}

/** Turns uniforms into draws, in place. */
function sample(distribution: Distribution, uniforms: Float64Array, tables: Tables): Float64Array {
  let table = tables.get(distribution);
  if (!table) {
    table = compileTable(distribution);
    tables.set(distribution, table);
  }
  sampleColumn(table, uniforms, uniforms);
  return uniforms;
}

/** Draws a site's particles; the same seed and site give the same particles. */
export function drawParticles(site: SiteModel, world: WorldModel, options: Drawing): Particles {
  const { size } = options;
  const spread = uniformColumns(site.id, options);
  const column = (name: Quantity, distribution: Distribution): Float64Array =>
    sample(distribution, spread(QUANTITIES.indexOf(name)), options.tables);
  const uniforms = {
    which: spread(QUANTITIES.indexOf('claim')),
    amount: spread(QUANTITIES.indexOf('amount')),
    perP: column('perP', site.perP),
  };
  const claim = drawClaims(site, uniforms, options.memory);
  return {
    size,
    construction: column('construction', world.lags.construction),
    shell: column('shell', world.lags.shell),
    lit: column('lit', world.lags.lit),
    ramp: column('ramp', world.ramp),
    partialFill: column('partialFill', world.partialFill),
    fullFill: column('fullFill', world.fullFill),
    ...claim,
    permitted: site.permitted
      ? column('permitted', site.permitted)
      : options.memory.floats(size).fill(Infinity),
    reliability: sharedOrigins(site).map((local, i) => {
      const item = site.items.find((entry) => entry.local === local)!;
      return sample(item.reliability, spread(QUANTITIES.length + i), options.tables);
    }),
  };
}

/** Own origins of a site that have several items there; single items integrate their reliability exactly instead. */
export function sharedOrigins(site: SiteModel): number[] {
  const counts = new Map<number, number>();
  for (const item of site.items) {
    if (item.origin < 0) counts.set(item.local, (counts.get(item.local) ?? 0) + 1);
  }
  return [...counts].filter(([, count]) => count > 1).map(([local]) => local);
}

/** What is drawn for a particle, by its coordinate of the Sobol sequence; reliabilities follow. */
export const QUANTITIES = [
  'amount',
  'fullFill',
  'partialFill',
  'lit',
  'ramp',
  'construction',
  'shell',
  'claim',
  'perP',
  'permitted',
] as const;
type Quantity = (typeof QUANTITIES)[number];

/** Coordinates of a scrambled Sobol sequence of the site's own. */
function uniformColumns(site: string, { seed, size, memory }: Drawing): (dimension: number) => Float64Array {
  const scramble = stream(seed, `particles/${site}`);
  return (dimension) => {
    const column = memory.floats(size);
    sobolColumn(dimension, 0, column, scramble);
    return column;
  };
}

/** A claim in accelerators fixes the compute, one in P the accelerators, through peak and the meaning of a P. */
function drawClaims(
  site: SiteModel,
  { which, amount, perP }: Record<'which' | 'amount' | 'perP', Float64Array>,
  memory: CellMemory,
): Pick<Particles, 'claimed' | 'accelerators' | 'perP'> {
  const claimed = memory.floats(perP.length);
  const accelerators = memory.floats(perP.length);
  for (let k = 0; k < perP.length; k++) {
    const claim = claimAt(site.claims, which[k]!);
    if ('accelerators' in claim) {
      accelerators[k] = claim.accelerators.quantile(amount[k]!);
      claimed[k] = (accelerators[k]! * site.namedPeak) / perP[k]!;
    } else {
      claimed[k] = claim.compute.quantile(amount[k]!);
      accelerators[k] = (claimed[k]! * perP[k]!) / site.namedPeak;
    }
  }
  return { claimed, accelerators, perP };
}

/** The competing claim that a uniform falls on. */
function claimAt(claims: readonly SizeClaim[], u: number): SizeClaim {
  let rest = u;
  for (const claim of claims) {
    rest -= claim.weight;
    if (rest <= 0) return claim;
  }
  return claims.at(-1)!;
}
