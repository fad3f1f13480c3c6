import { exp } from '../elementary/exponential.ts';

/** What stops a run now and then. */
export interface Interruptions {
  /** Nodes of the job. */
  nodes: number;
  /** Time between failures of one node [s]. */
  nodeLife: number;
  /** From a failure to training again [s]. */
  recovery: number;
  /** Time that training stands still for a checkpoint [s]. */
  stall: number;
  /** Share of the time lost to planned interruptions. */
  maintenance: number;
}

export interface Goodput {
  /** Share of the time in which steps are done that count. */
  share: number;
  /** Time between failures of the job [s]. */
  between: number;
  /** Time between checkpoints at the optimum [s]. */
  checkpoint: number;
  /** Shares lost to checkpoints, to work done again, to recovery, and to maintenance. */
  lost: { checkpoints: number; repeated: number; recovery: number; maintenance: number };
}

/** Chips of a node, which fail together. */
const chipsOfNode = 8;

/** Nodes that so many chips stand in. */
export function nodesOf(chips: number): number {
  return Math.ceil(chips / chipsOfNode);
}

/**
 * Share of the time that a job of many nodes trains.
 *
 * A failure every M = life / nodes; checkpoints every T = sqrt(2 D M) cost D / T, and half of T is done again after each
 * failure (Young 1974, doi:10.1145/361147.361115; Daly 2006): 1 - D/T - (T/2 + R)/M.
 */
export function goodput(job: Interruptions): Goodput {
  const { nodes, nodeLife, recovery, stall, maintenance } = job;
  const between = nodeLife / Math.max(1, nodes);
  const checkpoint = Math.sqrt(2 * stall * between);
  const lost = {
    checkpoints: stall / checkpoint,
    repeated: checkpoint / 2 / between,
    recovery: recovery / between,
  };
  return { share: goodputShare(job), between, checkpoint, lost: { ...lost, maintenance } };
}

/**
 * The share alone: (1 - a) exp(-(a + R/M)) (1 - maintenance), where a = D/T = T/(2 M) is lost to checkpoints, and again to work
 * done twice; beyond first order the losses of one failure cannot exceed the time between two of them.
 */
export function goodputShare({ nodes, nodeLife, recovery, stall, maintenance }: Interruptions): number {
  const rate = Math.max(1, nodes) / nodeLife;
  const a = Math.sqrt((stall * rate) / 2);
  return Math.max(0, exp(-(a + recovery * rate)) * (1 - a) * (1 - maintenance));
}

/**
 * Chance that more nodes fail within a repair time than there are spares: the tail of a Poisson distribution.
 *
 * @param repair time until a failed node is back [s]
 */
export function lackOfSpares(
  { nodes, nodeLife }: Pick<Interruptions, 'nodes' | 'nodeLife'>,
  { spares, repair }: { spares: number; repair: number },
): number {
  const mean = (nodes * repair) / nodeLife;
  let term = exp(-mean);
  let within = term;
  for (let k = 1; k <= spares; k++) {
    term *= mean / k;
    within += term;
  }
  return Math.min(1, Math.max(0, 1 - within));
}
