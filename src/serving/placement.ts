import type { Precision } from '../training/machine.ts';
import type { EngineKind } from './constants.ts';

/** Formats of the numbers of a model that is served. */
export interface Formats {
  /** Matrices of attention, its inputs and outputs. */
  mixer: Precision;
  /** Dense and shared feed-forward layers. */
  dense: Precision;
  /** Routed experts. */
  experts: Precision;
  /** Attention itself. */
  core: Precision;
  /** Whether only the weights are narrow, and products are computed in eight bits or more. */
  weightsOnly?: boolean;
  /** Bytes of a number of the cache. */
  cache: number;
}

/**
 * How evenly the tokens fall on experts: as those of people come, as random ones do, balanced by copies of busy experts, or
 * perfectly.
 */
export const balances = ['none', 'random', 'balanced', 'perfect'] as const;
export type Balance = (typeof balances)[number];

/** How a model lies on the chips of one engine. */
export interface Placement {
  /** Chips that share every matrix and head. */
  tensor: number;
  /** Groups of these that each hold attention whole and see their own sequences; experts are split over all of them. */
  data: number;
  /** Stages that layers are split into. */
  pipeline: number;
  /** Whether experts are split by whole experts over tensor x data chips, instead of each over the tensor group. */
  expertParallel: boolean;
  formats: Formats;
  /** Whether two halves of a batch take turns, so that one computes while the other exchanges. */
  overlap: boolean;
  /** Whether prompts wait for each other, so that all groups read at the same time; as left out, each is read when it comes. */
  gathers?: boolean;
  balance: Balance;
  /** Tokens guessed ahead in a step, and the chance that one is kept where all before it are. */
  guessed: number;
  accepted: number;
  engine: EngineKind;
  /** When the engine was made, as a year. */
  year: number;
}

/** Chips of one engine. */
export function chipsOf({ tensor, data, pipeline }: Placement): number {
  return tensor * data * pipeline;
}
