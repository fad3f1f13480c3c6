// Reads and checks data/ and dossiers/ once, at build time: what a run starts from while they have not changed since. And
// runs what an app begins with: the verdicts on the dossiers that are shown first.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compiledWorld } from '../dist/assessment/compiled-world.js';
import { parseWorldData } from '../dist/assessment/knowledge.js';
import { answerOf } from '../dist/cli/answer.js';
import { dossierFile, packed, verdictFile, worldFile, worldTextFile } from '../dist/cli/built.js';
import { firstQuestion } from '../dist/cli/built-answer.js';
import { library } from '../dist/cli/library.js';
import { program } from '../dist/cli/program.js';
import { run } from '../dist/cli/run.js';
import { dossierDigest } from '../dist/dossier/digest.js';
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
write(worldTextFile(built), { data: world.digest, text: compiledWorld(world) });
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

const cwd = mkdtempSync(join(tmpdir(), 'sandtable-build-'));
for (const name of dossierIds([path('dossiers')])) {
  const question = firstQuestion(name);
  const { text, code } = await answerOf(question, { cwd, engine: library, line: { run, program } });
  // A fault in a dossier is for the run to tell that needs it.
  if (code !== 0) continue;
  const { files } = dossierFolder(name, shelves);
  const restsOn = { dossier: dossierDigest(files), data: world.digest, version: library.version };
  write(verdictFile(built, name), { text, ...restsOn });
}
rmSync(cwd, { recursive: true, force: true });
