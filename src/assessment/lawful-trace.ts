import type { GateState } from '../controls/chinese-gate.ts';
import type { Instrument } from '../controls/instrument.ts';
import { isoDay } from '../controls/known-rules.ts';
import { status } from '../controls/status.ts';
import type { Plan } from './plan.ts';
import type { Trace } from './trace.ts';

/** What the export rules said about the named chips on the date of the run, and which rule. */
export function namedChipsTrace({ world, dossier, asOf }: Plan): Trace[] {
  if (dossier.hub.pool === undefined) return [];
  const children = dossier.hub.namedChips.flatMap((id): Trace[] => {
    const chip = world.catalogue.chips.get(id);
    if (!chip) return [];
    const answer = status(world, chip, {
      on: isoDay(asOf.to),
      to: 'CN',
      from: 'US',
      asOf: isoDay(asOf.to),
    });
    const { instruments } = world.controls;
    const rule = answer.by === undefined ? undefined : instruments.get(answer.by);
    const gate = answer.gate.by === undefined ? undefined : instruments.get(answer.gate.by);
    const known =
      answer.rules.state === 'known' ? '' : `, by rules known to ${answer.rules.to}, carried forward`;
    return [
      {
        label: rule ? `${chip.name}: ${rule.name.en}` : chip.name,
        ...(rule && { zh: { label: `${chip.name}：${rule.name.zh ?? rule.name.en}` } }),
        value: `${answer.outcome}${known}`,
        basis: 'derived',
        ...(rule ? ruleSource(rule) : {}),
        children: gate ? [gateTrace(gate, answer.gate)] : [],
      },
    ];
  });
  if (children.length === 0) return [];
  return [
    {
      label: 'what the export rules said on the date',
      zh: { label: '出口管制规则当日怎么说' },
      ...{ value: isoDay(asOf.to), basis: 'derived', children },
    },
  ];
}

/** What the Chinese side does about the import, apart from the outcome. */
function gateTrace(gate: Instrument, { state, buyers }: GateState): Trace {
  const who = buyers ? ` (${buyers.join(', ')})` : '';
  return {
    label: `the Chinese gate: ${gate.name.en}`,
    zh: { label: `中方的关口：${gate.name.zh ?? gate.name.en}` },
    value: state === 'depends' ? `depends on who buys${who}` : state,
    basis: 'reported',
    ...ruleSource(gate),
    children: [],
  };
}

/** Until when each stream of lawful sales ran, and the rule that ended it, as far as that was known. */
export function lawfulSalesTrace({ world, asOf }: Plan): Trace[] {
  const streams = world.supply.pools.get('legal')?.streams ?? [];
  const children = streams.flatMap(({ name, rate }) =>
    rate.flatMap(({ rule: id, from, published }): Trace[] => {
      const rule = id === undefined ? undefined : world.controls.instruments.get(id);
      if (!rule || (published && published.to > asOf.to)) return [];
      return [
        {
          label: `${name.en}: sales stopped by ${rule.name.en}`,
          zh: { label: `${name.zh ?? name.en}：因${rule.name.zh ?? rule.name.en}停售` },
          value: from.text,
          basis: 'derived',
          ...ruleSource(rule),
          children: [],
        },
      ];
    }),
  );
  if (children.length === 0) return [];
  return [
    {
      label: 'when the law allowed the substitutes',
      zh: { label: '法律何时允许替代品' },
      ...{ value: isoDay(asOf.to), basis: 'derived', children },
    },
  ];
}

function ruleSource({ id, sources }: Instrument): Pick<Trace, 'source' | 'place'> {
  return {
    ...(sources[0] && { source: sources[0] }),
    place: { file: `data/controls/${id}.yaml`, line: 1, column: 1 },
  };
}
