import { log, log1p } from '../elementary/logarithm.ts';
import { SandtableError } from '../errors/fault.ts';
import { blockLength, type Stream, stream, uniforms } from '../stats/random.ts';
import { temperedSmc } from '../stats/tempered-smc.ts';
import { logSumExp } from '../stats/weights.ts';
import { type Columns, joinColumns } from './columns.ts';
import { drawnColumns, emptyWorlds } from './drawn-columns.ts';
import { emptyPoint, PACE, unbound } from './globals.ts';
import type { HubState } from './hub-state.ts';
import type { Posterior, Preparation, Quality } from './infer.ts';
import { JointDensity, type JointWorld } from './joint-density.ts';
import { JointMoves } from './joint-moves.ts';
import { byPreset, type Preset, presets } from './presets.ts';
import { type Proposal, propose, uniformsPerPoint } from './proposal.ts';
import { components } from './turns.ts';
import { LIT } from './world.ts';
import { addTotals } from './write-worlds.ts';

/** Weighted draws below which a run is short of draws, and more of them are the remedy. */
const LEAST_DRAWS = 20_000;
/** Independent populations, whose differences tell how far the answer can be trusted. */
const POPULATIONS = 4;
const SIZE = 512;
/** Effective draws, all populations together, below which they count as disagreeing. */
const LEAST_EFFECTIVE = 100;
/** Share of accepted moves at the last temperature below which a population counts as stuck. */
const LEAST_ACCEPTED = 0.002;
/** By how much the weighted draws' log evidence may exceed that of the populations before these have missed a mode. */
const MOST_MISSED = 1.5;

/** How tempering went where weighted draws did not carry the answer. */
export interface Rescue {
  /** Temperatures that the slowest population took from the sites' own posteriors to the whole. */
  temperatures: number;
  /** Lowest share of accepted moves at the last temperature. */
  accepted: { sites: number; globals: number };
  /** Draws that independent ones with the differences between the populations would number. */
  effective: number;
  /** Log evidence by the weighted draws less that by the populations; the former tends to be too low. */
  evidenceGap: number;
  /**
   * Why it is not trusted; null where it is. `excluded`: no drawn world is possible under all the evidence;
   * `too-cold`: temperature 1 was not reached; `stuck`: hardly a move was accepted; `disagreeing`: the populations ended
   * in different places; `missed`: the weighted draws, few as they are, found more probability elsewhere.
   */
  failed: 'excluded' | 'too-cold' | 'stuck' | 'disagreeing' | 'missed' | null;
}

/**
 * Replaces weighted draws that do not carry the answer by equally weighted ones from tempered sequential Monte Carlo,
 * preset by preset, and leaves the presets whose draws are good as they are.
 *
 * The draws of a rescued preset follow the others in the columns, with weight under that preset only; the first draws
 * are left out where no preset needs them. A rescue that fails leaves its preset `poor`, with the reason. Runs of few draws
 * are left as they are.
 */
export function rescued(posterior: Posterior, prepared: () => Preparation): Posterior {
  const failed = presets.filter((preset) => posterior.quality[preset].state !== 'good');
  if (failed.length === 0 || posterior.columns.draws < LEAST_DRAWS) return posterior;
  const preparation = prepared();
  const attempts = failed.map((preset) => ({
    preset,
    ...attempt(preparation, preset, posterior.columns.logWeight[preset]),
  }));
  const quality = { ...posterior.quality };
  for (const { preset, rescue } of attempts) quality[preset] = qualityOf(quality[preset], rescue);
  const saved = attempts.filter(({ rescue }) => rescue.failed === null);
  if (saved.length === 0) return { ...posterior, quality };
  return { ...posterior, ...joined(posterior, preparation, saved), quality };
}

function qualityOf(before: Quality, rescue: Rescue): Quality {
  if (rescue.failed !== null) return { ...before, state: 'poor', rescue };
  return { ...before, ess: rescue.effective, state: 'rescued', rescue };
}

