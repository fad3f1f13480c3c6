import type { Dossier } from '../dossier/dossier.ts';
import { error, type Fault, SandtableError, wordsOf } from '../errors/fault.ts';
import { say, type Words } from '../errors/message.ts';
import { didYouMean, listed } from '../errors/suggest.ts';
import { languages, type Strings } from '../report/strings/strings.ts';
import type { Page } from '../report/terminal/page.ts';
import { colours, noColour } from '../report/terminal/style.ts';
import type { Effects } from './effects.ts';
import type { Engine } from './engine.ts';
import type { program } from './program.ts';
import type { run } from './run.ts';

/** The command line itself, for the server that answers by it. */
export interface CommandLine {
  run: typeof run;
  program: typeof program;
}

/** What every verb gets. */
export interface Context {
  effects: Effects;
  engine: Engine;
  line: CommandLine;
}

export const flagship = 'xinjiang-qinghai';

/** Options about how things are shown. */
export interface Shown {
  plain?: boolean;
  language: keyof typeof languages;
}

/** The page to write on: the terminal's width, colours only there, and only if nobody objects. */
export function pageFor({ effects }: Context, shown: Shown): Partial<Page> & { strings: Strings } {
  const { env, terminal } = effects;
  const coloured = terminal.stdout && !env.NO_COLOR && env.TERM !== 'dumb';
  return {
    width: terminal.stdout ? effects.columns : 80,
    plain: shown.plain ?? false,
    strings: languages[shown.language],
    style: coloured ? colours : noColour,
  };
}

/** Opens a dossier, or throws every fault of it. */
export async function opened(
  reference: string,
  { effects, engine }: Pick<Context, 'effects' | 'engine'>,
): Promise<Dossier> {
  const { dossier, faults } = await engine.check(reference, effects.cwd);
  if (!dossier)
    throw new SandtableError(faults.map((fault) => better(fault, reference, engine, effects.cwd)));
  return dossier;
}

/** Whose dossiers are named first. */
const origins = ['own', 'bundled', 'known'] as const;

/** A dossier that is not there: offer those that are called nearly so, or the known ones. */
function better(fault: Fault, reference: string, engine: Engine, cwd: string): Fault {
  if (fault.code !== 'ST-D002') return fault;
  const file = /^(.*?)[/\\]?[^/\\]+\.ya?ml$/.exec(reference);
  const { what } = wordsOf(fault);
  if (file) {
    const fix = say('Give the folder, not a file of it: {folder}.', { folder: file[1] || '.' });
    return error('ST-X004', what, fix);
  }
  const places = engine.places(cwd);
  const known = origins.flatMap((from) => places.flatMap(({ id, origin }) => (origin === from ? [id] : [])));
  const list = say(
    'Known are {names}; a folder is called by its path; begin one with sandtable new my-hub.',
    { names: listed(known) },
  );
  return error('ST-X004', what, didYouMean(reference, known) ?? list);
}

/** The first fault of an option, thrown alone. */
export function refuse(code: Fault['code'], what: Words, fix: Words): never {
  throw new SandtableError(error(code, what, fix));
}
