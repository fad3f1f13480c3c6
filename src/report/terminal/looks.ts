import type { Assessment } from '../../assessment/assessment.ts';
import { percent, quoted } from '../amount.ts';
import { screenWords } from '../strings/screen-words.ts';
import { said } from '../strings/strings.ts';
import { type Page, paragraph, table } from './page.ts';

const mostShown = 5;

/** Observations whose worth nobody can tell, by name and with the reason. */
export function unknownWorth({ looksLeftOut }: Assessment, on: Page): string[] {
  const { strings: s, style } = on;
  if (looksLeftOut.length === 0) return [];
  const entries = looksLeftOut.map(({ name, why }) => ({ name: said(name, s), why }));
  return paragraph(s.looksLeftOut(entries), on).map(style.quiet);
}

/** What to look at next: what each observation is expected to sharpen, and what it costs. */
export function lookNext(a: Assessment, on: Page): string[] {
  const { strings: s } = on;
  const looks = a.looks.slice(0, mostShown);
  if (looks.length + a.looksLeftOut.length === 0) return [];
  const rows = looks.map((look, i) => [
    String(i + 1),
    said(look.name, s),
    percent(look.sharpening, s),
    percent(look.sharpeningCompute, s),
    quoted(look.cost, s),
    quoted(look.lead, s),
  ]);
  return [
    ...table(
      [
        {},
        { flexible: true },
        { align: 'right', head: s.sharpening },
        { align: 'right', head: s.sharpeningCompute },
        { align: 'right', head: s.costHead },
        { align: 'right', head: screenWords(s).leadHead },
      ],
      rows,
      on,
      s.lookNext,
    ),
    ...unknownWorth(a, on),
  ];
}
