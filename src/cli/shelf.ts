import { existsSync, readFileSync } from 'node:fs';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { World } from '../assessment/knowledge.ts';
import { type DataFiles, filesIn } from '../dossier/files.ts';
import { dossierFiles, dossierFolder, dossierIds, loadData } from '../dossier/folder.ts';
import { SandtableError } from '../errors/fault.ts';
import { kindRules } from '../installed/kind-rules.ts';
import { type Geography, parseGeography } from '../report/figures/geography.ts';
import type { ServingKnowledge } from '../serving/knowledge.ts';
import type { Grounds } from '../site/grounds.ts';
import type { TrainingKnowledge } from '../training/knowledge.ts';
import { builtDossier, builtWorld, builtWorldText } from './built.ts';
import type { Engine, ShelfPlace } from './engine.ts';

/** The folder that holds `data/`, `dossiers/` and `package.json`, from the sources and from the build alike. */
export const shippedRoot = fileURLToPath(new URL('../../', import.meta.url));

/** The data that came with this copy of Sandtable, read once. */
let read: DataFiles | undefined;
function shippedData(): DataFiles {
  read ??= loadData(join(shippedRoot, 'data'));
  return read;
}

let parsed: Promise<World> | undefined;

/** The same, parsed: at build time, or now where `data/` has changed since. */
export function shippedWorld(): Promise<World> {
  parsed ??= parsedWorld();
  return parsed;
}

async function parsedWorld(): Promise<World> {
  const built = builtWorld(shippedData().digest);
  if (built) return built;
  const { parseWorldData } = await import('../assessment/knowledge.ts');
  return parseWorldData(shippedData());
}

let compiled: string | undefined;

async function shippedCompiledWorld(): Promise<string> {
  compiled ??= builtWorldText(shippedData().digest) ?? (await writtenWorld());
  return compiled;
}

async function writtenWorld(): Promise<string> {
  const { compiledWorld } = await import('../assessment/compiled-world.ts');
  return compiledWorld(await shippedWorld());
}

let grounds: Grounds | undefined;

/** Climates, plants and money, parsed once and only where a site is asked for. */
async function shippedGrounds(): Promise<Grounds> {
  const { parseGrounds } = await import('../site/grounds.ts');
  const folders = ['regions', 'plants', 'published'] as const;
  grounds ??= parseGrounds(folders.flatMap((folder) => filesIn(shippedData(), folder)));
  return grounds;
}

let mapped: Geography | undefined;

/** The ground of maps, read once and only where one is drawn. */
function shippedGeography(): Geography {
  mapped ??= parseGeography(readFileSync(join(shippedRoot, mapFile), 'utf8'));
  return mapped;
}

let trained: TrainingKnowledge | undefined;

/** What came with this copy about models, machines and published runs, parsed once. */
async function shippedTraining(): Promise<TrainingKnowledge> {
  const { parseTrainingKnowledge } = await import('../training/knowledge.ts');
  trained ??= parseTrainingKnowledge(shippedData(), readFileSync(join(shippedRoot, runsFile), 'utf8'));
  return trained;
}

const runsFile = join('data', 'published', 'training-runs.csv');

const servedFile = join('data', 'published', 'serving-runs.csv');
const heldOutFile = join('data', 'published', 'serving-held-out.csv');

const mapFile = join('data', 'geography', 'western-china.json');

/** Every file of the data that a reader in a browser parses, runs and map among them, and the digest of the YAML. */
function shippedFiles(): DataFiles {
  const { files, digest } = shippedData();
  const others = [runsFile, servedFile, mapFile].map((file) => ({
    path: file.replaceAll('\\', '/'),
    text: readFileSync(join(shippedRoot, file), 'utf8'),
  }));
  return { files: [...files, ...others], digest };
}

let served: ServingKnowledge | undefined;

