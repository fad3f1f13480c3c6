import { type Command, Option } from 'commander';
import { presets } from '../assessment/assessment.ts';
import { say } from '../errors/message.ts';
import { languages } from '../report/strings/strings.ts';
import { refuse } from './context.ts';
import type { ExitCode } from './exit-code.ts';

/** Gets the exit code of the verb that ran. */
export type Ended = (code: ExitCode) => void;

/** Gathers the values of an option that may be given several times. */
export const gather = (value: string, before: string[] = []) => [...before, value];

/** Every verb takes it: who reads by ear sets it once, for all. */
export const plainOption = () => new Option('--plain', 'words instead of braille and glyphs, no colours');

export const languageOption = () =>
  new Option('--language <tag>', 'language of the output').choices(Object.keys(languages)).default('en');

/** For verbs whose output is in one language: errors are told in the one asked for all the same. */
export const faultLanguageOption = () => {
  const option = languageOption();
  option.description = 'language of errors';
  return option;
};

export const formatOption = (choices: readonly string[]) =>
  new Option('-f, --format <format>', 'default: screen on a terminal, json elsewhere').choices(choices);

/** A figure or its colours that were chosen and would not be drawn are a slip: it is told. */
export function checkFigure(command: Command): void {
  const { figure, format, theme } = command.opts<{ figure?: string; format?: string; theme?: string }>();
  const choices = command.options.find(({ long }) => long === '--format')?.argChoices ?? [];
  const drawn = choices.includes('svg') ? 'svg' : 'html';
  if (format === drawn || choices.length === 0) return;
  const fix = say('Add --format {format}.', { format: drawn });
  if (figure !== undefined && isTyped(command, 'figure')) {
    refuse('ST-X003', say('`--figure {figure}` draws nothing by itself.', { figure }), fix);
  }
  if (theme !== undefined && isTyped(command, 'theme')) {
    refuse('ST-X003', say('`--theme {theme}` colours nothing by itself.', { theme }), fix);
  }
}

/** Whether an option was typed, and is not its default. */
export function isTyped(command: Command, name: string): boolean {
  return command.getOptionValueSource(name) === 'cli';
}

export const themeOption = () =>
  new Option('--theme <theme>', 'colours of the figure').choices(['light', 'dark']);

/** Options of a run. */
export function withRunOptions(command: Command): Command {
  return withWhatIfOptions(
    command.option('--as-of <date>', "use only what was published by then (default: the dossier's date)"),
  );
}

/** Options of a run at whatever date. */
export function withWhatIfOptions(command: Command): Command {
  return command
    .option('--prior <preset>', `${presets.join(', ')} (default: neutral)`)
    .option(
      '--drop <items>',
      'leave evidence out: ids of items, or of sources for all their items; commas between',
      gather,
    )
    .option('--set <path=quantity>', "replace a parameter, e.g. 'world.namedShare=20%'", gather)
    .option('--seed <n>', 'seed of the random streams')
    .option('--draws <n>', 'possible worlds to draw, rounded up to whole blocks of 1,024')
    .option('--workers <n>', 'worker threads; the result does not depend on them');
}
