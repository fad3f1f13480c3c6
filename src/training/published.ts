import type { Architecture, FeedForward, LayerRun, Mixer } from '../models/architecture.ts';
import { findModel } from '../models/find.ts';
import { type Convention, trainingFlop } from '../models/flop.ts';
import type { Models } from '../models/parse.ts';
import { usualGraphs } from './graphs.ts';
import type { Precision } from './machine.ts';
import type { Measure } from './memory.ts';
import type { Attention, Plan, Recompute, Schedule } from './plan.ts';
import { isDeepSpeed, measureOf, softwareOf } from './published-software.ts';

/** A training run that somebody published, with what was not published left open. */
export interface PublishedRun {
  id: string;
  source: string;
  quality: 'A' | 'B' | 'C';
  date: string;
  model: Architecture;
  /** Name of the model, and dense, moe, moe_mla, hybrid or hybrid_moe. */
  name: string;
  kind: string;
  /** Id or alias of a chip. */
  chip: string;
  chips: number;
  /** Network of each chip beyond the fast links [B/s], where published. */
  network?: number;
  plan: Plan;
  /** Fields of the plan that were not published. */
  open: readonly (
    | 'microBatch'
    | 'chunks'
    | 'recompute'
    | 'batch'
    | 'split'
    | 'expertTensor'
    | 'shard'
    | 'states'
  )[];
  /** Time of a step [s]: published, or from the published rate by its own convention. */
  seconds: number;
  /** Published memory of a chip [B], and what it counts. */
  memory?: number;
  measure: Measure;
  /** The metric that was published, and its value. */
  metric: string;
  value: number;
  notes: string;
}

type Row = Readonly<Record<string, string>>;

/** Reads a comma-separated table with a line of heads; fields in double quotes may hold commas. */
export function parseTable(text: string): Row[] {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const heads = cells(lines[0] ?? '');
  return lines.slice(1).map((line) => {
    const values = cells(line);
    return Object.fromEntries(heads.map((head, i) => [head, values[i] ?? '']));
  });
}

function cells(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) =>
    quoted === undefined ? (plain ?? '').trim() : quoted.replaceAll('""', '"'),
  );
}

/** Names that publishers give to chips, as ids of Sandtable. */
const chipNames: Readonly<Record<string, string>> = {
  'A100-SXM-40GB': 'a100-40',
  'A100-SXM-80GB': 'a100-80',
  'A800-SXM-80GB': 'a800-sxm',
  'H100-SXM-80GB': 'h100-sxm5',
  'H200-SXM-141GB': 'h200-sxm',
  'H800-SXM-80GB': 'h800-sxm',
  'B200-SXM-180GB': 'b200',
  'B300-SXM-288GB': 'b300',
  'GB200-NVL72': 'gb200',
  'GB300-NVL72': 'gb300',
  'GH200-96GB (Alps)': 'gh200-96',
  'Ascend-910B-64GB': 'ascend-910b2',
  'MI250X-GCD-64GB': 'mi250x-gcd',
  'TPU-v4-32GB': 'tpu-v4',
  'TPU-v5e-16GB': 'tpu-v5e',
  'TPU-v5p-95GB': 'tpu-v5p',
  'TPU-v6e-32GB': 'tpu-v6e',
  'TPU-v7-Ironwood-192GB': 'tpu-v7',
};

/**
 * Reads published runs from a table with the columns of data/published/training-runs.csv.
 *
 * @returns the runs that can be predicted, and for each other row why not
 */
export function publishedRuns(
  text: string,
  models: Models,
): { runs: PublishedRun[]; left: { id: string; why: string }[] } {
  const runs: PublishedRun[] = [];
  const left: { id: string; why: string }[] = [];
  for (const row of parseTable(text)) {
    const run = runOf(row, models);
    if (typeof run === 'string') left.push({ id: row.row_id ?? '', why: run });
    else runs.push(run);
  }
  return { runs, left };
}

