import { type Architecture, layerCount } from '../models/architecture.ts';
import { divisorsOf } from './check-plan.ts';
import type { Machine } from './machine.ts';
import { type Plan, type Recompute, recomputes, type Schedule } from './plan.ts';
import type { Hosted } from './software.ts';

/** What a search holds fixed. */
export interface Task {
  model: Architecture;
  machine: Machine;
  chips: number;
  /** Sequences of a step, and tokens of each. */
  batch: number;
  sequence: number;
  precision: Plan['precision'];
  /** When the software was made. */
  year: number;
}

/** What a search may vary; a field that is left out takes its full range. */
export interface Space {
  tensor?: readonly number[];
  pipeline?: readonly number[];
  context?: readonly number[];
  expert?: readonly number[];
  microBatch?: readonly number[];
  chunks?: readonly number[];
  schedule?: readonly Schedule[];
  recompute?: readonly Recompute[];
  shard?: readonly Plan['shard'][];
  offload?: readonly number[];
  /** What may wait in the memory of hosts; nothing where left out. */
  hosted?: readonly Hosted[];
}

/** Degrees and micro-batches of one family of plans; its variants differ in schedule, pieces, recomputation, sharing, offload. */
export type Outer = Pick<Plan, 'tensor' | 'pipeline' | 'context' | 'data' | 'expert' | 'microBatch'>;

/** Every family of plans of a space, the degrees that divide their chips, layers, heads, experts and batch. */
export function* outerPlans(task: Task, space: Space): Generator<Outer> {
  const { model, machine, chips, batch, sequence } = task;
  const layers = layerCount(model);
  const heads = headsOf(model);
  const experts = expertsOf(model);
  const tensors = divisorsOf(chips).filter(
    (t) => heads.every((h) => h % t === 0) && t <= 4 * Math.min(machine.domain, 64),
  );
  for (const tensor of allowed(tensors, space.tensor)) {
    for (const pipeline of allowed(
      divisorsOf(chips / tensor).filter((p) => p <= layers),
      space.pipeline,
    )) {
      const contexts = divisorsOf(chips / (tensor * pipeline)).filter((c) => contextFits(c, sequence));
      for (const context of allowed(contexts, space.context)) {
        const data = chips / (tensor * pipeline * context);
        if (batch % data !== 0) continue;
        const spread = data * context * tensor;
        const degrees = experts === 0 ? [1] : divisorsOf(experts).filter((e) => spread % e === 0);
        for (const expert of allowed(degrees, space.expert)) {
          for (const microBatch of allowed(
            divisorsOf(batch / data).filter((b) => b <= 64),
            space.microBatch,
          )) {
            yield { tensor, pipeline, context, data, expert, microBatch };
          }
        }
      }
    }
  }
}

/** Splitting sequences pays from 8,192 tokens on, and pieces below 2,048 tokens leave nothing to compute. */
function contextFits(context: number, sequence: number): boolean {
  return context === 1 || ((context & (context - 1)) === 0 && sequence / context >= 2048);
}

function allowed<T>(all: readonly T[], wanted: readonly T[] | undefined): readonly T[] {
  return wanted ? all.filter((one) => wanted.includes(one)) : all;
}

const headsOf = ({ layers }: Architecture) =>
  layers.flatMap(({ mixer }) => (mixer && 'heads' in mixer ? [mixer.heads] : []));

const expertsOf = ({ layers }: Architecture) =>
  Math.max(
    0,
    ...layers.map(({ feedForward }) => (feedForward?.kind === 'experts' ? feedForward.experts : 0)),
  );

/** Schedules and pieces that a family of plans can run with. */
export function schedulesOf(
  { pipeline, data, microBatch }: Outer,
  { model, batch }: Task,
  space: Space,
): { schedule: Schedule; chunks: number }[] {
  const wanted = space.schedule;
  const kept = (one: { schedule: Schedule; chunks: number }) =>
    (!wanted || wanted.includes(one.schedule)) && (!space.chunks || space.chunks.includes(one.chunks));
  if (pipeline === 1) return [{ schedule: '1f1b' as const, chunks: 1 }].filter(kept);
  const count = batch / (data * microBatch);
  const layers = layerCount(model);
  const plain: { schedule: Schedule; chunks: number }[] = [
    { schedule: '1f1b', chunks: 1 },
    { schedule: 'zero-bubble', chunks: 1 },
  ];
  if (wanted?.includes('gpipe')) plain.push({ schedule: 'gpipe', chunks: 1 });
  if (expertsOf(model) > 0 && pipeline % 2 === 0 && count >= 2 * pipeline) {
    plain.push({ schedule: 'dualpipe', chunks: 1 });
  }
  const most = Math.floor(layers / pipeline);
  const pieces = layers % pipeline === 0 ? divisorsOf(most) : divisorsOf(most + 1);
  const interleaved = pieces
    .filter((chunks) => chunks > 1 && chunks <= most + 1 && count % pipeline === 0)
    .map((chunks) => ({ schedule: 'interleaved' as const, chunks }));
  return [...plain, ...interleaved].filter(kept);
}

/** The rest of what variants vary. */
export function restOf(
  space: Space,
): { recompute: Recompute; shard: Plan['shard']; offload: number; hosted: Hosted }[] {
  const all = {
    recompute: space.recompute ?? recomputes,
    shard: space.shard ?? [0, 1, 2, 3],
    offload: space.offload ?? [0, 0.5, 1],
    hosted: space.hosted ?? ['none' as const],
  };
  return all.recompute.flatMap((recompute) =>
    all.shard.flatMap((shard) =>
      // What is done again need not be kept anywhere.
      (recompute === 'full' ? [0] : all.offload).flatMap((offload) =>
        all.hosted.map((hosted) => ({ recompute, shard: shard as Plan['shard'], offload, hosted })),
      ),
    ),
  );
}
