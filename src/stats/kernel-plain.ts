import type { Kernel } from './kernel.ts';
import { blockLength } from './random.ts';
import { drawColumn, sampleColumn, type Table } from './table.ts';

/** The twin of the SIMD kernel where there is none: arithmetic in TypeScript, draws one at a time. */
export function openPlainKernel(tables: readonly Table[], columns: number): Kernel {
  return {
    kind: 'plain',
    columns: Array.from({ length: columns }, () => new Float64Array(blockLength)),
    draw: (table, stream, block, out) => drawColumn(tables[table]!, stream, block * blockLength, out),
    sample: (table, uniforms, out) => sampleColumn(tables[table]!, uniforms, out),
    add(a, b, out) {
      for (let i = 0; i < blockLength; i++) out[i] = a[i]! + b[i]!;
    },
    multiply(a, b, out) {
      for (let i = 0; i < blockLength; i++) out[i] = a[i]! * b[i]!;
    },
    divide(a, b, out) {
      for (let i = 0; i < blockLength; i++) out[i] = a[i]! / b[i]!;
    },
    minimum(a, b, out) {
      for (let i = 0; i < blockLength; i++) out[i] = Math.min(a[i]!, b[i]!);
    },
  };
}
