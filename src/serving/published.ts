import type { Architecture } from '../models/architecture.ts';
import { findModel } from '../models/find.ts';
import type { Models } from '../models/parse.ts';
import type { Precision } from '../training/machine.ts';
import { parseTable } from '../training/published.ts';
import type { Open } from './candidates.ts';
import type { EngineKind, Limits } from './constants.ts';
import type { Load } from './load.ts';
import type { ServingData } from './parse.ts';
import type { Formats, Placement } from './placement.ts';
import { number, placementOfRow, type Row } from './published-placement.ts';

/** What was measured: everything at once, one phase of two that are kept apart, or a service under a limit on its latency. */
export type Measured = 'offline' | 'service' | 'prefill' | 'decode';

/** What is known of the loads of benchmarks besides their mean lengths. */
export type Benchmarks = Pick<ServingData, 'spreads' | 'requests' | 'runs' | 'constants'>;

/** Limits that the slowest requests of a hundred must meet [s]. */
export interface LatencyLimits {
  ttft: number;
  tpot: number;
}

/** A rate of serving that somebody published, with what was not published left open. */
export interface PublishedServing {
  id: string;
  source: string;
  quality: 'A' | 'B' | 'C';
  date: string;
  model: Architecture;
  name: string;
  chip: string;
  chips: number;
  precision: string;
  phase: string;
  measured: Measured;
  load: Load;
  /** Whether it is the mean of a service in production over days, and not a measurement at full load. */
  production: boolean;
  /** Tokens of prompts in a step of a chip, or sequences decoded on it, where published. */
  batch?: number;
  limits?: LatencyLimits;
  /** Time between tokens that was published or asked for [s]. */
  tpot?: number;
  /** The placement; undefined where it was not published and the best is taken. */
  placement: Placement | undefined;
  open: Open;
  /** Tokens a second a chip: written, or read where only reading was measured. */
  rate: number;
  notes: string;
}

/** Names that publishers give to chips, as ids of Sandtable. */
const chipNames: readonly (readonly [RegExp, string])[] = [
  [/H200-NVL/, 'h200-nvl'],
  [/H200/, 'h200-sxm'],
  [/H100/, 'h100-sxm5'],
  [/H800/, 'h800-sxm'],
  [/H20/, 'h20'],
  [/GB200/, 'gb200'],
  [/GB300/, 'gb300'],
  [/B200/, 'b200'],
  [/B300/, 'b300'],
  [/MI300X/, 'mi300x'],
  [/MI325X/, 'mi325x'],
  [/MI355X/, 'mi355x'],
  [/Ascend-910C/, 'ascend-910c'],
  [/L40S/, 'l40s'],
  [/RTX PRO 6000|RTX6000|RTX-?Pro/i, 'rtx-pro-6000-server'],
  [/Arc Pro B60/, 'arc-pro-b60-dual'],
];

const modelNames: Readonly<Record<string, string>> = {
  'Llama-3.3-70B': 'llama-3.1-70b',
  'DeepSeek-V3/R1': 'deepseek-v3',
};

/**
 * Reads published rates from a table with the columns of data/published/serving-runs.csv.
 *
 * @param benchmarks what rows do not print of their load
 * @returns the rows that can be predicted, and for each other row why not
 */
export function publishedServing(
  text: string,
  models: Models,
  benchmarks: Benchmarks,
): { rows: PublishedServing[]; left: { id: string; why: string }[] } {
  const rows: PublishedServing[] = [];
  const left: { id: string; why: string }[] = [];
  for (const row of parseTable(text)) {
    const read = rowOf(row, models, benchmarks);
    if (typeof read === 'string') left.push({ id: row.row_id ?? '', why: read });
    else rows.push(read);
  }
  return { rows, left };
}

function rowOf(row: Row, models: Models, benchmarks: Benchmarks): PublishedServing | string {
  const name = row.model ?? '';
  const model = findModel(models, modelNames[name] ?? name);
  if (!model) return 'the shapes of the model are not public';
  const chips = number(row.n_chips);
  if (!chips) return 'the number of chips was not published';
  if (/fleet/.test(row.phase ?? '')) return 'a total over a day, predicted as a worked example';
  const measured = measuredOf(row.phase ?? '');
  const rate = number(measured === 'prefill' ? row.tok_s_chip_in : row.tok_s_chip_out);
  if (!rate) return 'no rate was published';
  const batch = number(/^[\d.]+/.exec(row.batch_per_chip ?? '')?.[0]);
  const limits = limitsOf(row.slo ?? '');
  const open = openOf(row, { model, limits: benchmarks.constants.limits });
  const tpot = tpotOf(row);
  return {
    id: row.row_id ?? '',
    source: (row.source ?? '').replace(/ 5\.1-\d+$/, ''),
    quality: (row.quality || 'C') as PublishedServing['quality'],
    date: row.date ?? '',
    model,
    name,
    chip: chipNames.find(([pattern]) => pattern.test(row.chip ?? ''))?.[1] ?? row.chip ?? '',
    chips,
    precision: row.precision ?? '',
    phase: row.phase ?? '',
    measured,
    production: /production/.test(row.phase ?? ''),
    load: loadOf(row, benchmarks, { chips, measured }),
    ...(batch !== undefined && { batch }),
    ...(limits && { limits }),
    ...(tpot !== undefined && { tpot }),
    placement: placementOfRow(row, { model, chips, open }),
    open,
    rate,
    notes: row.notes ?? '',
  };
}

function measuredOf(phase: string): Measured {
  if (/^prefill/.test(phase)) return 'prefill';
  if (/^decode/.test(phase)) return 'decode';
  return /server|interactive/.test(phase) ? 'service' : 'offline';
}