const number = (text: string | undefined) => {
  const value = Number(text);
  return text === undefined || text === '' || !Number.isFinite(value) ? undefined : value;
};

function runOf(row: Row, models: Models): PublishedRun | string {
  const model = modelOf(row, models);
  if (!model) return 'the shapes of the model are not public';
  const sequence = number(row.seq_len);
  const chips = number(row.n_chips);
  if (!sequence || !chips) return 'the number of chips or the length of sequences was not published';
  const { plan, open } = planOf(row, { model, sequence, chips });
  const seconds = secondsOf(row, { model, plan, chips });
  if (seconds === undefined) return 'no rate was published that can be turned into seconds';
  const gbps = number(row.inter_gbps_per_chip);
  const memory = number(row.mem_gib);
  const half = /500W/.test(row.notes ?? '') ? 'h100-96' : undefined;
  return {
    id: row.row_id ?? '',
    source: row.source ?? '',
    quality: (row.quality || 'C') as PublishedRun['quality'],
    date: row.date ?? '',
    model,
    name: row.model ?? '',
    kind: row.arch ?? '',
    chip: half ?? chipNames[row.chip ?? ''] ?? row.chip ?? '',
    chips,
    ...(gbps && { network: (gbps / 8) * 1e9 }),
    plan,
    open,
    seconds,
    ...(memory && { memory: memory * 2 ** 30 }),
    measure: measureOf(row, plan.software!),
    metric: row.target_metric ?? '',
    value: number(row.target_value) ?? 0,
    notes: row.notes ?? '',
  };
}

/** Shapes as the row prints them, else those of the model it names. */
function modelOf(row: Row, models: Models): Architecture | undefined {
  const [layers, hidden, heads] = [number(row.layers), number(row.hidden), number(row.heads)];
  if (/^hybrid/.test(row.arch ?? '') || !layers || !hidden || !heads)
    return findModel(models, row.model ?? '');
  const gated = row.gated === '1';
  const headDim = number(row.head_dim) ?? hidden / heads;
  const kvHeads = number(row.kv_heads) ?? heads;
  const mixer: Mixer = row.mla ? latentOf(row.mla, heads) : { kind: 'attention', heads, kvHeads, headDim };
  const width = number(row.ffn) ?? (gated ? (8 / 3) * hidden : 4 * hidden);
  const dense: FeedForward = { kind: 'dense', width, gated };
  const found = findModel(models, row.model ?? '');
  const experts = number(row.moe_experts);
  const first = experts ? Math.min(layers, number(row.moe_dense_layers) ?? 0) : layers;
  const runs: LayerRun[] = [];
  if (first > 0) runs.push({ count: first, mixer, feedForward: dense });
  if (experts && layers > first) {
    const each = number(row.moe_ffn) ?? width;
    const shared = (number(row.moe_shared) ?? 0) * each;
    const active = number(row.moe_topk) ?? 1;
    const known = found?.layers.find(({ feedForward }) => feedForward?.kind === 'experts')?.feedForward;
    const groups =
      known?.kind === 'experts' && known.groupsActive ? { groupsActive: known.groupsActive } : {};
    const feedForward: FeedForward = {
      kind: 'experts',
      experts,
      active,
      width: each,
      gated,
      shared,
      ...groups,
    };
    runs.push({ count: layers - first, mixer, feedForward });
  }
  return {
    id: row.model ?? '',
    name: row.model ?? '',
    aliases: [],
    maker: row.source ?? '',
    hidden,
    vocab: number(row.vocab) ?? 50304,
    layers: runs,
    tied: !gated && !experts,
    positions: 0,
    bias: false,
    ...(found?.parallel && { parallel: true }),
    norm: { bias: false, each: 1, final: true, embedding: false },
    furtherTokens: 0,
    published: {},
    citation: { basis: 'reported', sources: [] },
  };
}

