import type { Assessment, LikelihoodWord } from '../assessment/assessment.ts';
import { error, type Fault, SandtableError } from '../errors/fault.ts';
import { type Message, say } from '../errors/message.ts';
import { didYouMean } from '../errors/suggest.ts';
import { amount, percent } from '../report/amount.ts';
import { en } from '../report/strings/en.ts';
import { inUnit } from '../units/convert.ts';
import { parseQuantity } from '../units/parse.ts';
import { refuse } from './context.ts';
import { shown } from './options.ts';

type Compare = '<' | '<=' | '>' | '>=';

/** What `--expect` asks for. */
export type Expectation =
  | { word: LikelihoodWord }
  | { subject: string; part: 'median' | 'low' | 'high'; compare: Compare; limit: string };

const form = /^([a-z0-9][a-z0-9-]*)(?:\.(median|low|high))?\s*(<=|>=|<|>)\s*(.+)$/;

/**
 * Reads an expectation: `unlikely`, `claimed-fleet < 20 %`, `accelerators.high < 60k`.
 *
 * @throws SandtableError ST-X010
 */
export function parseExpectation(text: string): Expectation {
  const word = Object.keys(en.word).find((known) => known === text.trim());
  if (word) return { word: word as LikelihoodWord };
  const [, subject, part = 'median', compare, limit] = form.exec(text.trim()) ?? [];
  if (subject && compare && limit) {
    readable(limit);
    return { subject, part: part as 'median', compare: compare as Compare, limit };
  }
  const fix =
    didYouMean(text, Object.keys(en.word)) ??
    say("Write a likelihood word, or a comparison: --expect 'accelerators < 60k'.");
  return refuse('ST-X010', say('`--expect {text}` is no expectation.', { text: shown(text) }), fix);
}

/** Refuses a limit that is no single number in any unit, before anything is computed. */
function readable(limit: string): void {
  try {
    if (parseQuantity(limit).spread.form === 'exact') return;
  } catch (problem) {
    if (!(problem instanceof SandtableError)) throw problem;
  }
  notOneNumber(limit);
}

/** The fault where the assessment does not meet the expectation; null where it does. */
export function unmet(expectation: Expectation, a: Assessment): Fault | null {
  if ('word' in expectation) {
    const { word } = a.questions[0]!;
    if (word === expectation.word) return null;
    return notMet(
      say('The headline is "{word}", expected was "{expected}".', { word, expected: expectation.word }),
    );
  }
  const { subject, compare } = expectation;
  const { value, limit, text } = sides(expectation, a);
  const met = { '<': value < limit, '<=': value <= limit, '>': value > limit, '>=': value >= limit }[compare];
  if (met) return null;
  const expected = `${compare} ${expectation.limit}`;
  return notMet(say('{subject} is {text}, expected was {expected}.', { subject, text, expected }));
}

function sides(
  { subject, part, limit }: Exclude<Expectation, { word: LikelihoodWord }>,
  a: Assessment,
): { value: number; limit: number; text: string } {
  const question = a.questions.find(({ id }) => id === subject);
  if (question) {
    const { probability } = question;
    return {
      value: probability,
      limit: exact(limit.replace(/^([\d.]+)\s*%$/, '$1e-2'), ''),
      text: percent(probability, en),
    };
  }
  const quantity = a.quantities.find(({ id }) => id === subject);
  if (quantity) {
    const value = quantity[part];
    return { value, limit: exact(limit, quantity.unit), text: amount(value, quantity.unit, en) };
  }
  const known = [...a.questions, ...a.quantities].map(({ id }) => id);
  return refuse(
    'ST-X010',
    say('`{subject}` is neither a question nor a quantity of this dossier.', { subject }),
    didYouMean(subject, known) ?? say('Known are {names}.', { names: known.join(', ') }),
  );
}

function exact(text: string, unit: string): number {
  const { spread } = inUnit(parseQuantity(text), unit);
  if (spread.form === 'exact') return spread.value;
  return notOneNumber(text);
}

function notOneNumber(text: string): never {
  const fix = say('Compare with one number: --expect "accelerators < 60k".');
  return refuse('ST-X010', say('`{text}` is not one number.', { text: shown(text) }), fix);
}

function notMet(what: Message): Fault {
  const fix = say('Look at what moved: sandtable diff, or sandtable assess on a terminal.');
  return error('ST-X009', what, fix);
}

/** Raises an expectation's faults before the run, where they can be known by then. */
export function expectations(texts: readonly string[] | undefined): Expectation[] {
  const faults: Fault[] = [];
  const read = (texts ?? []).flatMap((text) => {
    try {
      return [parseExpectation(text)];
    } catch (problem) {
      if (!(problem instanceof SandtableError)) throw problem;
      faults.push(...problem.faults);
      return [];
    }
  });
  if (faults.length > 0) throw new SandtableError(faults);
  return read;
}
