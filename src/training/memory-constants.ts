/** Numbers that the memory model is fitted by. */
export interface MemoryConstants {
  /** Runtime, communication library and kernels [B]. */
  runtime: number;
  /** The same where a compiler computes the loss in pieces. */
  piecewiseLogitBytes: number;
  /** Share of the memory of a chip by which a prediction may exceed it before a plan is called impossible. */
  tolerance: number;
  /** Share of activations and buffers that the allocator cannot use. */
  fragments: number;
  /** Bytes of logits and their gradient, for each token and word. */
  logitBytes: number;
  /** The same where the loss is computed in four bytes beside the logits, as sharded data parallelism without fused kernels does. */
  plainLogitBytes: number;
  /** Share of activations that software without joined kernels keeps besides: masks, casts, copies. */
  unfused: number;
  /** Bytes of a gradient where it is not sharded with the weights. */
  gradientBytes: number;
}
