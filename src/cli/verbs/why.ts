import { say } from '../../errors/message.ts';
import { didYouMean } from '../../errors/suggest.ts';
import { whyScreen } from '../../report/terminal/why.ts';
import { type Context, opened, pageFor, refuse, type Shown } from '../context.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { runOptions, shown, type WrittenOptions } from '../options.ts';
import { progress } from '../progress.ts';
import { checkOutput } from '../store.ts';
import { emit, formatOf } from './assess.ts';

export interface WhyOptions extends WrittenOptions, Shown {
  format?: 'screen' | 'json';
  output?: string;
}

/** `sandtable why`: where one number comes from. */
export async function whyVerb(
  quantity: string,
  reference: string,
  options: WhyOptions,
  context: Context,
): Promise<ExitCode> {
  const run = runOptions(options);
  const dossier = await opened(reference, context);
  const known = context.engine.quantities(dossier);
  if (!known.includes(quantity)) {
    const fix = didYouMean(quantity, known) ?? say('Known are {names}.', { names: known.join(', ') });
    refuse('ST-X005', say('There is no quantity `{id}`.', { id: shown(quantity) }), fix);
  }
  checkOutput(options.output, context.effects);
  const line = progress('drawing worlds', context.effects);
  const trace = await context.engine.why(dossier, run, quantity, line.watch).finally(line.done);
  const format = formatOf(options.format, options.plain, context);
  const text =
    format === 'json' ? `${JSON.stringify(trace, null, 2)}\n` : whyScreen(trace, pageFor(context, options));
  emit(text, options, context);
  return exitCodes.done;
}
