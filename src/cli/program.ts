import { Argument, Command, Help, Option } from 'commander';
import { citationStyles } from '../sources/cite.ts';
import { type Context, flagship } from './context.ts';
import type { ExitCode } from './exit-code.ts';
import {
  assessFigures,
  assessFormats,
  backtestFormats,
  diffFormats,
  reachFormats,
  replayFormats,
  siteFigures,
  siteFormats,
} from './formats.ts';
import { appCommands } from './program-app.ts';
import { controlsCommands } from './program-controls.ts';
import { serveCommand } from './serve-command.ts';
import {
  checkFigure,
  type Ended,
  faultLanguageOption,
  formatOption,
  gather,
  languageOption,
  plainOption,
  themeOption,
  withRunOptions,
  withWhatIfOptions,
} from './shared-options.ts';
import { trainCommand } from './train-command.ts';
import { assessVerb } from './verbs/assess.ts';

/** The command line: every verb with its arguments and options; but for the first, the verbs are loaded when called. `ended` gets the exit code of the verb that ran. */
export function program(context: Context, ended: (code: ExitCode) => void): Command {
  const root = new Command('sandtable')
    .description('What an AI compute hub claims, what is probably there, and why.')
    .version(context.engine.version, '-v, --version')
    .helpOption('-h, --help', 'show this help')
    .configureHelp({
      optionDescription: (option) => new Help().optionDescription(option).replaceAll('"', ''),
    })
    .helpCommand(false)
    .showSuggestionAfterError(false)
    .allowExcessArguments(false);
  root.addHelpText('after', examples);
  root.hook('preAction', (_, command) => checkFigure(command));
  const add = (command: Command) => {
    root.addCommand(command.addOption(plainOption()).copyInheritedSettings(root), {
      isDefault: command.name() === 'assess',
    });
  };
  const first = [
    assessCommand,
    siteCommand,
    replayCommand,
    whyCommand,
    reachCommand,
    checkCommand,
    newCommand,
    diffCommand,
  ];
  for (const command of first) {
    add(command(context, ended));
  }
  const last = [
    backtestCommand,
    verifyCommand,
    citeCommand,
    explainCommand,
    mergeCommand,
    trainCommand,
    serveCommand,
  ];
  for (const command of last) add(command(context, ended));
  for (const command of controlsCommands(context, ended)) add(command);
  for (const command of appCommands(context, ended)) add(command);
  return root;
}

const examples = `
Examples:
  sandtable                                  the verdict on the flagship hub
  sandtable why accelerators                 where that number comes from
  sandtable assess --prior sceptic           the same under another prior
  sandtable assess --format md > brief.md    a brief to print
  sandtable open                             the app, on this machine alone
  sandtable new my-hub                       begin a dossier
  sandtable status h20 --on 2025-04-10 --to CN --from US
                                             may this chip go there on that day, and why
  sandtable train deepseek-v3 --chips 2048xh800-sxm
  sandtable serve deepseek-v3 --chips 64xh20 --slo tpot=50ms
`;

const textOrJson = () => new Option('-f, --format <format>', 'default: text').choices(['text', 'json']);

const dossierArgument = () =>
  new Argument('[dossier]', 'id of a dossier, or path of its folder').default(flagship);

function assessCommand(context: Context, ended: Ended): Command {
  const command = new Command('assess')
    .description('What is probably there, why, and what would change that')
    .addArgument(dossierArgument())
    .addOption(formatOption(assessFormats))
    .addOption(new Option('--figure <figure>', 'which figure as svg').choices(assessFigures).default('dots'))
    .addOption(themeOption())
    .option('--matrix', 'evidence by hypothesis instead of the screen')
    .option('--expect <condition>', "exit with 4 unless met, e.g. unlikely, 'accelerators < 60k'", gather)
    .option('--shard <k/n>', 'compute one part of n, to be merged later')
    .option('-o, --output <file>', 'write there instead of to standard output');
  withRunOptions(command).addOption(languageOption());
  return command.action(async (dossier, options) => ended(await assessVerb(dossier, options, context)));
}

