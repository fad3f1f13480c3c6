import type { Assessment } from '../../assessment/assessment.ts';
import type { Localised } from '../../sources/source.ts';
import { claim, percent } from '../amount.ts';
import type { FigureOptions } from '../figures/frame.ts';
import { stripFigure } from '../figures/small.ts';
import { render } from '../figures/svg.ts';
import { en } from '../strings/en.ts';
import { capital, type Strings, said, saidOtherwise } from '../strings/strings.ts';
import { type Html, html, htmlPage } from './page.ts';
import type { Look } from './parts.ts';

/** A dossier of the library, and the verdict on it where one was reached. */
export interface LibraryCard {
  id: string;
  origin: 'own' | 'bundled' | 'known';
  name: Localised;
  summary?: Localised;
  asOf?: string;
  sites?: number;
  items?: number;
  /** Faults that leave it without a verdict. */
  errors: number;
  assessment?: Assessment;
}

/** The library as one HTML file without script: a card for each dossier with its verdict in little, and the known hubs. */
export function libraryPage(
  cards: readonly LibraryCard[],
  { strings: s = en, theme }: Pick<FigureOptions, 'strings' | 'theme'> = {},
): string {
  const look: Look = { strings: s, theme: theme ?? 'light' };
  const known = cards.filter(({ origin }) => origin === 'known');
  const body = [
    html`<h1>${s.library.title}</h1><p>${s.library.lead}</p>`,
    ...cards.filter(({ origin }) => origin !== 'known').map((card) => cardPart(card, look)),
    ...(known.length > 0 ? [knownPart(known, s)] : []),
  ];
  return htmlPage(body, { title: `Sandtable · ${s.library.title}`, strings: s, theme });
}

function cardPart(card: LibraryCard, look: Look): Html {
  const { strings: s } = look;
  const other = saidOtherwise(card.name, s);
  const from = [s.library.origin[card.origin], card.asOf ? s.asOf(card.asOf) : '', card.id];
  const counts = [
    card.sites === undefined ? '' : s.library.sites(card.sites),
    card.items === undefined ? '' : s.library.items(card.items),
    card.errors > 0 ? s.library.broken(card.errors) : '',
  ];
  return html`<section class="card"><h2>${said(card.name, s)}${other ? ` ${other}` : ''}</h2>
<p class="quiet">${from.filter(Boolean).join(' · ')}</p>
${card.summary ? [html`<p>${said(card.summary, s)}</p>`] : []}
<p class="quiet">${counts.filter(Boolean).join(' · ')}</p>
${card.assessment ? [verdictPart(card.assessment, look)] : []}</section>`;
}

/** The verdict in little: twenty possible worlds against the ring of the claim, the word, the run. */
function verdictPart(a: Assessment, { strings: s, theme }: Look): Html {
  const [fleet] = a.quantities;
  const [question] = a.questions;
  if (!fleet || !question) return html``;
  const along = [fleet.low, fleet.high, fleet.claimed?.median ?? fleet.high];
  const strip = stripFigure(fleet, { width: 320, height: 40, theme, strings: s, along });
  const answer =
    a.diagnostics.state === 'poor'
      ? s.notConverged
      : `${capital(s.word[question.word])} ${percent(question.probability, s)}`;
  const claimed = fleet.claimed ? `${s.claimed} ${claim(fleet.claimed, fleet.unit, s)}` : '';
  const facts = [s.underPrior(s.preset[a.run.prior]), claimed, a.run.id].filter(Boolean);
  return html`<div class="strip">${{ html: render(strip.svg) }}</div><p>${said(question.text, s)} <strong>${answer}</strong> <span class="quiet">${facts.join(' · ')}</span></p>`;
}

function knownPart(known: readonly LibraryCard[], s: Strings): Html {
  const rows = known.map((card) => {
    const other = saidOtherwise(card.name, s);
    return html`<li>${said(card.name, s)}${other ? ` ${other}` : ''} <span class="quiet">${card.asOf ?? ''}</span></li>`;
  });
  return html`<section><h2>${s.library.origin.known}</h2><p>${s.library.knownLead(known.length)}</p><ul class="columns">${rows}</ul></section>`;
}
