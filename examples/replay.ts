// The verdict month by month, each from what was published by then.
import { assess, loadData, loadDossier, parseWorldData } from '../src/index.ts';
import { replayCsv } from '../src/report/index.ts';

const data = loadData('data');
const world = parseWorldData(data);
const dossier = loadDossier('dossiers/two-halls', { data });

const months = ['2024-09', '2024-10', '2024-11', '2024-12', '2025-01', '2025-02', '2025-03'];
const replay = months.map((asOf) => assess(dossier, world, { asOf, draws: 4_000 }));
process.stdout.write(replayCsv(replay));
