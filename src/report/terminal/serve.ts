import type { ServingCaution } from '../../serving/cautions.ts';
import type { Apart, Phase } from '../../serving/phases.ts';
import type { WholeParts } from '../../serving/placed-engine.ts';
import type { Placement } from '../../serving/placement.ts';
import type { Point } from '../../serving/search.ts';
import type { ServingAnswer } from '../../serving/serve.ts';
import { chipCount, counted } from '../amount.ts';
import { serveScreenWords } from '../strings/screen-words.ts';
import type { Strings } from '../strings/strings.ts';
import { alarm, heading, type Page, page, paragraph, table, words } from './page.ts';
import { costLines } from './serve-cost.ts';
import { engineName, head, monthOf, percentile, wait } from './serve-head.ts';

/** The terminal screen of a serving answer. */
export function serveScreen(answer: ServingAnswer, wish: Partial<Page> = {}): string {
  const on = page(wish);
  const parts = [
    head(answer, on),
    bestLines(answer, on),
    loadLines(answer, on),
    costLines(answer, on),
    timeLines(answer, on),
    memoryLines(answer, on),
    otherLines(answer, on),
    frontLines(answer, on),
    nearestLines(answer, on),
    answer.cautions.flatMap((one) => alarm(servingCaution(one, on.strings), on)),
  ];
  return `\n${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.map((line) => line.trimEnd()).join('\n'))
    .join('\n\n')}\n`;
}

const between = (s: Strings, { value, low, high }: { value: number; low: number; high: number }) =>
  `${shortly(s, value)} (${shortly(s, low)} – ${shortly(s, high)})`;
/** A number as people read it: whole below ten thousand, then with its suffix. */
const shortly = (s: Strings, value: number) => (value < 1e4 ? words(s, value, 3) : s.brief(value));

/** A placement in words. */
export function placementWords(
  { tensor, data, pipeline, overlap }: Placement,
  { serve: t, number, comma }: Strings,
): string {
  const n = (value: number) => number(value, 6);
  const parts = [
    ...(tensor > 1 ? [t.tensor(n(tensor))] : []),
    ...(data > 1 ? [t.spread(n(data * tensor))] : []),
    ...(pipeline > 1 ? [t.stages(n(pipeline))] : []),
    ...(overlap ? [t.turns] : []),
  ];
  return parts.length > 0 ? parts.join(comma) : t.whole;
}

/** A point in words: its placement, or how many chips read and how those that write are placed. */
export function pointWords({ placement, apart }: Pick<Point, 'placement' | 'apart'>, s: Strings): string {
  const placed = placementWords(placement, s);
  if (!apart) return placed;
  const chips = ({ engines, chips: each }: Phase) => chipCount(engines * each, s);
  return s.serve.apartShort(chips(apart.prefill), chips(apart.decode), placed);
}

function bestLines(answer: ServingAnswer, on: Page): string[] {
  const { best, engines, written, read, day, used, most, asked } = answer;
  const { strings: s, style } = on;
  const own = serveScreenWords(s);
  const t = s.serve;
  const rows = [
    [t.written, `${between(s, written)} · ${t.perChip(words(s, written.value / used))}`, own.eighty],
    [t.read, between(s, read), own.eighty],
    [most || asked ? t.dayAtLoad : t.dayWritten, between(s, day.written), own.eighty],
    [t.batch, counted(best.batch, s), ''],
    [t.tpot, wait(s, best.tpot), ''],
    [t.ttft, wait(s, best.ttft), ''],
  ];
  const placed = `${t.placement(chipCount(engines, s), words(s, best.chips, 6))}${s.colon}${placementWords(best.placement, s)}`;
  const said = best.apart
    ? [...paragraph(t.apartHead, on).map(style.inferred), ...phaseLines(best.apart, on)]
    : paragraph(placed, on).map(style.inferred);
  return [
    heading(t.best, on),
    ...said,
    ...table([{}, { flexible: true, paint: style.inferred }, {}], rows, on),
  ];
}

/** What users see where requests come as they do, at the most that keep the target and at what was asked about. */
function loadLines({ most, asked, target }: ServingAnswer, on: Page): string[] {
  const { strings: s, style } = on;
  const own = serveScreenWords(s);
  const t = s.serve;
  const told = [most, asked].filter((one) => one !== undefined);
  if (told.length === 0) return [];
  const rows = told.flatMap((one) => [
    [one === most ? t.mostRequests : own.askedRequests, t.aSecond(words(s, one.rate, 3))],
    ...(one.beyond ? [['', t.beyond]] : []),
    ...loadWords(one, s).map(([name, text]) => [`  ${name}`, text]),
    ...(one === most || Object.keys(target).length === 0 ? [] : [['', one.keeps ? t.kept : own.notKept]]),
  ]);
  return [
    heading(t.loadHead(percentile(told[0])), on),
    ...table([{}, { flexible: true, paint: style.inferred }], rows, on),
    ...paragraph(trafficWords(told[0]!, s), on).map(style.quiet),
  ];
}

