import type { Assessment } from '../../assessment/assessment.ts';
import { percent } from '../amount.ts';
import { type Cause, difference } from '../difference.ts';
import { causeWords, movedTable } from '../difference-words.ts';
import { dotplotFigure, shownValues } from '../figures/dotplot.ts';
import type { FigureOptions } from '../figures/frame.ts';
import { en } from '../strings/en.ts';
import { capital, type Strings, said, saidOtherwise } from '../strings/strings.ts';
import { type Html, html, htmlPage } from './page.ts';
import { closing, figurePart, type Look, section, tablePart } from './parts.ts';

/** Two runs side by side as one HTML file without script: either answer, what was changed, and every figure that moved. */
export function comparePage(
  before: Assessment,
  after: Assessment,
  { strings: s = en, theme }: Pick<FigureOptions, 'strings' | 'theme'> = {},
): string {
  const look: Look = { strings: s, theme: theme ?? 'light' };
  const moved = difference(before, after);
  const along = [before, after].flatMap(shownValues);
  const none = moved.questions.length + moved.quantities.length === 0;
  const together = moved.causes.length > 1 && !none ? [html`<p class="quiet">${s.compare.together}</p>`] : [];
  const body = [
    html`<h1>${s.compare.title}</h1><p>${s.compare.lead}</p>`,
    side(before, { look, along, mark: 'before-' }),
    side(after, { look, along, mark: 'after-' }),
    ...section(s.compare.causes, causesPart(moved.causes, s), together),
    ...section(s.compare.moved, none ? [html`<p>${s.same}</p>`] : tablePart(movedTable(moved, s))),
    closing(before, s),
    closing(after, s),
  ];
  return htmlPage(body, { title: `${s.compare.title}: ${moved.before} → ${moved.after}`, strings: s, theme });
}

/** One run: whose, under what, and its answer. `mark` keeps the ids of its figure apart from those of the other. */
function side(a: Assessment, { look, along, mark }: { look: Look; along: number[]; mark: string }): Html {
  const { strings: s } = look;
  const other = saidOtherwise(a.hub.name, s);
  const question = a.questions[0]!;
  const circumstances = [s.underPrior(s.preset[a.run.prior]), s.asOf(a.run.asOf), a.run.id];
  const answer =
    a.diagnostics.state === 'poor'
      ? html`<p class="answer">${s.notConverged}</p>`
      : html`<p class="answer">${capital(s.word[question.word])} <small>${percent(question.probability, s)}</small></p>`;
  return html`<section><h2>${[said(a.hub.name, s), other].filter(Boolean).join(' ')}</h2>
<p class="quiet">${circumstances.join(' · ')}</p>${answer}
${figurePart((on) => dotplotFigure(a, { ...on, along }), look, mark)}</section>`;
}

/** Edits, one a line; the items that came or went, however many, in a line for either side. */
function causesPart(causes: readonly Cause[], s: Strings): Html[] {
  if (causes.length === 0) return [html`<p>${s.compare.noCauses}</p>`];
  const isItem = ({ what }: Cause) => what.startsWith('item ');
  const items = (side: 'before' | 'after') =>
    causes
      .filter((cause) => isItem(cause) && cause[side] !== '')
      .map(({ what }) => what.slice('item '.length));
  const [gone, come] = [items('before'), items('after')];
  const rows = [
    ...causes.filter((cause) => !isItem(cause)).map((cause) => editLine(cause, s)),
    ...(gone.length > 0 ? [itemsLine(s.compare.onlyBefore(gone.length), gone, s)] : []),
    ...(come.length > 0 ? [itemsLine(s.compare.onlyAfter(come.length), come, s)] : []),
  ];
  return [html`<ul class="causes">${rows}</ul>`];
}

function editLine(cause: Cause, s: Strings): Html {
  const { name, before, after } = causeWords(cause, s);
  return html`<li><strong>${name}</strong> ${before} → ${after}</li>`;
}

const itemsLine = (name: string, ids: readonly string[], s: Strings): Html =>
  html`<li><strong>${name}</strong>${s.colon}${ids.join(', ')}</li>`;
