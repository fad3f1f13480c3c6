// A dossier in, a verdict out.
import { assess, loadData, loadDossier, parseWorldData, presets } from '../src/index.ts';

const data = loadData('data');
const world = parseWorldData(data);
const dossier = loadDossier('dossiers/two-halls', { data });

const { questions, run } = assess(dossier, world, { draws: 10_000 });
const [question] = questions;

process.stdout.write(`${question!.text.en}\n${question!.word}\n`);
for (const preset of presets) process.stdout.write(`${preset}: ${question!.byPreset[preset].toFixed(2)}\n`);
process.stdout.write(`run ${run.id}\n`);
