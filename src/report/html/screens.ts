import type { Assessment } from '../../assessment/assessment.ts';
import type { World } from '../../assessment/knowledge.ts';
import { isoDay } from '../../controls/known-rules.ts';
import type { Dossier } from '../../dossier/dossier.ts';
import { parsePartialDate } from '../../sources/date.ts';
import { gradeText } from '../../sources/grade-text.ts';
import type { Source } from '../../sources/source.ts';
import { factor } from '../amount.ts';
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
import { evidenceFigure, MOST_MOVED } from '../figures/evidence.ts';
import type { FigureOptions } from '../figures/frame.ts';
import type { Geography } from '../figures/geography.ts';
import { mapFigure } from '../figures/map.ts';
import { matrixFigure } from '../figures/matrix.ts';
import { hubPowerFigure } from '../figures/power-steps.ts';
import { runsFigure } from '../figures/runs.ts';
import { supplyFigure } from '../figures/supply.ts';
import { thresholdsFigure } from '../figures/thresholds.ts';
import { en } from '../strings/en.ts';
import { screenWords } from '../strings/screen-words.ts';
import { type Strings, said, saidOtherwise } from '../strings/strings.ts';
import { byWeight } from '../terminal/evidence.ts';
import { itemCards, siteCards } from './cards.ts';
import type { AssessedScreen } from './exported-screens.ts';
import { type Html, html, htmlPage } from './page.ts';
import {
  closing,
  figurePart,
  headlineSentence,
  type Look,
  linkTo,
  opening,
  section,
  tablePart,
} from './parts.ts';

/** What pages are made from. */
export interface Exported {
  assessment: Assessment;
  dossier: Dossier;
  geography: Geography;
  world: World;
}

/** A screen as one HTML file: no script, no network, all that it shows inside it. */
export function exportedPage(
  screen: AssessedScreen,
  from: Exported,
  { strings = en, theme }: Pick<FigureOptions, 'strings' | 'theme'> = {},
): string {
  const look: Look = { strings, theme: theme ?? 'light' };
  const { assessment: a } = from;
  const body = screen === 'brief' ? brief(from, look) : [...screens[screen](from, look), closing(a, strings)];
  const title = `${said(a.hub.name, strings)} · ${said(a.questions[0]!.text, strings)}`;
  return htmlPage(body, { title, strings, theme });
}

const screens: Readonly<Record<Exclude<AssessedScreen, 'brief'>, (from: Exported, look: Look) => Html[]>> = {
  verdict: (from, look) => [
    ...verdictPart(from, look),
    ...amountsPart(from, look),
    ...movedPart(from, look),
    ...looksPart(from, look),
  ],
  map: (from, look) => [...heading(from, look), mapPart(from, look), ...sitesPart(from, look)],
  sites: (from, look) => [...heading(from, look), ...sitesPart(from, look), ...siteCards(from, look)],
  evidence: (from, look) => [
    ...heading(from, look),
    ...movedPart(from, look),
    ...itemsPart(from, look),
    ...matrixPart(from, look),
    ...itemCards(from, look),
  ],
  chips: (from, look) => [...heading(from, look), ...chipsPart(from, look)],
  capability: (from, look) => [
    ...heading(from, look),
    ...runsPart(from, look),
    powerPart(from, look),
    ...amountsPart(from, look),
  ],
  sources: (from, look) => [...heading(from, look), ...sourcesPart(from, look)],
};

/** Four sheets: the answer; what it amounts to and where; the evidence and its sources; the sites and what to look at. */
function brief(from: Exported, look: Look): Html[] {
  const sheets = [
    [...verdictPart(from, look), ...questionsPart(from, look)],
    [...amountsPart(from, look), mapPart(from, look)],
    [...movedPart(from, look), ...restsOnPart(from, look)],
    [...sitesPart(from, look), ...looksPart(from, look), closing(from.assessment, look.strings)],
  ];
  return sheets.map((parts) => html`<div class="sheet">${parts}</div>`);
}

