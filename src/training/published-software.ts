import type { Measure } from './memory.ts';
import type { Row } from './published-row.ts';
import type { Framework, Software } from './software.ts';

/** DeepSpeed with Megatron: it had sharded optimiser states before Megatron had them, and few joined kernels. */
export function isDeepSpeed(row: Row, year: number): boolean {
  if (/Megatron-DS|Megatron-DeepSpeed/.test(`${row.model} ${row.notes}`)) return true;
  return year < 2023.3 && /^[13]/.test(row.zero ?? '');
}

/** The framework that a row of published runs used, as far as its columns and notes tell. */
function frameworkOf(row: Row, year: number): Framework {
  if (isDeepSpeed(row, year)) return 'deepspeed';
  if (/TPU/.test(row.chip ?? '') || /JAX/.test(row.notes ?? '')) return 'jax';
  const sharded = /fsdp|hsdp/.test(row.zero ?? '') || /bf16 states/.test(row.notes ?? '');
  if (!sharded || /ModelZoo|recipe/.test(`${row.source} ${row.recompute} ${row.zero}`)) return 'megatron';
  // MosaicML's Composer prints its mode of mixed precision, and joins the loss.
  return /mp mode/.test(row.notes ?? '') ? 'composer' : 'torch';
}

/** What the software of a published run keeps in memory. */
export function softwareOf(row: Row, year: number): Software {
  const notes = row.notes ?? '';
  const framework = frameworkOf(row, year);
  const pipelined = framework === 'torch' && Number(row.pp) > 1 && !/^2/.test(row.zero ?? '');
  return {
    framework,
    states: /bf16 states/.test(notes) ? 'bf16' : /bf16 moments/.test(notes) ? 'bf16 moments' : 'mixed',
    // PyTorch's pipelines add up whole gradients of all micro-batches before they share them.
    wholeGradients: pipelined || /gradients whole/.test(notes),
    wholeOutputs: /logits and embedding whole/.test(notes),
    expertsAgain: /^selective\(.*\bmoe\b/.test(row.recompute ?? ''),
  };
}

/** What a published figure of memory counts: each framework prints its own, unless the row says otherwise. */
export function measureOf(row: Row, { framework }: Software): Measure {
  if (/allocated memory/.test(row.notes ?? '')) return 'allocated';
  if (framework === 'deepspeed') return 'device';
  return framework === 'megatron' ? 'allocated' : 'reserved';
}
