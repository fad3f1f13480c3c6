import { ColumnMemory } from '../stats/column-memory.ts';
import { cellsWasm } from './cells.wasm.ts';

/** Arithmetic on columns, which are told by their addresses; scripts/kernels/cells.as.ts says what each does. */
export interface CellKernel {
  later(from: number, lag: number, n: number, pace: number, out: number): void;
  reached(construction: number, shell: number, lit: number, n: number, day: number, out: number): void;
  ramped(lit: number, ramp: number, n: number, day: number, firstBlock: number, out: number): void;
  product(a: number, b: number, n: number, out: number): void;
  weighPrior(
    ...args: [
      ...columns: [accelerators: number, permitted: number, fill: number, legal: number],
      n: number,
      route: number,
      ...out: [weight: number, chips: number],
    ]
  ): void;
  scaleByClass(out: number, n: number, each: number, classes: number): void;
  scaleByTrust(
    ...args: [
      ...[out: number, n: number, each: number, classes: number],
      ...[trust: number, share: number, noise: number],
    ]
  ): void;
  scaleBySeen(out: number, n: number, seen: number, trust: number, share: number, noise: number): void;
  sum(column: number, n: number): number;
  gather(column: number, particles: number, n: number, out: number): void;
  gatherClass(each: number, classes: number, particles: number, n: number, out: number): void;
  gatherProduct(a: number, b: number, c: number, particles: number, n: number, out: number): void;
  mix(out: number, particles: number, n: number, trust: number, share: number, noise: number): void;
  logs(column: number, n: number): void;
  divide(column: number, n: number, by: number): void;
  thin(
    ...args: [
      ...columns: [weight: number, wanted: number, chips: number, lit: number],
      ...sizes: [n: number, size: number],
      ...out: [scratch: number, index: number, weight: number],
    ]
  ): void;
  group(
    ...args: [
      ...[columns: number, count: number, n: number],
      ...[order: number, starts: number, scratch: number],
    ]
  ): number;
}

/** The kernel that weighs cells, and its memory. */
export class CellMemory extends ColumnMemory<CellKernel> {
  constructor() {
    super(cellsWasm);
  }
}

let opened: CellMemory | undefined;

/** The memory that sites are evaluated in, one after the other. */
export function cellMemory(): CellMemory {
  opened ??= new CellMemory();
  return opened;
}
