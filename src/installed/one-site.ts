import { CELL_SIZES, CELL_STARTS, ENTRIES } from './cell-layout.ts';
import type { HubModel } from './model.ts';
import { prepareHub } from './prepare.ts';
import type { Preset } from './presets.ts';
import type { SiteTable } from './site-table.ts';
import { LIT, NAMED, states } from './world.ts';

/** Accelerators of a pool from which no single site runs short of it. */
const ENDLESS = 1e11;

/** Whether a hub is one site on its own: no pool presses on it, and nothing speaks of more than the site. */
export function isOneSite(model: HubModel): boolean {
  const { sites, hubItems, origins, pool } = model;
  return (
    sites.length === 1 &&
    sites[0]!.count === 1 &&
    hubItems.length === 0 &&
    origins.length === 0 &&
    pool.quantile(0.01) > ENDLESS
  );
}

/** The worlds of a hub that is one site, and how probable each is: what draws of it would tend to. */
export interface OneSite {
  table: SiteTable;
  /** Probability of each entry of the table under a preset; sums to 1. */
  weights(preset: Preset): Float64Array;
}

/**
 * The posterior of a hub that is one site, summed instead of drawn.
 *
 * The shares of the hub enter each state as a product, and are independent before the evidence; with one site only
 * their means matter: P(entry) ~ P(pace) E[share of the state] x mass of its cell x weight within it.
 */
export function oneSite(model: HubModel, seed: number): OneSite {
  const table = prepareHub(model, seed).tables[0]!;
  return { table, weights: (preset) => weightsOf(model, table, preset) };
}

function weightsOf({ world }: HubModel, table: SiteTable, preset: Preset): Float64Array {
  const lit = world.realisation[preset].mean;
  const named = world.namedShare[preset].mean;
  const full = world.fullShare.mean;
  const out = new Float64Array(table.weight.length);
  let total = 0;
  world.pace.weights.forEach((probability, pace) => {
    states.forEach((state, s) => {
      const bound =
        state.destiny === LIT
          ? lit * (state.full ? full : 1 - full)
          : (1 - lit) * world.unlit[state.destiny]!;
      const prior = probability * bound * (state.route === NAMED ? named : 1 - named);
      const cell = prior * table.mass[pace * states.length + s]!;
      const first = pace * ENTRIES + CELL_STARTS[s]!;
      for (let e = first; e < first + CELL_SIZES[s]!; e++) {
        out[e] = cell * table.weight[e]!;
        total += out[e]!;
      }
    });
  });
  return out.map((weight) => weight / total);
}
