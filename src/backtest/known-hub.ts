import type { Dossier } from '../dossier/dossier.ts';
import type { Outcome } from '../dossier/outcome.ts';
import { attributesOf, type DeliveryCase, type Fate } from '../installed/delivery/attributes.ts';
import { routes, stages } from '../installed/world.ts';
import type { PartialDate } from '../sources/source.ts';

/** A hub whose outcome is known: what could be read of it, and apart from that what became of it. */
export interface KnownHub {
  dossier: Dossier;
  outcome: Outcome;
}

/** Weight of a case by how sure its resolution is. */
const WEIGHTS = { A: 1, B: 0.7, C: 0.4 } as const;
const YEAR = 365;

/** Day a hub was claimed, and the last day of the date it was promised for. */
export function claimDays({ dossier }: KnownHub): { claimed: number; due: number } {
  const claim = dossier.hub.claims[0]!;
  return { claimed: middle(claim.date), due: claim.says.due!.to };
}

/** A known hub as the model of delivery is fitted to it. */
export function deliveryCase(hub: KnownHub): DeliveryCase {
  const attributes = attributesOf(hub.dossier, hub.dossier.hub.asOf)!;
  return { id: hub.dossier.id, attributes, fate: fateOf(hub) };
}

function fateOf(hub: KnownHub): Fate {
  const { outcome } = hub;
  const { claimed, due } = claimDays(hub);
  const end = endOf(outcome);
  const since = (date: PartialDate | undefined) => (date ? Math.max(1, middle(date) - claimed) : null);
  const seen = (name: Outcome['stage']['atDue'], day: number) => {
    const reached = reachedOf(name);
    return reached === null ? null : { day: day - claimed, reached };
  };
  const firstLit = end === 'dead' ? null : since(outcome.dates.firstLit);
  const lit = end !== 'dead' && (firstLit !== null || outcome.stage.atDue === 'lit');
  const route = routes.indexOf(outcome.route as (typeof routes)[number]);
  return {
    end,
    due: due - claimed,
    stage: seen(outcome.stage.atDue, stageDay(hub)),
    later: seen(outcome.stage.twelveMonthsLater, due + YEAR),
    works: worksOf(outcome, claimed),
    firstLit,
    fullLit: end === 'delivered' ? since(outcome.dates.fullLit) : null,
    censored: outcome.resolved.to - claimed,
    lateness: latenessOf(outcome),
    route: lit && route >= 0 ? route : null,
    part: end === 'part' ? (outcome.fraction.twelveMonthsLater ?? outcome.fraction.atDue ?? null) : null,
    weight: WEIGHTS[outcome.confidence],
  };
}

/** Day on which the stage counts: the due date, or the day the case was resolved, whichever came first. */
export function stageDay(hub: KnownHub): number {
  return Math.min(claimDays(hub).due, hub.outcome.resolved.to);
}

/** Position of a stage; one given up or never begun counts as paper; null where not known. */
export function reachedOf(name: Outcome['stage']['atDue']): number | null {
  if (name === 'unknown') return null;
  return name === 'none' ? 0 : stages.indexOf(name);
}

/** Days from the claim to first works, a week where they began with it; null where not known, or where they came before it. */
function worksOf({ dates }: Outcome, claimed: number): number | null {
  if (!dates.construction) return null;
  const days = middle(dates.construction) - claimed;
  return days < -31 ? null : Math.max(7, days);
}

function endOf({ result, target, stage, fraction }: Outcome): Fate['end'] {
  switch (result) {
    case 'on-time':
      return target === 'full' ? 'delivered' : 'open';
    case 'late-12':
    case 'late-over-12':
      return 'delivered';
    case 'late-open':
    case 'not-due':
      return 'open';
    case 'shrunk':
    case 'substituted':
      if (stage.atDue === 'lit') return 'part';
      return fraction.twelveMonthsLater === undefined ? 'open' : 'dead';
    case 'cancelled':
    case 'stalled':
    case 'disowned':
      return 'dead';
  }
}

function latenessOf({ result }: Outcome): Fate['lateness'] {
  if (result === 'on-time') return 'inTime';
  if (result === 'late-12') return 'within';
  return result === 'late-over-12' ? 'beyond' : null;
}

function middle({ from, to }: PartialDate): number {
  return (from + to) / 2;
}
