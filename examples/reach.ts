// Whom a hub could serve: tokens a day of what is inferred, and users of a chat service.
import {
  hubReach,
  infer,
  loadData,
  loadDossier,
  parseGrounds,
  parseWorldData,
  planRun,
} from '../src/index.ts';

const data = loadData('data');
const plan = planRun(
  loadDossier('two-halls', { data, dossiersFolders: ['dossiers'] }),
  parseWorldData(data),
  { draws: 8192 },
);
const folders = /^data\/(regions|plants|published)\//;
const grounds = parseGrounds(data.files.filter(({ path }) => folders.test(path)));
const { fleets } = hubReach(plan, infer(plan.compiled.model, plan), grounds);

const { tokens, people } = fleets.find(({ fleet }) => fleet === 'inferred')!;
const billions = (value: number) => (value / 1e9).toFixed(1);
process.stdout.write(
  `${billions(tokens.median)} (${billions(tokens.low)} to ${billions(tokens.high)}) billion tokens a day, ${(people.chat.median / 1e6).toFixed(1)} million users\n`,
);
