import { isoDay } from '../../controls/known-rules.ts';
import { requireCountry } from '../../controls/places.ts';
import { timeline } from '../../controls/timeline.ts';
import { attempting, error, SandtableError } from '../../errors/fault.ts';
import { say } from '../../errors/message.ts';
import { timelineCsv } from '../../report/csv/controls.ts';
import { figureSvg } from '../../report/figures/figure.ts';
import { timelineFigure } from '../../report/figures/timeline.ts';
import { type Track, timelineScreen } from '../../report/terminal/timeline.ts';
import { parsePartialDate } from '../../sources/date.ts';
import { type Context, pageFor, type Shown } from '../context.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import type { timelineFormats } from '../formats.ts';
import { shown } from '../options.ts';
import { emit, formatOf } from './assess.ts';
import { itemAsked, type ShipmentOptions, shipment } from './status.ts';

export interface TimelineOptions extends Shown, ShipmentOptions {
  to: string;
  start: string;
  end?: string;
  format?: (typeof timelineFormats)[number];
  theme?: 'light' | 'dark';
  output?: string;
}

/** `sandtable timeline`: the status of chips through time. */
export async function timelineVerb(
  names: readonly string[],
  options: TimelineOptions,
  context: Context,
): Promise<ExitCode> {
  const book = await context.engine.world();
  const { query, faults } = shipment(options);
  const attempt = attempting(faults);
  const last = isoDay(book.controls.searched.until.to);
  const start = attempt(() => edge('--start', options.start, 'from'));
  const end = attempt(() => edge('--end', options.end ?? last, 'to'));
  const to = attempt(() => requireCountry(book.controls, options.to, say('destination')));
  const items = names.map((name) => attempt(() => itemAsked(book, name, options)));
  if (start && end && start > end) {
    faults.push(
      error(
        'ST-K011',
        say('{start} lies after {end}.', { start, end }),
        say('Give the earlier day with --start.'),
      ),
    );
  }
  if (faults.length > 0 || !start || !end || !to) throw new SandtableError(faults);
  const tracks = items.flatMap((item): Track[] =>
    item ? [{ name: item.name, spans: timeline(book, item, { ...query, to, start, end }) }] : [],
  );
  const page = pageFor(context, options);
  const format = formatOf(options.format, options.plain, context);
  const texts = {
    screen: () => timelineScreen(tracks, { to, controls: book.controls }, page),
    json: () => `${JSON.stringify(tracks, null, 2)}\n`,
    csv: () => timelineCsv(tracks, to),
    svg: () =>
      figureSvg(
        timelineFigure(tracks, {
          to,
          controls: book.controls,
          strings: page.strings,
          ...(options.theme && { theme: options.theme }),
        }),
      ),
  };
  emit(texts[format](), options, context);
  return exitCodes.done;
}

/** First or last day of what was written: a month or year is its whole length. */
function edge(option: string, text: string, end: 'from' | 'to'): string {
  const read = parsePartialDate(text);
  if ('from' in read) return isoDay(read[end]);
  throw new SandtableError(
    error(
      'ST-X003',
      say('`{text}` is not a date.', { text: `${option} ${shown(text)}` }),
      say('Write for example {example}.', { example: `${option} 2023-10` }),
    ),
  );
}
