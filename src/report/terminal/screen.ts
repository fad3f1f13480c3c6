import type { Assessment } from '../../assessment/assessment.ts';
import { runLine, samplingLine } from '../run-line.ts';
import { dotplot } from './dotplot.ts';
import { namedResults, whatMoved } from './evidence.ts';
import { lookNext } from './looks.ts';
import { commandLines, type Page, page, paragraph } from './page.ts';
import { amountsTo, runsInstead } from './quantities.ts';
import { sitesTable } from './sites.ts';
import { columns } from './text.ts';
import { header, headline, otherQuestions, trackRecord } from './verdict.ts';

/**
 * The terminal screen of one assessment.
 *
 * @param a what `assess` returned
 * @param wish width in columns, colours, language, plain words; and `seconds` taken, where known
 * @returns the text, ending in a newline
 */
export function screen(a: Assessment, wish: Partial<Page> & { seconds?: number } = {}): string {
  const on = page(wish);
  const parts = [
    header(a, on),
    headline(a, on),
    trackRecord(a, on),
    namedResults(a, on),
    a.quantities[0] ? dotplot(a.quantities[0], on) : [],
    otherQuestions(a, on),
    amountsTo(a, on),
    runsInstead(a, on),
    sitesTable(a, on),
    whatMoved(a, on),
    lookNext(a, on),
    footer(a, on, wish.seconds),
  ];
  return `\n${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.map((line) => line.trimEnd()).join('\n'))
    .join('\n\n')}\n`;
}

/** Run id and what reproduces it, how well it converged, and the next commands. */
function footer(a: Assessment, on: Page, seconds?: number): string[] {
  const { strings: s, style } = on;
  const { hub } = a;
  const facts = runLine(a, s);
  const time = seconds === undefined ? '' : ` · ${s.seconds(seconds.toPrecision(2))}`;
  return [
    ...paragraph(facts + time, on, 2),
    ...paragraph(samplingLine(a, s), on, 2).map(style.quiet),
    ...paragraph(s.judgedLine(hub.judged, hub.figures, a.warnings.length), on, 2).map(style.quiet),
    ...nextCommands(a, on),
  ];
}

function nextCommands(a: Assessment, on: Page): string[] {
  const { strings: s, style } = on;
  const quantity = a.quantities[0]?.id ?? 'accelerators';
  const prior = a.run.prior === 'sceptic' ? 'believer' : 'sceptic';
  const weak = a.weakSource ? ` --drop ${a.weakSource.item}` : '';
  const commands = [
    `sandtable why ${quantity}${a.hub.id === 'xinjiang-qinghai' ? '' : ` ${a.hub.id}`}`,
    `sandtable open ${a.hub.id}`,
    `sandtable assess ${a.hub.id} --prior ${prior}${weak}`,
    `sandtable replay ${a.hub.id}`,
  ];
  const lead = `  ${s.next}  `;
  const lines = commandLines(commands, on, columns(lead)).map((line) => line.slice(columns(lead)));
  return lines.map((line, i) => (i === 0 ? lead : ' '.repeat(columns(lead))) + style.strong(line));
}
