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
/** Days after which the newest item is old. */
const OLD = 365;

/**
 * How good the evidence base is, whatever it says: independent origins, their grades, their age, and whether one weak
 * source or the choice of prior carries the word (ICD 203: confidence is kept apart from likelihood).
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
  const telling = strong.filter(({ factor }) => Math.abs(Math.log(factor)) > TELLING);
  const origins = (list: readonly ItemResult[]) => new Set(list.map(({ origin }) => origin)).size;
  const good = origins(telling);
  const age =
    plan.asOf.to -
    Math.max(...items.filter(({ kind }) => kind !== SEARCH).map(({ date }) => date.to), -Infinity);
  const words = new Set(presets.map((preset) => likelihoodWord(from.questions[0]!.byPreset[preset])));
  const reasons: ConfidenceReason[] = [
    { about: 'origins', telling: good, strong: origins(strong) },
    { about: 'priors', words: words.size },
    { about: 'weak-source', item: from.weak?.item ?? null },
    { about: 'age', days: Number.isFinite(age) ? Math.max(0, Math.round(age)) : null },
  ];
  return { confidence: level(good, age, words.size, from), confidenceReasons: reasons };
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
