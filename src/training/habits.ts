import type { Attention, Plan } from './plan.ts';
import { type Framework, forLargeRuns } from './software.ts';

/** What else decides the kernels of a framework. */
interface Beside {
  /** Whether a compiler joins its operations. */
  compiled?: boolean;
  /** Whether it runs latent attention, whose queries are wider than its values, on Blackwell. */
  latent?: boolean;
}

/**
 * Latent attention on Blackwell has a joined backward pass since cuDNN 9.11, of the summer of 2025 (Transformer Engine,
 * common/fused_attn/fused_attn.cpp); recipes before do its scores again.
 */
const latentBackward = 2025.5;

/** What a framework does beside what a plan says, by the year it was made and what copies share. */
export function habitsOf(
  framework: Framework,
  { year, shard, compiled = false, latent = false }: Pick<Plan, 'year' | 'shard'> & Beside,
): Pick<Plan, 'attention' | 'fused' | 'tensorExposed'> {
  return {
    attention: latent && year < latentBackward ? 'written' : attentionOf(framework, year),
    fused: fusedOf(framework, { shard, compiled }),
    ...((framework === 'torch' || framework === 'own') && { tensorExposed: true }),
  };
}

/**
 * Flash attention came into the large frameworks in 2023, kernels tuned to Hopper into those of its maker in 2024; PyTorch
 * by itself has the former, Megatron with DeepSpeed neither.
 */
function attentionOf(framework: Framework, year: number): Attention {
  if (framework === 'deepspeed' || year < 2023) return 'written';
  return year >= 2024 && (framework === 'jax' || forLargeRuns(framework)) ? 'tuned' : 'flash';
}

/** PyTorch's sharded data parallelism without its compiler runs each small operation by itself, as DeepSpeed does. */
function fusedOf(
  framework: Framework,
  { shard, compiled }: Pick<Plan, 'shard'> & { compiled: boolean },
): boolean {
  if (framework === 'deepspeed') return false;
  const eager = framework === 'torch' || framework === 'composer';
  return !eager || shard !== 3 || compiled;
}
