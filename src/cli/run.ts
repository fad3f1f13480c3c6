import { type Command, CommanderError } from 'commander';
import { error, type Fault, SandtableError, wordsOf } from '../errors/fault.ts';
import { either, inTurn, type Message, say, withNear } from '../errors/message.ts';
import { didYouMean, suggest } from '../errors/suggest.ts';
import { type Tag, translationOf } from '../errors/told.ts';
import type { Effects } from './effects.ts';
import type { Engine } from './engine.ts';
import { type ExitCode, exitCodeOf, exitCodes } from './exit-code.ts';
import { shown } from './options.ts';
import { program } from './program.ts';
import { showFaults } from './show-faults.ts';

/**
 * Runs one command line.
 *
 * @param args what follows the program's name
 * @returns the exit code; every fault has been written to standard error
 */
export async function run(args: readonly string[], around: Effects, engine: Engine): Promise<ExitCode> {
  const translation = await translationOf(languageOf(args));
  const effects = { ...(args.includes('--plain') ? uncoloured(around) : around), translation };
  let code: ExitCode = exitCodes.done;
  const root = program({ effects, engine, line: { run, program } }, (ended) => {
    code = ended;
  });
  quietened(root, effects);
  try {
    await root.parseAsync(args, { from: 'user' });
    return code;
  } catch (problem) {
    if (problem instanceof CommanderError && problem.exitCode === 0) return exitCodes.done;
    const faults = faultsOf(problem, root, args);
    showFaults(faults, effects);
    return exitCodeOf(faults);
  }
}

/** The language asked for among words typed: the last one, as for other options; English where none is known. */
function languageOf(args: readonly string[]): Tag {
  const asked = args.flatMap((word, i) =>
    word === '--language' ? [args[i + 1]] : word.startsWith('--language=') ? [word.slice(11)] : [],
  );
  return asked.at(-1) === 'zh-CN' ? 'zh-CN' : 'en';
}

/** Faults are told before and after options are read: they lose their colours here. */
const uncoloured = (effects: Effects): Effects => ({ ...effects, env: { ...effects.env, NO_COLOR: '1' } });

/** Commander throws instead of ending the process, and leaves the words to us. */
function quietened(root: Command, effects: Effects): void {
  for (const command of [root, ...root.commands]) {
    command.exitOverride();
    command.configureOutput({
      writeOut: effects.stdout,
      writeErr: () => {},
      getOutHelpWidth: () => Math.min(Math.max(effects.columns, 60), 110),
      getOutHasColors: () => false,
    });
  }
}

function faultsOf(problem: unknown, root: Command, args: readonly string[]): readonly Fault[] {
  if (problem instanceof SandtableError) return problem.faults.map((fault) => orCommand(fault, root, args));
  if (problem instanceof CommanderError) return [usageFault(problem, root, args)];
  const what = problem instanceof Error ? `${problem.name}: ${problem.message}` : String(problem);
  return [
    error(
      'ST-X015',
      `${shown(what)}.`.replace('..', '.'),
      say('Please report it, with the command that you typed.'),
    ),
  ];
}

/** A mistyped command was read as the id of a dossier: offer the command first. */
function orCommand(fault: Fault, root: Command, args: readonly string[]): Fault {
  const typed = args.find((word) => !word.startsWith('-')) ?? '';
  const verbs = root.commands.map((command) => command.name());
  if (fault.code !== 'ST-X004' || verbs.includes(typed)) return fault;
  const near = suggest(typed, verbs);
  if (near.length === 0) return fault;
  const verb = say('Did you mean the command {names}?', { names: either(near) });
  const { what, fix } = wordsOf(fault);
  const also = typeof fix === 'object' && fix.pattern === 'Did you mean {names}?';
  return error('ST-X004', what, also ? inTurn(verb, fix) : verb);
}

function usageFault({ code, message }: CommanderError, root: Command, args: readonly string[]): Fault {
  const command = root.commands.find((one) => one.name() === args[0]) ?? root.commands[0]!;
  const help = say('See sandtable {command} --help.', { command: command.name() });
  const inQuotes = /'([^']*)'/.exec(message)?.[1] ?? '';
  switch (code) {
    case 'commander.unknownOption':
      return unknownOption(inQuotes, command, help);
    case 'commander.optionMissingArgument':
      return error('ST-X003', say('`{key}` has no value.', { key: shown(inQuotes) }), help);
    case 'commander.invalidArgument': {
      const [, value = '', reason = ''] = /argument '(.*?)' is invalid\. (.*)$/s.exec(message) ?? [];
      const option = /^error: option '([^']*)'/.exec(message)?.[1] ?? say('The argument');
      const choices = reason.replace(/^Allowed choices are (.*)\.$/, '$1').split(', ');
      return error(
        'ST-X003',
        say('`{name}` cannot be `{value}`.', { name: option, value: shown(value) }),
        (choices.includes('fp4') ? fourBits(value) : undefined) ??
          withNear(didYouMean(value, choices), say('Allowed are {names}.', { names: choices.join(', ') })),
      );
    }
    case 'commander.missingMandatoryOptionValue': {
      // What is missing may have been mistyped.
      const known = flagsOf(command);
      const typed = args.filter((one) => one.startsWith('--')).map((one) => one.split('=')[0]!);
      const strange = typed.find((one) => !known.includes(one));
      if (strange !== undefined) return unknownOption(strange, command, help);
      const option = command.options.find(({ flags }) => flags === inQuotes);
      const fix = option?.description ? `Give ${option.flags}: ${option.description}.` : help;
      return error('ST-X002', say('`{name}` is missing.', { name: shown(inQuotes) }), fix);
    }
    case 'commander.missingArgument':
      return error('ST-X002', say('The argument <{name}> is missing.', { name: inQuotes }), help);
    case 'commander.excessArguments': {
      const [, most = '', got = ''] = /Expected (\d+) arguments? but got (\d+)/.exec(message) ?? [];
      const what = say('`sandtable {command}` takes at most {most} arguments, and got {got}.', {
        ...{ command: command.name(), most, got },
      });
      return error('ST-X002', what, help);
    }
    default:
      return error('ST-X002', `${shown(message.replace(/^error: /, ''))}`, help);
  }
}

/** What to write for other names of four bits, which no chip has a published rate of. */
function fourBits(format: string): Message | undefined {
  const known = /^(?:u?int4|[wqn]f?4\w*|(?:mx|nv)fp?4|awq|gptq)$/i.test(format);
  return known
    ? say(
        'Four bits are reckoned as `fp4`: weights are as narrow, and chips without FP4 widen them. Of integers only `int8` has published rates.',
      )
    : undefined;
}

function flagsOf({ options }: Command): string[] {
  return options.flatMap(({ long, short }) => [long, short]).filter((flag) => flag != null);
}

function unknownOption(typed: string, command: Command, help: Message): Fault {
  return error(
    'ST-X001',
    say('`{option}` is not an option of `{command}`.', { option: shown(typed), command: command.name() }),
    didYouMean(typed, flagsOf(command)) ?? help,
  );
}
