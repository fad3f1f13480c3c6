import type { Dimension } from '../units/unit.ts';

/** What items of an evidence kind must hold; the kinds themselves are data. */
export interface KindRule {
  /** Findings of which an item names one; empty where the kind reports an amount only. */
  findings: readonly string[];
  /** Dimensions of which `observed` has one; empty where the kind observes no amount. */
  observed: readonly Dimension[];
  /** Dimensions of which `per` has one; empty where the kind is no ratio. */
  per: readonly Dimension[];
}
