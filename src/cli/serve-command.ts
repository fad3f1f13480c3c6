import { Command, Option } from 'commander';
import { say } from '../errors/message.ts';
import { engineKinds } from '../serving/constants.ts';
import { weightFormats } from '../serving/formats.ts';
import { percentiles } from '../serving/percentiles.ts';
import type { Context } from './context.ts';
import { refuse } from './context.ts';
import type { ExitCode } from './exit-code.ts';
import { serveFigures, serveFormats } from './formats.ts';
import { formatOption, isTyped, languageOption, themeOption } from './shared-options.ts';

/** `sandtable serve`, with its options. */
export function serveCommand(context: Context, ended: (code: ExitCode) => void): Command {
  return new Command('serve')
    .description('How chips serve a model: placement, tokens a second, latency, and how sure that is')
    .argument('<model>', 'id of a model, e.g. deepseek-v3, or the path of a config.json')
    .requiredOption('--chips <list>', 'number and kind: 64xh20')
    .option(
      '--slo <target>',
      'times that requests keep, waiting included: tpot=50ms, or ttft=2s,tpot=50ms; without ttft, 10 s to the first token',
    )
    .addOption(new Option('--percentile <p>', 'of how many requests').choices(percentiles).default('p95'))
    .option('--requests <rate>', 'requests a second to be asked about, of all chips together')
    .option('--traffic <kind>', 'how requests come: conversation, code or random', 'conversation')
    .option('--input <n>', 'tokens of a prompt', '4096')
    .option('--output-tokens <n>', 'tokens of an answer', '1024')
    .option('--hit <share>', 'share of prompts that the cache holds, 0.8 or 80%', '0')
    .addOption(new Option('--precision <format>', 'of weights').choices(weightFormats))
    .addOption(
      new Option(
        '--engine <kind>',
        'software of the engine (default: one of which such services were published)',
      ).choices(engineKinds),
    )
    .option('--guess <n>', 'tokens guessed ahead in a step, 0 to 8', '0')
    .option(
      '--year <year>',
      'when the engine was made, e.g. 2025.5 (default: that of its newest published rates)',
    )
    .option(
      '--region <id>',
      'where the site stands, for its energy: xinjiang, qinghai, …; other is anywhere',
      'other',
    )
    .addOption(formatOption(serveFormats))
    .addOption(new Option('--figure <figure>', 'which figure as svg').choices(serveFigures).default('front'))
    .addOption(themeOption())
    .option('-o, --output <file>', 'write there instead of to standard output')
    .addOption(languageOption())
    .action(async (model, options, command) => {
      checkLoad(command);
      ended(await (await import('./verbs/serve.ts')).serveVerb(model, options, context));
    });
}

/** What is asked of requests under a load changes nothing where no load is asked about: that is told. */
function checkLoad(command: Command): void {
  const { slo, requests } = command.opts<{ slo?: string; requests?: string }>();
  if (slo !== undefined || requests !== undefined) return;
  const option = ['percentile', 'traffic'].find((name) => isTyped(command, name));
  if (option === undefined) return;
  refuse(
    'ST-X003',
    say('`{text}` speaks of requests under a load, and none is asked about.', {
      text: `--${option} ${command.opts()[option]}`,
    }),
    say('Add --slo tpot=50ms or --requests 20.'),
  );
}
