import { resolve } from 'node:path';
import type { ExportedScreen } from '../../report/html/exported-screens.ts';
import { exportedPage } from '../../report/html/screens.ts';
import { type Context, opened, pageFor, type Shown } from '../context.ts';
import { type ExitCode, exitCodeOf } from '../exit-code.ts';
import { runOptions, type WrittenOptions } from '../options.ts';
import { showFaults } from '../show-faults.ts';
import { checkOutput, keep } from '../store.ts';
import { assessed, emit, poor } from './assess.ts';

export interface ExportOptions extends WrittenOptions, Shown {
  embed?: ExportedScreen;
  html?: string;
  print?: string;
  theme?: 'light' | 'dark';
}

/** `sandtable export`: a screen, or the brief of four pages, as one HTML file without script, or printed as PDF. */
export async function exportVerb(
  reference: string,
  options: ExportOptions,
  context: Context,
): Promise<ExitCode> {
  const { effects, engine } = context;
  const run = runOptions(options);
  checkOutput(options.html, effects);
  checkOutput(options.print, effects);
  const dossier = await opened(reference, context);
  const assessment = await assessed(dossier, run, context);
  const world = await engine.world();
  const page = exportedPage(
    options.embed ?? 'brief',
    {
      assessment,
      dossier,
      geography: engine.geography(),
      world,
    },
    { strings: pageFor(context, options).strings, ...(options.theme && { theme: options.theme }) },
  );
  if (options.print !== undefined) {
    const { print } = await import('../print.ts');
    await print(page, resolve(effects.cwd, options.print), effects);
  }
  if (options.html !== undefined) emit(page, { output: options.html }, context);
  if (options.html === undefined && options.print === undefined) effects.stdout(page);
  keep({ reference, assessment }, effects);
  const faults = poor(assessment);
  if (faults.length > 0) showFaults(faults, effects);
  return exitCodeOf(faults);
}
