import type { Architecture } from '../models/architecture.ts';
import { type Convention, trainingFlop } from '../models/flop.ts';
import type { Models } from '../models/parse.ts';
import type { Measure } from './memory.ts';
import type { Plan } from './plan.ts';
import { modelOf } from './published-model.ts';
import { planOf } from './published-plan.ts';
import { number, type Row, yearOf } from './published-row.ts';
import { measureOf } from './published-software.ts';

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
