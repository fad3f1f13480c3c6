import type { Evidence } from '../dossier/dossier.ts';
import { dimensions, equal } from '../units/dimension.ts';
import { type CompileContext, middleOf, reliabilityOf } from './compile.ts';
import { exactValue } from './exact-value.ts';
import type { Kind } from './kinds.ts';
import type { HubItem, HubTotals } from './model.ts';
import { countLikelihood, floorLikelihood, totalLikelihood, unawareLikelihood } from './observation.ts';

/** Share of the claimed fleet from which it counts as substantially there. */
export const SUBSTANTIAL = 0.5;

/** The observation that an item makes of the hub as a whole, or null where it speaks of sites. */
export function hubItemOf(item: Evidence, at: number, context: CompileContext): HubItem | null {
  const kind = context.knowledge.kinds.get(item.kind)!;
  const seen = observe(item, kind, context);
  if (!seen) return null;
  const { reliability, credibility } = reliabilityOf(item.grade, context.knowledge.grades);
  const sites = item.about.flatMap((id) => {
    const index = context.sites.findIndex((site) => site.id === id);
    return index < 0 ? [] : [index];
  });
  const origin = context.origins.globalIndex(item.origin);
  const stage = kind.model === 'count' ? kind.stage : -1;
  return { item: at, origin, reliability, credibility, day: middleOf(item.date), sites, stage, ...seen };
}

type Seen = Pick<HubItem, 'likelihood' | 'noise'>;

function observe(item: Evidence, kind: Kind, context: CompileContext): Seen | null {
  switch (kind.model) {
    case 'finding': {
      const finding = kind.findings.get(item.finding!)!;
      if (!item.about.includes('hub') || !finding.hub) return null;
      const enough = SUBSTANTIAL * fleetOf(context);
      const { there, absent } = finding.hub;
      return {
        noise: finding.noise,
        likelihood: ({ accelerators }) => (accelerators >= enough ? there : absent),
      };
    }
    case 'count': {
      const counted = exactValue(item.observed!);
      const likelihood = ({ atStage }: HubTotals) => countLikelihood(counted, atStage, kind.seen);
      return { noise: 1 / 40, likelihood };
    }
    case 'total': {
      const stated = exactValue(item.observed!) / 1e15;
      return { noise: 0.5, likelihood: ({ lit }) => totalLikelihood(stated, lit, kind.sigma) };
    }
    case 'unaware':
      return {
        noise: 0.7,
        likelihood: ({ accelerators }) => unawareLikelihood(accelerators, kind.most, kind.scale),
      };
    case 'floor': {
      const observed = exactValue(item.observed!);
      const flow = equal(item.observed!.unit.dimension, dimensions.usd)
        ? observed / kind.pricePerChip
        : observed;
      return { noise: 0.5, likelihood: ({ pool }) => floorLikelihood(pool, flow, kind.sigma) };
    }
    default:
      return null;
  }
}

function fleetOf({ dossier }: CompileContext): number {
  const claim = dossier.hub.claims.find(({ says }) => says.accelerators);
  return claim ? exactValue(claim.says.accelerators!) : Infinity;
}
