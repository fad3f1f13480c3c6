import type { Assessment, Question } from '../../assessment/assessment.ts';
import { cite } from '../../sources/cite.ts';
import { percent } from '../amount.ts';
import type { BriefTable } from '../brief-tables.ts';
import { byPrior } from '../by-prior.ts';
import { citedRun } from '../cited-run.ts';
import type { Figure } from '../figures/figure.ts';
import type { FigureOptions } from '../figures/frame.ts';
import { renamed, render } from '../figures/svg.ts';
import { recordLine } from '../record-line.ts';
import { editsOf, verifyCommand } from '../run-edits.ts';
import { runLine, samplingLine } from '../run-line.ts';
import { sentence } from '../sentence.ts';
import { capital, type Strings, said, saidOtherwise } from '../strings/strings.ts';
import { namedResults } from '../terminal/evidence.ts';
import { page } from '../terminal/page.ts';
import { type Html, html } from './page.ts';

/** Language and colours of a page. */
export interface Look {
  strings: Strings;
  theme: 'light' | 'dark';
}

/** A table, its first column heading the rows, each a block of its own on a phone; nothing where it has no rows. */
export function tablePart({ heads, rows }: BriefTable): Html[] {
  if (rows.length === 0) return [];
  const head = heads.map((text) => html`<th scope="col" role="columnheader">${text}</th>`);
  const body = rows.map(([first = '', ...cells]) => {
    const others = cells.map(
      (cell, i) => html`<td role="cell" data-head="${heads[i + 1] ?? ''}">${whole(cell)}</td>`,
    );
    return html`<tr role="row"><th scope="row" role="rowheader">${whole(first)}</th>${others}</tr>`;
  });
  return [
    html`<div class="wide" tabindex="0"><table role="table"><thead role="rowgroup"><tr role="row">${head}</tr></thead><tbody role="rowgroup">${body}</tbody></table></div>`,
  ];
}

/** A factor such as `× 3.1` is not broken between two lines, nor a figure and its unit. */
const whole = (cell: string) => cell.replace(/^([×÷]|[<>]?[\d.,]+(?=\s\S+$)) /, '$1\u00a0');

/** Width of a figure where there is room, and on a phone [px]. */
const widths = { wide: 800, narrow: 340 } as const;

/**
 * A figure, drawn once more for phones, with the same numbers as a table, folded away.
 *
 * @param mark begins the ids inside, where a page holds the same figure twice
 */
export function figurePart(
  draw: (options: FigureOptions) => Figure,
  { strings, theme }: Look,
  mark = '',
): Html {
  const figure = draw({ strings, theme, width: widths.wide });
  const narrow = draw({ strings, theme, width: widths.narrow });
  const { columns, rows } = figure.table;
  const heads = columns.map(({ label, unit }) => (unit ? `${label} [${unit}]` : label));
  const cells = rows.map((row) =>
    row.map((cell) => (typeof cell === 'number' ? written(cell) : `${cell ?? ''}`)),
  );
  return html`<figure>
<div class="roomy">${{ html: render(renamed(figure.svg, mark)) }}</div>
<div class="phone">${{ html: render(renamed(narrow.svg, `${mark}phone-`)) }}</div>
<details><summary>${strings.asTable}</summary>${tablePart({ heads, rows: cells })}</details>
</figure>`;
}

const written = (value: number) => (Number.isFinite(value) ? String(Number(value.toPrecision(4))) : '–');

/** A heading and what stands under it; nothing where nothing does. */
export function section(heading: string, ...parts: readonly (readonly Html[])[]): Html[] {
  const all = parts.flat();
  if (all.length === 0) return [];
  return [html`<section><h2>${heading[0]!.toUpperCase() + heading.slice(1)}</h2>${all}</section>`];
}

/** Name, circumstances, question, verdict and confidence: how every page begins. */
export function opening(a: Assessment, s: Strings): Html[] {
  const { hub, run, diagnostics } = a;
  const question = a.questions[0]!;
  const other = saidOtherwise(hub.name, s);
  const circumstances = [
    s.asOf(run.asOf),
    s.underPrior(s.preset[run.prior]),
    s.scope(hub.projects, hub.sites),
    s.basisOfAnswer(hub.claims, hub.evidence, hub.origins),
  ];
  const reasons = s.confidenceReasons(diagnostics.confidenceReasons);
  return [
    html`<h1>${said(hub.name, s)}${other ? ` ${other}` : ''}</h1>`,
    html`<p class="quiet">${circumstances.join(' · ')}</p>`,
    html`<h2>${said(question.text, s)}</h2>`,
    verdict(a, s),
    html`<p>${[...byPrior(question, s), s.before(percent(question.prior, s))].join(' · ')}</p>`,
    ...meaning(question, s),
    html`<p>${s.confidence}${s.colon}<strong>${s.confidenceWord[diagnostics.confidence]}</strong>${s.stop} ${reasons}</p>`,
    ...(a.record ? [html`<p class="quiet">${recordLine(a.record, s)}</p>`] : []),
    ...alarms(a, s),
  ];
}

function meaning({ means }: Question, s: Strings): Html[] {
  return means ? [html`<p class="quiet">${said(means, s)}</p>`] : [];
}

function verdict({ diagnostics, questions }: Assessment, s: Strings): Html {
  if (diagnostics.state === 'poor') return html`<p class="verdict">${s.notConverged}</p>`;
  const { word, probability } = questions[0]!;
  return html`<p class="verdict">${capital(s.word[word])} <small>${percent(probability, s)}</small></p>`;
}

function alarms(a: Assessment, s: Strings): Html[] {
  const lines = namedResults(a, page({ strings: s, width: 120 })).map((line) => line.trim());
  return lines.length === 0 ? [] : [html`<p class="alarm">${lines.join(' ')}</p>`];
}

/** What the headline figure says in words. */
export function headlineSentence(a: Assessment, s: Strings): Html[] {
  return a.quantities[0] ? [html`<p>${sentence(a.quantities[0], s)}</p>`] : [];
}

/** What was changed against the dossier, and how to cite the page and make it again. */
export function closing(a: Assessment, s: Strings): Html {
  const { run, hub } = a;
  const line = runLine(a, s);
  const edits = editsOf(a, s);
  const changed = edits.length > 0 ? [s.overrides(edits.join(', '))] : [];
  const citation = cite(citedRun(a), 'apa', { id: run.id, verify: verifyCommand(a, hub.id) }).trim();
  return html`<footer><p class="quiet">${[line, samplingLine(a, s), ...changed].join(' · ')}</p><p class="quiet">${emphasised(citation)}</p></footer>`;
}

/** What stands between stars in italics, as a citation marks its title. */
const emphasised = (text: string): Html => {
  const parts = text.split('*').map((part, i) => (i % 2 === 1 ? html`<em>${part}</em>` : html`${part}`));
  return { html: parts.map((part) => part.html).join('') };
};

/** An address of the web as a link; nothing for any other. */
export const linkTo = (url: string | undefined): Html[] =>
  url && /^https?:\/\//.test(url) ? [html`<a href="${url}" rel="noreferrer">${url}</a>`] : [];
