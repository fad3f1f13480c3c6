/** What lies in the memory of a kernel. */
type Values = Float64Array | Int32Array | Uint16Array | Uint8Array;

/** Bytes of a page; the first one of a kernel's memory is left to its compiler. */
export const PAGE = 65536;

/** Lays out the memory of a kernel in WebAssembly: first everything is put somewhere, then memory is opened. */
export class Arena {
  private end = PAGE;
  private readonly parts: { at: number; values: Values }[] = [];

  /** Leaves room. @returns its address, a multiple of 16 */
  room(bytes: number): number {
    const at = this.end;
    this.end += Math.ceil(bytes / 16) * 16;
    return at;
  }

  /** Puts values into memory. @returns their address */
  put(values: Values): number {
    const at = this.room(values.byteLength);
    this.parts.push({ at, values });
    return at;
  }

  /**
   * Memory that holds everything that was put, and zeros elsewhere.
   *
   * @returns with the first address that is free; a kernel may let it grow, which ends the arrays made on it before
   */
  open(): { memory: WebAssembly.Memory; free: number } {
    const memory = new WebAssembly.Memory({ initial: Math.ceil(this.end / PAGE) });
    const bytes = new Uint8Array(memory.buffer);
    for (const { at, values } of this.parts) {
      bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), at);
    }
    return { memory, free: this.end };
  }
}
