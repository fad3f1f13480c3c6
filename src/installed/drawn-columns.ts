import { once } from '../stats/once.ts';
import { arraysOfTotals, type Columns, emptyTotals, floatsAt, type Totals, wordsAt } from './columns.ts';
import type { PreparedHub } from './hub-state.ts';
import { columnsShape, DrawnDetails, type HubRun, type Member, membersOf } from './write-worlds.ts';

/** Drawn worlds of a hub as they come from a thread: its totals, and the entry of each site's table in every draw. */
export interface DrawnWorlds extends Totals {
  readonly members: readonly Member[];
}

/** Room for `draws` worlds from `from`. */
export function emptyWorlds(hub: PreparedHub, range: { from: number; draws: number }): DrawnWorlds {
  return { ...emptyTotals(range, columnsShape(hub)), members: membersOf(hub, range.draws) };
}

/** Every array of drawn worlds in a fixed order. */
export function arraysOfWorlds(worlds: DrawnWorlds): (Float64Array | Uint8Array | Uint16Array)[] {
  return [
    ...arraysOfTotals(worlds).map(({ values }) => values),
    ...worlds.members.map(({ entries }) => entries),
  ];
}

/**
 * Joins worlds of consecutive ranges into one: bitwise what one run over the whole range gives.
 *
 * @param parts in order of `from`, without gaps
 */
export function joinWorlds(hub: PreparedHub, parts: readonly DrawnWorlds[]): DrawnWorlds {
  if (parts.length === 1) return parts[0]!;
  const draws = parts.reduce((sum, part) => sum + part.draws, 0);
  const joined = emptyWorlds(hub, { from: parts[0]!.from, draws });
  const targets = arraysOfWorlds(joined);
  for (const part of parts) {
    arraysOfWorlds(part).forEach((values, i) => {
      targets[i]!.set(values, part.from - joined.from);
    });
  }
  return joined;
}

/**
 * Columns of drawn worlds. The totals and the entries are all that is kept; every other column is read off the sites'
 * tables when it is asked for.
 */
export function drawnColumns(hub: PreparedHub, worlds: DrawnWorlds): Columns {
  const { members, ...totals } = worlds;
  const globals = [...totals.globals.values()];
  // Several readers ask for the same draws.
  const known = new WeakMap<Uint32Array, DrawnDetails>();
  const whole = new DrawnDetails(hub, { members, globals, accelerators: totals.accelerators });
  return {
    ...totals,
    get sites() {
      return whole.sites;
    },
    get logLikelihood() {
      return whole.logLikelihood;
    },
    get looks() {
      return whole.looks;
    },
    eachLogLikelihood(show) {
      whole.eachLogLikelihood(show);
    },
    logLikelihoodOf: (item) => whole.logLikelihoodOf(item),
    at(draws) {
      const made =
        known.get(draws) ??
        new DrawnDetails(hub, runAt({ members, globals, accelerators: totals.accelerators }, draws));
      known.set(draws, made);
      return made;
    },
  };
}

/** Some draws of worlds. */
function runAt({ members, globals, accelerators }: HubRun, draws: Uint32Array): HubRun {
  const atDraws = once(() => globals.map((column) => floatsAt(column, draws)));
  return {
    members: members.map(({ site, entries }) => ({
      site,
      entries: wordsAt(entries, draws),
    })),
    get globals() {
      return atDraws();
    },
    accelerators: floatsAt(accelerators, draws),
  };
}
