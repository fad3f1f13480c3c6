import { interval, percent } from '../amount.ts';
import type { Difference } from '../difference.ts';
import { causeWords } from '../difference-words.ts';
import { screenWords } from '../strings/screen-words.ts';
import { said } from '../strings/strings.ts';
import { heading, type Page, page, paragraph, table } from './page.ts';

/** Two runs beside each other: what was changed, and which figures moved. */
export function differenceScreen(d: Difference, wish: Partial<Page> = {}): string {
  const on = page(wish);
  const { strings: s, style } = on;
  const head = `  ${style.strong(screenWords(s).diffHead(d.before, d.after))}`;
  const moved = d.questions.length + d.quantities.length > 0;
  const parts = [[head], causes(d, on), moved ? figures(d, on) : [`  ${s.same}`]].filter(
    (lines) => lines.length > 0,
  );
  return `\n${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function causes(d: Difference, on: Page): string[] {
  if (d.causes.length === 0) return [];
  const rows = d.causes.map((cause) => {
    const { name, before, after } = causeWords(cause, on.strings);
    return [name, `${before} → ${after}`];
  });
  return table([{}, { flexible: true }], rows, on, screenWords(on.strings).diffCauses);
}

function figures(d: Difference, on: Page): string[] {
  const { strings: s } = on;
  const own = screenWords(s);
  const questions = d.questions.map(({ text, before, after }) => [
    said(text, s),
    before ? `${percent(before.probability, s)} ${s.word[before.word]}` : '–',
    after ? `${percent(after.probability, s)} ${s.word[after.word]}` : '–',
  ]);
  const quantities = d.quantities.map(({ label, unit, before, after }) => [
    said(label, s),
    before ? interval(before, unit, s) : '–',
    after ? interval(after, unit, s) : '–',
  ]);
  const rows = [...questions, ...quantities];
  if (on.width < 100) return [heading(own.diffFigures, on), ...rows.flatMap((row) => stacked(row, on))];
  const shape = [{ flexible: true }, { head: d.before }, { head: d.after, paint: on.style.strong }];
  return table(shape, rows, on, own.diffFigures);
}

function stacked([label, before, after]: readonly string[], on: Page): string[] {
  return [...paragraph(label!, on), `      ${before} → ${on.style.strong(after!)}`];
}
