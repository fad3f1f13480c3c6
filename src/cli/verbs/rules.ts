import { inForce } from '../../controls/in-force.ts';
import type { Instrument } from '../../controls/instrument.ts';
import { isoDay, rulesKnownOn } from '../../controls/known-rules.ts';
import { requireDay } from '../../controls/query.ts';
import { error, SandtableError } from '../../errors/fault.ts';
import { say } from '../../errors/message.ts';
import { didYouMean } from '../../errors/suggest.ts';
import { rulesCsv } from '../../report/csv/controls.ts';
import { figureSvg } from '../../report/figures/figure.ts';
import { thresholdsFigure } from '../../report/figures/thresholds.ts';
import { ruleScreen, rulesScreen } from '../../report/terminal/rules.ts';
import { type Context, pageFor, type Shown } from '../context.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import type { rulesFormats } from '../formats.ts';
import { shown } from '../options.ts';
import { emit, formatOf } from './assess.ts';

export interface RulesOptions extends Shown {
  on?: string;
  format?: (typeof rulesFormats)[number];
  theme?: 'light' | 'dark';
  output?: string;
}

/** `sandtable rules`: instruments in force on a day, all of them, or one. */
export async function rulesVerb(
  id: string | undefined,
  options: RulesOptions,
  context: Context,
): Promise<ExitCode> {
  const book = await context.engine.world();
  const { controls } = book;
  const one = id === undefined ? undefined : requireInstrument(id, controls.instruments);
  const day = options.on === undefined ? undefined : requireDay(options.on);
  const list = one
    ? [one]
    : day === undefined
      ? [...controls.instruments.values()]
      : inForce(controls, day).ids.map((known) => controls.instruments.get(known)!);
  const page = pageFor(context, options);
  const dated = day === undefined ? {} : { on: isoDay(day), known: rulesKnownOn(controls, day) };
  const marked = { ...(dated.on !== undefined && { on: dated.on, rules: dated.known }) };
  const texts = {
    screen: () => (one ? ruleScreen(one, book, page) : rulesScreen(list, dated, page)),
    json: () => `${JSON.stringify(one ?? list.map((rule) => ({ ...rule, ...marked })), null, 2)}\n`,
    csv: () => rulesCsv(list, one ? {} : dated),
    svg: () => {
      if (options.on === undefined) {
        throw new SandtableError(
          error(
            'ST-X002',
            say('`{name}` is missing.', { name: '--on' }),
            say('The figure shows one day: --on 2024-05-01.'),
          ),
        );
      }
      const { theme } = options;
      return figureSvg(
        thresholdsFigure(book, options.on, { strings: page.strings, ...(theme && { theme }) }),
      );
    },
  };
  emit(texts[formatOf(options.format, options.plain, context)](), options, context);
  return exitCodes.done;
}

function requireInstrument(id: string, known: ReadonlyMap<string, Instrument>): Instrument {
  const found = known.get(id.trim().toLowerCase());
  if (found) return found;
  const cited = [...known.values()].find(({ cite }) => cite?.toLowerCase() === id.trim().toLowerCase());
  if (cited) return cited;
  const fix = didYouMean(id, known.keys()) ?? say('sandtable rules lists all instruments.');
  const what = say('There is no instrument `{id}`.', { id: shown(id) });
  throw new SandtableError(error('ST-K007', what, fix));
}