interface Attempt {
  populations: readonly (readonly JointWorld[])[];
  rescue: Rescue;
}

/** Runs the populations of one preset. */
function attempt({ state, proposals }: Preparation, preset: Preset, logWeights: Float64Array): Attempt {
  const proposal = proposals[presets.indexOf(preset)]!;
  const { hub } = state;
  const density = new JointDensity(hub, proposal, centralTilt(state, proposal));
  const runs: Population[] = [];
  for (let p = 0; p < POPULATIONS; p++) {
    const run = population(density, stream(hub.seed, `rescue/${preset}/${p}`));
    if (typeof run === 'string') return { populations: [], rescue: { ...nothing, failed: run } };
    runs.push(run);
  }
  const populations = runs.map(({ worlds }) => worlds);
  return { populations, rescue: judged(density, runs, logWeights) };
}

const nothing = { temperatures: 0, accepted: { sites: 0, globals: 0 }, effective: 0, evidenceGap: 0 };

function judged(density: JointDensity, runs: readonly Population[], logWeights: Float64Array): Rescue {
  const effective = agreement(runs.map(({ worlds }) => worlds.map((world) => summaryOf(density, world))));
  const accepted = {
    sites: Math.min(...runs.map(({ moves }) => moves.sites.accepted / moves.sites.proposed)),
    globals: Math.min(...runs.map(({ moves }) => moves.globals.accepted / moves.globals.proposed)),
  };
  const evidence = logMeanExp(Float64Array.from(runs, ({ logEvidence }) => logEvidence));
  const evidenceGap = logMeanExp(logWeights) - evidence;
  const failed =
    Math.min(accepted.sites, accepted.globals) < LEAST_ACCEPTED
      ? 'stuck'
      : effective < LEAST_EFFECTIVE
        ? 'disagreeing'
        : evidenceGap > MOST_MISSED
          ? 'missed'
          : null;
  return {
    temperatures: Math.max(...runs.map(({ temperatures }) => temperatures)),
    accepted,
    effective,
    evidenceGap,
    failed,
  };
}

function logMeanExp(logs: Float64Array): number {
  return logSumExp(logs) - log(logs.length);
}

/** Tilt of the pool's press at the middle of the proposal: brings the base near what the pool allows. */
function centralTilt(state: HubState, proposal: Proposal): number {
  const { hub } = state;
  const point = emptyPoint(hub.globals);
  const middle = new Float64Array(uniformsPerPoint(hub.globals)).fill(0.5);
  propose(hub.globals, proposal, { u: middle, out: point });
  const component = components.indexOf(proposal.preset);
  state.set(point, component);
  return hub.lambdas[state.tilts[component]!]!;
}

interface Population {
  worlds: readonly JointWorld[];
  moves: JointMoves;
  temperatures: number;
  logEvidence: number;
}

/** One population from the base to the posterior, or why it did not get there. */
function population(density: JointDensity, from: Stream): Population | 'too-cold' | 'excluded' {
  const uniform = inTurn(from);
  const moves = new JointMoves(density, uniform);
  const start = Array.from({ length: SIZE }, () => density.draw(uniform));
  try {
    const { particles, temperatures, logEvidence } = temperedSmc(start, moves, {
      uniforms: (count) => Float64Array.from({ length: count }, uniform),
    });
    return { worlds: particles, moves, temperatures: temperatures.length, logEvidence };
  } catch (reason) {
    if (!(reason instanceof SandtableError)) throw reason;
    return reason.faults[0]!.code === 'ST-N059' ? 'too-cold' : 'excluded';
  }
}

/** The numbers of a stream one after the other. */
function inTurn(from: Stream): () => number {
  const buffer = new Float64Array(blockLength);
  let next = 0;
  return () => {
    if (next % buffer.length === 0) uniforms(from, next, buffer);
    return buffer[next++ % buffer.length]!;
  };
}

