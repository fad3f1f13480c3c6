/** Names of the numbers that the training model is fitted by; data/training/constants.yaml says what each means. */
export const constantNames = [
  'attentionForward',
  'attentionBackward',
  'scan',
  'traffic',
  'unfused',
  'cast',
  'softmax',
  'attentionTuned',
  'attentionHalf',
  'exponential',
  'attentionWritten',
  'exchangeNetwork',
  'expertOverlapped',
  'hostDropped',
  'yearGrouped',
  'yearLate',
  'yearExpertHidden',
  'permute',
  'network',
  'networkStart',
  'tensorHidden',
  'tensorBeside',
  'contextHidden',
  'expertHidden',
  'exchangeProcessors',
  'exchangeJoined',
  'permuteJoined',
  'hostJoined',
  'dataHidden',
  'shardHidden',
  'pipelineExposed',
  'accumulate',
  'optimiser',
  'hostDense',
  'hostExperts',
  'hostHeld',
  'hostGraphed',
  'fixed',
  'jitter',
  'groupedLoss',
  'yearSoftware',
  'yearExperts',
  'yearHidden',
  'bubble',
] as const;
export type ConstantName = (typeof constantNames)[number];

/** Constants of the model: global ones, and factors for each family of chips. */
export interface Constants extends Readonly<Record<ConstantName, number>> {
  /** Factors by family of chips; `other` for families nobody measured. */
  readonly family: Readonly<Record<string, FamilyFactors>>;
}

export interface FamilyFactors {
  /** What matrix products in training lose against the peak, over what measured kernels lose. */
  gemm: number;
  /** The same in FP8 and narrower formats. */
  narrow: number;
  /** Time of attention over that of the family it was fitted on. */
  attention: number;
  /** Time that hosts of this family take to launch the kernels of experts. */
  host: number;
  /** Time of exchanges over that of measured collectives, or of the links as published. */
  link: number;
}