/** How long requests wait under a load. */
export function loadWords(of: NonNullable<ServingAnswer['most']>, s: Strings): [string, string][] {
  const t = s.serve;
  return [
    [t.firstHead, of.ttft === null ? t.endless : wait(s, of.ttft)],
    [t.tpot, wait(s, of.tpot)],
  ];
}

/** How requests come in what was simulated. */
export function trafficWords({ traffic }: NonNullable<ServingAnswer['most']>, { serve: t }: Strings): string {
  return t.loadNote(t.traffic[traffic as keyof typeof t.traffic] ?? traffic);
}

/** A bar of a share, or nothing where words must do. */
function bar(share: number, width: number, on: Page): string {
  if (on.plain) return '';
  return share <= 0 ? '' : '■'.repeat(Math.max(1, Math.round(Math.min(1, share) * width)));
}

function timeLines({ parts }: ServingAnswer, on: Page): string[] {
  const { strings: s, style } = on;
  const { total, hidden: _, ...rest } = parts;
  const sum = Object.values(rest).reduce((a, b) => a + b, 0);
  const rows = (Object.entries(rest) as [Exclude<keyof WholeParts, 'total' | 'hidden'>, number][])
    .filter(([, seconds]) => seconds / sum >= 0.005)
    .sort((a, b) => b[1] - a[1])
    .map(([name, seconds]) => [
      s.serve.part[name],
      s.percent(words(s, (100 * seconds) / sum, 2)),
      bar(seconds / sum, 24, on),
    ]);
  const shape = [{}, { align: 'right' as const }, { flexible: true, paint: style.inferred }];
  return [heading(serveScreenWords(s).timeHead, on), ...table(shape, rows, on)];
}

function memoryLines({ memory: { weights, cache, capacity } }: ServingAnswer, on: Page): string[] {
  const { strings: s, style } = on;
  const gib = (bytes: number) => (bytes / 2 ** 30).toFixed(1);
  const row = (name: string, bytes: number) => [name, `${gib(bytes)} GiB`, bar(bytes / capacity, 24, on)];
  return [
    heading(s.serve.memoryHead, on, s.serve.of(gib(weights + cache), gib(capacity))),
    ...table(
      [{}, { align: 'right' }, { flexible: true, paint: style.inferred }],
      [row(s.serve.weights, weights), row(s.serve.cache, cache)],
      on,
    ),
  ];
}

/** The other way to serve, which writes less: on different chips, or on the same ones. */
function otherLines({ best, together, apart, most }: ServingAnswer, on: Page): string[] {
  const { strings: s, style } = on;
  const t = serveScreenWords(s);
  const told = otherWords({ best, together, apart, most }, s);
  if (!told) return [];
  if (best.apart || !apart) return [heading(told[0], on), ...paragraph(told[1], on).map(style.quiet)];
  return [
    heading(told[0], on),
    ...paragraph(told[1], on).map(style.inferred),
    ...phaseLines(apart, on),
    ...(apart.ttft === undefined
      ? []
      : paragraph(t.apartFirst(percentile(most), wait(s, apart.ttft)), on).map(style.quiet)),
  ];
}

/** What the other way is called, and what it writes; null where nothing was asked that could have ruled it out. */
export function otherWords(
  { best, together, apart, most }: Pick<ServingAnswer, 'best' | 'together' | 'apart' | 'most'>,
  s: Strings,
): readonly [head: string, told: string] | null {
  const t = s.serve;
  if (best.apart) {
    const placed = together && placementWords(together.placement, s);
    return [t.togetherHead, together ? t.together(words(s, together.perChip), placed!) : t.togetherNone];
  }
  if (!apart) return most ? [t.apartHead, t.apartNone] : null;
  const share = s.percent(words(s, 100 * apart.prefillShare, 2));
  return [t.apartHead, t.apart(words(s, apart.perChip), share)];
}

