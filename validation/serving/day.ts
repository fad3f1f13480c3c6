import { requireModel } from '../../src/models/find.ts';
import { type Load, readPerWritten } from '../../src/serving/load.ts';
import { servedApart } from '../../src/serving/phases.ts';
import { placeModel } from '../../src/serving/placed-engine.ts';
import { promptContext } from '../../src/serving/steady.ts';
import { hubDay } from '../service/day.ts';
import type { Loaded } from './load.ts';

/** DeepSeek's published day: tokens, and the mean number of nodes (open-infra-index, day 6). */
const day = { read: 608e9, written: 168e9, hit: 342 / 608, nodes: 226.75, pace: 0.0475 };

/** A day of a service, published and predicted. */
export interface Day {
  /** Tokens published and predicted. */
  read: { published: number; predicted: number };
  written: { published: number; predicted: number };
  /** Share of the time that chips which read are busy, and share of the chips that read. */
  use: number;
  readers: number;
}

/** What the model says of DeepSeek's day: 226.75 nodes that read and write apart, with the cache hits they report. */
export function dayOf({ models, machines, serving }: Loaded): Day {
  const load: Load = { inputTokens: 3900, outputTokens: (3900 * day.written) / day.read, prefixHit: day.hit };
  const open = {
    formats: { mixer: 'fp8', dense: 'fp8', experts: 'fp8', core: 'bf16', cache: 2 },
    overlap: true,
    balance: 'balanced',
    guessed: 0,
    accepted: 0,
    engine: 'own',
    year: 2025.125,
  } as const;
  const machine = machines.get('h800-sxm')!;
  const model = requireModel(models, 'deepseek-v3');
  const apart = servedApart(
    { model, machine, chips: 256, load, open, constants: serving.constants },
    day.pace,
  )!;
  const use = serving.constants.limits.productionUse;
  // The share of what could be read that is read in production counts uneven prompts already.
  const { placement, chips, batch } = apart.prefill;
  const reader = placeModel(model, { placement, machine, constants: serving.constants });
  const even = batch / reader.prefillSeconds(batch, promptContext(load)) / chips;
  const reading = (readPerWritten(load) * apart.decode.perChip) / (use * even);
  const made = (apart.decode.perChip / (1 + reading)) * day.nodes * 8 * 86_400;
  return {
    read: { published: day.read, predicted: (made * day.read) / day.written },
    written: { published: day.written, predicted: made },
    use,
    readers: reading / (1 + reading),
  };
}

/** The same in words, beside what a service of a hub is reckoned with. */
export function dayWords(loaded: Loaded): string {
  const { use, readers } = dayOf(loaded);
  return `The totals of DeepSeek's day follow from its 226.75 nodes, its cache hits and its pace of 47.5 ms alone, chips that read being busy for ${(100 * use).toFixed(0)} % of the time.
${(100 * readers).toFixed(0)} % of the chips read; by the published rates of both kinds of nodes 42 % did.

[How a service is simulated](service-validation.md) finds ${hubDay(loaded.workloads).toFixed(0)} billion for the same day: it takes the rates of \`data/workloads/rates.yaml\`, of open software of late 2025 at 50 ms,
and fills them as chips of a hub are filled (\`data/workloads/service.yaml\`); this page takes the own engine of early 2025 at 47.5 ms and fills writing whole. An earlier version
found 131: it counted batches that the pace keeps small, and uneven experts, a second time.`;
}
