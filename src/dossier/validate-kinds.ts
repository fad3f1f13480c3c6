import type { Fault } from '../errors/fault.ts';
import { error } from '../errors/fault.ts';
import { say, withNear } from '../errors/message.ts';
import { didYouMean } from '../errors/suggest.ts';
import { typicalUnit } from '../units/kinds.ts';
import type { Dimension } from '../units/unit.ts';
import type { Evidence } from './dossier.ts';
import { type Draft, type Placed, textsUnder } from './draft.ts';
import type { KindRule } from './kind-rule.ts';
import { wrongUnit } from './validate.ts';

/** Checks evidence and looks against the rules of their kinds: the kind exists, finding and amounts fit it. */
export function validateKinds(
  { evidence, looks, leftOutObservations }: Draft,
  kinds: ReadonlyMap<string, KindRule>,
): Fault[] {
  const named = [...evidence, ...looks].map(({ entry, at }) => ({ text: entry.kind, place: at('kind') }));
  const leftOut = leftOutObservations.flatMap((entry) => textsUnder(entry, 'kind'));
  const unknown = [...named, ...leftOut].flatMap(({ text, place }) => {
    if (kinds.has(text)) return [];
    const names = [...kinds.keys()].sort();
    const fix = didYouMean(text, names) ?? say('Known are {names}.', { names: names.join(', ') });
    return [error('ST-D011', say('There is no evidence kind `{kind}`.', { kind: text }), fix, { place })];
  });
  const misfits = evidence.flatMap((item) => {
    const rule = kinds.get(item.entry.kind);
    if (!rule) return [];
    return [
      ...finding(item, rule),
      ...amount(item, 'observed', rule.observed),
      ...amount(item, 'per', rule.per),
    ];
  });
  return [...unknown, ...misfits];
}

function finding({ entry, at }: Placed<Evidence>, { findings }: KindRule): Fault[] {
  const allowed = say('Write `finding:` with one of {names}.', { names: findings.join(', ') });
  if (entry.finding === undefined) {
    if (findings.length === 0) return [];
    const what = say('`{id}` has no `finding`.', { id: entry.id });
    return [error('ST-D012', what, allowed, { place: at('kind') })];
  }
  if (findings.length === 0) {
    const what = say('The kind `{kind}` has no findings.', { kind: entry.kind });
    return [error('ST-D012', what, say('Delete `finding`.'), { place: at('finding') })];
  }
  if (findings.includes(entry.finding)) return [];
  const what = say('`{finding}` is no finding of the kind `{kind}`.', {
    finding: entry.finding,
    kind: entry.kind,
  });
  const near = didYouMean(entry.finding, findings);
  return [error('ST-D012', what, withNear(near, allowed), { place: at('finding') })];
}

function amount(
  { entry, at }: Placed<Evidence>,
  key: 'observed' | 'per',
  wanted: readonly Dimension[],
): Fault[] {
  const found = entry[key];
  if (!found) {
    if (wanted.length === 0) return [];
    const what = say('`{id}` has no `{key}`, which the kind `{kind}` needs.', {
      ...{ id: entry.id, key, kind: entry.kind },
    });
    const example = `${key}: 1000 ${typicalUnit(wanted[0]!).symbol}`.trimEnd();
    const fix = say('Write, for example, {example}.', { example: `\`${example}\`` });
    return [error('ST-D013', what, fix, { place: at('kind') })];
  }
  if (wanted.length === 0) {
    const what = say('The kind `{kind}` has no `{key}`.', { kind: entry.kind, key });
    const fix = say('Delete `{key}`, or check the kind.', { key });
    return [error('ST-D013', what, fix, { place: at(key) })];
  }
  const noun = say('`{key}` of the kind `{kind}`', { key, kind: entry.kind });
  return wrongUnit('ST-D014', noun, { found, wanted, place: at(key) });
}
