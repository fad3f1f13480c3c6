import type { Assessment, Estimate } from '../../assessment/assessment.ts';
import type { Localised } from '../../sources/source.ts';
import { interval, percent } from '../amount.ts';
import { byPrior } from '../by-prior.ts';
import { logAxis } from '../log-axis.ts';
import { leastOf } from '../sentence.ts';
import { screenWords } from '../strings/screen-words.ts';
import { said } from '../strings/strings.ts';
import { alarm, type Column, type Page, page, paragraph, table } from './page.ts';
import { columns } from './text.ts';

const levels = '▁▂▃▄▅▆▇█';

/** The verdict month by month: probability as a strip, then a line a month with the interval drawn. */
export function replayScreen(months: readonly Assessment[], wish: Partial<Page> = {}): string {
  const on = page(wish);
  const { strings: s, style } = on;
  const last = months.at(-1);
  if (!last) return '\n';
  const poor = months.filter((a) => a.diagnostics.state === 'poor');
  const parts = [
    [
      `  ${style.strong(said(last.hub.name, s))}`,
      ...paragraph(screenWords(s).replayHead, on, 2).map(style.quiet),
    ],
    strip(months, on),
    monthRows(months, on),
    cautions(months).flatMap((text) => paragraph(said(text, s), on, 2).map(style.quiet)),
    poor.flatMap((a) => alarm(`${a.run.asOf}: ${s.notConverged}`, on)),
    paragraph(`${last.run.asOf}${s.colon}${byPrior(last.questions[0]!, s).join(' · ')}`, on, 2),
    paragraph(`${s.underPrior(s.preset[last.run.prior])} · ${s.run(last.run.id)}`, on, 2).map(style.quiet),
  ].filter((lines) => lines.length > 0);
  return `\n${parts.map((lines) => lines.map((line) => line.trimEnd()).join('\n')).join('\n\n')}\n`;
}

/** What must be said of dates outside the dossier's, once each, as of the last month that it holds for. */
function cautions(months: readonly Assessment[]): Localised[] {
  const all = months.flatMap(({ dateCaution }) => dateCaution ?? []);
  return [...new Map(all.map(({ about, says }) => [about, says])).values()];
}

function strip(months: readonly Assessment[], on: Page): string[] {
  const question = months.at(-1)!.questions[0]!;
  const text = `  ${on.style.strong(said(question.text, on.strings))}`;
  if (on.plain) return [text];
  const bars = months.map((a) => levels[Math.min(7, Math.floor(a.questions[0]!.probability * 8))]).join('');
  const [first, last] = [months[0]!, months.at(-1)!];
  const start = `${first.run.asOf} ${percent(first.questions[0]!.probability, on.strings)}`;
  const end = `${percent(last.questions[0]!.probability, on.strings)} ${last.run.asOf}`;
  return [text, `    ${start} ${on.style.inferred(bars)} ${end}`];
}

function monthRows(months: readonly Assessment[], on: Page): string[] {
  const { strings: s, style } = on;
  const headlines = months.map((a) => a.quantities[0]!);
  const amounts = headlines.map((estimate) => interval(estimate, estimate.unit, s));
  const label = said(headlines[0]!.label, s);
  const dates = Math.max(...months.map((a) => columns(a.run.asOf)));
  const others =
    dates + columns(s.probability) + columns(s.items) + Math.max(...[label, ...amounts].map(columns));
  const room = Math.min(48, on.width - 4 - 8 - others);
  const draw = on.plain || room < 12 ? null : drawer(headlines, room);
  const shape: Column[] = [
    { head: s.month },
    { align: 'right', head: s.probability, paint: style.strong },
    { flexible: true, paint: style.inferred },
    { head: label, paint: style.inferred },
    { align: 'right', head: s.items },
  ];
  const rows = months.map((a, i) => [
    a.run.asOf,
    a.diagnostics.state === 'poor' ? '?' : percent(a.questions[0]!.probability, s),
    draw ? draw(headlines[i]!) : '',
    amounts[i]!,
    String(a.hub.evidence),
  ]);
  return table(shape, rows, on);
}

/** Draws `├──●────┤` on the axis all months share; what is none stands at the left end as `0`. */
function drawer(estimates: readonly Estimate[], cells: number): (estimate: Estimate) => string {
  const least = leastOf(estimates[0]!.unit);
  const axis = logAxis(
    estimates.flatMap(({ low, median, high }) => [low, median, high]),
    least,
  );
  const cellOf = (value: number) => (value < least ? 0 : 1 + Math.round(axis.position(value) * (cells - 2)));
  return ({ low, median, high }) => {
    const row = new Array<string>(cells).fill('·');
    for (let cell = cellOf(low); cell <= cellOf(high); cell++) row[cell] = '─';
    row[cellOf(low)] = '├';
    row[cellOf(high)] = '┤';
    row[cellOf(median)] = '●';
    return row.join('');
  };
}
