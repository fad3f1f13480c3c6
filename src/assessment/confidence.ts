import { log } from '../elementary/logarithm.ts';
import type { Quality } from '../installed/infer.ts';
import { presets } from '../installed/presets.ts';
import type {
  Confidence,
  ConfidenceReason,
  Diagnostics,
  ItemResult,
  Question,
  WeakSource,
} from './assessment.ts';
import { likelihoodWord } from './likelihood-word.ts';
import type { Plan } from './plan.ts';

/** Kind of our own searches without a find: no fact about the hub is as new as they are. */
const SEARCH = 'no-find';
/** Log odds from which an item bears on the headline: about a fifth either way. */
const TELLING = 0.2;
/** Independent origins graded A or B from which the base is broad, and below which it is thin. */
const BROAD = 8;
const THIN = 3;
/** Strong sources contradict each other where the smaller side has at least this part of the larger side's origins. */
const CONTESTED = 0.5;
/** Days after which the newest item is old. */
const OLD = 365;

/**
 * How good the evidence base is, whatever it says: independent origins, their grades, their age, and whether one weak
 * source or the choice of prior carries the word (ICD 203: confidence is kept apart from likelihood). Strong sources
 * that contradict each other make it low.
 */
export function confidenceOf(
  plan: Plan,
  from: {
    questions: readonly Question[];
    evidence: readonly ItemResult[];
    weak: WeakSource | null;
    quality: Quality;
  },
): Pick<Diagnostics, 'confidence' | 'confidenceReasons'> {
  const { items } = plan.compiled;
  const strong = from.evidence.filter(({ grade }) => grade.reliability <= 'B');
  const telling = strong.filter(({ factor }) => Math.abs(log(factor)) > TELLING);
  const origins = (list: readonly ItemResult[]) => new Set(list.map(({ origin }) => origin)).size;
  const good = origins(telling);
  const sides = sidesOf(telling);
  const contested = contradict(sides.for, sides.against);
  const age =
    plan.asOf.to -
    Math.max(...items.filter(({ kind }) => kind !== SEARCH).map(({ date }) => date.to), -Infinity);
  const words = new Set(presets.map((preset) => likelihoodWord(from.questions[0]!.byPreset[preset])));
  const reasons: ConfidenceReason[] = [
    { about: 'origins', telling: good, strong: origins(strong), ...sides, contested },
    { about: 'priors', words: words.size },
    { about: 'weak-source', item: from.weak?.item ?? null },
    { about: 'age', days: Number.isFinite(age) ? Math.max(0, Math.round(age)) : null },
  ];
  const confidence = contested ? 'low' : level(good, age, words.size, from);
  return { confidence, confidenceReasons: reasons };
}

/** Origins whose items speak, on balance, for the headline, and the others. */
function sidesOf(telling: readonly ItemResult[]): { for: number; against: number } {
  const balance = new Map<string, number>();
  for (const { origin, factor } of telling) balance.set(origin, (balance.get(origin) ?? 0) + log(factor));
  const yes = [...balance.values()].filter((sum) => sum > 0).length;
  return { for: yes, against: balance.size - yes };
}

/** Whether so many origins stand on either side that they contradict each other, rather than one side having strays. */
function contradict(one: number, other: number): boolean {
  const smaller = Math.min(one, other);
  return smaller >= THIN && smaller >= CONTESTED * Math.max(one, other);
}

function level(
  good: number,
  age: number,
  words: number,
  { weak, quality }: { weak: WeakSource | null; quality: Quality },
): Confidence {
  if (good < THIN || words > 2 || quality.state !== 'good') return 'low';
  if (good >= BROAD && words === 1 && !weak && age <= OLD) return 'high';
  return 'moderate';
}
