import type { ServingConstants } from '../../src/serving/constants.ts';

/**
 * Where the fit begins and what it is pulled towards: judged before any published rate was looked at, from the physics of
 * kernels and reports of single kernels. Kept apart from the fitted constants of data/serving, so that scores out of sample
 * owe nothing to the rows they are taken on.
 */
export const priors: ServingConstants = {
  launch: 0.35,
  gap: 6e-6,
  traffic: 10,
  matrices: 1.1,
  grouped: 1.2,
  routedTraffic: 6,
  cacheStream: 0.75,
  latentCore: 0.5,
  promptCore: 0.45,
  coreNarrow: 1.4,
  reduceStart: 0.5,
  exchangeStart: 0.6,
  network: 0.75,
  networkEach: 0.2e-6,
  skew: 0.7,
  skewBalanced: 0.15,
  hidden: 0.8,
  stall: 0.5,
  hostStep: 1e-3,
  grace: 1.4,
  yearHost: 0.2,
  yearKernels: 0.1,
  tokenTail: 1.2,
  queueTail: 1,
  engine: {
    trtllm: { sequence: 15e-6, kernels: 1 },
    tensorrt: { sequence: 8e-6, kernels: 1 },
    vllm: { sequence: 15e-6, kernels: 1 },
    sglang: { sequence: 12e-6, kernels: 1 },
    own: { sequence: 6e-6, kernels: 1 },
  },
  family: Object.fromEntries(
    ['a100', 'a800', 'h100', 'h200', 'h800', 'h20', 'b200', 'gb200', 'b300', 'gb300', 'ascend', 'amd', 'workstation', 'other'].map(
      (family) => [family, { compute: 1, memory: 1 }],
    ),
  ),
  limits: { runtime: 4e9, cacheShare: 0.93, sequences: 4096, stepTokens: 16384, copies: 0.125 },
};

/** Spreads of the logarithms around the priors. */
export const spreads: Readonly<Record<string, number>> = {
  launch: 0.4,
  gap: 0.7,
  traffic: 0.4,
  matrices: 0.15,
  grouped: 0.25,
  routedTraffic: 0.5,
  cacheStream: 0.15,
  latentCore: 0.3,
  promptCore: 0.3,
  coreNarrow: 0.15,
  reduceStart: 0.5,
  exchangeStart: 0.5,
  network: 0.25,
  networkEach: 0.7,
  skew: 0.5,
  skewBalanced: 0.5,
  hidden: 0.15,
  stall: 0.7,
  hostStep: 0.7,
  grace: 0.3,
  yearHost: 0.7,
  yearKernels: 0.7,
  tokenTail: 0.15,
  queueTail: 0.5,
  sequence: 0.6,
  kernels: 0.15,
  generation: 0.25,
  family: 0.12,
};
