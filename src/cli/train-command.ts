import { Command, Option } from 'commander';
import { precisions } from '../training/machine.ts';
import { cooperations } from '../training/sites.ts';
import { hostings } from '../training/software.ts';
import type { Context } from './context.ts';
import type { ExitCode } from './exit-code.ts';
import { trainFigures, trainFormats } from './formats.ts';
import { formatOption, languageOption, themeOption } from './shared-options.ts';

/** `sandtable train`, with its options. */
export function trainCommand(context: Context, ended: (code: ExitCode) => void): Command {
  return new Command('train')
    .description('How chips train a model: plan, time, memory, cost, and how sure that is')
    .argument('<model>', 'id of a model, e.g. deepseek-v3, or the path of a config.json')
    .requiredOption('--chips <list>', 'number and kind, commas between several kinds: 2048xh800-sxm')
    .option('--plan <plan>', "take this plan as it is: 'tp 8 pp 16 vp 8 mbs 1 zero 1 recompute full'")
    .option('--search', 'the fastest plans, and the front of time and memory')
    .addOption(
      new Option('--host <what>', 'what may wait in the memory of hosts').choices(
        hostings.filter((one) => one !== 'none'),
      ),
    )
    .option('--tokens <n>', 'tokens to train on (default: 20 for each active parameter)')
    .option('--batch <n>', 'sequences of a step')
    .option('--sequence <n>', 'tokens of a sequence')
    .addOption(new Option('--precision <format>', 'of matrix products').choices(precisions))
    .option('--year <year>', 'when the software was made, e.g. 2024.5 (default: 2026.5)')
    .option('--sites <n>', 'sites that train together, each with these chips')
    .option('--wan <rate>', 'bandwidth of a site to the others (default: 10 Gbit/s)')
    .option('--latency <time>', 'of a message between the farthest sites (default: 30 ms)')
    .addOption(new Option('--cooperation <kind>', 'of sites (default: diloco)').choices(cooperations))
    .option('--region <id>', 'region of the site, for its energy')
    .addOption(formatOption(trainFormats))
    .addOption(new Option('--figure <figure>', 'which figure as svg').choices(trainFigures).default('time'))
    .addOption(themeOption())
    .option('-o, --output <file>', 'write there instead of to standard output')
    .addOption(languageOption())
    .action(async (model, options) =>
      ended(await (await import('./verbs/train.ts')).trainVerb(model, options, context)),
    );
}
