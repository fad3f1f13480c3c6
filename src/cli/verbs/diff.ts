import type { Assessment } from '../../assessment/assessment.ts';
import { difference } from '../../report/difference.ts';
import { differenceScreen } from '../../report/terminal/difference.ts';
import { type Context, opened, pageFor, type Shown } from '../context.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { findRun } from '../store.ts';
import { assessed, formatOf } from './assess.ts';

export interface DiffOptions extends Shown {
  format?: 'screen' | 'json';
}

/** `sandtable diff`: what moved between two runs, and which edit moved it. */
export async function diffVerb(
  before: string,
  after: string,
  options: DiffOptions,
  context: Context,
): Promise<ExitCode> {
  const d = difference(await runOf(before, context), await runOf(after, context));
  const format = formatOf(options.format, options.plain, context);
  context.effects.stdout(
    format === 'json' ? `${JSON.stringify(d, null, 2)}\n` : differenceScreen(d, pageFor(context, options)),
  );
  return exitCodes.done;
}

/** A kept run, a file, or a dossier assessed now. */
async function runOf(reference: string, context: Context): Promise<Assessment> {
  const { effects, engine } = context;
  if (engine.known(effects.cwd).includes(reference))
    return assessed(await opened(reference, context), {}, context);
  return findRun(reference, effects).assessment;
}
