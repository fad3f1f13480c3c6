import { ColumnMemory } from '../stats/column-memory.ts';
import { cellsWasm } from './cells.wasm.ts';

/** What weighs the cells of a site; scripts/kernels/cells.as.ts says what each does and what the records hold. */
export interface CellKernel {
  take(site: number, pace: number, first: number): void;
  weigh(site: number, cell: number): number;
  fill(site: number, pace: number): void;
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