/** What came with this copy about models, machines and published rates of serving, parsed once. */
async function shippedServing(): Promise<ServingKnowledge> {
  const { parseServingKnowledge } = await import('../serving/knowledge.ts');
  const [published, heldOut] = [servedFile, heldOutFile].map((file) =>
    readFileSync(join(shippedRoot, file), 'utf8'),
  );
  served ??= parseServingKnowledge(shippedData(), published, heldOut);
  return served;
}

/** Version of this copy. */
export const version: string = JSON.parse(readFileSync(join(shippedRoot, 'package.json'), 'utf8')).version;

/** Dossiers on disk: those of the working folder first, then those that came with this copy. */
export const shelf: Pick<
  Engine,
  | 'version'
  | 'known'
  | 'check'
  | 'texts'
  | 'data'
  | 'places'
  | 'draft'
  | 'world'
  | 'compiledWorld'
  | 'grounds'
  | 'geography'
  | 'training'
  | 'serving'
> = {
  version,
  world: shippedWorld,
  compiledWorld: shippedCompiledWorld,
  grounds: shippedGrounds,
  geography: shippedGeography,
  training: shippedTraining,
  serving: shippedServing,
  known: (cwd) => dossierIds(folders(cwd)),
  check: async (reference, cwd) => {
    const path = isPath(reference) ? seen(join(cwd, reference)) : reference;
    const read = dossierFolder(path, folders(cwd));
    if ('code' in read) return { faults: [read] };
    const dossier = builtDossier(read, shippedData().digest);
    if (dossier) return { dossier, faults: [] };
    const [{ checkFolder }, options] = await Promise.all([import('../dossier/load.ts'), reading()]);
    return checkFolder(read, options);
  },
  texts: (reference, cwd) => {
    const known = folders(cwd).map((parent) => join(parent, reference));
    const folder = isAbsolute(reference)
      ? reference
      : isPath(reference)
        ? join(cwd, reference)
        : known.find((path) => existsSync(join(path, 'hub.yaml')));
    if (folder === undefined) {
      const missing = dossierFolder(reference, folders(cwd));
      throw new SandtableError('code' in missing ? missing : missing.faults);
    }
    const { files, faults } = dossierFiles(folder);
    if (faults.length > 0) throw new SandtableError(faults);
    return Object.fromEntries(files.map(({ path, text }) => [path, text]));
  },
  data: shippedFiles,
  places: (cwd) => dossierIds(folders(cwd)).map((id) => placeOf(id, cwd)),
  draft: async (id, files) => {
    const dossier = builtDossier({ folder: id, name: id, files, faults: [] }, shippedData().digest);
    if (dossier) return { dossier, faults: [] };
    const [{ readDossier }, options] = await Promise.all([import('../dossier/parse.ts'), reading()]);
    return readDossier(files, { ...options, folder: id, name: id });
  },
};

const folders = (cwd: string) => [
  seen(cwd),
  seen(join(cwd, 'dossiers')),
  join(shippedRoot, 'dossiers'),
  join(shippedRoot, 'dossiers', 'known'),
];

/** What dossiers are read against. */
async function reading() {
  const { sources, sourcePlaces: places, kinds, catalogue } = await shippedWorld();
  return {
    sharedSources: { sources, places },
    kinds: kindRules(kinds),
    chips: new Set(catalogue.chips.keys()),
  };
}

/** Where a dossier that is called by its id lies, and whose it is: those in the working folder hide the others. */
function placeOf(id: string, cwd: string): ShelfPlace {
  const parent = folders(cwd).find((folder) => existsSync(join(folder, id, 'hub.yaml')))!;
  const shipped = join(shippedRoot, 'dossiers');
  const origin =
    resolve(parent) === shipped ? 'bundled' : resolve(parent) === join(shipped, 'known') ? 'known' : 'own';
  return { id, folder: resolve(parent, id), origin };
}

const isPath = (reference: string) => /[./\\]/.test(reference) && !isAbsolute(reference);

/** A folder as short as it can be called from where the process runs. */
function seen(folder: string): string {
  const near = relative(process.cwd(), folder) || '.';
  return near.startsWith('..') ? folder : near;
}
