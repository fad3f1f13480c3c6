import type { KindRule } from '../dossier/kind-rule.ts';
import { dimensions, divide, money } from '../units/dimension.ts';
import type { Dimension } from '../units/unit.ts';
import type { AmountKind, Kind, Kinds } from './kinds.ts';

const compute: Dimension = dimensions.peakCompute;
/** Dimensions that an amount is stated in. */
const amounts: Readonly<Record<AmountKind['of'], readonly Dimension[]>> = {
  compute: [compute],
  accelerators: [{}],
  power: [dimensions.power],
  fans: [{}],
  water: [dimensions.volume, divide(dimensions.volume, dimensions.time)],
  area: [dimensions.area],
};

/** What items of each kind must hold, for the dossier's validator. */
export function kindRules(kinds: Kinds): Map<string, KindRule> {
  return new Map([...kinds].map(([name, kind]) => [name, ruleOf(kind)]));
}

function ruleOf(kind: Kind): KindRule {
  const none = { findings: [], observed: [], per: [] };
  switch (kind.model) {
    case 'finding':
    case 'prospect':
      return { ...none, findings: [...kind.findings.keys()] };
    case 'unaware':
    case 'order':
      return { ...none, findings: [kind.finding] };
    case 'amount':
      return { ...none, observed: amounts[kind.of] };
    case 'budget':
      return { ...none, observed: money, per: [compute] };
    case 'count':
      return { ...none, observed: [{}] };
    case 'total':
      return { ...none, observed: [compute] };
    case 'floor':
      return { ...none, observed: [{}, ...money] };
  }
}
