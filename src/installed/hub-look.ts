import type { Look } from '../dossier/dossier.ts';
import { SUBSTANTIAL } from './hub-item.ts';
import type { CountKind, FindingKind, Kind, UnawareKind } from './kinds.ts';
import type { Knowledge } from './knowledge.ts';
import { unawareLikelihood } from './observation.ts';
import { reliabilityOf } from './reliability.ts';

/** What a look at the hub as a whole sees of one drawn world on the day of the verdict. */
export interface HubView {
  /** Restricted accelerators running at the hub's sites. */
  accelerators: number;
  /** Projects at a stage or beyond. */
  projectsAt(stage: number): number;
}

/** Outcomes of a look at the hub and their probability in a world, unreliable reporting included. */
export interface HubLookModel {
  outcomes: readonly string[];
  probability(outcome: number, view: HubView): number;
}

/**
 * Why a look cannot be evaluated: `total`, a bound from above on some sites says nothing of how large it will be; `hub`, its
 * kind has no probabilities about a hub; `site`, none of its sites is known by the date; `kind`, a kind whose outcomes no
 * model foretells.
 */
export type LookGap = 'total' | 'hub' | 'site' | 'kind';

/** Counts between which a count still to be made is told apart, as shares of the hub's projects. */
const QUARTERS = [0, 0.25, 0.5, 0.75, 1];

/**
 * A look at the hub as a whole as a table of outcome probabilities, or why there is none.
 *
 * @param hub `fleet`: restricted accelerators claimed for it; `projects`: how many it has
 */
export function hubLookModel(
  look: Look,
  knowledge: Knowledge,
  hub: { fleet: number; projects: number },
): HubLookModel | LookGap {
  const kind: Kind = knowledge.kinds.get(look.kind)!;
  const { reliability, credibility } = reliabilityOf(look.grade, knowledge.grades);
  const rho = reliability.mean * credibility;
  if (kind.model === 'total') return 'total';
  if (kind.model === 'count') return countLook(kind, rho, hub.projects);
  if (!look.about.includes('hub'))
    return kind.model === 'finding' || kind.model === 'amount' ? 'site' : 'kind';
  if (kind.model === 'unaware') return unawareLook(kind, rho);
  if (kind.model === 'finding') return findingLook(kind, rho, SUBSTANTIAL * hub.fleet);
  return kind.model === 'amount' ? 'hub' : 'kind';
}

/** Each finding about the hub, and finding nothing of the sort; where the findings cover everything, they share the whole. */
function findingLook(kind: FindingKind, rho: number, enough: number): HubLookModel | LookGap {
  const findings = [...kind.findings.values()].filter(({ hub }) => hub);
  if (findings.length === 0) return 'hub';
  const chance = (o: number, { accelerators }: HubView): number => {
    const { hub, noise } = findings[o]!;
    return rho * (accelerators >= enough ? hub!.there : hub!.absent) + (1 - rho) * noise;
  };
  const total = (view: HubView): number => findings.reduce((sum, _, o) => sum + chance(o, view), 0);
  return {
    outcomes: [...findings.map(({ name }) => name), 'nothing of the sort'],
    probability(outcome, view) {
      const sum = Math.max(1, total(view));
      return outcome < findings.length ? chance(outcome, view) / sum : 1 - total(view) / sum;
    },
  };
}

/** How many projects are noticed: each of those at the stage with probability `seen`; by an unreliable source any number. */
function countLook({ seen, stage }: CountKind, rho: number, projects: number): HubLookModel {
  const bounds = QUARTERS.map((share) => Math.round(share * projects));
  const first = (bin: number): number => (bin === 0 ? 0 : bounds[bin]! + 1);
  const bins = QUARTERS.slice(1)
    .map((_, bin) => ({ from: first(bin), to: bounds[bin + 1]! }))
    .filter(({ from, to }) => to >= from);
  const truth = Array.from({ length: projects + 1 }, (_, there) => {
    const each = binomial(there, seen);
    return bins.map(({ from, to }) => each.slice(from, to + 1).reduce((sum, p) => sum + p, 0));
  });
  return {
    outcomes: bins.map(({ from, to }) => `${from} to ${to} of ${projects}`),
    probability(outcome, view) {
      const { from, to } = bins[outcome]!;
      const noise = (to - from + 1) / (projects + 1);
      return rho * truth[view.projectsAt(stage)]![outcome]! + (1 - rho) * noise;
    },
  };
}

/** P(k of n), k = 0..n: (n choose k) p^k (1 - p)^(n - k), by adding one trial at a time. */
function binomial(n: number, p: number): number[] {
  let each = [1];
  for (let trial = 0; trial < n; trial++) {
    each = [...each, 0].map((same, k) => same * (1 - p) + (k > 0 ? each[k - 1]! * p : 0));
  }
  return each;
}

function unawareLook({ finding, most, scale, noise }: UnawareKind, rho: number): HubLookModel {
  return {
    outcomes: [finding, 'aware'],
    probability(outcome, { accelerators }) {
      const none = rho * unawareLikelihood(accelerators, most, scale) + (1 - rho) * noise;
      return outcome === 0 ? none : 1 - none;
    },
  };
}
