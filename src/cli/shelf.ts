import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readCompiledWorld } from '../assessment/compiled-world.ts';
import { parseWorldData, type World } from '../assessment/knowledge.ts';
import { type DataFiles, filesIn } from '../dossier/files.ts';
import { checkDossier, dossierIds, loadData } from '../dossier/load.ts';
import { kindRules } from '../installed/kind-file.ts';
import type { ServingKnowledge } from '../serving/knowledge.ts';
import type { Grounds } from '../site/grounds.ts';
import type { TrainingKnowledge } from '../training/knowledge.ts';
import type { Engine } from './engine.ts';

/** The folder that holds `data/`, `dossiers/` and `package.json`, from the sources and from the build alike. */
export const shippedRoot = fileURLToPath(new URL('../../', import.meta.url));

/** The data that came with this copy of Sandtable, read once. */
let read: DataFiles | undefined;
function shippedData(): DataFiles {
  read ??= loadData(join(shippedRoot, 'data'));
  return read;
}

let parsed: World | undefined;

/** The same, parsed: at build time, or now where `data/` has changed since. */
export function shippedWorld(): World {
  parsed ??= builtWorld() ?? parseWorldData(shippedData());
  return parsed;
}

/** What `npm run build` parsed; undefined where nothing was built, or from other data. */
function builtWorld(): World | undefined {
  const path = fileURLToPath(new URL('../world.json', import.meta.url));
  if (!existsSync(path)) return undefined;
  const world = readCompiledWorld(readFileSync(path, 'utf8'));
  return world.digest === shippedData().digest ? world : undefined;
}

let grounds: Grounds | undefined;

/** Climates, plants and money, parsed once and only where a site is asked for. */
export async function shippedGrounds(): Promise<Grounds> {
  const { parseGrounds } = await import('../site/grounds.ts');
  const folders = ['regions', 'plants', 'published'] as const;
  grounds ??= parseGrounds(folders.flatMap((folder) => filesIn(shippedData(), folder)));
  return grounds;
}

let trained: TrainingKnowledge | undefined;

/** What came with this copy about models, machines and published runs, parsed once. */
export async function shippedTraining(): Promise<TrainingKnowledge> {
  const { parseTrainingKnowledge } = await import('../training/knowledge.ts');
  trained ??= parseTrainingKnowledge(
    shippedData(),
    readFileSync(join(shippedRoot, 'data', 'published', 'training-runs.csv'), 'utf8'),
  );
  return trained;
}

let served: ServingKnowledge | undefined;

/** What came with this copy about models, machines and published rates of serving, parsed once. */
export async function shippedServing(): Promise<ServingKnowledge> {
  const { parseServingKnowledge } = await import('../serving/knowledge.ts');
  served ??= parseServingKnowledge(
    shippedData(),
    readFileSync(join(shippedRoot, 'data', 'published', 'serving-runs.csv'), 'utf8'),
  );
  return served;
}

/** Version of this copy. */
export const version: string = JSON.parse(readFileSync(join(shippedRoot, 'package.json'), 'utf8')).version;

/** Dossiers on disk: those of the working folder first, then those that came with this copy. */
export const shelf: Pick<
  Engine,
  'version' | 'known' | 'check' | 'texts' | 'world' | 'grounds' | 'training' | 'serving'
> = {
  version,
  world: shippedWorld,
  grounds: shippedGrounds,
  training: shippedTraining,
  serving: shippedServing,
  known: (cwd) => dossierIds(folders(cwd)),
  check: (reference, cwd) => {
    const world = shippedWorld();
    return checkDossier(isPath(reference) ? seen(join(cwd, reference)) : reference, {
      sharedSources: { sources: world.sources, places: world.sourcePlaces },
      kinds: kindRules(world.kinds),
      chips: new Set(world.catalogue.chips.keys()),
      dossiersFolders: folders(cwd),
    });
  },
  texts: (reference, cwd) => {
    const known = folders(cwd).map((parent) => join(parent, reference));
    const folder = isPath(reference)
      ? join(cwd, reference)
      : known.find((path) => existsSync(join(path, 'hub.yaml')));
    if (folder === undefined) return {};
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    const yaml = names.map((name) => name.replaceAll('\\', '/')).filter((name) => name.endsWith('.yaml'));
    const own = yaml.filter((name) => !name.startsWith('outcome/')).sort();
    return Object.fromEntries(own.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
  },
};

const folders = (cwd: string) => [
  seen(cwd),
  seen(join(cwd, 'dossiers')),
  join(shippedRoot, 'dossiers'),
  join(shippedRoot, 'dossiers', 'known'),
];

const isPath = (reference: string) => /[./\\]/.test(reference) && !reference.startsWith('/');

/** A folder as short as it can be called from where the process runs. */
function seen(folder: string): string {
  const near = relative(process.cwd(), folder) || '.';
  return near.startsWith('..') ? folder : near;
}
