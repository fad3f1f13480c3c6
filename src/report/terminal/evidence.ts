import { type Assessment, hypotheses, type ItemResult, type Question } from '../../assessment/assessment.ts';
import { gradeText } from '../../sources/grade-text.ts';
import { percentFigure } from '../../units/percent.ts';
import { amount, factor, nearOne, percent } from '../amount.ts';
import { screenWords } from '../strings/screen-words.ts';
import { clean, type Strings, said } from '../strings/strings.ts';
import { alarm, type Page, paragraph, table } from './page.ts';
import { cut } from './text.ts';

const mostShown = 6;
/** Columns of an item's sentence; the whole of it stands in the brief. */
const longest = 120;

/** The question that the evidence is ranked by; null where that is the headline itself. */
export function focusBeside({ questions, focus }: Assessment): Question | null {
  return focus === questions[0]!.id ? null : questions.find(({ id }) => id === focus)!;
}

/** Items by how far they moved the focus, either way. */
export function byWeight(evidence: readonly ItemResult[]): ItemResult[] {
  const weight = (item: ItemResult) => Math.abs(Math.log(item.moved.factor)) || 0;
  return [...evidence].sort((p, q) => weight(q) - weight(p));
}

/**
 * The items that moved the answer most, with the odds factor and the answer without each; where they are ranked by another
 * question than the headline, with their factor on the headline, too.
 */
export function whatMoved(a: Assessment, on: Page): string[] {
  const { strings: s, style } = on;
  const items = byWeight(a.evidence);
  const shown = items.slice(0, mostShown);
  if (shown.length === 0) return [];
  const doubtful = shown.filter((item) => !item.reliable);
  const without = changes(a, shown, on);
  const focus = focusBeside(a);
  const factorOf = (value: number) => (on.plain ? plainFactor(value, on) : factor(value));
  const rows = shown.map((item, i) => [
    `${factorOf(item.moved.factor)}${item.reliable ? '' : '~'}`,
    `${cut(said(item.says, s), longest)} (${clean(item.id)})`,
    without.cells[i]!,
    ...(focus ? [factorOf(item.factor)] : []),
    gradeText(item.grade),
  ]);
  const paint = (text: string, row: number) =>
    shown[row]!.moved.factor >= 1 ? style.speaksFor(text) : style.speaksAgainst(text);
  return [
    ...table(
      [
        { paint },
        { flexible: true },
        { align: 'right', head: without.head },
        ...(focus ? [{ align: 'right' as const, head: s.onHeadline }] : []),
        { head: s.gradeHead },
      ],
      rows,
      on,
      s.moved,
    ),
    ...(focus ? paragraph(s.rankedBy(said(focus.text, s)), on).map(style.quiet) : []),
    ...paragraph(howExact(a, s), on).map(style.quiet),
    ...doubtful.slice(0, 1).flatMap((item) => paragraph(s.unreliable(item.id), on).map(style.quiet)),
    ...(items.length > mostShown ? paragraph(s.more(items.length - mostShown), on).map(style.quiet) : []),
  ];
}

/** How far a share without an item may be off: twice the sampling error of the question; empty where that is nothing. */
export function howExact(a: Assessment, s: Strings): string {
  const { error } = focusBeside(a) ?? a.questions[0]!;
  const points = Number((200 * error).toPrecision(2));
  return points >= LEAST_POINTS ? s.reweighted(String(points)) : '';
}

/** Points that a percentage in whole numbers can show. */
const LEAST_POINTS = 0.1;

/** The answer with and without an item; where the percentages cannot tell them apart, the medians. */
function changes(a: Assessment, items: readonly ItemResult[], on: Page): { head: string; cells: string[] } {
  const { strings: s } = on;
  const [question, quantity] = [focusBeside(a) ?? a.questions[0]!, a.quantities[0]!];
  const now = percentFigure(question.probability);
  const tells = items.some(({ moved }) => percentFigure(moved.without) !== now);
  if (tells || !quantity) {
    const cells = items.map(({ moved }) => {
      const then = percentFigure(moved.without);
      return on.plain || then === now ? s.percent(then) : s.percentChange(now, then);
    });
    return { head: s.without, cells };
  }
  const cells = items.map(({ medianWithout }) => {
    const [before, after] = [quantity.median, medianWithout].map((value) => amount(value, quantity.unit, s));
    return on.plain || before === after ? after! : `${before} → ${after}`;
  });
  return { head: s.medianWithout, cells };
}

