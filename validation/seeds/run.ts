// Assesses hubs under many seeds and prints how their figures scatter; writes docs/reference/seed-scatter.md.
// Usage: npm run validate:seeds [seeds]
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assess } from '../../src/assessment/assess.ts';
import { parseWorldData } from '../../src/assessment/knowledge.ts';
import { loadData } from '../../src/dossier/folder.ts';
import { loadDossier } from '../../src/dossier/load.ts';
import { scatterPage } from './report.ts';
import { scatterOf } from './scatter.ts';

const [seeds = 16] = process.argv.slice(2).map(Number);
const folders = ['dossiers', 'dossiers/known'];
const hubs = ['xinjiang-qinghai', 'qingyang-10k', 'two-halls'];

const root = process.cwd();
const world = parseWorldData(loadData(join(root, 'data')));
const dossiersFolders = folders.map((folder) => join(root, folder));
const sharedSources = { sources: world.sources, places: world.sourcePlaces };

const scatters = hubs.map((hub) => {
  const dossier = loadDossier(hub, { sharedSources, dossiersFolders });
  const runs = Array.from({ length: seeds }, (_, i) => {
    process.stderr.write(`\r${hub}: seed ${i + 1} of ${seeds}    `);
    return assess(dossier, world, { seed: i + 1 });
  });
  return { hub, draws: runs[0]!.run.draws, scatters: scatterOf(runs) };
});
process.stderr.write('\n');
const page = scatterPage(scatters, seeds);
writeFileSync(join(root, 'docs/reference/seed-scatter.md'), page);
process.stdout.write(page);
