import { log2 } from '../elementary/logarithm.ts';
import type { Architecture } from '../models/architecture.ts';
import { usualGraphs } from './graphs.ts';
import { habitsOf } from './habits.ts';
import { type Kept, keptBytes, keptParts } from './kept.ts';
import type { Precision } from './machine.ts';
import type { Plan, Recompute, Schedule } from './plan.ts';
import type { PublishedRun } from './published.ts';
import { number, type Row, yearOf } from './published-row.ts';
import { frameworkOf, softwareOf } from './published-software.ts';

/** What the shapes and sizes of a row say beside its plan. */
interface Beside {
  model: Architecture;
  sequence: number;
  chips: number;
}

/** The plan of a row, and which of its fields nobody published. */
export function planOf(row: Row, beside: Beside): { plan: Plan; open: PublishedRun['open'] } {
  const year = yearOf(row);
  const degrees = degreesOf(row, beside.chips);
  const { tensor, pipeline, split } = degrees;
  const chunks = number(row.vp) ?? defaultChunks(row, { pipeline, layers: layersOf(beside.model) });
  const schedule: Schedule = /DualPipe/.test(row.vp ?? '') ? 'dualpipe' : chunks > 1 ? 'interleaved' : '1f1b';
  const { shard, shardGroup } = shardOf(row.zero ?? '', { split, pipeline });
  // Megatron splits experts like everything else unless told otherwise, as it is where experts are many and narrow.
  const experts = number(row.moe_experts);
  const few = experts !== undefined && experts < 32;
  const plan: Plan = {
    tensor,
    pipeline,
    chunks: schedule === 'dualpipe' ? 1 : chunks,
    data: degrees.data,
    context: degrees.context,
    expert: number(row.ep) ?? 1,
    expertTensor: number(row.etp) ?? (few ? tensor : 1),
    ...batchesOf(row, { ...degrees, year }),
    sequence: beside.sequence,
    precision: precisionOf(row.precision ?? ''),
    schedule,
    shard,
    shardGroup,
    recompute: recomputeOf(row).recompute,
    ...keptOf(row, beside.model),
    ...softwareHabits(row, { year, shard, schedule, model: beside.model }),
  };
  return { plan, open: openOf(row, { split, pipeline, year }) };
}

interface Degrees {
  tensor: number;
  pipeline: number;
  data: number;
  context: number;
  /** Whether the row does not say how the chips are split. */
  split: boolean;
}

function degreesOf(row: Row, chips: number): Degrees {
  const given = number(row.gbs_seq);
  const split = number(row.tp) === undefined && number(row.dp) === undefined;
  const context = number(row.cp) ?? 1;
  const pipeline = number(row.pp) ?? 1;
  if (split && given) {
    const tensor = 2 ** Math.round(log2(Math.max(1, Math.ceil(chips / given))));
    return { tensor, pipeline, data: chips / tensor, context, split };
  }
  const tensor = number(row.tp) ?? 1;
  return { tensor, pipeline, data: number(row.dp) ?? chips / (tensor * pipeline * context), context, split };
}

function batchesOf(
  row: Row,
  { data, pipeline, split, year }: Degrees & { year: number },
): Pick<Plan, 'microBatch' | 'batch'> {
  const given = number(row.gbs_seq);
  const each = given === undefined ? undefined : given / data;
  const microBatch =
    wholeBatch(row, { year, pipeline, each }) ??
    number(row.mbs) ??
    (split && each !== undefined ? largestUpTo(8, each) : 1);
  return { microBatch, batch: given ?? data * microBatch * Math.max(8, 8 * pipeline) };
}

function openOf(
  row: Row,
  { split, pipeline, year }: { split: boolean; pipeline: number; year: number },
): PublishedRun['open'] {
  const left: Partial<Record<PublishedRun['open'][number], boolean>> = {
    split,
    microBatch: row.mbs === '',
    batch: !number(row.gbs_seq),
    chunks: !row.vp && pipeline > 1,
    recompute: !recomputeOf(row).known,
    expertTensor: !!number(row.moe_experts) && !row.etp,
    shard: !row.zero,
    states: softwareOf(row, year).states === 'mixed',
  };
  return (Object.keys(left) as PublishedRun['open'][number][]).filter((name) => left[name]);
}

