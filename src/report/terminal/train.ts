import { scaledMiddle } from '../../stats/scaled-middle.ts';
import type { Caution, TrainingAnswer } from '../../training/answer.ts';
import type { StepTime } from '../../training/step.ts';
import type { Trained } from '../../training/train.ts';
import { predicted } from '../amount.ts';
import { planWords } from '../plan-words.ts';
import { trainScreenWords } from '../strings/screen-words.ts';
import type { Strings } from '../strings/strings.ts';
import { alarm, bothEnds, heading, type Page, page, paragraph, table, words } from './page.ts';

/** The terminal screen of a training answer. */
export function trainScreen(answer: TrainingAnswer, wish: Partial<Page> = {}): string {
  const on = page(wish);
  const [first] = answer.groups;
  const parts = [
    head(answer, on),
    ...answer.groups.map((trained) => planLines(trained, answer, on)),
    timeLines(first!, on),
    memoryLines(first!, on),
    runLines(answer, on),
    largestLines(answer, on),
    nearestLines(answer, on),
    answer.cautions.flatMap((one) => alarm(cautionWords(one, on.strings), on)),
  ];
  return `\n${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.map((line) => line.trimEnd()).join('\n'))
    .join('\n\n')}\n`;
}

const gib = (bytes: number) => (bytes / 2 ** 30).toFixed(0);
const range = (s: Strings, { value, low, high }: { value: number; low: number; high: number }) =>
  `${words(s, value)} (${words(s, low, 2)} – ${words(s, high, 2)})`;

function head(answer: TrainingAnswer, on: Page): string[] {
  const { model, groups } = answer;
  const { strings: s, style } = on;
  const fleet = groups.map(({ group }) => `${words(s, group.count, 6)} x ${group.machine.name}`).join(', ');
  return [
    ...bothEnds(`  ${style.strong(model.name)}`, fleet, on),
    ...paragraph(s.train.parameters(s.brief(model.total), s.brief(model.active)), on, 2).map(style.quiet),
    ...batchWords(answer, s).flatMap((line) => paragraph(line, on, 2).map(style.quiet)),
  ];
}

function planLines(trained: Trained, answer: TrainingAnswer, on: Page): string[] {
  const { strings: s, style } = on;
  const own = trainScreenWords(s);
  const t = s.train;
  const { causal, full, hardware } = trained.utilisation;
  const share = (value: number) => s.percent(words(s, 100 * value, 2));
  const seconds = trained.evaluation.step.total;
  const rows = [
    [t.step, s.seconds(range(s, { ...scaledMiddle(answer.step, seconds / answer.step.value) })), own.eighty],
    [t.rate, `${s.brief(trained.rate)} · ${t.perChip(words(s, trained.rate / trained.used))}`, ''],
    [
      t.utilisation,
      `${share(causal)} ${t.causal} · ${share(full)} ${t.full} · ${share(hardware)} ${own.hardware}`,
      '',
    ],
  ];
  const note = trained.found
    ? t.searched(words(s, trained.found.counted, 3), words(s, trained.found.fitting, 3))
    : '';
  return [
    heading(t.plan, on, answer.groups.length > 1 ? trained.group.machine.name : ''),
    ...paragraph(planWords(trained.plan), on).map(style.inferred),
    ...(note === '' ? [] : paragraph(note, on).map(style.quiet)),
    ...table([{}, { flexible: true, paint: style.inferred }, {}], rows, on),
    ...shareNotes(trained, s)
      .flatMap((one) => paragraph(one, on))
      .map(style.quiet),
  ];
}

/** How many times the dense BF16 peak the peak of the products of a plan is [1]. */
export const peakTimes = ({ plan: { precision }, group: { machine } }: Trained): number =>
  (machine.peak[precision] ?? machine.peak.bf16) / machine.peak.bf16;

