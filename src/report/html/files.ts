import type { Fault } from '../../errors/fault.ts';
import type { FigureOptions } from '../figures/frame.ts';
import { en } from '../strings/en.ts';
import { type Html, html, htmlPage } from './page.ts';

/** A dossier as it is written: the texts of its files by path, and what is wrong with them. */
export interface WrittenDossier {
  id: string;
  texts: Readonly<Record<string, string>>;
  faults: readonly Fault[];
}

/** The files of a dossier as one HTML file without script, its faults first. */
export function filesPage(
  { id, texts, faults }: WrittenDossier,
  { strings: s = en, theme }: Pick<FigureOptions, 'strings' | 'theme'> = {},
): string {
  const files = Object.entries(texts);
  const body = [
    html`<h1>${id}</h1><p>${s.library.files(files.length)}</p>`,
    ...(faults.length > 0 ? [html`<ul>${faults.map(faultLine)}</ul>`] : [html`<p>${s.library.noErrors}</p>`]),
    ...files.map(
      ([path, text]) => html`<section class="card"><h2>${path}</h2><pre tabindex="0">${text}</pre></section>`,
    ),
  ];
  return htmlPage(body, { title: `${id} · Sandtable`, strings: s, theme });
}

function faultLine({ code, place, what, fix }: Fault): Html {
  const where = place ? `${place.file}:${place.line}` : '';
  return html`<li><strong>${code}</strong> ${where} ${what} <span class="quiet">${fix}</span></li>`;
}
