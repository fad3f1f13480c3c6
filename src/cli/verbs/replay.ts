import type { Assessment } from '../../assessment/assessment.ts';
import type { Dossier } from '../../dossier/dossier.ts';
import { firstMonth } from '../../dossier/first-month.ts';
import { say } from '../../errors/message.ts';
import { replayCsv } from '../../report/csv/replay.ts';
import { figureSvg } from '../../report/figures/figure.ts';
import { replayFigure } from '../../report/figures/replay.ts';
import { replayScreen } from '../../report/terminal/replay.ts';
import { calendarDay, parsePartialDate } from '../../sources/date.ts';
import { type Context, opened, pageFor, refuse, type Shown } from '../context.ts';
import type { RunOptions } from '../engine.ts';
import { type ExitCode, exitCodeOf } from '../exit-code.ts';
import type { replayFormats } from '../formats.ts';
import { runOptions, shown, type WrittenOptions } from '../options.ts';
import { progress } from '../progress.ts';
import { showFaults } from '../show-faults.ts';
import { checkOutput } from '../store.ts';
import { emit, formatOf, poor } from './assess.ts';

export interface ReplayOptions extends WrittenOptions, Shown {
  from?: string;
  to?: string;
  format?: (typeof replayFormats)[number];
  theme?: 'light' | 'dark';
  output?: string;
}

const mostMonths = 240;

/** `sandtable replay`: the verdict month by month, each using only what was published by then. */
export async function replayVerb(
  reference: string,
  options: ReplayOptions,
  context: Context,
): Promise<ExitCode> {
  const run = runOptions(options);
  const dossier = await opened(reference, context);
  checkOutput(options.output, context.effects);
  const months = await assessMonths(dossier, run, monthsOf(options, dossier), context);
  const page = pageFor(context, options);
  emit(written(months, options, { context, page }), options, context);
  const faults = months.flatMap(poor).slice(0, 1);
  if (faults.length > 0) showFaults(faults, context.effects);
  return exitCodeOf(faults);
}

function written(
  months: readonly Assessment[],
  options: ReplayOptions,
  { context, page }: { context: Context; page: ReturnType<typeof pageFor> },
): string {
  switch (formatOf(options.format, options.plain, context)) {
    case 'screen':
      return replayScreen(months, page);
    case 'json':
      return `${JSON.stringify(months, null, 2)}\n`;
    case 'csv':
      return replayCsv(months);
    case 'svg':
      return figureSvg(replayFigure(months, { strings: page.strings, theme: options.theme }));
  }
}

async function assessMonths(
  dossier: Dossier,
  run: RunOptions,
  dates: readonly string[],
  { effects, engine }: Context,
): Promise<Assessment[]> {
  const line = progress('replaying months', effects);
  const months: Assessment[] = [];
  try {
    for (const [i, asOf] of dates.entries()) {
      months.push(
        await engine.assess(dossier, { ...run, asOf }, (share) => line.watch((i + share) / dates.length)),
      );
    }
  } finally {
    line.done();
  }
  return months;
}

/**
 * Months from `--from`, or from the first that a claim about a site is known in, to `--to`, or to the month of the dossier's own
 * date, which closes the row as it is.
 */
function monthsOf({ from, to }: ReplayOptions, dossier: Dossier): string[] {
  const end = to === undefined ? monthIn(dossier.hub.asOf.to) : monthOf('--to', to);
  const start = monthOf('--from', from ?? firstMonth(dossier) ?? nameOf(end));
  const count = end - start + 1;
  if (count < 1 || count > mostMonths) {
    const what = say('From {start} to {end} there are {count} months.', {
      ...{ start: nameOf(start), end: nameOf(end), count: Math.max(0, count) },
    });
    refuse('ST-X016', what, say('Choose 1 to {most} months, the earlier first.', { most: mostMonths }));
  }
  const months = Array.from({ length: count }, (_, i) => nameOf(start + i));
  return to === undefined ? [...months.slice(0, -1), dossier.hub.asOf.text] : months;
}

function monthOf(option: string, text: string): number {
  const read = parsePartialDate(text);
  if (!('from' in read)) {
    refuse(
      'ST-X003',
      say('`{text}` is not a date.', { text: `${option} ${shown(text)}` }),
      say('Write for example {example}.', { example: `${option} 2024-10` }),
    );
  }
  return monthIn(read.from);
}

function monthIn(day: number): number {
  const { year, month } = calendarDay(day);
  return year * 12 + month - 1;
}

const nameOf = (month: number) => `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
