import { Argument, Command, Option } from 'commander';
import { exportedScreens } from '../report/html/exported-screens.ts';
import { type Context, flagship } from './context.ts';
import {
  type Ended,
  faultLanguageOption,
  languageOption,
  themeOption,
  withRunOptions,
} from './shared-options.ts';

/** The commands about the app and what leaves it. */
export function appCommands(context: Context, ended: Ended): Command[] {
  return [openCommand(context, ended), exportCommand(context, ended)];
}

function openCommand(context: Context, ended: Ended): Command {
  return new Command('open')
    .description('The app in your browser: offline, on this machine alone')
    .argument('[dossier]', 'id of a dossier, or path of its folder', flagship)
    .option('--port <n>', 'port to listen on (default: a free one)')
    .option('--no-browser', 'print the address and open nothing')
    .option('--host <address>', 'listen there instead, so that others can reach it; needs --token')
    .option('--token [text]', 'answer only those who know it; a fresh one where no text is given')
    .addOption(faultLanguageOption())
    .action(async (dossier, options) =>
      ended(await (await import('./verbs/open.ts')).openVerb(dossier, options, context)),
    );
}

function exportCommand(context: Context, ended: Ended): Command {
  const command = new Command('export')
    .description('A brief of four pages, or one screen, as one HTML file without script, or as PDF')
    .addArgument(new Argument('[dossier]', 'id of a dossier, or path of its folder').default(flagship))
    .addOption(new Option('--embed <screen>', 'one screen instead of the brief').choices(exportedScreens))
    .option('-o, --html <file>', 'write there instead of to standard output')
    .option('--print <file>', 'print to a PDF, with an installed Chromium, Chrome or Edge')
    .addOption(themeOption());
  withRunOptions(command).addOption(languageOption());
  return command.action(async (dossier, options) =>
    ended(await (await import('./verbs/export.ts')).exportVerb(dossier, options, context)),
  );
}