/** What shares of the peak count, and why they may pass 100 % of that of BF16. */
function shareNotes(trained: Trained, s: Strings): string[] {
  const own = trainScreenWords(s);
  const { precision } = trained.plan;
  if (precision === 'bf16') return [own.counted];
  const times = peakTimes(trained);
  return [own.counted, own.narrowed(precision.toUpperCase(), words(s, times, 2))];
}

/** A bar of a share, or nothing where words must do. */
function bar(share: number, width: number, on: Page): string {
  if (on.plain) return '';
  return share <= 0 ? '' : '■'.repeat(Math.max(1, Math.round(share * width)));
}

function timeLines({ evaluation }: Trained, on: Page): string[] {
  const { strings: s, style } = on;
  const { total, ...parts } = evaluation.step;
  const rows = (Object.entries(parts) as [Exclude<keyof StepTime, 'total'>, number][])
    .filter(([, seconds]) => seconds / total >= 0.005)
    .sort((a, b) => b[1] - a[1])
    .map(([name, seconds]) => [
      s.train.stepPart[name],
      s.percent(words(s, (100 * seconds) / total, 2)),
      s.seconds(words(s, seconds, 2)),
      bar(seconds / total, 24, on),
    ]);
  const shape = [
    {},
    { align: 'right' as const },
    { align: 'right' as const },
    { flexible: true, paint: style.inferred },
  ];
  return [heading(trainScreenWords(s).timeHead, on), ...table(shape, rows, on)];
}

function memoryLines({ evaluation, capacity }: Trained, on: Page): string[] {
  const { strings: s, style } = on;
  const { total, ...parts } = evaluation.memory;
  const words = trainScreenWords(s).memoryPart;
  const rows = (Object.entries(parts) as [keyof typeof words, number][]).map(([name, bytes]) => [
    words[name],
    `${(bytes / 2 ** 30).toFixed(1)} GiB`,
    bar(bytes / capacity, 24, on),
  ]);
  return [
    heading(s.train.memoryHead, on, s.train.of(gib(total), gib(capacity))),
    ...table([{}, { align: 'right' }, { flexible: true, paint: style.inferred }], rows, on),
  ];
}

function runLines(answer: TrainingAnswer, on: Page): string[] {
  const { run } = answer;
  const { strings: s, style } = on;
  const own = trainScreenWords(s);
  const t = s.train;
  const { goodput: g, sites } = run;
  const spoken = (of: { value: number; low: number; high: number }, unit = '') => predicted(of, unit, s);
  const time = (seconds: number) =>
    seconds >= 7200 ? t.hours(words(s, seconds / 3600, 2)) : t.minutes(words(s, seconds / 60, 2));
  const rows = [
    [t.calendar, t.days(range(s, run.days)), own.eighty],
    [t.chipHours, spoken(run.chipHours), ''],
    [own.goodput, s.percent(words(s, 100 * g.share, 3)), ''],
    ...(run.energy ? [[t.energy, spoken(run.energy, 'MWh'), '']] : []),
    ...(run.money?.electricity ? [[t.electricity, t.yuan(spoken(run.money.electricity)), '']] : []),
    ...(run.money?.lease ? [[own.lease, t.yuan(spoken(run.money.lease)), '']] : []),
  ];
  const notes = [own.failures(time(g.between), time(g.checkpoint)), ...(sites ? [splitWords(sites, s)] : [])];
  return [
    heading(runWords(answer, s), on),
    ...table([{}, { flexible: true, paint: style.inferred }, {}], rows, on),
    ...notes.flatMap((note) => paragraph(note, on)).map(style.quiet),
  ];
}

/** What it costs a run that its sites meet over a network. */
export function splitWords(sites: NonNullable<TrainingAnswer['run']['sites']>, s: Strings): string {
  const t = s.train;
  const computes = t.sites(String(sites.count), s.percent(words(s, 100 * sites.share, 3)));
  const meets = t.exchange(words(s, sites.exchange, 2), words(s, (sites.enough * 8) / 1e9, 2));
  const more = sites.tokenFactor > 1 ? ` ${t.tokenFactor(words(s, sites.tokenFactor, 3))}` : '';
  return `${computes}; ${meets}${more}`;
}

