import { PAGE } from '../stats/arena.ts';
import { compiledModule } from '../stats/compiled-module.ts';
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

/** The kernel that weighs cells, and its memory, taken in order and given back all at once or down to a mark. */
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

  /** @returns what `release` gives back down to */
  mark(): number {
    return this.end;
  }

  release(mark: number): void {
    this.end = mark;
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