function siteCommand(context: Context, ended: Ended): Command {
  const command = new Command('site')
    .description('What a place can power and cool, hour by hour, and what binds first')
    .argument('<place>', 'a climate such as golmud, or a site of a dossier: xinjiang-qinghai/yiwu')
    .option('--weather <file>', 'an EPW file in place of generated weather')
    .option(
      '--plant <plants>',
      'air-chiller, indirect-evaporative, dry-liquid, tower-liquid, or shares of them',
    )
    .option('--trim <share>', "chillers' capacity over the heat (default: enough for the hottest hour)")
    .option('--chips <count chip>', "e.g. '10k h100' (default: 1,000 of the dossier's chip, or h100)")
    .option('--duty <duty>', 'training, serving or idle', 'training')
    .option('--altitude <height>', "e.g. '2808 m' (default: that of the place)")
    .option('--feed <power>', "what the grid grants, e.g. '300 MW'; '2 x 150 MVA' counts N-1")
    .option('--water <volume>', "water permit of a year, e.g. '200,000 m3'")
    .option('--fans <n>', 'condenser fans counted on an image: the chips whose heat they carry')
    .option('--solar <power>', "photovoltaic farm beside the site, e.g. '50 MW'")
    .option('--wind <power>', "wind farm beside the site, e.g. '50 MW'")
    .option('--storage <energy>', "e.g. '200 MWh'")
    .option('--years <n>', 'weather years to generate', '4')
    .option('--seed <n>', 'seed of the weather', '7')
    .addOption(formatOption(siteFormats))
    .addOption(new Option('--figure <figure>', 'which figure as svg').choices(siteFigures).default('chain'))
    .addOption(themeOption())
    .option('-o, --output <file>', 'write there instead of to standard output');
  return command
    .addOption(languageOption())
    .action(async (place, options) =>
      ended(await (await import('./verbs/site.ts')).siteVerb(place, options, context)),
    );
}

function replayCommand(context: Context, ended: Ended): Command {
  const command = new Command('replay')
    .description('The verdict month by month, using only what was published by then')
    .addArgument(dossierArgument())
    .option('--from <month>', 'first month (default: that of the first claim)')
    .option('--to <month>', "last month (default: the dossier's date)")
    .addOption(formatOption(replayFormats))
    .addOption(themeOption())
    .option('-o, --output <file>', 'write there instead of to standard output');
  withWhatIfOptions(command).addOption(languageOption());
  return command.action(async (dossier, options) =>
    ended(await (await import('./verbs/replay.ts')).replayVerb(dossier, options, context)),
  );
}

function backtestCommand(context: Context, ended: Ended): Command {
  const command = new Command('backtest')
    .description('Would it have known? Hubs whose outcome is known, forecast as of earlier days and scored')
    .argument('[folder]', 'folder of dossiers with outcomes (default: those that come with Sandtable)')
    .addOption(formatOption(backtestFormats))
    .addOption(themeOption())
    .option('-o, --output <file>', 'write there instead of to standard output');
  command.addOption(languageOption());
  return command.action(async (folder, options) =>
    ended(await (await import('./verbs/backtest.ts')).backtestVerb(folder, options, context)),
  );
}

function whyCommand(context: Context, ended: Ended): Command {
  const command = new Command('why')
    .description('Where a number comes from: formula, inputs, evidence, sources')
    .argument('<quantity>', 'id of a quantity, e.g. accelerators')
    .addArgument(dossierArgument())
    .addOption(formatOption(['screen', 'json']))
    .option('-o, --output <file>', 'write there instead of to standard output');
  withRunOptions(command).addOption(languageOption());
  return command.action(async (quantity, dossier, options) =>
    ended(await (await import('./verbs/why.ts')).whyVerb(quantity, dossier, options, context)),
  );
}

function reachCommand(context: Context, ended: Ended): Command {
  const command = new Command('reach')
    .description('Whom the hub could serve: tokens a day, people, money, distance')
    .addArgument(dossierArgument())
    .addOption(formatOption(reachFormats))
    .option('-o, --output <file>', 'write there instead of to standard output');
  withRunOptions(command).addOption(languageOption());
  return command.action(async (dossier, options) =>
    ended(await (await import('./verbs/reach.ts')).reachVerb(dossier, options, context)),
  );
}

