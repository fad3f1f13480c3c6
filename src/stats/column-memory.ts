import { PAGE } from './arena.ts';
import { compiledModule } from './compiled-module.ts';

/** A kernel in WebAssembly and its memory, taken in order and given back all at once or down to a mark. */
export class ColumnMemory<Kernel> {
  readonly kernel: Kernel;
  private readonly memory = new WebAssembly.Memory({ initial: 1 });
  /** The first page is left to the kernel's compiler. */
  private end = PAGE;

  /** @param text the kernel in base 64 */
  constructor(text: string) {
    const { memory } = this;
    this.kernel = new WebAssembly.Instance(compiledModule(text), { env: { memory } })
      .exports as unknown as Kernel;
  }

  /** Gives everything back, and makes sure of room: arrays taken before are no longer valid. */
  restart(bytes: number): void {
    this.end = PAGE;
    const lacking = PAGE + bytes - this.memory.buffer.byteLength;
    if (lacking > 0) this.memory.grow(Math.ceil(lacking / PAGE));
  }

  /** @returns what `release` gives back down to: the address from which nothing is taken */
  mark(): number {
    return this.end;
  }

  release(mark: number): void {
    this.end = mark;
  }

  floats(length: number): Float64Array {
    return new Float64Array(this.memory.buffer, this.take(8 * length), length);
  }

  integers(length: number): Uint32Array {
    return new Uint32Array(this.memory.buffer, this.take(4 * length), length);
  }

  words(length: number): Uint16Array {
    return new Uint16Array(this.memory.buffer, this.take(2 * length), length);
  }

  bytes(length: number): Uint8Array {
    return new Uint8Array(this.memory.buffer, this.take(length), length);
  }

  /** Takes room for a copy of values. @returns its address */
  put(values: Float64Array | Uint32Array | Uint8Array): number {
    const at = this.take(values.byteLength);
    new Uint8Array(this.memory.buffer, at).set(
      new Uint8Array(values.buffer, values.byteOffset, values.byteLength),
    );
    return at;
  }

  /** Writes a record: doubles, then words of 32 bits. @returns its address */
  record({ doubles = [], words = [] }: { doubles?: readonly number[]; words?: readonly number[] }): number {
    const at = this.take(8 * doubles.length + 4 * words.length);
    new Float64Array(this.memory.buffer, at, doubles.length).set(doubles);
    new Int32Array(this.memory.buffer, at + 8 * doubles.length, words.length).set(words);
    return at;
  }

  private take(bytes: number): number {
    const at = this.end;
    this.end += Math.ceil(bytes / 8) * 8;
    if (this.end > this.memory.buffer.byteLength)
      throw new RangeError('a kernel was given too little memory');
    return at;
  }
}
