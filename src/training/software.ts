/** Software that trains, by family; `own` is that of a model's maker which nobody else has. */
export const frameworks = ['megatron', 'deepspeed', 'composer', 'torch', 'jax', 'own'] as const;
export type Framework = (typeof frameworks)[number];

/** Whether software was written for large runs, with kernels tuned to the chip. */
export function forLargeRuns(framework: Framework | undefined): boolean {
  return framework === undefined || framework === 'megatron' || framework === 'own';
}

/** What waits in the memory of hosts: moments of the optimiser, all its states, or weights besides. */
export const hostings = ['none', 'moments', 'states', 'weights'] as const;
export type Hosted = (typeof hostings)[number];

/** What a framework keeps in memory besides what a plan says of degrees and sharing. */
export interface Software {
  framework: Framework;
  /** Weights in two bytes beside states in four; all in two bytes; or only gradients or moments. */
  states: 'mixed' | 'bf16' | 'half gradients' | 'bf16 moments';
  /** Gradients that wait for all micro-batches unshared, whatever else is shared. */
  wholeGradients: boolean;
  /** Logits, and the embedding table, that each chip of a tensor group holds whole. */
  wholeOutputs: boolean;
  /** Experts whose whole forward pass is done again, besides what recomputation says. */
  expertsAgain: boolean;
}

/** Whether gradients add up in two bytes. */
export function halfGradients(software: Software | undefined): boolean {
  return software?.states === 'bf16' || software?.states === 'half gradients';
}

/** What is assumed of a plan that does not say. */
export const plainSoftware: Software = {
  framework: 'megatron',
  states: 'mixed',
  wholeGradients: false,
  wholeOutputs: false,
  expertsAgain: false,
};

/** Bytes of each parameter: of its weight, gradient and optimiser states, spread over the copies or held by each. */
export interface StateBytes {
  weight: { each: number; spread: number };
  gradient: { each: number; spread: number };
  optimiser: { each: number; spread: number };
}

/**
 * Bytes a parameter takes under what copies of the model share (Rajbhandari et al. 2020, arXiv 1910.02054): mixed
 * precision holds two bytes of weight, a gradient, and twelve of states; sharded data parallelism of PyTorch and JAX
 * holds its weights in four bytes and needs no second copy for the optimiser.
 *
 * @param shard what is shared: 0 nothing, 1 optimiser states, 2 gradients, too, 3 weights, too
 * @param gradientBytes bytes of a gradient that is not sharded with its weight
 * @param hosted what waits in the memory of the host
 */
export function stateBytes(
  software: Software,
  shard: 0 | 1 | 2 | 3,
  { gradientBytes, hosted = 'none' }: { gradientBytes: number; hosted?: Hosted },
): StateBytes {
  const bytes = onChips(software, shard, gradientBytes);
  const none = { each: 0, spread: 0 };
  switch (hosted) {
    case 'none':
      return bytes;
    case 'moments': {
      const moments = momentBytes(software);
      const { each, spread } = bytes.optimiser;
      return {
        ...bytes,
        optimiser: each > 0 ? { each: each - moments, spread } : { each, spread: spread - moments },
      };
    }
    case 'states': {
      // Weights in four bytes that are spread leave their copy in two.
      const { each, spread } = bytes.weight;
      return {
        ...bytes,
        weight: { each, spread: spread === 4 ? (each === 0 ? 2 : 0) : spread },
        optimiser: none,
      };
    }
    case 'weights':
      return { ...bytes, weight: none, optimiser: none };
  }
}

/** Bytes of a parameter that wait in the memory of the host, for each copy that is held. */
export function hostedBytes(software: Software, hosted: Hosted): number {
  const master = software.states === 'bf16' ? 0 : 4;
  switch (hosted) {
    case 'none':
      return 0;
    case 'moments':
      return momentBytes(software);
    case 'states':
      return momentBytes(software) + master;
    case 'weights':
      return momentBytes(software) + master + 2;
  }
}

function momentBytes({ states }: Software): number {
  return states === 'bf16' || states === 'bf16 moments' ? 4 : 8;
}

function onChips(software: Software, shard: 0 | 1 | 2 | 3, gradientBytes: number): StateBytes {
  const { framework, states, wholeGradients } = software;
  const part = (bytes: number, from: 1 | 2 | 3) =>
    shard >= from ? { each: 0, spread: bytes } : { each: bytes, spread: 0 };
  const whole = (bytes: number) => ({ each: bytes, spread: 0 });
  if (states === 'bf16') {
    return {
      weight: part(2, 3),
      gradient: wholeGradients ? whole(gradientBytes) : part(2, 2),
      optimiser: part(4, 1),
    };
  }
  const moments = momentBytes(software);
  const bytes = states === 'half gradients' ? 2 : gradientBytes;
  const eager = framework === 'torch' || framework === 'jax' || framework === 'composer';
  if (shard === 3 || (eager && shard > 0)) {
    return {
      weight: { each: shard === 3 ? 0 : 2, spread: 4 },
      gradient: { each: wholeGradients ? bytes : 0, spread: bytes },
      optimiser: { each: 0, spread: moments },
    };
  }
  return {
    weight: whole(2),
    gradient: wholeGradients ? whole(bytes) : part(bytes, 2),
    optimiser: part(4 + moments, 1),
  };
}