function checkCommand(context: Context, ended: Ended): Command {
  return new Command('check')
    .description('Every fault of a dossier, with place and remedy')
    .addArgument(new Argument('[dossiers...]', 'ids or folders').default([flagship], flagship))
    .addOption(new Option('-f, --format <format>', 'default: screen').choices(['screen', 'json']))
    .addOption(languageOption())
    .action(async (dossiers, options) =>
      ended(await (await import('./verbs/check.ts')).checkVerb(dossiers, options, context)),
    );
}

function newCommand(context: Context, ended: Ended): Command {
  return new Command('new')
    .description('Begin a dossier: one site, commented, with two gaps for check to find')
    .argument('[id]', 'id of the dossier: the folder to make')
    .option('-y, --yes', 'ask nothing')
    .option('--from <dossier>', 'begin with a copy of a dossier instead')
    .option('--name <name>', 'name of the hub')
    .option('--region <id>', 'region it lies in')
    .option('--accelerators <quantity>', 'claimed accelerators, e.g. "over 20k"')
    .option('--as-of <date>', 'newest date the evidence covers')
    .addOption(faultLanguageOption())
    .action(async (id, options) =>
      ended(await (await import('./verbs/new.ts')).newVerb(id, options, context)),
    );
}

function diffCommand(context: Context, ended: Ended): Command {
  const command = new Command('diff')
    .description('What moved between two runs, and which edit moved it')
    .argument('<before>', "run id, JSON file of a run, or dossier with changes: 'two-halls?prior=sceptic'")
    .argument('<after>', 'the same')
    .addOption(formatOption(diffFormats))
    .addOption(themeOption())
    .option('-o, --output <file>', 'write there instead of to standard output');
  return command
    .addOption(languageOption())
    .action(async (before, after, options) =>
      ended(await (await import('./verbs/diff.ts')).diffVerb(before, after, options, context)),
    );
}

function verifyCommand(context: Context, ended: Ended): Command {
  const command = new Command('verify')
    .description('Make a run again and compare it bit for bit')
    .argument('<run>', 'run id, or JSON file of a run')
    .argument('[dossier]', 'where the run was not made in this folder: its dossier, and its options')
    .addOption(textOrJson());
  withRunOptions(command).addOption(faultLanguageOption());
  return command.action(async (run, dossier, options) =>
    ended(await (await import('./verbs/verify.ts')).verifyVerb(run, dossier, options, context)),
  );
}

function citeCommand(context: Context, ended: Ended): Command {
  const command = new Command('cite')
    .description('A citation of the verdict, with its run id')
    .addArgument(new Argument('[dossier]', 'id or folder of a dossier, or a run id').default(flagship))
    .addOption(new Option('--style <style>', 'form of the citation').choices(citationStyles).default('apa'))
    .addOption(textOrJson());
  withRunOptions(command).addOption(faultLanguageOption());
  return command.action(async (dossier, options) =>
    ended(await (await import('./verbs/cite.ts')).citeVerb(dossier, options, context)),
  );
}

function explainCommand(context: Context, ended: Ended): Command {
  return new Command('explain')
    .description('What an error code means and what to do; all codes without one')
    .argument('[code]', 'as printed: ST-U001')
    .addOption(textOrJson())
    .addOption(languageOption())
    .action(async (code, options) =>
      ended(await (await import('./verbs/explain.ts')).explainVerb(code, options, context)),
    );
}

function mergeCommand(context: Context, ended: Ended): Command {
  const command = new Command('merge')
    .description('Join the shards of one run to its verdict')
    .argument('<files...>', 'what assess --shard wrote')
    .addOption(formatOption(['screen', 'json']));
  return command
    .addOption(languageOption())
    .action(async (files, options) =>
      ended(await (await import('./verbs/merge.ts')).mergeVerb(files, options, context)),
    );
}
