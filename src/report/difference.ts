import type { Assessment, Estimate, LikelihoodWord, Question } from '../assessment/assessment.ts';
import type { Localised } from '../sources/source.ts';

/** What two assessments do not have in common. */
export interface Difference {
  before: string;
  after: string;
  /** Edits that can have moved the figures: an option, a file, an item. */
  causes: readonly Cause[];
  questions: readonly MovedQuestion[];
  quantities: readonly MovedQuantity[];
}

export interface Cause {
  /** `prior`, `as-of`, `seed`, `draws`, `engine`, `data`, `dossier`, `drop`, `set <path>`, `item <id>`. */
  what: string;
  before: string;
  after: string;
}

export interface MovedQuestion {
  id: string;
  text: Localised;
  before: { probability: number; word: LikelihoodWord } | null;
  after: { probability: number; word: LikelihoodWord } | null;
}

export interface MovedQuantity {
  id: string;
  label: Localised;
  unit: string;
  before: { median: number; low: number; high: number } | null;
  after: { median: number; low: number; high: number } | null;
}

/**
 * Compares two assessments.
 *
 * @returns the edits between them and every question and quantity whose numbers are not the same
 */
export function difference(before: Assessment, after: Assessment): Difference {
  return {
    before: before.run.id,
    after: after.run.id,
    causes: [...optionCauses(before, after), ...setCauses(before, after), ...itemCauses(before, after)],
    questions: pairs(before.questions, after.questions)
      .filter(([p, q]) => p?.probability !== q?.probability)
      .map(([p, q]) => ({ id: (q ?? p)!.id, text: (q ?? p)!.text, before: answer(p), after: answer(q) })),
    quantities: pairs(before.quantities, after.quantities)
      .filter(([p, q]) => p?.median !== q?.median || p?.low !== q?.low || p?.high !== q?.high)
      .map(([p, q]) => {
        const { id, label, unit } = (q ?? p)!;
        return { id, label, unit, before: amounts(p), after: amounts(q) };
      }),
  };
}

function optionCauses(before: Assessment, after: Assessment): Cause[] {
  const rows = (a: Assessment): [string, string][] => [
    ['hub', a.hub.id],
    ['as-of', a.run.asOf],
    ['prior', a.run.prior],
    ['drop', a.run.drop.join(', ')],
    ['seed', String(a.run.seed)],
    ['draws', String(a.run.draws)],
    ['engine', a.run.engine],
    ['data', a.run.dataDigest.slice(0, 12)],
    ['dossier', a.run.dossierDigest.slice(0, 12)],
  ];
  const [p, q] = [rows(before), rows(after)];
  return p.flatMap(([what, value], i) =>
    value === q[i]![1] ? [] : [{ what, before: value, after: q[i]![1] }],
  );
}

function setCauses(before: Assessment, after: Assessment): Cause[] {
  const paths = new Set([...Object.keys(before.run.set), ...Object.keys(after.run.set)]);
  return [...paths].flatMap((path) => {
    const [p, q] = [before.run.set[path] ?? '', after.run.set[path] ?? ''];
    return p === q ? [] : [{ what: `set ${path}`, before: p, after: q }];
  });
}

function itemCauses(before: Assessment, after: Assessment): Cause[] {
  return pairs(before.evidence, after.evidence).flatMap(([p, q]) => {
    if (p && q) return [];
    return [{ what: `item ${(q ?? p)!.id}`, before: p ? 'used' : '', after: q ? 'used' : '' }];
  });
}

function pairs<T extends { id: string }>(
  before: readonly T[],
  after: readonly T[],
): [T | undefined, T | undefined][] {
  const ids = new Set([...before, ...after].map(({ id }) => id));
  const find = (list: readonly T[], id: string) => list.find((one) => one.id === id);
  return [...ids].map((id) => [find(before, id), find(after, id)]);
}

const answer = (question: Question | undefined) =>
  question ? { probability: question.probability, word: question.word } : null;

const amounts = (estimate: Estimate | undefined) =>
  estimate ? { median: estimate.median, low: estimate.low, high: estimate.high } : null;
