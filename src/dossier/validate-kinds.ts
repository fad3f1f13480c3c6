import type { Fault } from '../errors/fault.ts';
import { error } from '../errors/fault.ts';
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
    const fix = didYouMean(text, names) || `Known are ${names.join(', ')}.`;
    return [error('ST-D011', `There is no evidence kind \`${text}\`.`, fix, { place })];
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
  const allowed = `Write \`finding:\` with one of ${findings.join(', ')}.`;
  if (entry.finding === undefined) {
    if (findings.length === 0) return [];
    return [error('ST-D012', `\`${entry.id}\` has no \`finding\`.`, allowed, { place: at('kind') })];
  }
  if (findings.length === 0) {
    const what = `The kind \`${entry.kind}\` has no findings.`;
    return [error('ST-D012', what, 'Delete `finding`.', { place: at('finding') })];
  }
  if (findings.includes(entry.finding)) return [];
  const what = `\`${entry.finding}\` is no finding of the kind \`${entry.kind}\`.`;
  const fix = `${didYouMean(entry.finding, findings)} ${allowed}`.trim();
  return [error('ST-D012', what, fix, { place: at('finding') })];
}

function amount(
  { entry, at }: Placed<Evidence>,
  key: 'observed' | 'per',
  wanted: readonly Dimension[],
): Fault[] {
  const found = entry[key];
  if (!found) {
    if (wanted.length === 0) return [];
    const what = `\`${entry.id}\` has no \`${key}\`, which the kind \`${entry.kind}\` needs.`;
    const fix = `Write, for example, \`${key}: 1000 ${typicalUnit(wanted[0]!).symbol}`.trimEnd();
    return [error('ST-D013', what, `${fix}\`.`, { place: at('kind') })];
  }
  if (wanted.length === 0) {
    const what = `The kind \`${entry.kind}\` has no \`${key}\`.`;
    return [error('ST-D013', what, `Delete \`${key}\`, or check the kind.`, { place: at(key) })];
  }
  return wrongUnit('ST-D014', `\`${key}\` of the kind \`${entry.kind}\``, { found, wanted, place: at(key) });
}
