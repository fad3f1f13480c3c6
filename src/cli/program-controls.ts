import { Argument, Command, Option } from 'commander';
import type { Context } from './context.ts';
import { chipsFormats, rulesFormats, statusFormats, timelineFormats } from './formats.ts';
import { type Ended, formatOption, gather, languageOption, themeOption } from './shared-options.ts';

/** The commands about chips and export rules. */
export function controlsCommands(context: Context, ended: Ended): Command[] {
  return [chipsCommand, chipCommand, statusCommand, timelineCommand, rulesCommand].map((command) =>
    command(context, ended),
  );
}

const outputOption = () => new Option('-o, --output <file>', 'write there instead of to standard output');

function chipsCommand(context: Context, ended: Ended): Command {
  const command = new Command('chips')
    .description('The accelerators of the catalogue: performance, density, memory')
    .argument('[filter...]', 'part of a name, a maker, a market, a year')
    .addOption(formatOption(chipsFormats))
    .addOption(outputOption());
  return command
    .addOption(languageOption())
    .action(async (filter, options) =>
      ended(await (await import('./verbs/chips.ts')).chipsVerb(filter, options, context)),
    );
}

function chipCommand(context: Context, ended: Ended): Command {
  const command = new Command('chip')
    .description('One accelerator: every figure with basis and source, systems, prices')
    .argument('<chip>', 'id, name or alias')
    .addOption(formatOption(chipsFormats))
    .addOption(outputOption());
  return command
    .addOption(languageOption())
    .action(async (chip, options) =>
      ended(await (await import('./verbs/chips.ts')).chipVerb(chip, options, context)),
    );
}

/** Options about the shipment, for one day and for many. */
function withShipmentOptions(command: Command): Command {
  return command
    .option('--end-user <name>', 'company that receives it')
    .option('--headquarters <country>', "country of the end user's headquarters or ultimate parent")
    .addOption(
      new Option('--market <market>', 'what it is marketed for, instead of what the catalogue says').choices([
        'data-centre',
        'other',
      ]),
    )
    .option('--owned-by-listed <share>', 'share of the end user that listed parties own, e.g. 60%')
    .option('--licensed', 'the end user is one of the customers for whom unnamed licences are reported')
    .option('--buyer <kind>', 'for Chinese measures: large-firm, state-funded, other')
    .option('--activity <activity>', 'ship, or use: go on using what is there')
    .option('--as-of <date>', 'use only rules that the public could know of by then')
    .option('--as-if <bills>', 'take bills as if they were law, by id; commas between several', gather)
    .option('--maker <id>', 'maker of a chip that --set describes, e.g. nvidia')
    .option('--designed-in <country>', 'where a chip that --set describes was designed')
    .option('--set <figure=quantity>', "replace a figure, e.g. 'dieArea=514 mm2'", gather);
}

function statusCommand(context: Context, ended: Ended): Command {
  const command = new Command('status')
    .description('May this chip go there on that day, and why: by arithmetic, not by advice')
    .addArgument(new Argument('[chip]', 'id, name or alias; left out where --set describes it'))
    .option('--on <day>', 'day, e.g. 2025-04-10')
    .option('--to <country>', 'destination: ISO code or English name')
    .option('--from <country>', 'where it is shipped from');
  withShipmentOptions(command)
    .option('--use <use>', 'what it is imported into the United States for, e.g. us-data-centre')
    .addOption(formatOption(statusFormats))
    .addOption(outputOption());
  return command
    .addOption(languageOption())
    .action(async (chip, options) =>
      ended(await (await import('./verbs/status.ts')).statusVerb(chip, options, context)),
    );
}

function timelineCommand(context: Context, ended: Ended): Command {
  const command = new Command('timeline')
    .description('The status of chips through time, as a strip')
    .argument('<chips...>', 'ids, names or aliases')
    .option('--to <country>', 'destination: ISO code or English name', 'CN')
    .option('--from <country>', 'where they are shipped from', 'US')
    .option('--start <date>', 'first day', '2022-01')
    .option('--end <date>', 'last day; the last for which rules were searched where left out');
  withShipmentOptions(command)
    .addOption(formatOption(timelineFormats))
    .addOption(themeOption())
    .addOption(outputOption());
  return command
    .addOption(languageOption())
    .action(async (chips, options) =>
      ended(await (await import('./verbs/timeline.ts')).timelineVerb(chips, options, context)),
    );
}

function rulesCommand(context: Context, ended: Ended): Command {
  const command = new Command('rules')
    .description('Export rules and measures: those in force on a day, all, or one')
    .argument('[instrument]', 'id or citation of one')
    .option('--on <day>', 'only those in force on that day')
    .addOption(formatOption(rulesFormats))
    .addOption(themeOption())
    .addOption(outputOption());
  return command
    .addOption(languageOption())
    .action(async (instrument, options) =>
      ended(await (await import('./verbs/rules.ts')).rulesVerb(instrument, options, context)),
    );
}