function plainFactor(value: number, on: Page): string {
  const direction = value >= 1 ? on.strings.speaksFor : on.strings.speaksAgainst;
  return `${direction} (${factor(Math.max(value, 1 / value)).slice(2)})`;
}

/** A date outside the dossier's, the weak-source alarm, a failed or rescued sampler, and a conflict of evidence and supply: named results. */
export function namedResults(a: Assessment, on: Page): string[] {
  const { strings: s } = on;
  const { diagnostics: d, weakSource } = a;
  const ess = s.number(Math.max(1, Math.round(d.ess)), 2);
  return [
    ...(a.dateCaution ? alarm(said(a.dateCaution.says, s), on) : []),
    ...(d.state === 'poor'
      ? alarm(s.poor(ess, s.number(a.run.draws, 3), d.pareto.toFixed(2), d.paretoLimit.toFixed(2)), on)
      : []),
    ...(d.state === 'rescued' ? alarm(s.rescued(ess), on) : []),
    ...(d.poolFit < 0.01 ? alarm(s.conflict(percent(d.poolFit, s)), on) : []),
    ...(weakSource
      ? alarm(
          s.weakSource(clean(weakSource.item), s.word[weakSource.without], gradeText(weakSource.grade)),
          on,
        )
      : []),
    ...(d.claimOverPool > 1 ? paragraph(s.supply(s.number(d.claimOverPool, 2)), on, 2) : []),
  ];
}

/** Evidence by hypothesis: how much likelier each item is under each than on average. */
export function matrix(a: Assessment, on: Page): string[] {
  const { strings: s, style } = on;
  const items = [...a.evidence].sort((p, q) => q.diagnosticity - p.diagnosticity);
  const rows = items.map((item) => [
    on.width >= 100 ? `${said(item.says, s)} (${clean(item.id)})` : clean(item.id),
    gradeText(item.grade),
    ...hypotheses.map((hypothesis) => cellOf(item.matrix[hypothesis], on)),
  ]);
  const mute = (text: string, row: number) => (tellsNothing(items[row]!) ? style.quiet(text) : text);
  const paint = (text: string, row: number) => {
    if (tellsNothing(items[row]!)) return style.quiet(text);
    return text.includes('×') ? style.speaksFor(text) : text.includes('÷') ? style.speaksAgainst(text) : text;
  };
  return [
    ...paragraph(s.matrixHead, on, 2).map(style.strong),
    ...table(
      [
        { flexible: true, head: s.itemHead, paint: mute },
        { paint: mute },
        ...hypotheses.map((hypothesis) => ({
          align: 'right' as const,
          head: shortHead(hypothesis, on),
          paint,
        })),
      ],
      rows,
      on,
    ),
    ...legend(items, on),
  ];
}

/** Whether an item is about as likely under each hypothesis. */
export const tellsNothing = ({ matrix }: ItemResult): boolean =>
  hypotheses.every((hypothesis) => nearOne(matrix[hypothesis] ?? 1));

/** A cell of the matrix in words; `–` where no drawn world is of the kind. */
export const matrixCell = (ratio: number | null): string =>
  ratio !== null && nearOne(ratio) ? '=' : factor(ratio);

/** A cell without signs for plain words: `2.5`, `1/1.6`, `1`. */
function cellOf(ratio: number | null, on: Page): string {
  const cell = matrixCell(ratio);
  return on.plain ? cell.replace('× ', '').replace('÷ ', '1/').replace('=', '1') : cell;
}

function shortHead(hypothesis: (typeof hypotheses)[number], on: Page): string {
  return (on.width >= 100 ? on.strings.hypothesis : on.strings.hypothesisShort)[hypothesis];
}

function legend(items: readonly ItemResult[], on: Page): string[] {
  const { strings: s, style } = on;
  const unknown = items.some(({ matrix }) => hypotheses.some((hypothesis) => matrix[hypothesis] === null));
  const signs = [
    ...(items.some(tellsNothing) ? [`${on.plain ? '1' : '='} : ${s.tellsNothing}`] : []),
    ...(unknown ? [`– : ${s.noSuchWorld}`] : []),
  ];
  return [...signs, screenWords(s).matrixOrder].flatMap((sign) => paragraph(sign, on)).map(style.quiet);
}
