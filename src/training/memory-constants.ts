/** Numbers that the memory model is fitted by. */
export interface MemoryConstants {
  /** Context of the device, runtime and communication library [B]: what an allocator does not see. */
  runtime: number;
  /** Share of activations and buffers that the allocator reserves and cannot use. */
  fragments: number;
  /** Bytes of logits and their gradient, for each token and word, where kernels join the loss. */
  logitBytes: number;
  /** The same where a compiler computes the loss in pieces. */
  piecewiseLogitBytes: number;
  /** Share of activations that software without joined kernels keeps besides: masks, casts, copies. */
  unfused: number;
  /** Bytes of a gradient where it is not sharded with its weight. */
  gradientBytes: number;
  /** Share of the memory of a chip by which a prediction may exceed it before a plan is called impossible. */
  tolerance: number;
}
