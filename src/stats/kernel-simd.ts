import type { ColumnOperation, Kernel } from './kernel.ts';
import { kernelWasm } from './kernel.wasm.ts';
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

let compiled: WebAssembly.Module | undefined | null = null;

/** Whether the SIMD kernel can run here. */
export function simdRuns(): boolean {
  return module() !== undefined;
}

/** The compiled kernel; undefined where WebAssembly or its SIMD is missing. */
function module(): WebAssembly.Module | undefined {
  if (compiled !== null) return compiled;
  compiled = undefined;
  if (typeof WebAssembly === 'object') {
    const bytes = Uint8Array.from(atob(kernelWasm), (letter) => letter.charCodeAt(0));
    if (WebAssembly.validate(bytes)) compiled = new WebAssembly.Module(bytes);
  }
  return compiled;
}

/** The compiler keeps the first page of memory for itself. */
const pageBytes = 65536;

/** The kernel in WebAssembly. */
export function openSimdKernel(tables: readonly Table[], count: number): Kernel {
  const columnBytes = 8 * blockLength;
  const tableBytes = tables.length > 0 ? tables[0]!.knots.byteLength : 0;
  const firstColumn = pageBytes + tables.length * tableBytes;
  const pages = Math.ceil((firstColumn + count * columnBytes) / pageBytes);
  const memory = new WebAssembly.Memory({ initial: pages });
  tables.forEach((table, i) => {
    new Float64Array(memory.buffer, pageBytes + i * tableBytes, table.knots.length).set(table.knots);
  });
  const wasm = new WebAssembly.Instance(module()!, { env: { memory } }).exports as unknown as Exports;
  const tableAt = (table: number) => pageBytes + table * tableBytes;
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
