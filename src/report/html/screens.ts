import type { Assessment } from '../../assessment/assessment.ts';
import { isoDay } from '../../controls/known-rules.ts';
import type { RuleBook } from '../../controls/status.ts';
import { parsePartialDate } from '../../sources/date.ts';
import { gradeText } from '../../sources/grade-text.ts';
import type { Source } from '../../sources/source.ts';
import type { Supply } from '../../supply/pool.ts';
import {
  itemTable,
  lookTable,
  matrixTable,
  quantityTable,
  questionTable,
  routeTable,
  siteTable,
} from '../brief-tables.ts';
import { dotplotFigure } from '../figures/dotplot.ts';
import { evidenceFigure } from '../figures/evidence.ts';
import type { FigureOptions } from '../figures/frame.ts';
import type { Geography } from '../figures/geography.ts';
import { mapFigure } from '../figures/map.ts';
import { matrixFigure } from '../figures/matrix.ts';
import { hubPowerFigure } from '../figures/power-steps.ts';
import { supplyFigure } from '../figures/supply.ts';
import { thresholdsFigure } from '../figures/thresholds.ts';
import { en } from '../strings/en.ts';
import { type Strings, said, saidOtherwise } from '../strings/strings.ts';
import type { ExportedScreen } from './exported-screens.ts';
import { type Html, html, htmlPage } from './page.ts';
import { closing, figurePart, headlineSentence, opening, section, tablePart } from './parts.ts';

/** What pages are made from. */
export interface Exported {
  assessment: Assessment;
  /** Sources of the dossier, by id. */
  sources: ReadonlyMap<string, Source>;
  geography: Geography;
  supply: Supply;
  book: RuleBook;
}

interface Look {
  strings: Strings;
  figure: FigureOptions;
}

/** A screen as one HTML file: no script, no network, all that it shows inside it. */
export function exportedPage(
  screen: ExportedScreen,
  from: Exported,
  { strings = en, theme }: Pick<FigureOptions, 'strings' | 'theme'> = {},
): string {
  const look: Look = { strings, figure: { strings, theme: theme ?? 'light', width: 800 } };
  const { assessment: a } = from;
  const body = screen === 'brief' ? brief(from, look) : [...screens[screen](from, look), closing(a, strings)];
  const title = `${said(a.hub.name, strings)} · ${said(a.questions[0]!.text, strings)}`;
  return htmlPage(body, { title, strings, theme });
}

const screens: Readonly<Record<Exclude<ExportedScreen, 'brief'>, (from: Exported, look: Look) => Html[]>> = {
  verdict: (from, look) => [
    ...verdictPart(from, look),
    ...amountsPart(from, look),
    ...movedPart(from, look),
    ...looksPart(from, look),
  ],
  map: (from, look) => [...heading(from, look), mapPart(from, look), ...sitesPart(from, look)],
  sites: (from, look) => [...heading(from, look), ...sitesPart(from, look), powerPart(from, look)],
  evidence: (from, look) => [
    ...heading(from, look),
    ...movedPart(from, look),
    ...itemsPart(from, look),
    ...matrixPart(from, look),
  ],
  chips: (from, look) => [...heading(from, look), ...chipsPart(from, look)],
  capability: (from, look) => [...heading(from, look), powerPart(from, look), ...amountsPart(from, look)],
  sources: (from, look) => [...heading(from, look), ...sourcesPart(from, look)],
};

/** Four sheets: the answer; what it amounts to and where; the evidence; what it rests on and what to look at. */
function brief(from: Exported, look: Look): Html[] {
  const sheets = [
    [...verdictPart(from, look), ...questionsPart(from, look)],
    [...amountsPart(from, look), mapPart(from, look)],
    [...movedPart(from, look), ...itemsPart(from, look, 8)],
    [...sitesPart(from, look, 14), ...looksPart(from, look, 12), closing(from.assessment, look.strings)],
  ];
  return sheets.map((parts) => html`<div class="sheet">${parts}</div>`);
}

const heading = ({ assessment }: Exported, { strings }: Look) => opening(assessment, strings);

function verdictPart({ assessment: a }: Exported, { strings: s, figure }: Look): Html[] {
  return [...opening(a, s), ...headlineSentence(a, s), figurePart(dotplotFigure(a, figure), s)];
}

function questionsPart({ assessment: a }: Exported, { strings: s }: Look): Html[] {
  return section(s.otherQuestions, tablePart(questionTable(a, s)));
}

function amountsPart({ assessment: a }: Exported, { strings: s }: Look): Html[] {
  const routes = routeTable(a, s);
  return [
    ...section(s.amountsTo, tablePart(quantityTable(a, s))),
    ...(routes ? section(s.routesHead, tablePart(routes)) : []),
  ];
}

function movedPart({ assessment: a }: Exported, { strings: s, figure }: Look): Html[] {
  return section(s.moved, [figurePart(evidenceFigure(a, figure), s)]);
}

function itemsPart(
  { assessment: a }: Exported,
  { strings: s }: Look,
  most = Number.POSITIVE_INFINITY,
): Html[] {
  const { heads, rows } = itemTable(a, s);
  return tablePart({ heads, rows: rows.slice(0, most) });
}

function matrixPart({ assessment: a }: Exported, { strings: s, figure }: Look): Html[] {
  return section(s.matrixHead, [figurePart(matrixFigure(a, figure), s)], tablePart(matrixTable(a, s)));
}

function mapPart({ assessment: a, geography }: Exported, { strings: s, figure }: Look): Html {
  return figurePart(mapFigure(a, geography, figure), s);
}

function powerPart({ assessment: a }: Exported, { strings: s, figure }: Look): Html {
  return figurePart(hubPowerFigure(a, figure), s);
}

function sitesPart(
  { assessment: a }: Exported,
  { strings: s }: Look,
  most = Number.POSITIVE_INFINITY,
): Html[] {
  const { heads, rows } = siteTable(a, s);
  return section(s.sitesHead, tablePart({ heads, rows: rows.slice(0, most) }));
}

function looksPart(
  { assessment: a }: Exported,
  { strings: s }: Look,
  most = Number.POSITIVE_INFINITY,
): Html[] {
  const { looksLeftOut } = a;
  const named = looksLeftOut.map(({ name, why }) => ({ name: said(name, s), why }));
  const note = named.length > 0 ? [html`<p class="quiet">${s.looksLeftOut(named)}</p>`] : [];
  const { heads, rows } = lookTable(a, s);
  return section(s.lookNext, tablePart({ heads, rows: rows.slice(0, most) }), note);
}

function chipsPart({ assessment: a, supply, book }: Exported, { strings: s, figure }: Look): Html[] {
  const asOf = parsePartialDate(a.run.asOf);
  const day = 'to' in asOf ? isoDay(asOf.to) : undefined;
  return [
    figurePart(supplyFigure(a, supply, figure), s),
    ...(day ? [figurePart(thresholdsFigure(book, day, figure), s)] : []),
  ];
}

function sourcesPart({ sources }: Exported, { strings: s }: Look): Html[] {
  const rows = [...sources.values()].map((source) => {
    const other = saidOtherwise(source.title, s);
    const address = /^https?:\/\//.test(source.url)
      ? html`<a href="${source.url}" rel="noreferrer">${source.url}</a>`
      : html``;
    return html`<li><strong>${said(source.title, s)}</strong>${other ? ` ${other}` : ''} · ${source.producer} · ${source.published.text} · ${s.gradeHead} ${gradeText(source.grade)} · ${source.id}<br>${address}</li>`;
  });
  return section(s.sourcesHead, [html`<ul>${rows}</ul>`]);
}
