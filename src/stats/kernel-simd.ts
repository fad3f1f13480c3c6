import { PAGE } from './arena.ts';
import { columnsWasm } from './columns.wasm.ts';
import { compiledModule } from './compiled-module.ts';
import type { ColumnOperation, Kernel } from './kernel.ts';
import { blockLength, uniforms } from './random.ts';
import { sampleColumn, type Table } from './table.ts';

interface Exports {
  draw(
    ...args: [
      ...key: [number, number, number, number],
      blockLow: number,
      blockHigh: number,
      table: number,
      out: number,
    ]
  ): void;
  sample(table: number, uniforms: number, out: number): void;
  add(a: number, b: number, out: number): void;
  multiply(a: number, b: number, out: number): void;
  divide(a: number, b: number, out: number): void;
  minimum(a: number, b: number, out: number): void;
}

/** Whether the SIMD kernel can run here: where WebAssembly has SIMD. */
export function simdRuns(): boolean {
  try {
    return compiledModule(columnsWasm) !== undefined;
  } catch {
    return false;
  }
}

/** The kernel in WebAssembly. */
export function openSimdKernel(tables: readonly Table[], count: number): Kernel {
  const columnBytes = 8 * blockLength;
  const tableBytes = tables.length > 0 ? tables[0]!.knots.byteLength : 0;
  const firstColumn = PAGE + tables.length * tableBytes;
  const pages = Math.ceil((firstColumn + count * columnBytes) / PAGE);
  const memory = new WebAssembly.Memory({ initial: pages });
  tables.forEach((table, i) => {
    new Float64Array(memory.buffer, PAGE + i * tableBytes, table.knots.length).set(table.knots);
  });
  const wasm = new WebAssembly.Instance(compiledModule(columnsWasm), { env: { memory } })
    .exports as unknown as Exports;
  const tableAt = (table: number) => PAGE + table * tableBytes;
  const operation =
    (run: (a: number, b: number, out: number) => void): ColumnOperation =>
    (a, b, out) =>
      run(a.byteOffset, b.byteOffset, out.byteOffset);
  return {
    kind: 'simd',
    columns: Array.from(
      { length: count },
      (_, i) => new Float64Array(memory.buffer, firstColumn + i * columnBytes, blockLength),
    ),
    draw(table, stream, block, out) {
      if (tables[table]!.jumps) {
        uniforms(stream, block * blockLength, out);
        sampleColumn(tables[table]!, out, out);
        return;
      }
      const { key } = stream;
      const high = Math.floor(block / 2 ** 32);
      wasm.draw(key[0]!, key[1]!, key[2]!, key[3]!, block | 0, high, tableAt(table), out.byteOffset);
    },
    sample(table, uniforms, out) {
      if (tables[table]!.jumps) sampleColumn(tables[table]!, uniforms, out);
      else wasm.sample(tableAt(table), uniforms.byteOffset, out.byteOffset);
    },
    add: operation(wasm.add),
    multiply: operation(wasm.multiply),
    divide: operation(wasm.divide),
    minimum: operation(wasm.minimum),
  };
}
