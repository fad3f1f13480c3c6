import type { Option } from 'commander';
import { z } from 'zod';
import type { Argument, Command } from '../server/answers.ts';
import type { CommandLine, Context } from './context.ts';
import type { Effects } from './effects.ts';
import { gather } from './shared-options.ts';

/** What an argument may be, and how to write it. */
interface Form {
  form: RegExp;
  fix: string;
}

const name: Form = {
  form: /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
  fix: 'Write it in small letters, digits and hyphens, such as two-halls',
};
const place: Form = {
  form: /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\/[a-z0-9]+(?:-[a-z0-9]+)*)?$/,
  fix: 'Write a climate, such as golmud, or a site of a dossier: two-halls/hall-a',
};
/** A run id, or a dossier with what follows `?` in its link. */
const side: Form = {
  form: /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\?[^\p{Cc}]*)?$/u,
  fix: 'Write a run id, or a dossier and what follows ? in its link: two-halls?prior=sceptic',
};
/** Names as people write them; no slash and no file, so that nothing on disk is read by its path. */
const words: Form = {
  form: /^(?!.*\.(?:json|ya?ml|epw)$)[^/\\\p{Cc}]{1,100}$/u,
  fix: 'Write a name without slashes, of at most 100 letters, and no file',
};

/** Commands that answer over HTTP, and what each argument may be. */
const forms: Readonly<Record<string, readonly Form[]>> = {
  assess: [name],
  site: [place],
  replay: [name],
  reach: [name],
  why: [name, name],
  check: [name],
  diff: [side, side],
  backtest: [],
  verify: [name, name],
  cite: [name],
  explain: [words],
  train: [words],
  serve: [words],
  chips: [words],
  chip: [words],
  status: [words],
  timeline: [words],
  rules: [words],
  export: [name],
};

/** Commands that are not answered, each with the reason. */
export const unaskable: Readonly<Record<string, string>> = {
  new: 'writes a folder: POST /api/dossiers',
  merge: 'reads files by their paths',
  open: 'is the server itself',
};

/** Options that write or read files, or only concern a terminal. */
const kept = [
  'output',
  'weather',
  'shard',
  'workers',
  'expect',
  'matrix',
  'plain',
  'search',
  'html',
  'print',
];

const silent: Effects = {
  stdout: () => {},
  stderr: () => {},
  terminal: { stdin: false, stdout: false, stderr: false },
  columns: 100,
  env: {},
  cwd: '.',
  seconds: () => 0,
};

/** The commands of the command line that are answered over HTTP, as it describes them itself. */
export function askable(engine: Context['engine'], line: CommandLine): Command[] {
  const root = line.program({ engine, effects: silent, line }, () => {});
  return root.commands
    .filter((command) => Object.hasOwn(forms, command.name()))
    .map((command) => ({
      name: command.name(),
      summary: command.description(),
      arguments: command.registeredArguments.slice(0, forms[command.name()]!.length).map(
        (argument, i): Argument => ({
          name: argument.name(),
          description: argument.description,
          required: argument.required,
          several: argument.variadic,
          ...forms[command.name()]![i]!,
        }),
      ),
      query: z.strictObject(
        Object.fromEntries(
          command.options
            .filter((option) => !kept.includes(option.attributeName()))
            .map((option) => [option.attributeName(), schemaOf(option)]),
        ),
      ),
      formats: formatsOf(command.options),
    }));
}

function schemaOf(option: Option) {
  const one = option.argChoices ? z.enum(option.argChoices) : z.string().max(500);
  const value = option.isBoolean() ? z.stringbool() : several(option) ? z.array(one).max(500) : one;
  const described = option.mandatory ? value : value.optional();
  return described.meta({ description: option.description || 'form of the answer' });
}

const several = (option: Option) => (option.parseArg as unknown) === gather;

/** Forms of an answer; what has none to choose from is a page. */
function formatsOf(options: readonly Option[]): string[] {
  const choices = options.find((option) => option.attributeName() === 'format')?.argChoices;
  if (!choices) return ['html'];
  return ['json', ...choices.filter((choice) => choice !== 'json')];
}