function latentOf(text: string, heads: number): Mixer {
  const field = (name: string) => Number(new RegExp(`${name}=(\\d+)`).exec(text)?.[1] ?? 0);
  return {
    kind: 'mla',
    heads,
    queryRank: field('q_lora'),
    kvRank: field('kv_lora'),
    plain: field('qk_nope'),
    rotary: field('qk_rope'),
    value: field('v'),
  };
}

function planOf(
  row: Row,
  { model, sequence, chips }: { model: Architecture; sequence: number; chips: number },
): { plan: Plan; open: PublishedRun['open'] } {
  const open: PublishedRun['open'][number][] = [];
  const year = yearOf(row);
  const given = number(row.gbs_seq);
  const split = number(row.tp) === undefined && number(row.dp) === undefined;
  if (split) open.push('split');
  const context = number(row.cp) ?? 1;
  const pipeline = number(row.pp) ?? 1;
  let tensor = number(row.tp) ?? 1;
  let data = number(row.dp) ?? chips / (tensor * pipeline * context);
  if (split && given) {
    const scale = Math.max(1, Math.ceil(chips / given));
    tensor = 2 ** Math.round(Math.log2(scale));
    data = chips / tensor;
  }
  const microBatch =
    wholeBatch(row, { year, pipeline, each: given === undefined ? undefined : given / data }) ??
    number(row.mbs) ??
    (split && given ? largestUpTo(8, given / data) : 1);
  if (row.mbs === '') open.push('microBatch');
  const batch = given ?? data * microBatch * Math.max(8, 8 * pipeline);
  if (!given) open.push('batch');
  const chunks = number(row.vp) ?? defaultChunks(row, { pipeline, layers: layersOf(model) });
  if (!row.vp && pipeline > 1) open.push('chunks');
  // Megatron splits experts like everything else unless told otherwise, as it is where experts are many and narrow.
  const experts = number(row.moe_experts);
  const few = experts !== undefined && experts < 32;
  const { recompute, known } = recomputeOf(row);
  if (!known) open.push('recompute');
  if (experts && !row.etp) open.push('expertTensor');
  if (!row.zero) open.push('shard');
  if (softwareOf(row, year).states === 'mixed') open.push('states');
  const { shard, shardGroup } = shardOf(row.zero ?? '', { split, pipeline });
  const schedule: Schedule = /DualPipe/.test(row.vp ?? '') ? 'dualpipe' : chunks > 1 ? 'interleaved' : '1f1b';
  return {
    plan: {
      tensor,
      pipeline,
      chunks: schedule === 'dualpipe' ? 1 : chunks,
      data,
      context,
      expert: number(row.ep) ?? 1,
      expertTensor: number(row.etp) ?? (few ? tensor : 1),
      microBatch,
      batch,
      sequence,
      precision: precisionOf(row.precision ?? ''),
      schedule,
      shard,
      shardGroup,
      ...(shard === 3 && year < 2023 && isDeepSpeed(row, year) && { piecewise: true }),
      sequenceParallel: row.seq_par === '1' || /TPU/.test(row.chip ?? ''),
      recompute,
      offload: /offload=1/.test(row.recipe ?? '') ? 1 : 0,
      ...(/results=kept/.test(row.recipe ?? '') && { keepsResults: true }),
      attention: attentionOf(row, { year, shard }),
      fused: fusedOf(row, shard),
      dropsTokens: /tokendrop|capacity/.test(row.notes ?? ''),
      ...capacityOf(row),
      expertOverlap:
        schedule === 'dualpipe' || /EP overlap/.test(row.notes ?? '') || /overlap=1/.test(row.recipe ?? ''),
      ...graphsOf(row, year),
      ...tensorExposedOf(row, year),
      year,
      software: softwareOf(row, year),
    },
    open,
  };
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

const layersOf = ({ layers }: Architecture) => layers.reduce((sum, { count }) => sum + count, 0);

/** When the software was made: the month of a release where one is named, else the date of the run. */
function yearOf(row: Row): number {
  const [, short, moon] = /\/v(2\d)\.(\d\d)\b/.exec(row.source_url ?? '') ?? [];
  const date = row.software || (short ? `20${short}-${moon}` : (row.date ?? ''));
  const [, year, month] = /^(\d{4})(?:-(\d{2})(?!\d))?/.exec(date) ?? [];
  return Number(year ?? 2024) + (month ? (Number(month) - 0.5) / 12 : 0.5);
}

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

/** PyTorch exchanges activations of tensor groups after a product unless told to do it beside it. */
function tensorExposedOf(row: Row, year: number): Pick<Plan, 'tensorExposed'> {
  const beside = /asyncTP|own software/.test(`${row.precision} ${row.notes}`);
  const waits = softwareOf(row, year).framework === 'torch' && !beside;
  return waits ? { tensorExposed: true } : {};
}

/**
 * Flash attention came into the large frameworks in 2023, kernels tuned to Hopper into those of its maker in 2024; PyTorch
 * by itself has the former.
 */
function attentionOf(row: Row, { year, shard }: { year: number; shard: number }): Attention {
  if (isDeepSpeed(row, year) || year < 2023) return 'written';
  const { framework } = softwareOf(row, year);
  if (framework === 'torch' && !/own software/.test(row.notes ?? '')) return 'flash';
  const makers =
    framework === 'jax' ||
    shard !== 3 ||
    /recipe/.test(`${row.recompute} ${row.zero}`) ||
    /JAX|MoE ModelZoo/.test(`${row.notes} ${row.source}`);
  return makers && year >= 2024 ? 'tuned' : 'flash';
}

/** PyTorch's sharded data parallelism without its compiler runs each small operation by itself. */
function fusedOf(row: Row, shard: number): boolean {
  if (isDeepSpeed(row, yearOf(row))) return false;
  if (shard !== 3 || /compile/.test(row.precision ?? '')) return true;
  return (
    /JAX|recipe|ModelZoo/.test(`${row.notes} ${row.recompute} ${row.zero} ${row.source}`) ||
    /TPU/.test(row.chip ?? '')
  );
}

/** Before 2023 rates were given by Megatron's formula of 2021, which counts what full recomputation repeats. */
const countsRepeated = (row: Row) =>
  row.flops_incl_recompute === 'unknown' && row.recompute === 'full' && yearOf(row) < 2023;

/** The convention of a published rate. */
export function conventionOf(row: Row): Convention {
  const text = row.flops_incl_attn ?? '';
  if (row.flops_incl_recompute === '1' || countsRepeated(row)) return 'hardware';
  if (/full/.test(text)) return 'full';
  if (text !== '' && !/no/.test(text)) return 'causal';
  return yearOf(row) < 2024 ? 'full' : 'causal';
}

function secondsOf(
  row: Row,
  { model, plan, chips }: { model: Architecture; plan: Plan; chips: number },
): number | undefined {
  const tokens = plan.batch * plan.sequence;
  const own = number(row.iter_s);
  if (own && number(row.gbs_seq)) return own;
  const rate = number(row.tokens_s_chip);
  if (rate) return tokens / (rate * chips);
  const flop = trainingFlop(model, plan.sequence, conventionOf(row)) * tokens;
  const tera = number(row.tflops_chip);
  if (tera) return flop / (tera * 1e12 * chips);
  const share = number(row.mfu_pct);
  const peak = number(row.peak_tflops_used) ?? peaks[row.chip ?? ''];
  return share && peak ? flop / ((share / 100) * peak * 1e12 * chips) : undefined;
}

/** Dense BF16 peaks that published utilisations refer to [TFLOP/s]. */
const peaks: Readonly<Record<string, number>> = {
  'A100-SXM-80GB': 312,
  'A100-SXM-40GB': 312,
  'A800-SXM-80GB': 312,
  'TPU-v5e-16GB': 197,
  'MI250X-GCD-64GB': 191.5,
  'Ascend-910B-64GB': 376,
};
