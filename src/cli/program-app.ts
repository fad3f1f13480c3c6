import { Command } from 'commander';
import { type Context, flagship } from './context.ts';
import type { Ended } from './shared-options.ts';

/** The commands about the app and what leaves it. */
export function appCommands(context: Context, ended: Ended): Command[] {
  return [openCommand(context, ended)];
}

function openCommand(context: Context, ended: Ended): Command {
  return new Command('open')
    .description('The app in your browser: offline, on this machine alone')
    .argument('[dossier]', 'id of a dossier, or path of its folder', flagship)
    .option('--port <n>', 'port to listen on (default: a free one)')
    .option('--no-browser', 'print the address and open nothing')
    .option('--host <address>', 'listen there instead, so that others can reach it; needs --token')
    .option('--token [text]', 'answer only those who know it; a fresh one where no text is given')
    .action(async (dossier, options) =>
      ended(await (await import('./verbs/open.ts')).openVerb(dossier, options, context)),
    );
}
