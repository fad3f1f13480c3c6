import type { Kernel } from './kernel.ts';
import { openPlainKernel } from './kernel-plain.ts';
import { openSimdKernel, simdRuns } from './kernel-simd.ts';
import type { Table } from './table.ts';

/**
 * Opens a kernel with its own memory: 33 kB a table and 8 kB a column, given back when the kernel is.
 *
 * @param tables that `draw` and `sample` may name
 * @param columns how many blocks of 1,024 doubles to hold
 * @param kind `plain` for the twin without SIMD; by default the fastest that runs here
 */
export function openKernel(
  tables: readonly Table[],
  columns: number,
  kind: Kernel['kind'] = simdRuns() ? 'simd' : 'plain',
): Kernel {
  return kind === 'simd' ? openSimdKernel(tables, columns) : openPlainKernel(tables, columns);
}
