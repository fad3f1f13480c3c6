import { chmodSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parsePartialDate } from '../../sources/date.ts';
import { parseQuantity } from '../../units/parse.ts';
import { type Context, opened, refuse } from '../context.ts';
import type { Effects } from '../effects.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { shown } from '../options.ts';
import { defaults, type Scaffold, scaffold } from '../scaffold.ts';
import { systemError } from '../system-error.ts';

export interface NewOptions {
  yes?: boolean;
  /** Dossier to copy. */
  from?: string;
  name?: string;
  region?: string;
  accelerators?: string;
  asOf?: string;
}

/** Names that Windows keeps for its devices. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

const idForm = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

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
  const hub = texts['hub.yaml']!.replace(/^id:[ \t]*\S+/m, `id: ${name}`);
  writeFolder(name, { ...texts, 'hub.yaml': hub }, effects);
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
      `\`--as-of ${shown(given.asOf)}\` is not a date.`,
      'Write for example --as-of 2026-06-30.',
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

function checkId(id: string): void {
  if (idForm.test(id) && id.length <= 64 && !reserved.test(id)) return;
  const near = id
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-0-9]+|-+$/g, '');
  const other = reserved.test(near) ? `${near}-hub` : near || 'my-hub';
  const fix = `Write for example: sandtable new ${other.slice(0, 64)}`;
  refuse('ST-X013', `\`${shown(id)}\` cannot be the id of a dossier.`, fix);
}

/** Writes all files next to the folder, then gives it its name in one step: there whole, or not at all. */
function writeFolder(id: string, files: Readonly<Record<string, string>>, { cwd }: Effects): void {
  const folder = resolve(cwd, id);
  if (existsSync(folder)) {
    refuse(
      'ST-X012',
      `There is already something called \`${id}\` here.`,
      'Choose another name, or move it away.',
    );
  }
  let draft: string | undefined;
  try {
    draft = mkdtempSync(join(dirname(folder), '.sandtable-new-'));
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(draft, path)), { recursive: true });
      writeFileSync(join(draft, path), text, { flag: 'wx' });
    }
    chmodSync(draft, 0o777 & ~process.umask()); // mkdtemp lets only its owner in
    renameSync(draft, folder);
  } catch (problem) {
    if (draft) rmSync(draft, { recursive: true, force: true });
    refuse('ST-X014', `\`${id}\` cannot be written: ${systemError(problem)}.`, 'Check the folder.');
  }
}
