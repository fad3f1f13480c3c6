import { resolve } from 'node:path';
import { assessmentOf, posteriorOfParts } from '../assessment/assess.ts';
import type { Assessment } from '../assessment/assessment.ts';
import { type Plan, planRun } from '../assessment/plan.ts';
import { quantityIds } from '../assessment/quantities.ts';
import { questionIds } from '../assessment/questions.ts';
import type { Dossier } from '../dossier/dossier.ts';
import { say } from '../errors/message.ts';
import type { DrawnWorlds } from '../installed/drawn-columns.ts';
import {
  blocksFor,
  blocksOfPart,
  drawPart,
  drawWorlds,
  type Posterior,
  type Preparation,
  posteriorOfWorlds,
  prepare,
} from '../installed/infer.ts';
import type { PartLabel } from '../report/parquet/columns.ts';
import { opened, refuse } from './context.ts';
import type { Engine, RunOptions, Watch } from './engine.ts';
import { shelf, shippedRoot, shippedWorld } from './shelf.ts';
import { drawInThreads, threadsCanRun } from './threads.ts';

/** Checks and compiles a run; where it is drawn does not matter to it. */
export async function planned(dossier: Dossier, { workers: _, ...options }: RunOptions): Promise<Plan> {
  return planRun(dossier, await shippedWorld(), options);
}

/** Draws one part of a plan in this thread. */
export function drawn(
  plan: Plan,
  preparation: Preparation,
  { part, count, watch }: { part: number; count: number; watch?: Watch },
): DrawnWorlds {
  const blocks = blocksOfPart(blocksFor(plan.draws), part, count);
  return drawWorlds(preparation, watch ? { ...blocks, watch } : blocks);
}

/** Draws a plan: the first part here, the others in threads of their own. */
async function posterior(plan: Plan, options: RunOptions, watch: Watch): Promise<Posterior> {
  const count = threadsCanRun ? Math.max(1, options.workers ?? 1) : 1;
  const others = drawInThreads({ dossier: plan.dossier, options, count });
  const preparation = prepare(plan.compiled.model, plan.seed);
  const first = drawn(plan, preparation, { part: 0, count, watch });
  return posteriorOfWorlds(preparation, [first, ...(await others)]);
}

const unwatched: Watch = () => {};

/** The real engine: the library behind the command line. */
export const library: Engine = {
  ...shelf,
  quantities: () => [...quantityIds, ...questionIds],
  assess: async (dossier, options, watch) => {
    const plan = await planned(dossier, options);
    return assessmentOf(plan, await posterior(plan, options, watch), (questions) => watch(1, questions));
  },
  why: async (dossier, options, id, watch = unwatched) => {
    const plan = await planned(dossier, options);
    const from = await posterior(plan, options, watch);
    const { explain } = await import('../assessment/why.ts');
    return explain(plan, from, { assessment: assessmentOf(plan, from), id });
  },
  reach: async (dossier, options, watch = unwatched) => {
    const plan = await planned(dossier, options);
    const [from, grounds, { hubReach }] = await Promise.all([
      posterior(plan, options, watch),
      shelf.grounds(),
      import('../assessment/hub-reach.ts'),
    ]);
    return hubReach(plan, from, grounds);
  },
  shard: async (dossier, options, { part, count }, reference) => {
    const plan = await planned(dossier, options);
    const preparation = prepare(plan.compiled.model, plan.seed);
    const columns = drawPart(preparation, blocksOfPart(blocksFor(plan.draws), part - 1, count));
    const label = {
      run: plan.id,
      part: String(part),
      count: String(count),
      reference,
      options: JSON.stringify(options),
    };
    const { columnsToParquet } = await parquet();
    return columnsToParquet(columns, label);
  },
  merge: (files, context) => merged(files, context),
  backtest: async (folder, cwd, watch) => {
    const [{ replayHubs }, { summarise }, { knownHubs }] = await Promise.all([
      import('../backtest/replay.ts'),
      import('../backtest/summarise.ts'),
      import('./known-hubs.ts'),
    ]);
    const fitted = knownHubs(shippedRoot);
    const hubs = folder === undefined ? fitted : knownHubs(shippedRoot, resolve(cwd, folder));
    return summarise(replayHubs({ hubs, fitted, world: await shippedWorld(), watch }), fitted);
  },
};

/** Loaded only by those who write or read files of columns. */
const parquet = () => import('../report/parquet/columns.ts');

async function merged(
  files: readonly Uint8Array[],
  context: Parameters<Engine['merge']>[1],
): Promise<Assessment> {
  const { columnsFromParquet } = await parquet();
  const read = await Promise.all(files.map(columnsFromParquet));
  const parts = read.map(
    (one, i) =>
      one ??
      refuse(
        'ST-X017',
        say('File {number} is no shard.', { number: i + 1 }),
        say('Give what assess --shard wrote.'),
      ),
  );
  const [first] = parts;
  checkLabels(parts.map(({ label }) => label));
  const { reference, options, run } = first!.label;
  const plan = await planned(await opened(reference!, context), JSON.parse(options!) as RunOptions);
  if (plan.id !== run) {
    const what = say('The shards belong to the run {run}; dossier, data and engine here make {other}.', {
      run: run!,
      other: plan.id,
    });
    refuse('ST-X017', what, say('Merge them with the files they were drawn from.'));
  }
  const columns = parts.map((one) => one.columns).sort((p, q) => p.from - q.from);
  return assessmentOf(plan, posteriorOfParts(plan, columns));
}

/** Refuses shards that are missing, twice there, or of different runs. */
function checkLabels(labels: readonly PartLabel[]): void {
  const runs = new Set(labels.map(({ run }) => run));
  if (runs.size > 1) {
    refuse(
      'ST-X017',
      say('The shards belong to {count} runs: {runs}.', { count: runs.size, runs: [...runs].join(', ') }),
      say('Merge the shards of one run.'),
    );
  }
  const count = Number(labels[0]!.count);
  const there = labels.map(({ part }) => Number(part)).sort((p, q) => p - q);
  const missing = Array.from({ length: count }, (_, i) => i + 1).filter((part) => !there.includes(part));
  if (missing.length > 0) {
    const what = say('{missing} of {count} shards are missing: {parts}.', {
      ...{ missing: missing.length, count, parts: missing.slice(0, 10).join(', ') },
    });
    refuse('ST-X017', what, say('Make each with --shard k/{count}, then merge all of them.', { count }));
  }
  if (there.length > count) refuse('ST-X017', say('A shard is there twice.'), say('Give each once.'));
}