/** What populations are compared by: globals, chips, lit sites, hub-wide sums, evidence of shared origins. */
function summaryOf(density: JointDensity, { point, entries, chips, sums }: JointWorld): number[] {
  const { globals, tables } = density.hub;
  let lit = 0;
  let shared = 0;
  entries.forEach((entry, m) => {
    if (tables[density.members[m]!]!.stage[entry] === LIT) lit++;
    shared += density.logShared(m, entry, point);
  });
  return [
    ...[...point.x].map((x, i) => unbound(globals.continuous[i]!.scale, x)),
    globals.levels[PACE]!.values[point.level[PACE]!]!,
    log1p(Math.max(0, chips)),
    lit,
    shared,
    ...sums,
  ];
}

/**
 * Effective draws by the least agreeing summary: populations x variance within / variance of their means, as in the
 * split-free R-hat (Gelman and Rubin 1992, Statistical Science 7, 457).
 *
 * @param populations by population, draw and summary
 */
export function agreement(populations: readonly (readonly (readonly number[])[])[]): number {
  const total = populations.reduce((sum, { length }) => sum + length, 0);
  return populations[0]![0]!.reduce((least, _, i) => {
    const moments = populations.map((draws) => momentsOf(draws.map((row) => row[i]!)));
    const within = moments.reduce((sum, { variance }) => sum + variance, 0) / populations.length;
    const between = momentsOf(moments.map(({ mean }) => mean)).variance;
    if (!(between > 0)) return least;
    return Math.min(least, (populations.length * within) / between);
  }, total);
}

function momentsOf(values: readonly number[]): { mean: number; variance: number } {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  return { mean, variance: values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (values.length - 1) };
}

/** Columns of the draws that some preset needs, one part after the other, with each preset's weights. */
function joined(
  posterior: Posterior,
  { state }: Preparation,
  saved: readonly (Attempt & { preset: Preset })[],
): Pick<Posterior, 'columns' | 'weights'> {
  const first = saved.length < presets.length ? [posterior.columns] : [];
  let from = first.reduce((sum, part) => sum + part.draws, posterior.columns.from);
  const parts: Columns[] = [...first];
  for (const { preset, populations } of saved) {
    const part = columnsOf(state, { preset, worlds: populations.flat(), from });
    from += part.draws;
    parts.push(part);
  }
  const columns = joinColumns(parts);
  for (const { preset } of saved) {
    for (const part of first) columns.logWeight[preset].fill(-Infinity, 0, part.draws);
  }
  const rescuedPresets = saved.map(({ preset }) => preset);
  const weights = byPreset((preset) => {
    const own = new Float64Array(columns.draws);
    if (!rescuedPresets.includes(preset)) own.set(posterior.weights[preset]);
    else {
      const count = POPULATIONS * SIZE;
      columns.logWeight[preset].forEach((weight, d) => {
        if (weight === 0) own[d] = 1 / count;
      });
    }
    return own;
  });
  return { columns, weights };
}

/** Columns of equally weighted worlds, which count under their own preset only. */
function columnsOf(
  state: HubState,
  { preset, worlds, from }: { preset: Preset; worlds: readonly JointWorld[]; from: number },
): Columns {
  const { hub } = state;
  const columns = emptyWorlds(hub, { from, draws: worlds.length });
  columns.members.forEach(({ entries }, m) => {
    worlds.forEach((world, d) => {
      entries[d] = world.entries[m]!;
    });
  });
  addTotals(hub, columns.members, columns);
  const component = components.indexOf(preset);
  const values = [...columns.globals.values()];
  worlds.forEach(({ point }, d) => {
    const levels = hub.globals.levels.map((variable, l) => variable.values[point.level[l]!]!);
    [...point.x, ...levels].forEach((value, g) => {
      values[g]![d] = value;
    });
    state.set(point, component);
    columns.lambda[d] = hub.lambdas[state.tilts[component]!]!;
    for (const other of presets) columns.logWeight[other][d] = other === preset ? 0 : -Infinity;
  });
  return drawnColumns(hub, columns);
}