type Habit =
  | 'piecewise'
  | 'sequenceParallel'
  | 'attention'
  | 'fused'
  | 'dropsTokens'
  | 'capacity'
  | 'expertOverlap'
  | 'graphs'
  | 'dispatch'
  | 'tensorExposed'
  | 'year'
  | 'software';

/** What the software of a row does, as its notes, its recipe and its time tell. */
function softwareHabits(
  row: Row,
  {
    year,
    shard,
    schedule,
    model,
  }: { year: number; shard: Plan['shard']; schedule: Schedule; model: Architecture },
): Pick<Plan, Habit> {
  const { recipe = '', notes = '' } = row;
  return {
    ...(shard === 3 && year < 2023 && frameworkOf(row, year) === 'deepspeed' && { piecewise: true }),
    sequenceParallel: row.seq_par === '1' || /TPU/.test(row.chip ?? ''),
    ...frameworkHabits(row, { year, shard, model }),
    dropsTokens: dropsOf(row, year),
    ...capacityOf(row),
    expertOverlap: schedule === 'dualpipe' || /EP overlap/.test(notes) || /overlap=1/.test(recipe),
    ...graphsOf(row, year),
    ...dispatchOf(row),
    year,
    software: softwareOf(row, year),
  };
}

/** Performance recipes of NeMo dropped tokens to a capacity of 1.0 from its second version on until Megatron-Bridge followed it. */
const usuallyDropped = { from: 2024.9, to: 2025.8 };

/** Whether tokens beyond the capacity of an expert are dropped, as the notes of a row say or as recipes of the time did. */
function dropsOf(row: Row, year: number): boolean {
  const { notes = '', recipe = '' } = row;
  if (/tokendrop|capacity/.test(notes)) return true;
  if (/dropless|DeepEP/.test(notes) || /deepep|hybridep/.test(recipe) || !number(row.moe_experts))
    return false;
  const usual = year > usuallyDropped.from && year < usuallyDropped.to;
  return usual && frameworkOf(row, year) === 'megatron' && /^(G?[ABH][1-3]00)\b/.test(row.chip ?? '');
}

/** JAX without a pipeline runs all sequences of a copy at once; its tables print how many fall to a chip. */
function wholeBatch(
  row: Row,
  { year, pipeline, each }: { year: number; pipeline: number; each: number | undefined },
): number | undefined {
  const whole = softwareOf(row, year).framework === 'jax' && pipeline === 1 && row.mbs !== '';
  return whole ? each : undefined;
}

/** The largest number up to a limit that divides a whole. */
function largestUpTo(most: number, whole: number): number {
  for (let one = most; one > 1; one--) if (whole % one === 0) return one;
  return 1;
}

/** Recorded graphs, as the maker's recipe of the release says; where the row does not hold it, as most recipes of the time. */
function graphsOf(row: Row, year: number): Pick<Plan, 'graphs'> {
  const [, written] = /graphs=(\w+)/.exec(row.recipe ?? '') ?? [];
  if (written === 'part' || written === 'full') return { graphs: written };
  if (written !== undefined || row.recompute !== 'recipe-default' || !number(row.moe_experts)) return {};
  const [family = ''] = (row.chip ?? '').toLowerCase().split('-');
  const precision = row.precision === 'MXFP8' ? 'fp8' : 'bf16';
  return usualGraphs({ family, precision, year });
}

/** How tokens reach experts, as the recipe or the notes of a row say: DeepEP and HybridEP send them once to each node. */
function dispatchOf({ recipe = '', notes = '' }: Row): Pick<Plan, 'dispatch'> {
  const [, written] = /dispatch=(\w+)/.exec(recipe) ?? [];
  const said = written ?? (/DeepEP/.test(notes) ? 'deepep' : /A2A/.test(notes) ? 'alltoall' : undefined);
  const dispatch = ({ alltoall: 'copies', deepep: 'nodes', hybridep: 'fused' } as const)[said ?? ''];
  return dispatch ? { dispatch } : {};
}

