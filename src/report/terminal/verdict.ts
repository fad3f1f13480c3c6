import { type Assessment, type Preset, presets, type Question } from '../../assessment/assessment.ts';
import { percent } from '../amount.ts';
import { recordLine } from '../record-line.ts';
import { editsOf } from '../run-edits.ts';
import { screenWords } from '../strings/screen-words.ts';
import { clean, said, saidOtherwise } from '../strings/strings.ts';
import { bothEnds, heading, type Page, paragraph } from './page.ts';

/** Name, date, prior and what the answer rests on. */
export function header(a: Assessment, on: Page): string[] {
  const { strings: s, style } = on;
  const { hub, run } = a;
  const other = saidOtherwise(hub.name, s);
  const name = `  ${style.strong(said(hub.name, s))}${other && !on.plain ? ` ${style.quiet(other)}` : ''}`;
  return [
    ...bothEnds(name, `${s.asOf(run.asOf)} · ${s.underPrior(s.preset[run.prior])}`, on),
    ...paragraph(
      `${s.scope(hub.projects, hub.sites)} · ${s.basisOfAnswer(hub.claims, hub.evidence, hub.origins)}`,
      on,
      2,
    ),
    ...(hub.later > 0 ? [`  ${style.quiet(s.later(hub.later))}`] : []),
    ...(hub.unplaced > 0 ? paragraph(s.unplaced(hub.unplaced), on, 2).map(style.quiet) : []),
    ...changes(a, on),
  ].flatMap((line) => (line.length > 0 ? [line] : []));
}

/** What this run drops or sets, so that a what-if is never mistaken for the base run. */
function changes(a: Assessment, on: Page): string[] {
  const edits = editsOf(a, on.strings);
  if (edits.length === 0) return [];
  return paragraph(on.strings.overrides(edits.join(' · ')), on, 2).map(on.style.strong);
}

/** The headline: likelihood word and number, the three priors, and confidence on a line of its own. */
export function headline(a: Assessment, on: Page): string[] {
  const { strings: s, style } = on;
  const question = a.questions[0]!;
  const poor = a.diagnostics.state === 'poor';
  const answer = poor
    ? style.speaksAgainst(s.notConverged)
    : `${style.strong(s.word[question.word].toUpperCase())}  (${percent(question.probability, s)})`;
  return [
    heading(said(question.text, s), on),
    ...bothEnds(`    ${answer}`, style.quiet(s.before(percent(question.prior, s))), on),
    `    ${threePriors(question, a, on)}`,
    ...(question.means ? paragraph(said(question.means, s), on).map(style.quiet) : []),
    ...(unreliablePresets(a).length > 0 ? [`    ${style.quiet(screenWords(s).unreliableMark)}`] : []),
    '',
    `  ${s.confidence}${s.colon}${style.strong(s.confidenceWord[a.diagnostics.confidence])}`,
    ...paragraph(clean(s.confidenceReasons(a.diagnostics.confidenceReasons)), on).map(style.quiet),
  ];
}

function threePriors(question: Question, a: Assessment, on: Page): string {
  const doubtful = unreliablePresets(a);
  return presets
    .map((preset) => {
      const mark = doubtful.includes(preset) ? '?' : '';
      const text = `${on.strings.preset[preset]} ${percent(question.byPreset[preset], on.strings)}${mark}`;
      return preset === a.run.prior ? on.style.strong(text) : text;
    })
    .join(' · ');
}

function unreliablePresets(a: Assessment): Preset[] {
  const { paretoByPreset, paretoLimit, state } = a.diagnostics;
  return presets.filter(
    (preset) => paretoByPreset[preset] > paretoLimit && !(preset === a.run.prior && state !== 'poor'),
  );
}

/** How far the engine has been right before. */
export function trackRecord({ record }: Assessment, on: Page): string[] {
  if (!record) return [];
  return paragraph(recordLine(record, on.strings), on, 2);
}

/** The questions after the headline, the three priors beside each. */
export function otherQuestions(a: Assessment, on: Page): string[] {
  const { strings: s } = on;
  const rest = a.questions.slice(1);
  if (rest.length === 0) return [];
  const lines = rest.flatMap((question) => [
    ...paragraph(said(question.text, s), on),
    ...answerLines(question, a, on),
  ]);
  return [heading(s.otherQuestions, on), ...lines];
}

function answerLines(question: Question, a: Assessment, on: Page): string[] {
  const { strings: s, style } = on;
  const answer = `      ${style.strong(s.word[question.word])} (${percent(question.probability, s)})`;
  const priors = threePriors(question, a, on);
  return on.width < 80 ? [answer, `      ${priors}`] : [`${answer} · ${priors}`];
}
