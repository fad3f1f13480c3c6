// Reads and checks data/ and dossiers/ once, at build time: what a run starts from while they have not changed since.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseWorldData } from '../dist/assessment/knowledge.js';
import { dossierFile, packed, worldFile } from '../dist/cli/built.js';
import { dossierFolder, dossierIds, loadData } from '../dist/dossier/folder.js';
import { readDossier } from '../dist/dossier/parse.js';
import { kindRules } from '../dist/installed/kind-rules.js';

const path = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const built = path('dist/built');

function write(file, value) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, packed(value));
}

rmSync(built, { recursive: true, force: true });
const world = parseWorldData(loadData(path('data')));
write(worldFile(built), world);
const options = {
  sharedSources: { sources: world.sources, places: world.sourcePlaces },
  kinds: kindRules(world.kinds),
  chips: new Set(world.catalogue.chips.keys()),
};
const shelves = [path('dossiers'), join(path('dossiers'), 'known')];
for (const name of dossierIds(shelves)) {
  const { files } = dossierFolder(name, shelves);
  const { dossier, faults } = readDossier(files, { ...options, name });
  if (dossier && faults.length === 0) write(dossierFile(built, name), { dossier, data: world.digest });
}