const layersOf = ({ layers }: Architecture) => layers.reduce((sum, { count }) => sum + count, 0);

/** Pieces a stage holds, where a table does not print them: two where it says that stages interleave. */
function defaultChunks(row: Row, { pipeline, layers }: { pipeline: number; layers: number }): number {
  if (pipeline === 1 || /non-interleaved/.test(row.notes ?? '')) return 1;
  const most = Math.max(1, Math.floor(layers / pipeline));
  return Math.min(most, 2);
}

function recomputeOf(row: Row): { recompute: Recompute; known: boolean } {
  const text = row.recompute ?? '';
  if (/^none/.test(text)) return { recompute: 'none', known: true };
  if (/save_dot_except/.test(text)) return { recompute: 'half', known: true };
  if (text === 'full' || /remat|offloaded/.test(text)) return { recompute: 'full', known: true };
  if (/^selective/.test(text)) {
    return { recompute: /fsdp/.test(row.zero ?? '') ? 'half' : 'selective', known: true };
  }
  if (text === 'minimal') return { recompute: 'selective', known: true };
  return { recompute: 'none', known: false };
}

function shardOf(
  text: string,
  { split, pipeline }: { split: boolean; pipeline: number },
): { shard: Plan['shard']; shardGroup: number } {
  const group = Number(/hsdp\((\d+)\)/.exec(text)?.[1] ?? (/hsdp/.test(text) ? 8 : 0));
  if (/fsdp|hsdp/.test(text) || split) {
    if (/fsdp\(2\)|no reshard/.test(text) || pipeline > 1) return { shard: 2, shardGroup: 0 };
    return { shard: 3, shardGroup: /inside node/.test(text) ? 8 : group };
  }
  const stage = Number(/^[0-3]/.exec(text)?.[0] ?? 1);
  return { shard: stage as Plan['shard'], shardGroup: 0 };
}

function precisionOf(text: string): Precision {
  if (/FP4/i.test(text)) return 'fp4';
  return /FP8|INT8/i.test(text) ? 'fp8' : 'bf16';
}

function capacityOf({ notes = '' }: Row): Pick<Plan, 'capacity'> {
  const [, capacity] = /capacity factor ([\d.]+)/.exec(notes) ?? [];
  return capacity === undefined ? {} : { capacity: Number(capacity) };
}

/** The habits of the framework, but for what a row says of its compiler and of exchanges beside products. */
function frameworkHabits(
  { precision = '', recipe = '', ...row }: Row,
  { year, shard, model }: { year: number; shard: Plan['shard']; model: Architecture },
): ReturnType<typeof habitsOf> {
  const framework = frameworkOf({ ...row, precision, recipe }, year);
  const { tensorExposed, ...habits } = habitsOf(framework, {
    year,
    shard,
    compiled: /compile/.test(precision),
    latent: /^G?B[23]00\b/.test(row.chip ?? '') && model.layers.some(({ mixer }) => mixer?.kind === 'mla'),
  });
  return { ...habits, ...(tensorExposed && !/asyncTP/.test(`${precision} ${recipe}`) && { tensorExposed }) };
}

/** What a row keeps of layers that are computed again, and the share of its bytes that wait in the memory of the host. */
function keptOf({ kept = '', recipe = '' }: Row, model: Architecture): Pick<Plan, 'kept' | 'offload'> {
  const places = kept.split(' ').flatMap((text) => {
    const [name, place] = text.split('@');
    const part = keptParts.find((one) => one === name);
    return part ? [{ part, host: place === 'host' }] : [];
  });
  if (places.length === 0) return { offload: /offload=1/.test(recipe) ? 1 : 0 };
  const bytesOf = (parts: readonly Kept[]) =>
    model.layers.reduce((sum, run) => {
      const bytes = keptBytes(model, run, { tensor: 1, sequenceParallel: true });
      return sum + run.count * parts.reduce((all, part) => all + bytes[part], 0);
    }, 0);
  const away = places.filter(({ host }) => host).map(({ part }) => part);
  const all = [...new Set<Kept>(['input', ...places.map(({ part }) => part)])];
  return { kept: all.filter((part) => part !== 'input'), offload: bytesOf(away) / bytesOf(all) };
}
