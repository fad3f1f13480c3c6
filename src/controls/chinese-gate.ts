import type { Case } from './decide.ts';
import type { Gate, GateEffect } from './instrument.ts';

/** What the Chinese side does about an import: a gate of its own, behind that of the United States. */
export interface GateState {
  /** `not-asked`: the destination is not China; `open`: no measure is known; `depends`: on who buys. */
  state: 'not-asked' | 'open' | 'depends' | GateEffect;
  by?: string;
  /** What kind of buyer the measure speaks of, where the answer depends on it. */
  buyers?: Gate['buyers'];
}

const china = 'CN';
const order: readonly GateState['state'][] = ['blocked', 'depends', 'checked', 'discouraged'];

/** The strictest Chinese measure that reaches an item; one that names the end user goes before all others. */
export function gateOf({ rules, item, question }: Case): GateState {
  if (question.to !== china) return { state: 'not-asked' };
  const here = rules.gate.filter(
    (one) =>
      (item.id !== undefined && one.chips.includes(item.id)) ||
      (one.foreign === true && item.designedIn !== china),
  );
  const named = here.find(({ parties }) => question.party && parties.includes(question.party.id));
  if (named) return { state: named.effect, by: named.instrument };
  const found = here.filter(({ parties }) => parties.length === 0).flatMap(stateOf);
  const strictest = order.flatMap((state) => found.filter((one) => one.state === state))[0];
  return strictest ?? { state: 'open' };

  function stateOf({ effect, instrument, buyers }: (typeof here)[number]): GateState[] {
    if (buyers.length === 0) return [{ state: effect, by: instrument }];
    if (question.buyer === undefined) return [{ state: 'depends', by: instrument, buyers }];
    return buyers.includes(question.buyer) ? [{ state: effect, by: instrument }] : [];
  }
}
