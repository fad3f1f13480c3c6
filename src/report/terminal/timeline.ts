import type { Controls } from '../../controls/instrument.ts';
import type { Span } from '../../controls/timeline.ts';
import { countryName, instrumentName, outcomeText, severity } from '../controls-words.ts';
import { controlsScreenWords } from '../strings/screen-words.ts';
import { clean } from '../strings/strings.ts';
import { alarm, type Column, type Page, page, paragraph, table } from './page.ts';

/** A chip and its answers through time. */
export interface Track {
  name: string;
  spans: readonly Span[];
}

const glyphs = { open: '·', conditional: '▒', closed: '█', unknown: '?' } as const;

/** Status through time: a strip with a mark a month, then a line for every stretch with the rule that decides. */
export function timelineScreen(
  tracks: readonly Track[],
  { to, controls }: { to: string; controls: Controls },
  wish: Partial<Page> = {},
): string {
  const on = page(wish);
  const { strings: s, style } = on;
  const parts = tracks.flatMap((track) => [
    [
      `  ${style.strong(controlsScreenWords(s).timelineHead(clean(track.name), countryName(to, controls, s)))}`,
    ],
    on.plain ? [] : strip(track.spans, on),
    rows(track.spans, controls, on),
  ]);
  const foot = paragraph(s.controls.noAdvice, on, 2).map(style.quiet);
  const legend = on.plain
    ? []
    : paragraph(
        Object.entries(glyphs)
          .map(([key, glyph]) => `${glyph} ${s.controls.legend[key as keyof typeof glyphs]}`)
          .join('   '),
        on,
        2,
      ).map(style.quiet);
  const shown = [...parts, legend, beyond(tracks, on), foot].filter((lines) => lines.length > 0);
  return `\n${shown.map((lines) => lines.map((line) => line.trimEnd()).join('\n')).join('\n\n')}\n`;
}

/** What the answers are worth on days for which rules were not searched. */
function beyond(tracks: readonly Track[], on: Page): string[] {
  const { rulesStateWhy } = controlsScreenWords(on.strings);
  const texts = tracks.flatMap(({ spans }) => spans.map(({ rules }) => rulesStateWhy[rules.state](rules)));
  return [...new Set(texts)].flatMap((text) => (text === '' ? [] : alarm(text, on)));
}

/** One line a year, one mark a month: the status on its last day. */
function strip(spans: readonly Span[], on: Page): string[] {
  const [first, last] = [spans[0]!.from, spans.at(-1)!.to];
  const years = new Map<string, string>();
  for (let year = Number(first.slice(0, 4)); year <= Number(last.slice(0, 4)); year++) {
    for (let month = 1; month <= 12; month++) {
      const end = `${year}-${String(month).padStart(2, '0')}-${new Date(Date.UTC(year, month, 0)).getUTCDate()}`;
      const span = spans.find(({ from, to }) => from <= end && end <= to);
      const mark = span ? glyphs[span.rules.state === 'known' ? severity(span.outcome) : 'unknown'] : ' ';
      years.set(String(year), `${years.get(String(year)) ?? ''}${mark}`);
    }
  }
  const line = [...years].map(([year, marks]) => `${year} ${on.style.inferred(marks)}`);
  const perRow = Math.max(1, Math.floor((on.width - 4) / 19));
  const lines: string[] = [];
  for (let i = 0; i < line.length; i += perRow) lines.push(`    ${line.slice(i, i + perRow).join('  ')}`);
  return lines;
}

function rows(spans: readonly Span[], controls: Controls, on: Page): string[] {
  const { strings: s } = on;
  const own = controlsScreenWords(s);
  const c = s.controls;
  const shape: Column[] = [{ head: own.spanHead }, { head: own.answerHead, flexible: true }];
  const texts = spans.map((span) => {
    const open =
      span.outcome === 'undecided'
        ? ` (${span.possible.map((one) => c.outcome[one]).join(` ${c.or} `)})`
        : '';
    const rule = span.by ? ` · ${instrumentName(span.by, controls, s)}` : '';
    const gate = span.gate === 'open' || span.gate === 'not-asked' ? '' : ` · ${c.gate[span.gate]}`;
    const carried = own.rulesState[span.rules.state](span.rules);
    return [
      `${span.from} – ${span.to}`,
      `${outcomeText(span, s)}${open}${carried && `, ${carried}`}${rule}${gate}`,
    ];
  });
  return table(shape, texts, on);
}