const heading = ({ assessment }: Exported, { strings }: Look) => opening(assessment, strings);

function verdictPart({ assessment: a }: Exported, look: Look): Html[] {
  const { strings: s } = look;
  return [...opening(a, s), ...headlineSentence(a, s), figurePart((on) => dotplotFigure(a, on), look)];
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

function movedPart({ assessment: a }: Exported, look: Look): Html[] {
  const { strings: s } = look;
  return section(s.moved, [figurePart((on) => evidenceFigure(a, on), look)]);
}

function itemsPart({ assessment: a }: Exported, { strings: s }: Look): Html[] {
  return tablePart(itemTable(a, s));
}

function matrixPart({ assessment: a }: Exported, look: Look): Html[] {
  const { strings: s } = look;
  return section(s.matrixHead, [figurePart((on) => matrixFigure(a, on), look)], tablePart(matrixTable(a, s)));
}

function mapPart({ assessment: a, geography }: Exported, look: Look): Html {
  return figurePart((on) => mapFigure(a, geography, on), look);
}

function powerPart({ assessment: a }: Exported, look: Look): Html {
  return figurePart((on) => hubPowerFigure(a, on), look);
}

function sitesPart({ assessment: a }: Exported, { strings: s }: Look): Html[] {
  return section(s.sitesHead, tablePart(siteTable(a, s)));
}

function looksPart({ assessment: a }: Exported, { strings: s }: Look): Html[] {
  const { looksLeftOut } = a;
  const named = looksLeftOut.map(({ name, why }) => ({ name: said(name, s), why }));
  const note = named.length > 0 ? [html`<p class="quiet">${s.looksLeftOut(named)}</p>`] : [];
  return section(s.lookNext, tablePart(lookTable(a, s)), note);
}

function chipsPart({ assessment: a, world }: Exported, look: Look): Html[] {
  const asOf = parsePartialDate(a.run.asOf);
  const day = 'to' in asOf ? isoDay(asOf.to) : undefined;
  return [
    figurePart((on) => supplyFigure(a, world.supply, on), look),
    ...(day ? [figurePart((on) => thresholdsFigure(world, day, on), look)] : []),
  ];
}

/** The largest training run: its distribution, and how it stands to those that are known. */
function runsPart({ assessment: a, world }: Exported, look: Look): Html[] {
  const { frontier } = world.training;
  return [
    figurePart((on) => dotplotFigure(a, { ...on, quantity: 'largest-run' }), look),
    figurePart((on) => runsFigure(a, { ...on, frontier }), look),
  ];
}

/** Sources of the items that the figure of what moved the answer shows, with their factors. */
function restsOnPart({ assessment: a, dossier }: Exported, { strings: s }: Look): Html[] {
  const carried = new Map<Source, string[]>();
  for (const item of byWeight(a.evidence).slice(0, MOST_MOVED)) {
    const source = dossier.sources.get(item.source);
    if (source) carried.set(source, [...(carried.get(source) ?? []), factor(item.moved.factor)]);
  }
  const rows = [...carried].map(([source, factors]) => sourceLine(source, s, factors.join(', ')));
  return section(screenWords(s).sourcesHead, [html`<ul class="sources">${rows}</ul>`]);
}

function sourcesPart({ dossier }: Exported, { strings: s }: Look): Html[] {
  const rows = [...dossier.sources.values()].map((source) => sourceLine(source, s));
  return section(screenWords(s).sourcesHead, [html`<ul class="sources">${rows}</ul>`]);
}

/** A source with what it carries, where that is said. */
function sourceLine(source: Source, s: Strings, carries = ''): Html {
  const other = saidOtherwise(source.title, s);
  const facts = [
    source.producer,
    source.published.text,
    `${s.gradeHead} ${gradeText(source.grade)}`,
    source.id,
  ];
  return html`<li>${carries ? `${carries} · ` : ''}<strong>${said(source.title, s)}</strong>${other ? ` ${other}` : ''} · ${facts.join(' · ')}<br>${linkTo(source.url)}</li>`;
}
