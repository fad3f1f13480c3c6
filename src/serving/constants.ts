/** Names of the global numbers that the serving model is fitted by; data/serving/constants.yaml has their values. */
export const constantNames = [
  'launch',
  'gap',
  'traffic',
  'matrices',
  'grouped',
  'groupedStream',
  'routedTraffic',
  'cacheStream',
  'promptCore',
  'coreNarrow',
  'reduceStart',
  'exchangeStart',
  'network',
  'networkEach',
  'networkStart',
  'skew',
  'skewRandom',
  'skewBalanced',
  'hidden',
  'stall',
  'hostStep',
  'guessStep',
  'grace',
  'yearHost',
  'yearKernels',
  'yearGrouped',
  'tokenTail',
  'queueTail',
] as const;
export type ConstantName = (typeof constantNames)[number];

/** Kinds of engines: the software that runs a step. */
export const engineKinds = ['trtllm', 'tensorrt', 'vllm', 'sglang', 'own'] as const;
export type EngineKind = (typeof engineKinds)[number];

/** What an engine adds to the time of its kernels. */
export interface EngineFactors {
  /** Time that the host takes for each sequence of a step [s]. */
  sequence: number;
  /** Time of the chips over that of the kernels. */
  kernels: number;
}

/** Factors of a family of chips over what its kernels and data sheets say. */
export interface FamilyFactors {
  /** Time of arithmetic. */
  compute: number;
  /** Time of reading memory. */
  memory: number;
  /** Time of attention over a compressed cache. */
  latent: number;
}

/** Names of the judged limits of memory and steps. */
export const limitNames = [
  'runtime',
  'cacheShare',
  'sequences',
  'stepTokens',
  'copies',
  'latentMost',
  'latentLarge',
  'reachMost',
  'exchangeProcessors',
  'fastProcessor',
  'latentStart',
  'widenedExperts',
  'accepted',
  'productionUse',
  'patience',
  'stallGathered',
] as const satisfies readonly (keyof Limits)[];

/** Judged limits of memory and steps. */
export interface Limits {
  /** Memory that the engine, its kernels and its buffers take [B]. */
  runtime: number;
  /** Share of what is then free that holds the cache. */
  cacheShare: number;
  /** Most sequences of one scheduler. */
  sequences: number;
  /** Most tokens of a step of one scheduler. */
  stepTokens: number;
  /** Copies of experts kept to balance their load, as a share of all. */
  copies: number;
  /** Share of the peak that attention over a compressed cache cannot exceed; and reaches on chips of few large processors. */
  latentMost: number;
  latentLarge: number;
  /** Share of the peak, and of the memory bandwidth, that no kernel exceeds. */
  reachMost: number;
  /** Processors that exchange the tokens of prompts, and compute nothing meanwhile. */
  exchangeProcessors: number;
  /** Peak of one processor in sixteen bits from which matrix units run ahead of what feeds them [FLOP/s]. */
  fastProcessor: number;
  /** Time in which a processor begins and ends attention of one sequence over a compressed cache, where it was measured [s]. */
  latentStart: number;
  /** Pace at which narrow weights of experts are read that must be widened, over that of others. */
  widenedExperts: number;
  /** Chance that a guessed token is kept, where all before it are and nothing else is said. */
  accepted: number;
  /** Share of what an engine could read that it reads on average where a service must answer at once. */
  productionUse: number;
  /** Time to the first token that users bear where none is asked for [s]. */
  patience: number;
  /** Of the excess of the busiest group of chips over the mean, what is left where prompts wait for each other. */
  stallGathered: number;
}

export interface ServingConstants extends Readonly<Record<ConstantName, number>> {
  readonly engine: Readonly<Record<EngineKind, EngineFactors>>;
  /** By family of chips; `other` for families that nobody measured. */
  readonly family: Readonly<Record<string, FamilyFactors>>;
  readonly limits: Limits;
}
