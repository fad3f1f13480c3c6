// The same dossier without one item: which figures move?
import { assess, loadData, loadDossier, parseWorldData } from '../src/index.ts';
import { difference } from '../src/report/index.ts';

const data = loadData('data');
const world = parseWorldData(data);
const dossier = loadDossier('dossiers/two-halls', { data });

const before = assess(dossier, world, { draws: 10_000 });
const after = assess(dossier, world, { draws: 10_000, drop: ['hall-a-award'] });

for (const { text, before: p, after: q } of difference(before, after).questions) {
  process.stdout.write(`${text.en} ${p?.word} → ${q?.word}\n`);
}
