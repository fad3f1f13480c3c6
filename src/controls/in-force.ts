import type { Localised } from '../sources/source.ts';
import type {
  Controls,
  Decision,
  Enforcement,
  Exception,
  Gate,
  Instrument,
  Letter,
  Licence,
  Outside,
  Paragraph,
  Policy,
  Review,
  Tariff,
  Violation,
} from './instrument.ts';

type Of<T> = T & { instrument: string };

/** What applies on a day, section by section; each entry names its instrument. */
export interface InForce {
  paragraphs: readonly Of<Paragraph>[];
  outside: readonly Of<Outside>[];
  presumptions: readonly Of<Paragraph>[];
  licences: readonly Of<Licence>[];
  exceptions: readonly Of<Exception>[];
  letters: readonly Of<Letter>[];
  lists: readonly Of<{ parties: readonly string[]; footnote?: string; policy: Policy }>[];
  /** Whether the rule on owners applies; null where that is not known. */
  ownership?: Of<{ share: number; applies: boolean | null }>;
  reviews: readonly Of<Review>[];
  decisions: readonly Of<Decision>[];
  enforcement: readonly Of<Enforcement>[];
  violations: readonly Of<Violation>[];
  tariffs: readonly Of<Tariff>[];
  gate: readonly Of<Gate>[];
  permits: readonly Of<{ country: string; classes: readonly string[] }>[];
  disputes: readonly Of<{ chips: readonly string[]; says: Localised }>[];
  /** Ids of all instruments that apply. */
  ids: readonly string[];
}

/** First day on which an instrument applies, days since 1970-01-01; a bill that is taken for law, when it was announced. */
export function startOf(one: Instrument, asIf: readonly string[] = []): number {
  if (asIf.includes(one.id)) return one.announced.from;
  const start = one.compliance ?? one.effective;
  return start ? start.from : Infinity;
}

/** Days on which what applies may change, in order. */
export function turningDays(controls: Controls, asIf: readonly string[] = []): number[] {
  const known = turnings.get(controls);
  if (known && asIf.length === 0) return known;
  const days = new Set<number>();
  for (const one of controls.instruments.values()) {
    days.add(startOf(one, asIf));
    if (one.until) days.add(one.until.from);
    for (const { until } of one.suspends) days.add(until.from);
    for (const { soldInUnitedStatesBy } of one.reviews) days.add(soldInUnitedStatesBy.from);
  }
  for (const { changes } of controls.groups.values()) {
    for (const { from, until } of changes) {
      if (from) days.add(from.from);
      if (until) days.add(until.from);
    }
  }
  const sorted = [...days].filter(Number.isFinite).sort((a, b) => a - b);
  if (asIf.length === 0) turnings.set(controls, sorted);
  return sorted;
}

const turnings = new WeakMap<Controls, number[]>();
const stretches = new WeakMap<Controls, Map<number, InForce>>();

/** What applies on a day; the same object for all days between two turning days. */
export function inForce(controls: Controls, day: number, asIf: readonly string[] = []): InForce {
  if (asIf.length > 0) return applying(controls, day, asIf);
  const known = stretches.get(controls) ?? new Map<number, InForce>();
  stretches.set(controls, known);
  const start = lastTurn(turningDays(controls), day);
  const kept = known.get(start);
  if (kept) return kept;
  const now = applying(controls, day, asIf);
  known.set(start, now);
  return now;
}

/** The last turning day that is not after a day; minus infinity before the first. */
export function lastTurn(days: readonly number[], day: number): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days[middle]! <= day) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? -Infinity : days[low - 1]!;
}

function applying(controls: Controls, day: number, asIf: readonly string[]): InForce {
  const all = [...controls.instruments.values()];
  const started = all.filter((one) => startOf(one, asIf) <= day);
  const here = started.filter((one) => !one.until || one.until.from > day);
  const replaced = new Set(started.flatMap((one) => one.replaces));
  const withoutExceptions = new Set(started.flatMap((one) => one.replacesExceptions));
  const valid = here.filter(({ id }) => !replaced.has(id));
  const of = <T extends object>(
    from: readonly Instrument[],
    pick: (one: Instrument) => readonly T[],
  ): Of<T>[] => from.flatMap((one) => pick(one).map((entry) => ({ ...entry, instrument: one.id })));
  return {
    paragraphs: of(valid, (one) => one.paragraphs),
    outside: of(valid, (one) => one.outside),
    presumptions: of(valid, (one) => one.presumptions),
    licences: of(valid, (one) => one.licences),
    exceptions: of(
      valid.filter(({ id }) => !withoutExceptions.has(id)),
      (one) => one.exceptions,
    ),
    letters: of(here, (one) => one.letters),
    lists: of(here, (one) => one.lists),
    ...ownershipOn(here, started, day),
    reviews: of(valid, (one) => one.reviews),
    decisions: of(here, (one) => one.decisions),
    enforcement: of(here, (one) => one.enforcement),
    violations: of(here, (one) => one.violations),
    tariffs: of(here, (one) => one.tariffs),
    gate: of(here, (one) => one.gate),
    permits: of(here, (one) => one.permits),
    disputes: of(valid, (one) => one.disputes),
    ids: valid.map(({ id }) => id),
  };
}

function ownershipOn(
  here: readonly Instrument[],
  started: readonly Instrument[],
  day: number,
): Pick<InForce, 'ownership'> {
  const rule = here.find((one) => one.ownership);
  if (!rule?.ownership) return {};
  const pause = started.flatMap((one) => one.suspends).find(({ instrument }) => instrument === rule.id);
  const applies = !pause ? true : day < pause.until.from ? false : pause.after === 'in-force' ? true : null;
  return { ownership: { ...rule.ownership, instrument: rule.id, applies } };
}
