import { digestOfColumns } from '../../assessment/columns-digest.ts';
import type { World } from '../../assessment/knowledge.ts';
import { type LiveRun, openRun } from '../../assessment/live.ts';
import { type AssessOptions, planRun } from '../../assessment/plan.ts';
import type { Dossier } from '../../dossier/dossier.ts';
import { blocksFor, drawWorlds, posteriorOfWorlds, prepare } from '../../installed/infer.ts';

/** Blocks drawn before somebody else may have a turn. */
const SLICE = 8;

export interface Turn {
  /** Told the share of the work done, 0 to 1. */
  watch(share: number): void;
  /** Lets others have a turn; rejects where nobody waits for the answer any more. */
  rest(): Promise<void>;
}

export interface OpenRun {
  run: LiveRun;
  digest: string;
}

/** Draws a run in slices, to the same bits as in one go. */
export async function drawRun(
  dossier: Dossier,
  world: World,
  { turn, ...options }: AssessOptions & { turn: Turn },
): Promise<OpenRun> {
  const plan = planRun(dossier, world, options);
  turn.watch(0.05);
  await turn.rest();
  const preparation = prepare(plan.compiled.model, plan.seed);
  turn.watch(0.35);
  await turn.rest();
  const blocks = blocksFor(plan.draws);
  const parts = [];
  for (let from = 0; from < blocks; from += SLICE) {
    const to = Math.min(blocks, from + SLICE);
    parts.push(drawWorlds(preparation, { from, to }));
    turn.watch(0.35 + (0.45 * to) / blocks);
    await turn.rest();
  }
  const posterior = posteriorOfWorlds(preparation, parts);
  await turn.rest();
  const run = openRun(plan, posterior);
  turn.watch(1);
  return { run, digest: digestOfColumns(posterior.columns) };
}
