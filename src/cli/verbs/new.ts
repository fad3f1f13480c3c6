import { say } from '../../errors/message.ts';
import { parsePartialDate } from '../../sources/date.ts';
import { parseQuantity } from '../../units/parse.ts';
import { type Context, opened, refuse } from '../context.ts';
import type { Effects } from '../effects.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { checkId, renamed, writeFolder } from '../new-folder.ts';
import { shown } from '../options.ts';
import { defaults, type Scaffold, scaffold } from '../scaffold.ts';

export interface NewOptions {
  yes?: boolean;
  /** Dossier to copy. */
  from?: string;
  name?: string;
  region?: string;
  accelerators?: string;
  asOf?: string;
}

/** `sandtable new`: a small commented dossier to fill in; asks on a terminal, never overwrites. */
export async function newVerb(
  id: string | undefined,
  options: NewOptions,
  context: Context,
): Promise<ExitCode> {
  const { from, ...wishes } = options;
  return from === undefined ? scaffolded(id, wishes, context) : copied(id, from, context);
}

async function scaffolded(
  id: string | undefined,
  options: Omit<NewOptions, 'from'>,
  { effects }: Context,
): Promise<ExitCode> {
  const answers = await answered(id, options, effects);
  if (answers === null) return exitCodes.usage;
  checkId(answers.id);
  const files = scaffold(answers);
  writeFolder(answers.id, files, effects);
  effects.stdout(
    `Wrote ${answers.id}/: ${Object.keys(files).join(', ')}.\nIt has two gaps, left open on purpose.\nNext: sandtable check ${answers.id}\n`,
  );
  return exitCodes.done;
}

/** A copy of a dossier under another id, to add to or to change. */
async function copied(id: string | undefined, from: string, context: Context): Promise<ExitCode> {
  const { effects, engine } = context;
  const dossier = await opened(from, context);
  const name = id ?? `my-${dossier.id}`;
  checkId(name);
  const texts = engine.texts(from, effects.cwd);
  writeFolder(name, renamed(texts, name), effects);
  effects.stdout(`Wrote ${name}/, a copy of ${dossier.id}.\nNext: sandtable assess ${name}\n`);
  return exitCodes.done;
}

async function answered(
  id: string | undefined,
  options: NewOptions,
  effects: Effects,
): Promise<Scaffold | null> {
  const { yes, ...given } = options;
  const asks = !yes && effects.terminal.stdin && effects.terminal.stdout && !effects.env.CI;
  const all = { ...defaults, id: id ?? 'my-hub', ...given };
  if (given.asOf !== undefined && !('from' in parsePartialDate(given.asOf))) {
    refuse(
      'ST-X003',
      say('`{text}` is not a date.', { text: `--as-of ${shown(given.asOf)}` }),
      say('Write for example {example}.', { example: '--as-of 2026-06-30' }),
    );
  }
  if (given.accelerators !== undefined) parseQuantity(given.accelerators);
  if (!asks) return all;
  const { askFor } = await import('../ask.ts');
  return askFor(all, { asked: { id: id === undefined, ...unset(given) } });
}

function unset(given: Partial<Scaffold>): Partial<Record<keyof Scaffold, boolean>> {
  const keys: (keyof Scaffold)[] = ['name', 'region', 'accelerators', 'asOf'];
  return Object.fromEntries(keys.map((key) => [key, given[key] === undefined]));
}
