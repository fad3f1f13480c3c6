import type { Dossier } from '../dossier/dossier.ts';
import { error, type Fault, SandtableError } from '../errors/fault.ts';
import { didYouMean, listed } from '../errors/suggest.ts';
import { languages, type Strings } from '../report/strings/strings.ts';
import type { Page } from '../report/terminal/page.ts';
import { colours, noColour } from '../report/terminal/style.ts';
import type { Effects } from './effects.ts';
import type { Engine } from './engine.ts';

/** What every verb gets. */
export interface Context {
  effects: Effects;
  engine: Engine;
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
export function opened(reference: string, { effects, engine }: Context): Dossier {
  const { dossier, faults } = engine.check(reference, effects.cwd);
  if (!dossier)
    throw new SandtableError(faults.map((fault) => better(fault, reference, engine, effects.cwd)));
  return dossier;
}

const verbs = [
  'assess',
  'site',
  'backtest',
  'replay',
  'why',
  'check',
  'new',
  'diff',
  'verify',
  'cite',
  'explain',
  'merge',
  'chips',
  'chip',
  'status',
  'timeline',
  'rules',
  'train',
  'open',
  'export',
];

/** A mistyped command is read as the id of a dossier: offer both. */
function better(fault: Fault, reference: string, engine: Engine, cwd: string): Fault {
  if (fault.code !== 'ST-D002') return fault;
  const verb = didYouMean(reference, verbs).replace('Did you mean ', 'Did you mean the command ');
  const known = engine.known(cwd);
  const id = didYouMean(reference, known);
  const list = `Known are ${listed(known)}; a folder is called by its path; begin one with sandtable new my-hub.`;
  return error('ST-X004', fault.what, [verb, id].filter(Boolean).join(' ') || list);
}

/** The first fault of an option, thrown alone. */
export function refuse(code: Fault['code'], what: string, fix: string): never {
  throw new SandtableError(error(code, what, fix));
}
