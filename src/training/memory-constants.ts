/** Numbers that the memory model is fitted by. */
export interface MemoryConstants {
  /** Runtime, communication library and kernels [B]. */
  runtime: number;
  /** Share of activations and buffers that the allocator cannot use. */
  fragments: number;
  /** Bytes of logits and their gradient, for each token and word. */
  logitBytes: number;
  /** Bytes of a gradient where it is not sharded with the weights. */
  gradientBytes: number;
}
