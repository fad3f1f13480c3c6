import type { Look } from '../dossier/dossier.ts';
import { log } from '../elementary/logarithm.ts';
import { normalCdf } from '../stats/normal.ts';
import type { CompileContext } from './compile-context.ts';
import type { AmountKind, FindingKind } from './kinds.ts';
import type { LookModel } from './model.ts';
import { reliabilityOf } from './reliability.ts';
import type { Sight } from './sight.ts';

/** Shares of the claim between which a future statement of an amount is told apart. */
const SHARES = [0.01, 0.1, 0.5];
const OUTCOMES = ['under 1 % of the claim', '1 to 10 %', '10 to 50 %', 'over half of the claim'];

/** Looks at single sites as tables of outcome probabilities; `hubLookModel` has those at the hub as a whole. */
export function lookModels(looks: readonly Look[], context: CompileContext): LookModel[] {
  return looks.flatMap((look) => {
    const kind = context.knowledge.kinds.get(look.kind)!;
    const site = context.sites.findIndex(({ id }) => look.about.includes(id));
    if (site < 0) return [];
    const { reliability, credibility } = reliabilityOf(look.grade, context.knowledge.grades);
    const rho = reliability.mean * credibility;
    const day = context.asOf.to;
    if (kind.model === 'finding') return [{ id: look.id, site, ...findingLook(kind, rho, day) }];
    if (kind.model === 'amount') return [{ id: look.id, site, ...amountLook(kind, rho, day) }];
    return [];
  });
}

/** Each finding, and finding nothing of the sort; where the findings cover everything, they share the whole. */
function findingLook(kind: FindingKind, rho: number, day: number): Omit<LookModel, 'id' | 'site'> {
  const findings = [...kind.findings.values()];
  const chances = findings.map(({ p, noise }) =>
    Float64Array.from(p, (reliable) => rho * reliable + (1 - rho) * noise),
  );
  const totals = chances[0]!.map((_, at) => chances.reduce((sum, chance) => sum + chance[at]!, 0));
  const p = [
    ...chances.map((chance) => chance.map((each, at) => each / Math.max(1, totals[at]!))),
    totals.map((total) => 1 - total / Math.max(1, total)),
  ];
  return {
    outcomes: [...findings.map(({ name }) => name), 'nothing of the sort'],
    sights: p.map((chances) => ({ by: 'stage', day, p: chances })),
  };
}

function amountLook(kind: AmountKind, rho: number, day: number): Omit<LookModel, 'id' | 'site'> {
  const { share, sigma } = kind.noise;
  const below = (limit: number, median: number, spread: number): number =>
    limit === Infinity ? 1 : limit === 0 ? 0 : normalCdf(log(limit / median) / spread);
  const bounds = [0, ...SHARES, Infinity];
  const sights = OUTCOMES.map((_, outcome): Sight => {
    const [low, high] = [bounds[outcome]!, bounds[outcome + 1]!];
    const noise = below(high, share, sigma) - below(low, share, sigma);
    const likelihood = (fill: number): number => {
      const truth =
        fill > 0
          ? below(high, kind.bias * fill, kind.sigma) - below(low, kind.bias * fill, kind.sigma)
          : outcome === 0
            ? 1
            : 0;
      return rho * truth + (1 - rho) * noise;
    };
    return { by: 'fill', day, likelihood };
  });
  return { outcomes: OUTCOMES, sights };
}
