import { resolve } from 'node:path';
import { countSites } from '../../dossier/count-sites.ts';
import { type Fault, SandtableError } from '../../errors/fault.ts';
import { say } from '../../errors/message.ts';
import type { FigureOptions } from '../../report/figures/frame.ts';
import type { AssessedScreen, ExportedScreen } from '../../report/html/exported-screens.ts';
import { filesPage } from '../../report/html/files.ts';
import { type LibraryCard, libraryPage } from '../../report/html/library.ts';
import { exportedPage } from '../../report/html/screens.ts';
import { type Context, opened, pageFor, refuse, type Shown } from '../context.ts';
import type { RunOptions, ShelfPlace } from '../engine.ts';
import { type ExitCode, exitCodeOf } from '../exit-code.ts';
import { runOptions, type WrittenOptions } from '../options.ts';
import { showFaults } from '../show-faults.ts';
import { checkOutput, keep } from '../store.ts';
import { assessed, emit, poor } from './assess.ts';

export interface ExportOptions extends WrittenOptions, Shown {
  embed?: ExportedScreen;
  html?: string;
  print?: string;
  theme?: 'light' | 'dark';
}

/** A page, and what was found that a reader of it must know. */
interface Page {
  page: string;
  faults: readonly Fault[];
}

type Look = Pick<FigureOptions, 'strings' | 'theme'>;

/** `sandtable export`: a screen, or the brief of four pages, as one HTML file without script, or printed as PDF. */
export async function exportVerb(
  reference: string,
  options: ExportOptions,
  context: Context,
): Promise<ExitCode> {
  const { effects } = context;
  checkOutput(options.html, effects);
  checkOutput(options.print, effects);
  const { page, faults } = await pageOf(reference, options, context);
  if (options.print !== undefined) {
    const { print } = await import('../print.ts');
    await print(page, resolve(effects.cwd, options.print), effects);
  }
  if (options.html !== undefined) emit(page, { output: options.html }, context);
  if (options.html === undefined && options.print === undefined) effects.stdout(page);
  if (faults.length > 0) showFaults(faults, effects);
  return exitCodeOf(faults);
}

function pageOf(reference: string, options: ExportOptions, context: Context): Promise<Page> {
  const { embed = 'brief', theme } = options;
  const look = { strings: pageFor(context, options).strings, ...(theme && { theme }) };
  const run = runOptions(options);
  if (embed === 'library') return library(run, look, context);
  if (embed === 'edit') return files(reference, look, context);
  return screen(embed, { reference, run, look }, context);
}

async function screen(
  name: AssessedScreen,
  { reference, run, look }: { reference: string; run: RunOptions; look: Look },
  context: Context,
): Promise<Page> {
  const { effects, engine } = context;
  const dossier = await opened(reference, context);
  const assessment = await assessed(dossier, run, context);
  const world = await engine.world();
  const page = exportedPage(name, { assessment, dossier, geography: engine.geography(), world }, look);
  keep({ reference, assessment }, effects);
  return { page, faults: poor(assessment) };
}

async function files(reference: string, look: Look, { effects, engine }: Context): Promise<Page> {
  const texts = engine.texts(reference, effects.cwd);
  const { faults } = await engine.check(reference, effects.cwd);
  return { page: filesPage({ id: reference, texts, faults }, look), faults: [] };
}

/** Every dossier that can be called by its id; the verdict on those whose outcome is not known. */
async function library({ asOf, drop, set, ...run }: RunOptions, look: Look, context: Context): Promise<Page> {
  if (asOf ?? drop ?? set) {
    const what = say('The library shows every dossier as it stands.');
    refuse('ST-X003', what, say('Leave --as-of, --drop and --set out, or export one dossier.'));
  }
  const cards = [];
  for (const place of context.engine.places(context.effects.cwd))
    cards.push(await cardOf(place, run, context));
  return { page: libraryPage(cards, look), faults: [] };
}

async function cardOf({ id, origin }: ShelfPlace, run: RunOptions, context: Context): Promise<LibraryCard> {
  const { dossier, faults } = await context.engine.check(id, context.effects.cwd);
  const errors = faults.filter(({ severity }) => severity === 'error').length;
  if (!dossier) return { id, origin, errors, name: { en: id } };
  const { hub, sites, evidence } = dossier;
  const card = {
    ...{ id, origin, errors, name: hub.name, summary: hub.summary, asOf: hub.asOf.text },
    ...{ sites: countSites(sites).sites, items: evidence.length },
  };
  if (origin === 'known' || errors > 0) return card;
  try {
    return { ...card, assessment: await assessed(dossier, run, context) };
  } catch (thrown) {
    if (!(thrown instanceof SandtableError)) throw thrown;
    return { ...card, errors: thrown.faults.length };
  }
}
