import { exp } from '../elementary/exponential.ts';
import type { FeedForward } from '../models/architecture.ts';
import type { Shape } from '../training/gemm.ts';
import type { Machine } from '../training/machine.ts';
import { productFormat } from '../training/product-format.ts';
import type { ServingConstants } from './constants.ts';
import { hottest } from './hottest.ts';
import type { Formats, Placement } from './placement.ts';
import { ahead, type Compiling, type Shaping } from './shapes.ts';

/** Routed experts of one layer on one chip. */
export interface Routed {
  experts: number;
  active: number;
  held: number;
  up: Shape;
  down: Shape;
  router: Shape;
  /** Width of what is sent to experts. */
  into: number;
  nodes: number;
  /** Tokens of the busiest chip over those of a mean one, and of the busiest node. */
  hot: number;
  hotNode: number;
  /** Passes over what products of experts read and write. */
  passes: number;
}

/** Experts that each token visits some of. */
export type Experts = Extract<FeedForward, { kind: 'experts' }>;

/** What a placement makes of the routed experts of a layer. */
export function routedOf(
  { model, machine, constants, formats, pace }: Compiling,
  { part, placement, shape }: { part: Experts; placement: Placement; shape: Shaping },
): Routed {
  const { tensor, data, expertParallel } = placement;
  const into = part.latent ?? model.hidden;
  const group = expertParallel ? tensor * data : 1;
  const width = expertParallel ? part.width : part.width / tensor;
  const nodes = Math.max(1, group / machine.domain);
  const held = Math.max(1, part.experts / group);
  const young = exp(-constants.yearGrouped * (placement.year - 2025.5));
  const computing = 1 + (constants.grouped - 1) * young * ahead(machine, constants);
  const streaming = (1 + (constants.groupedStream - 1) * young) / widening(machine, formats, constants);
  const grouped = (n: number, k: number): Shape => {
    const one = shape(n, k, formats.experts);
    return { ...one, peak: one.peak / computing, bandwidth: one.bandwidth / streaming };
  };
  return {
    experts: part.experts,
    active: part.active,
    held,
    hot: hottest(placement, { held, chips: group, constants }),
    hotNode: hottest(placement, { held: part.experts / nodes, chips: nodes, constants }),
    passes: constants.routedTraffic * young * pace,
    up: grouped((part.gated ? 2 : 1) * width, into),
    down: grouped(into, width),
    router: shape(part.experts, model.hidden, 'bf16'),
    into,
    nodes: Math.min(part.groupsActive ?? nodes, nodes),
  };
}

/** Pace at which weights of experts are read: slower where a chip without their format widens them in kernels for experts. */
function widening(machine: Machine, { experts, weightsOnly }: Formats, { limits }: ServingConstants): number {
  const lacking = machine.peak[experts] === undefined;
  return lacking && productFormat(machine, experts, weightsOnly).as === 'weights-only'
    ? limits.widenedExperts
    : 1;
}
