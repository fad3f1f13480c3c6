import { readdirSync, readFileSync } from 'node:fs';
import { parseCatalogue } from '../../src/chips/catalogue.ts';
import { parseModels } from '../../src/models/parse.ts';
import { parseTraining } from '../../src/training/parse.ts';
import { publishedRuns } from '../../src/training/published.ts';

/** The folder that holds `data/`: validation runs from the top of the repository. */
const root = process.cwd();

/** Path and text of the files of a folder of `data`. */
export function yaml(folder: string): { path: string; text: string }[] {
  return readdirSync(`${root}/data/${folder}`)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => ({
      path: `data/${folder}/${name}`,
      text: readFileSync(`${root}/data/${folder}/${name}`, 'utf8'),
    }));
}

/** Everything that scoring the training model needs. */
export function load(rows = `${root}/data/published/training-runs.csv`) {
  const catalogue = parseCatalogue(yaml('chips')).catalogue!;
  const { models } = parseModels(yaml('models'));
  const { training, faults } = parseTraining(yaml('training'), { catalogue });
  if (!training) throw new Error(faults.map(({ what }) => what).join('\n'));
  return { models, training, ...publishedRuns(readFileSync(rows, 'utf8'), models) };
}
