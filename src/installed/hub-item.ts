import type { Evidence } from '../dossier/dossier.ts';
import { remembered } from '../stats/remembered.ts';
import { streamsOf } from '../supply/stock.ts';
import { dimensions, equal } from '../units/dimension.ts';
import { type CompileContext, middleOf } from './compile-context.ts';
import { exactValue, statedValue } from './exact-value.ts';
import type { Kind } from './kinds.ts';
import type { HubItem } from './model.ts';
import { countLikelihood, floorLikelihood, totalLikelihood, unawareLikelihood } from './observation.ts';
import { reliabilityOf } from './reliability.ts';

/** Share of the claimed fleet from which it counts as substantially there. */
export const SUBSTANTIAL = 0.5;

/** The observation that an item makes of the hub as a whole, or null where it speaks of sites. */
export function hubItemOf(item: Evidence, at: number, context: CompileContext): HubItem | null {
  const kind = context.knowledge.kinds.get(item.kind)!;
  const seen = observe(item, kind, context);
  if (!seen) return null;
  const { reliability, credibility } = reliabilityOf(item.grade, context.knowledge.grades);
  const named = item.about.includes('hub') ? [] : item.about;
  const sites = named.flatMap((id) => {
    const index = context.sites.findIndex((site) => site.id === id);
    return index < 0 ? [] : [index];
  });
  const origin = context.origins.globalIndex(item.origin);
  return { item: at, origin, reliability, credibility, day: middleOf(item.date), sites, ...seen };
}

type Seen = Pick<HubItem, 'likelihood' | 'noise' | 'sums'>;

function observe(item: Evidence, kind: Kind, context: CompileContext): Seen | null {
  switch (kind.model) {
    case 'finding': {
      const finding = kind.findings.get(item.finding!)!;
      if (!item.about.includes('hub') || !finding.hub) return null;
      const enough = SUBSTANTIAL * context.claimedFleet;
      const { there, absent } = finding.hub;
      const likelihood = (sum: number) => (sum >= enough ? there : absent);
      return { noise: finding.noise, sums: { of: 'accelerators' }, likelihood };
    }
    case 'count': {
      // The likelihood itself says "at least".
      const counted = exactValue(item.observed!);
      // Few sums are met, in very many draws.
      const bySum = new Map<number, number>();
      const likelihood = (sum: number) =>
        remembered(bySum, sum, () => countLikelihood(counted, sum, kind.seen));
      return { noise: kind.noise, sums: { of: 'projects', stage: kind.stage }, likelihood };
    }
    case 'total': {
      const stated = statedValue(item.observed!) / 1e15;
      const likelihood = (sum: number) => totalLikelihood(stated, sum, kind.sigma);
      return { noise: kind.noise, sums: { of: 'compute' }, likelihood };
    }
    case 'unaware':
      return {
        noise: kind.noise,
        sums: { of: 'accelerators' },
        likelihood: (sum) => unawareLikelihood(sum, kind.most, kind.scale),
      };
    case 'floor': {
      if (alreadyInPool(item, context)) return null;
      const observed = statedValue(item.observed!);
      const flow = equal(item.observed!.unit.dimension, dimensions.usd)
        ? observed / kind.pricePerChip
        : observed;
      const likelihood = (pool: number) => floorLikelihood(pool, flow, kind.sigma);
      return { noise: kind.noise, sums: null, likelihood };
    }
    default:
      return null;
  }
}

/** A flow that the estimates of the pool rest on already says nothing new about it. */
function alreadyInPool(item: Evidence, { dossier, knowledge }: CompileContext): boolean {
  if (dossier.hub.pool === undefined) return true;
  const streams = streamsOf(knowledge.supply, dossier.hub.pool);
  return streams.some(({ estimates }) =>
    estimates.some(({ citation }) => citation.sources.includes(item.source)),
  );
}
