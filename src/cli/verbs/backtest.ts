import { figureSvg } from '../../report/figures/figure.ts';
import { reliabilityFigure } from '../../report/figures/reliability.ts';
import { backtestPage } from '../../report/markdown/backtest.ts';
import { backtestScreen } from '../../report/terminal/backtest.ts';
import { type Context, pageFor, type Shown } from '../context.ts';
import type { ExitCode } from '../exit-code.ts';
import type { backtestFormats } from '../formats.ts';
import { progress } from '../progress.ts';
import { checkOutput } from '../store.ts';
import { emit, formatOf } from './assess.ts';

export interface BacktestOptions extends Shown {
  format?: (typeof backtestFormats)[number];
  theme?: 'light' | 'dark';
  output?: string;
}

/**
 * `sandtable backtest`: hubs of known outcome, forecast as of earlier days and scored.
 *
 * @param folder of dossiers with outcomes; those that came with this copy where left out
 */
export async function backtestVerb(
  folder: string | undefined,
  options: BacktestOptions,
  context: Context,
): Promise<ExitCode> {
  const { effects, engine } = context;
  checkOutput(options.output, effects);
  const line = progress('replaying hubs', effects);
  const results = await engine.backtest(folder, effects.cwd, line.watch).finally(line.done);
  const page = pageFor(context, options);
  const written = {
    screen: () => backtestScreen(results, page),
    json: () => `${JSON.stringify(results, null, 2)}\n`,
    md: () => backtestPage(results),
    svg: () =>
      figureSvg(
        reliabilityFigure(results, { strings: page.strings, ...(options.theme && { theme: options.theme }) }),
      ),
  };
  emit(written[formatOf(options.format, options.plain, context)](), options, context);
  return 0;
}
