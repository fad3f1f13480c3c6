import type { Dossier, Site } from '../dossier/dossier.ts';
import type { PartialDate } from '../sources/source.ts';
import type { Distribution } from '../stats/distribution.ts';
import type { Knowledge } from './knowledge.ts';
import type { Origins } from './origins.ts';

/** What compiling one item or site needs besides it. */
export interface CompileContext {
  dossier: Dossier;
  knowledge: Knowledge;
  sites: readonly Site[];
  asOf: PartialDate;
  origins: Origins;
  /** Restricted accelerators claimed for the whole hub. */
  claimedFleet: number;
  /** Dense FP16 FLOP/s of one named accelerator. */
  namedPeak: number;
  /** Dense FP16 FLOP/s of a P. */
  perP: Distribution;
  /** Share of legal chips among substitutes for a site lit on a day. */
  legalShare(day: number): number;
}

/** Middle of the first day and the last that a date can mean. */
export function middleOf({ from, to }: PartialDate): number {
  return (from + to) / 2;
}
