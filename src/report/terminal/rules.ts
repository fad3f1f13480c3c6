import { startOf } from '../../controls/in-force.ts';
import { type Instrument, type JudgeableDay, kinds } from '../../controls/instrument.ts';
import type { RulesKnown } from '../../controls/known-rules.ts';
import type { RuleBook } from '../../controls/status.ts';
import { controlsScreenWords } from '../strings/screen-words.ts';
import { said } from '../strings/strings.ts';
import { alarm, commandLines, heading, type Page, page, paragraph } from './page.ts';
import { wrap } from './text.ts';

/** Instruments, by kind: those in force on a day, or all. */
export function rulesScreen(
  instruments: readonly Instrument[],
  { on: date, known }: { on?: string; known?: RulesKnown },
  wish: Partial<Page> = {},
): string {
  const on = page(wish);
  const { strings: s, style } = on;
  const words = controlsScreenWords(s);
  const c = s.controls;
  const title = date ? c.rulesHead(instruments.length, date) : words.allRulesHead(instruments.length);
  const parts = [
    [
      `  ${style.strong(title)}`,
      ...(known && known.state !== 'known' ? alarm(words.rulesStateWhy[known.state](known), on) : []),
    ],
    ...kinds.map((kind) => {
      const own = instruments.filter((one) => one.kind === kind);
      if (own.length === 0) return [];
      return [heading(c.kind[kind], on), ...own.flatMap((one) => row(one, on))];
    }),
    [
      ...paragraph(c.noAdvice, on, 2).map(style.quiet),
      `  ${c.next}`,
      ...commandLines([`sandtable rules ${instruments[0]?.id ?? ''}`.trimEnd()], on),
    ],
  ].filter((lines) => lines.length > 0);
  return `\n${parts.map((lines) => lines.map((line) => line.trimEnd()).join('\n')).join('\n\n')}\n`;
}

function row(one: Instrument, on: Page): string[] {
  const { strings: s, style } = on;
  const facts = [datesText(one, on), one.cite, s.controls.verified[one.verified]].filter(Boolean).join(' · ');
  return [
    ...wrap(said(one.name, s), on.width - 4).map((line) => `    ${line}`),
    ...paragraph(`${one.id} · ${facts}`, on, 6).map(style.quiet),
  ];
}

function datesText(one: Instrument, on: Page): string {
  const { controls: c } = on.strings;
  const own = controlsScreenWords(on.strings);
  const start = startOf(one);
  const judged = (day: JudgeableDay) => (one.judgedDays.includes(day) ? ` ${own.judgedDay}` : '');
  return [
    `${c.announced} ${one.announced.text}`,
    ...(Number.isFinite(start)
      ? [`${c.effective} ${one.effective!.text}${one.time ? ` ${one.time}` : ''}${judged('effective')}`]
      : [own.notLaw]),
    ...(one.compliance ? [`${c.compliance} ${one.compliance.text}${judged('compliance')}`] : []),
    ...(one.until ? [`${c.ends} ${one.until.text}${judged('until')}`] : []),
  ].join(', ');
}

/** One instrument: dates, what it says, what of it is computed, sources. */
export function ruleScreen(
  one: Instrument,
  { controls, sources }: Pick<RuleBook, 'controls' | 'sources'>,
  wish: Partial<Page> = {},
): string {
  const on = page(wish);
  const { strings: s, style } = on;
  const own = controlsScreenWords(s);
  const replacing = [...controls.instruments.values()].filter(({ replaces }) => replaces.includes(one.id));
  const parts = [
    [
      ...wrap(said(one.name, s), on.width - 2).map((line) => `  ${style.strong(line)}`),
      ...paragraph(
        [one.id, one.cite, s.controls.issuer(one.issuer), s.controls.verified[one.verified]]
          .filter(Boolean)
          .join(' · '),
        on,
        2,
      ).map(style.quiet),
      ...paragraph(datesText(one, on), on, 2),
      ...replacing.flatMap((next) =>
        paragraph(`${own.replacedBy} ${next.effective?.text}${s.colon}${said(next.name, s)}`, on, 2),
      ),
    ],
    paragraph(said(one.summary, s), on, 2),
    ...(one.note ? [paragraph(said(one.note, s), on, 2).map(style.quiet)] : []),
    limits(one, on),
    [
      heading(own.sourceHead, on),
      ...one.sources.flatMap((id) => paragraph([id, sources?.get(id)?.url].filter(Boolean).join(' '), on)),
    ],
    paragraph(s.controls.noAdvice, on, 2).map(style.quiet),
  ].filter((lines) => lines.length > 0);
  return `\n${parts.map((lines) => lines.map((line) => line.trimEnd()).join('\n')).join('\n\n')}\n`;
}

function limits(one: Instrument, on: Page): string[] {
  const { controls: c, colon } = on.strings;
  const text = (bounds: Instrument['paragraphs'][number]['all']) =>
    bounds.map(({ quantity, bound }) => `${quantity} ${bound.sign} ${bound.value}`).join(', ');
  const lines = [
    ...[...one.paragraphs, ...one.presumptions].map(
      ({ paragraph: name, all }) => `${name}${colon}${text(all)}`,
    ),
    ...one.outside.map(({ name, all }) => `${name} (${c.outside})${colon}${text(all)}`),
    ...one.letters.map(({ addressee, names, any }) =>
      [`${addressee}${colon.trim()}`, names.join(', '), any.map(text).join(` ${c.or} `)]
        .filter(Boolean)
        .join(' '),
    ),
    ...one.reviews.map(({ all, policy }) => `${c.outcome[policy]}${colon}${text(all)}`),
    ...one.tariffs.flatMap(({ bands }) => bands.map(({ name, all }) => `${name}${colon}${text(all)}`)),
  ];
  return lines.length === 0
    ? []
    : [heading(c.layer.classification, on), ...lines.flatMap((line) => paragraph(line, on))];
}
