import { exp } from '../elementary/exponential.ts';
import type { Architecture } from '../models/architecture.ts';
import type { Constants, FamilyFactors } from './constants.ts';
import { gemmTime, type Product } from './gemm.ts';
import type { Kept } from './kept.ts';
import { formatOf, type Machine, operandBytes, type Precision, productChip } from './machine.ts';
import type { Attention, Dispatch } from './plan.ts';
import { halfGradients, type Software } from './software.ts';

/** What a layer's time depends on: the part of a plan that one micro-batch on one chip sees. */
export interface LayerPlan {
  tensor: number;
  context: number;
  expert: number;
  expertTensor: number;
  /** Pieces of a stage: with several, the work of others can hide an exchange. */
  chunks: number;
  microBatch: number;
  sequence: number;
  precision: Precision;
  sequenceParallel: boolean;
  tensorExposed?: boolean;
  dispatch?: Dispatch;
  attention: Attention;
  fused: boolean;
  expertOverlap: boolean;
  dropsTokens: boolean;
  capacity?: number;
  kept?: readonly Kept[];
  graphs?: 'part' | 'full';
  year: number;
  software?: Software;
}

/** Seconds of one pass of one micro-batch through one layer on one chip. */
export interface PassTime {
  gemm: number;
  attention: number;
  /** Norms, activations, casts, permutations: what moves memory. */
  memory: number;
  /** Exchange within the tensor group, not hidden. */
  tensor: number;
  context: number;
  expert: number;
  /** What the host needs to launch the kernels. */
  host: number;
}

export interface LayerTime {
  forward: PassTime;
  backward: PassTime;
  /** What selective recomputation repeats of the forward pass [s]. */
  again: number;
  /** The last product of the forward pass, whose result the backward pass does not need [s]. */
  last: number;
  /** What full recomputation need not repeat, since the plan keeps its results [s]. */
  spared: number;
}

/** What is known and summed while the time of a layer is taken. */
export interface Work {
  model: Architecture;
  plan: LayerPlan;
  machine: Machine;
  constants: Constants;
  /** Tokens that each tensor group sees of a micro-batch. */
  tokens: number;
  /** Tokens of them whose norms and residuals this chip computes. */
  ownTokens: number;
  forward: PassTime;
  backward: PassTime;
  again: number;
  last: number;
  spared: number;
}

/** Adds a product to both passes: once forward, once for each of its operands backward. */
export function multiply(
  work: Work,
  { m, n, k, groups }: Omit<Product, 'each'>,
  precision?: Precision,
): number {
  const { machine, constants, plan } = work;
  const { format, peak } = formatOf(machine, precision ?? plan.precision);
  const chip = productChip(machine, peak);
  const width = operandBytes[format];
  const family = familyOf(constants, machine);
  const factor = groups === undefined ? 1 : 1 + groupLoss(work, groups);
  const curve = { ...machine.large[format], loss: format === 'bf16' ? family.gemm : family.narrow };
  const grouped = groups === undefined ? {} : { groups };
  const once = factor * gemmTime(chip, curve, { m, n, k, each: width, ...grouped });
  const inputs = factor * gemmTime(chip, curve, { m, n: k, k: n, each: width, ...grouped });
  const weights = factor * gemmTime(chip, curve, { m: k, n, k: m, each: width, ...grouped });
  work.forward.gemm += once;
  work.backward.gemm += inputs + weights + addTime(work, (groups ?? 1) * n * k);
  if (format !== 'bf16') {
    const count = groups ?? 1;
    const each = (3 * constants.cast * aged(constants.yearSoftware, plan.year)) / machine.bandwidth;
    const cast = count * m * k * each;
    const castBack = count * m * n * each;
    work.forward.memory += cast;
    work.backward.memory += castBack;
  }
  return once;
}

/**
 * Adding the gradient of a micro-batch to those before it: what is read and written besides the product's own result of
 * two bytes. Gradients of BF16 add up in four bytes, those of FP16 in two (Megatron-LM, arguments.py).
 */
function addTime({ plan, machine, constants }: Work, weights: number): number {
  const each = halfGradients(plan.software) ? 2 : 4;
  return (constants.accumulate * (2 * each - 2) * weights) / machine.bandwidth;
}

/**
 * How much longer a group of small products takes than one large one; kernels for it are young and get better. Compilers
 * of whole programs lay experts of equal capacity out as one product.
 */
function groupLoss({ constants, machine, plan }: Work, groups: number): number {
  if (machine.compiled && plan.dropsTokens) return 0;
  return (
    (constants.groupedLoss - 1) *
    (1 - 1 / groups ** 2) *
    agedExperts(constants.yearGrouped, constants, plan.year)
  );
}

/** Counts the forward time of a part among what recomputation spares, where the plan keeps it. */
export function spare(work: Work, part: Kept, time: number): void {
  if (work.plan.kept?.includes(part)) work.spared += time;
}

/** The factors of a family of chips, or those of chips nobody measured. */
export function familyOf(constants: Constants, machine: Machine): FamilyFactors {
  return constants.family[machine.family] ?? constants.family.other!;
}

/** Adds traffic of `bytes` forward; backward, kernels read the gradient besides, a quarter to a half more. */
export function move(work: Work, bytes: number, pieces = 1): number {
  const { constants, machine, plan } = work;
  const joined = plan.fused ? 1 : constants.unfused;
  const traffic = bytes * constants.traffic * joined;
  const time = traffic / machine.bandwidth + pieces * 3e-6;
  work.forward.memory += time;
  work.backward.memory += 1.35 * time;
  return time;
}

/**
 * Software gets better at hiding and joining: a factor that falls with the years. What came before 2023 differs by what
 * it computes (attention that is written, parts that are not joined), not by a slower pace of everything.
 */
export function aged(rate: number, year: number): number {
  return exp(-rate * (Math.max(2023, year) - 2024));
}

/** The same for what experts add, which got better faster after the first quarter of 2026. */
export function agedExperts(rate: number, constants: Constants, year: number): number {
  return aged(rate, year) * exp(-constants.yearLate * Math.max(0, year - 2026.3));
}

/** A hidden share that grows with the years, between 0 and 0.95. */
export function hiddenShare(share: number, rate: number, year: number): number {
  const odds = (share / (1 - share)) * exp(rate * (year - 2024));
  return Math.min(0.95, odds / (1 + odds));
}
