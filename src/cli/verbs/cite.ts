import { type Context, opened } from '../context.ts';
import type { CitationStyle } from '../engine.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { runOptions, type WrittenOptions } from '../options.ts';
import { kept } from '../store.ts';
import { assessed } from './assess.ts';

/** `sandtable cite`: a citation of the run, with its id. */
export async function citeVerb(
  reference: string,
  options: WrittenOptions & { style: CitationStyle },
  context: Context,
): Promise<ExitCode> {
  const { effects, engine } = context;
  const run = runOptions(options);
  const assessment =
    kept(reference, effects)?.assessment ?? (await assessed(opened(reference, context), run, context));
  effects.stdout(`${engine.cite(assessment, options.style).trimEnd()}\n`);
  return exitCodes.done;
}