/** `7.3e24`. */
const flop = (value: number) => value.toExponential(1).replace('e+', 'e');

/** What is computed in a time: `7.3e24 FLOP (4.8e24 – 1.1e25)`. */
export const flopWords = ({ value, low, high }: { value: number; low: number; high: number }): string =>
  `${flop(value)} FLOP (${flop(low)} – ${flop(high)})`;

/** Of what run the times are. */
export function runWords({ run, assumed }: TrainingAnswer, s: Strings): string {
  const t = s.train;
  return (assumed.includes('tokens') ? t.runHeadDefault : t.runHead)(s.brief(run.tokens), flop(run.flop));
}

/** Its batches, and what the question left to a default. */
export function batchWords({ groups, assumed }: TrainingAnswer, s: Strings): string[] {
  const { batch, sequence } = groups[0]!.plan;
  return [
    s.train.batch(words(s, batch, 6), words(s, sequence, 6)),
    ...(assumed.length > 0 ? [s.train.byDefault(assumed.map((one) => s.train.assumed[one]))] : []),
  ];
}

function largestLines({ largest }: TrainingAnswer, on: Page): string[] {
  const { strings: s, style } = on;
  const rows = largest.map(({ days, flop: of, tokens, equivalents }) => [
    s.train.days(String(days)),
    flopWords(of),
    s.brief(tokens),
    s.train.equivalents(words(s, equivalents, 2)),
  ]);
  const shape = [
    { align: 'right' as const },
    { paint: style.inferred, flexible: true },
    { align: 'right' as const },
    {},
  ];
  return [heading(s.train.largestHead, on), ...table(shape, rows, on)];
}

function nearestLines({ nearest }: TrainingAnswer, on: Page): string[] {
  if (nearest.length === 0) return [];
  const { strings: s } = on;
  const rows = nearest.map(({ model, chip, chips, source, published, predicted }) => [
    `${model}, ${words(s, chips, 6)} x ${chip} (${source})`,
    s.seconds(words(s, published, 3)),
    s.seconds(words(s, predicted, 3)),
    s.percent(
      `${predicted >= published ? '+' : '−'}${words(s, Math.abs(100 * (predicted / published - 1)), 2)}`,
    ),
  ]);
  const shape = [
    { flexible: true },
    { align: 'right' as const, head: s.train.published },
    { align: 'right' as const, head: s.train.predicted },
    { align: 'right' as const, head: s.train.error },
  ];
  return table(shape, rows, on, s.train.nearestHead);
}

/** A caution in words. */
export function cautionWords(caution: Caution, s: Strings): string {
  const t = s.train;
  switch (caution.kind) {
    case 'unmeasured':
      return t.unmeasured(caution.chip);
    case 'no-record':
      return t.noRecord(caution.chip);
    case 'few-records':
      return t.fewRecords(caution.chip, String(caution.runs));
    case 'tight':
    case 'does-not-fit':
      return (caution.kind === 'tight' ? t.tight : t.doesNotFit)(
        caution.chip,
        (caution.shortBytes / 2 ** 30).toFixed(1),
        caution.changes.join(', '),
      );
    case 'idle':
      return t.idle(caution.chip, words(s, caution.chips, 6));
    case 'hosted':
      return t.hosted(
        caution.chip,
        t.hostedParts[caution.what],
        words(s, caution.bytes / 2 ** 30, 3),
        caution.asked,
      );
    case 'integers':
      return t.integers(caution.chip);
    case 'extrapolated':
      return t.extrapolated(
        caution.chip,
        caution.chips === undefined ? undefined : words(s, caution.chips, 2),
        caution.parameters === undefined ? undefined : words(s, caution.parameters, 2),
      );
    case 'mixed':
      return t.mixed;
  }
}
