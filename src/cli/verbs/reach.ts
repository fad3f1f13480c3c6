import { reachCsv } from '../../report/csv/reach.ts';
import { reachScreen } from '../../report/terminal/reach.ts';
import { type Context, opened, pageFor, type Shown } from '../context.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import type { reachFormats } from '../formats.ts';
import { runOptions, type WrittenOptions } from '../options.ts';
import { progress } from '../progress.ts';
import { checkOutput } from '../store.ts';
import { emit, formatOf } from './assess.ts';

export interface ReachOptions extends WrittenOptions, Shown {
  format?: (typeof reachFormats)[number];
  output?: string;
}

/** `sandtable reach`: whom a hub could serve. */
export async function reachVerb(
  reference: string,
  options: ReachOptions,
  context: Context,
): Promise<ExitCode> {
  checkOutput(options.output, context.effects);
  const run = runOptions(options);
  const line = progress('drawing worlds', context.effects);
  const reach = await context.engine
    .reach(await opened(reference, context), run, line.watch)
    .finally(line.done);
  const format = formatOf(options.format, options.plain, context);
  const text =
    format === 'screen'
      ? reachScreen(reach, pageFor(context, options))
      : format === 'csv'
        ? reachCsv(reach)
        : `${JSON.stringify(reach, null, 2)}\n`;
  emit(text, options, context);
  return exitCodes.done;
}