function limitsOf(text: string): LatencyLimits | undefined {
  const of = (name: string) => {
    const [, value, unit] = new RegExp(`${name}<([\\d.]+)(ms|s)`).exec(text) ?? [];
    return value === undefined ? undefined : Number(value) * (unit === 'ms' ? 1e-3 : 1);
  };
  const [ttft, tpot] = [of('TTFT'), of('TPOT')];
  return ttft && tpot ? { ttft, tpot } : undefined;
}

/** The time between tokens as published: `<50`, `49.4`, or the middle of `45-50`. */
function tpotOf({ tpot_ms: text = '' }: Row): number | undefined {
  const values = [...text.matchAll(/[\d.]+/g)].map(Number);
  if (values.length === 0) return undefined;
  return values.reduce((sum, one) => sum + one, 0) / values.length / 1000;
}

function loadOf(
  row: Row,
  { spreads, requests, runs }: Benchmarks,
  { chips, measured }: { chips: number; measured: Measured },
): Load {
  const inputTokens = number(row.isl) ?? 2000;
  const outputTokens = number(row.osl) ?? 0;
  const mlperf = /^MLPerf/.test(row.source ?? '');
  const spread = mlperf ? spreads[row.model ?? ''] : undefined;
  const prompts = /([\d,]+) prompts in all/.exec(row.notes ?? '')?.[1]?.replaceAll(',', '');
  const waves = /TensorRT-LLM/.test(row.source ?? '') ? requests[`${row.isl}/${row.osl}`] : number(prompts);
  const rules = mlperf ? runs.models[row.model ?? ''] : undefined;
  const concurrency = number(row.concurrency);
  const hit = /([\d.]+)% disk KV-cache hits/.exec(row.notes ?? '')?.[1];
  return {
    inputTokens,
    outputTokens,
    ...(spread !== undefined && { outputSpread: spread }),
    ...(waves !== undefined && { requests: waves }),
    ...(rules && {
      run: {
        chips,
        requestsPerChip: rules.requests / chips,
        seconds: runs[measured === 'offline' ? 'offline' : 'server'],
        longest: rules.longest,
      },
    }),
    ...(concurrency !== undefined && { concurrency }),
    ...(hit !== undefined && { prefixHit: Number(hit) / 100 }),
  };
}

function engineOf(row: Row): EngineKind {
  const text = `${row.engine} ${row.source}`;
  if (/TensorRT-LLM/.test(text)) return 'trtllm';
  if (/vLLM|Mango/i.test(text)) return 'vllm';
  if (/SGLang/i.test(text)) return 'sglang';
  return /TensorRT/.test(text) ? 'tensorrt' : 'own';
}

function openOf(
  row: Row,
  { model, limits }: { model: Architecture; limits: Limits },
): PublishedServing['open'] {
  const [, year, month] = /^(\d{4})(?:-(\d{2}))?/.exec(row.date ?? '') ?? [];
  const text = `${row.parallelism} ${row.notes} ${row.source}`;
  const guessed = /MTP/.test(text) ? Number(/MTP steps=(\d)/.exec(text)?.[1] ?? 1) : 0;
  const kept = Number(/(\d+)% acceptance/.exec(text)?.[1] ?? 100 * limits.accepted) / 100;
  return {
    formats: formatsOf(row, model),
    overlap: overlapOf(row),
    balance:
      /perfect/.test(text) && !/default balance/.test(row.phase ?? '')
        ? 'perfect'
        : /DeepSeek|SGLang|Kimi|CloudMatrix|wide-EP/.test(text)
          ? 'balanced'
          : /TensorRT-LLM/.test(text)
            ? 'random'
            : 'none',
    guessed,
    accepted: guessed ? kept : 0,
    engine: engineOf(row),
    year: Number(year ?? 2025) + (month ? (Number(month) - 0.5) / 12 : 0.5),
  };
}

/** DeepSeek, SGLang's large groups, Kimi K2, CloudMatrix and vLLM's dual-batch overlap let two halves take turns. */
function overlapOf(row: Row): boolean {
  const text = `${row.source} ${row.parallelism}`;
  if (/EP sweep|Ant Group|EP2\b|EP4\b/.test(text)) return false;
  return /DeepSeek inf|DeepSeek profile|96xH100|Kimi|CloudMatrix|DBO|NVL72/.test(text);
}

/** Formats behind the words of a row. */
export function formatsOf(row: Row, model: Architecture): Formats {
  const text = row.precision ?? '';
  const latent = model.layers.some(({ mixer }) => mixer?.kind === 'mla');
  const narrow = /^Tensor/.test(row.engine ?? '') ? 'fp8' : 'bf16';
  const all = (format: Precision, cache = 1): Formats => ({
    mixer: format,
    dense: format,
    experts: format,
    core: cache === 1 ? narrow : 'bf16',
    cache,
  });
  if (/UINT4|INT4/.test(text)) return { ...all('fp4', 2), weightsOnly: true };
  if (/FP4/.test(text)) {
    if (!latent) return all('fp4');
    const wide = /^FP4/.test(text) ? 'bf16' : 'fp8';
    return { mixer: wide, dense: wide, experts: 'fp4', core: 'fp8', cache: 1 };
  }
  if (/BF16 attention/.test(text)) return { ...all('fp8', 2), mixer: 'bf16' };
  if (/FP8 MLA/.test(text) || /Ant Group/.test(row.source ?? '')) return { ...all('fp8'), core: 'fp8' };
  if (/INT8/.test(text)) return { ...all('fp8', 2) };
  if (/FP8/.test(text)) return all('fp8', latent ? 2 : 1);
  return all('bf16', 2);
}
