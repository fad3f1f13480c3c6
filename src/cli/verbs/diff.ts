import type { Assessment } from '../../assessment/assessment.ts';
import { difference } from '../../report/difference.ts';
import { differenceScreen } from '../../report/terminal/difference.ts';
import { type Context, opened, pageFor, type Shown } from '../context.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import type { diffFormats } from '../formats.ts';
import { runOptions } from '../options.ts';
import { checkOutput, findRun } from '../store.ts';
import { writtenRun } from '../written-run.ts';
import { assessed, emit, formatOf } from './assess.ts';

export interface DiffOptions extends Shown {
  format?: (typeof diffFormats)[number];
  theme?: 'light' | 'dark';
  output?: string;
}

/** `sandtable diff`: what moved between two runs, and which edit moved it. */
export async function diffVerb(
  before: string,
  after: string,
  options: DiffOptions,
  context: Context,
): Promise<ExitCode> {
  checkOutput(options.output, context.effects);
  const runs = [await runOf(before, context), await runOf(after, context)] as const;
  emit(await written(runs, options, context), options, context);
  return exitCodes.done;
}

async function written(
  runs: readonly [Assessment, Assessment],
  options: DiffOptions,
  context: Context,
): Promise<string> {
  const page = pageFor(context, options);
  switch (formatOf(options.format, options.plain, context)) {
    case 'html': {
      const { comparePage } = await import('../../report/html/compare.ts');
      return comparePage(...runs, { strings: page.strings, ...(options.theme && { theme: options.theme }) });
    }
    case 'json':
      return `${JSON.stringify(difference(...runs), null, 2)}\n`;
    case 'screen':
      return differenceScreen(difference(...runs), page);
  }
}

/** A kept run, a file, or a dossier assessed now, with changes where its link has some. */
async function runOf(text: string, context: Context): Promise<Assessment> {
  const { effects, engine } = context;
  const { reference, options } = writtenRun(text);
  if (!engine.known(effects.cwd).includes(reference)) return findRun(text, effects).assessment;
  return assessed(await opened(reference, context), runOptions(options), context);
}
