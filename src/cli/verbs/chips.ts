import type { Catalogue, Chip } from '../../chips/chip.ts';
import { bare, requireChipOf } from '../../chips/find.ts';
import { itemOf } from '../../controls/item.ts';
import { say } from '../../errors/message.ts';
import { didYouMean } from '../../errors/suggest.ts';
import { chipsCsv } from '../../report/csv/controls.ts';
import { chipScreen, chipsScreen } from '../../report/terminal/chips.ts';
import { type Context, pageFor, refuse, type Shown } from '../context.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import type { chipsFormats } from '../formats.ts';
import { shown } from '../options.ts';
import { emit, formatOf } from './assess.ts';

export interface ChipsOptions extends Shown {
  format?: (typeof chipsFormats)[number];
  output?: string;
}

/** `sandtable chips`: the catalogue, or what a filter leaves of it. */
export async function chipsVerb(
  filter: readonly string[],
  options: ChipsOptions,
  context: Context,
): Promise<ExitCode> {
  const { catalogue } = await context.engine.world();
  const all = [...catalogue.chips.values()];
  const chips = all.filter((chip) => filter.every((word) => matches(chip, word, catalogue)));
  if (chips.length === 0) {
    const names = all.flatMap((chip) => [chip.id, chip.vendor.id]);
    const typed = filter.join(' ');
    const fix =
      didYouMean(bare(typed), new Set(names)) ??
      say('Filter by name, maker, market or year: sandtable chips huawei.');
    refuse('ST-C001', say('No chip matches `{text}`.', { text: shown(typed) }), fix);
  }
  emit(written(chips, all.length, options, context), options, context);
  return exitCodes.done;
}

function written(chips: readonly Chip[], all: number, options: ChipsOptions, context: Context): string {
  switch (formatOf(options.format, options.plain, context)) {
    case 'screen':
      return chipsScreen(chips, all, pageFor(context, options));
    case 'csv':
      return chipsCsv(chips);
    case 'json':
      return `${JSON.stringify(chips.map(withPerformance), null, 2)}\n`;
  }
}

const withPerformance = (chip: Chip) => ({ ...chip, readings: itemOf(chip).readings });

/** Whether a word is part of a chip's names, maker, market, form, memory or year, or of a system that holds it. */
function matches(chip: Chip, word: string, { servers }: Catalogue): boolean {
  const wanted = bare(word);
  const { id, name, aliases, vendor, market, form = '', madeFor, released, memoryType = '' } = chip;
  const systems = servers.filter(({ chips }) => chips.includes(id));
  const made = madeFor ? [`made-for-${madeFor}`, `${madeFor}-only`] : [];
  return [
    id,
    name,
    ...aliases,
    vendor.id,
    vendor.name.en,
    vendor.name.zh ?? '',
    market,
    form,
    memoryType,
    ...made,
    released.text,
    ...systems.flatMap((one) => [one.id, one.name]),
  ].some((text) => bare(text).includes(wanted));
}

/** `sandtable chip`: one chip with all its figures. */
export async function chipVerb(name: string, options: ChipsOptions, context: Context): Promise<ExitCode> {
  const { catalogue } = await context.engine.world();
  const chip = requireChipOf(catalogue, shown(name));
  const format = formatOf(options.format, options.plain, context);
  const text =
    format === 'screen'
      ? chipScreen(chip, catalogue, pageFor(context, options))
      : format === 'csv'
        ? chipsCsv([chip])
        : `${JSON.stringify(
            {
              ...withPerformance(chip),
              servers: catalogue.servers.filter(({ chips }) => chips.includes(chip.id)),
              prices: catalogue.quotes.filter((quote) => quote.chip === chip.id),
            },
            null,
            2,
          )}\n`;
  emit(text, options, context);
  return exitCodes.done;
}