/** Engines that read and engines that write. */
function phaseLines({ prefill, decode }: Apart, on: Page): string[] {
  const { strings: s, style } = on;
  const t = s.serve;
  const of = ({ placement, chips, engines }: Phase) =>
    `${t.placement(chipCount(engines, s), words(s, chips, 6))}${s.comma}${placementWords(placement, s)}`;
  return [
    ...paragraph(t.reads(of(prefill), words(s, prefill.perChip)), on).map(style.quiet),
    ...paragraph(
      serveScreenWords(s).writes(of(decode), words(s, decode.perChip), counted(decode.batch, s)),
      on,
    ).map(style.quiet),
  ];
}

/** Points of a front that a screen shows: at most so many, evenly apart. */
export function thinned(front: readonly Point[], most: number): Point[] {
  if (front.length <= most) return [...front];
  return Array.from({ length: most }, (_, i) => front[Math.round((i * (front.length - 1)) / (most - 1))]!);
}

function frontLines({ front, counted }: ServingAnswer, on: Page): string[] {
  const { strings: s } = on;
  const own = serveScreenWords(s);
  const t = s.serve;
  const rows = thinned(front, 8).map((point) => [
    wait(s, point.tpot),
    words(s, point.perChip, 3),
    words(s, point.chips, 6),
    pointWords(point, s),
  ]);
  const right = { align: 'right' as const };
  const shape = [
    { ...right, head: t.tpot },
    { ...right, head: t.rate },
    { ...right, head: t.chips },
    { flexible: true },
  ];
  return [
    ...table(shape, rows, on, own.frontHead),
    ...paragraph(own.frontNote(words(s, counted, 4)), on).map(on.style.quiet),
  ];
}

function nearestLines({ nearest }: ServingAnswer, on: Page): string[] {
  if (nearest.length === 0) return [];
  const { strings: s } = on;
  const t = s.serve;
  const rows = nearest.map(({ model, chip, chips, phase, source, published, predicted, seen }) => [
    `${model}, ${words(s, chips, 6)} x ${chip}, ${phase} (${source})`,
    words(s, published),
    `${words(s, predicted)}${seen ? ' *' : ''}`,
    s.percent(
      `${predicted >= published ? '+' : '−'}${words(s, Math.abs(100 * (predicted / published - 1)), 2)}`,
    ),
  ]);
  const right = { align: 'right' as const };
  const shape = [
    { flexible: true },
    { ...right, head: t.published },
    { ...right, head: t.predicted },
    { ...right, head: t.error },
  ];
  return [
    ...table(shape, rows, on, t.nearestHead),
    ...paragraph(nearestNote(nearest, s), on).map(on.style.quiet),
  ];
}

/** By which constants published rates were predicted: those that had not seen them, but where a star says so. */
export function nearestNote(nearest: ServingAnswer['nearest'], { serve: t }: Strings): string {
  return nearest.some(({ seen }) => seen) ? `${t.unseenNote} ${t.seenNote}` : t.unseenNote;
}

/** A caution in words. */
export function servingCaution(caution: ServingCaution, s: Strings): string {
  const { serve: t, number } = s;
  switch (caution.kind) {
    case 'format':
      return caution.as === 'int8'
        ? t.integers(caution.chip)
        : t.widened(caution.chip, caution.wanted, caution.runs);
    case 'assumed':
      return t.assumed(caution.chip, number(caution.bandwidth / 1e9, 4));
    case 'extrapolated':
      return t.extrapolated(caution.chip, caution.published > 0 ? number(caution.published, 6) : undefined);
    case 'unseen':
      return caution.of === 'model'
        ? t.unseen.model(caution.name)
        : t.unseen.engine(engineName(caution.name, s));
    case 'unseen-format':
      return t.unseenFormat(caution.chip, caution.weights.toUpperCase(), caution.runs.toUpperCase());
    case 'year': {
      const { engine, asked, newest, oldest } = caution;
      const of = (year: number) => t.engineOf(engineName(engine, s), Math.floor(year), monthOf(year));
      return asked > newest ? t.newer(of(asked), of(newest)) : t.older(of(asked), of(oldest));
    }
    case 'drafter':
      return t.drafter(caution.model, s.percent(number(100 * caution.accepted, 2)));
    case 'long':
      return t.long(caution.model, number(caution.asked, 9), number(caution.longest, 9));
    case 'beyond': {
      const scale = caution.of === 'hits' ? 100 : 1;
      return t.beyondRecord[caution.of](number(scale * caution.asked, 9), number(scale * caution.most, 9));
    }
    case 'thin':
      return t.thin(number(caution.rates, 6));
    case 'unmeasured':
      return t.unmeasured(caution.chip);
    case 'idle':
      return t.idle(caution.chip, chipCount(caution.chips, s));
  }
}
