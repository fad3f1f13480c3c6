import { PAGE } from '../stats/arena.ts';
import { compiledModule } from '../stats/compiled-module.ts';
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

/** The kernel that weighs cells, and its memory, taken in order and given back all at once. */
export class CellMemory {
  readonly kernel: CellKernel;
  private readonly memory = new WebAssembly.Memory({ initial: 1 });
  /** The first page is left to the kernel's compiler. */
  private end = PAGE;

  constructor() {
    const { memory } = this;
    this.kernel = new WebAssembly.Instance(compiledModule(cellsWasm), { env: { memory } })
      .exports as unknown as CellKernel;
  }

  /** Gives everything back, and makes sure of room: arrays taken before are no longer valid. */
  restart(bytes: number): void {
    this.end = PAGE;
    const lacking = PAGE + bytes - this.memory.buffer.byteLength;
    if (lacking > 0) this.memory.grow(Math.ceil(lacking / PAGE));
  }

  floats(length: number): Float64Array {
    return new Float64Array(this.memory.buffer, this.take(8 * length), length);
  }

  words(length: number): Uint16Array {
    return new Uint16Array(this.memory.buffer, this.take(2 * length), length);
  }

  bytes(length: number): Uint8Array {
    return new Uint8Array(this.memory.buffer, this.take(length), length);
  }

  /** Writes a record. @returns its address */
  record({ doubles = [], words = [] }: { doubles?: readonly number[]; words?: readonly number[] }): number {
    const at = this.take(8 * doubles.length + 4 * words.length);
    new Float64Array(this.memory.buffer, at, doubles.length).set(doubles);
    new Int32Array(this.memory.buffer, at + 8 * doubles.length, words.length).set(words);
    return at;
  }

  private take(bytes: number): number {
    const at = this.end;
    this.end += Math.ceil(bytes / 8) * 8;
    if (this.end > this.memory.buffer.byteLength) throw new RangeError('a site was given too little memory');
    return at;
  }
}

let opened: CellMemory | undefined;

/** The memory that sites are evaluated in, one after the other. */
export function cellMemory(): CellMemory {
  opened ??= new CellMemory();
  return opened;
}
