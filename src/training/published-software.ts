import type { Measure } from './memory.ts';
import type { Row } from './published-row.ts';
import { type Framework, frameworks, type Software } from './software.ts';

/** The framework of a row of published runs: as its column says, else as its source, notes, chips and sharing tell. */
export function frameworkOf(row: Row, year: number): Framework {
  const written = frameworks.find((one) => one === row.framework);
  return written ?? namedOf(row) ?? usualOf(row, year);
}

/** Words by which sources and notes name their framework. */
const names: readonly (readonly [RegExp, Framework])[] = [
  [/Megatron-DS|Megatron-DeepSpeed|ZeRO-3/, 'deepspeed'],
  [/JAX|MaxText/, 'jax'],
  [/Megatron|NeMo|MCore/, 'megatron'],
  [/torchtitan|fsdp|PyTorch/i, 'torch'],
];

function namedOf(row: Row): Framework | undefined {
  // MosaicML's Composer prints its mode of mixed precision, and joins the loss.
  if (/mp mode/.test(row.notes ?? '')) return 'composer';
  const text = `${row.source} ${row.model} ${row.notes}`;
  return names.find(([words]) => words.test(text))?.[1];
}

/** DeepSpeed with Megatron had sharded optimiser states before Megatron had them. */
const deepSpeedUntil = 2023.3;

function usualOf(row: Row, year: number): Framework {
  if (/TPU/.test(row.chip ?? '')) return 'jax';
  if (year < deepSpeedUntil && /^[13]/.test(row.zero ?? '')) return 'deepspeed';
  return /fsdp|hsdp/.test(row.zero ?? '') || /bf16 states/.test(row.notes ?? '') ? 'torch' : 'megatron';
}

function statesOf({ notes = '', precision = '' }: Row): Software['states'] {
  if (/bf16 states/.test(notes)) return 'bf16';
  if (/bf16 moments/.test(notes)) return 'bf16 moments';
  return /^FP16/.test(precision) ? 'half gradients' : 'mixed';
}

/** What the software of a published run keeps in memory. */
export function softwareOf(row: Row, year: number): Software {
  const notes = row.notes ?? '';
  const framework = frameworkOf(row, year);
  const pipelined = framework === 'torch' && Number(row.pp) > 1 && !/^2/.test(row.zero ?? '');
  return {
    framework,
    states: statesOf(row),
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
  return framework === 'megatron' || framework === 'own' ? 'allocated' : 'reserved';
}
