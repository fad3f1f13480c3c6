// Scores the site models against data/published and prints the page docs/reference/site-validation.md.
//   npm run validate:site                            with what is kept in the repository
//   npm run validate:site -- --sites FILE            other disclosed sites, with the stored constants: sites: [{ operator, place, year, pue, wue }],
//                                                    in place of `place` latitude and longitude, or an EPW file in `weather`
//   npm run validate:site -- --powers FILE           other counts of chips and powers in the form of data/published/power.yaml
//   npm run validate:site -- --weather FOLDER        and with hourly EPW files of the places
//   npm run validate:site -- --stations FOLDER       the weather generator alone, at the stations of any EPW files
//   npm run validate:site -- --weather FOLDER --keep prints data/published/hourly-bins.yaml instead
import { parseWorldData } from '../../src/assessment/knowledge.ts';
import { loadData } from '../../src/dossier/folder.ts';
import { filesIn, keptBins, packed } from './hourly.ts';
import { filesSection, hourlySection } from './hourly-report.ts';
import {
  groundsIn,
  placeStatistics,
  publishedPowers,
  publishedPue,
  siftedPowers,
  siftedSites,
  siftedStatements,
} from './published.ts';
import { pueSection } from './pue-report.ts';
import { powerSection, statementSection } from './report.ts';
import { RowsError } from './rows.ts';
import { stationsIn } from './station.ts';
import { stationsSection, weatherSection } from './weather-report.ts';

const option = (name: string) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
};
const data = 'data';
const grounds = groundsIn(data);
const folder = option('--weather');
const stations = option('--stations');
/** What a file of rows holds; a file that cannot be used ends the command with a sentence. */
function given<T>(read: () => T): T {
  try {
    return read();
  } catch (problem) {
    if (!(problem instanceof RowsError)) throw problem;
    process.stderr.write(`${problem.message}\n`);
    process.exit(2);
  }
}
const print = (text: string) => process.stdout.write(`${text}\n`);

if (folder && process.argv.includes('--keep')) {
  print(
    '# Hours of seven typical-year files in cells of 1 K: temperature, wet-bulb depression, hours. Statistics derived from files',
  );
  print(
    '# without a licence that are not kept here; made by npm run validate:site -- --weather FOLDER --keep',
  );
  print('basis: derived\nsources: [cswd-2010]\nplaces:');
  for (const { id, file } of filesIn(folder)) {
    const { altitude, pressure, cells } = packed(id, file.weather);
    print(`  - { id: ${id}, altitude: ${altitude}, pressure: ${pressure}, cells: '${cells}' }`);
  }
} else if (stations) {
  const { files, refused } = stationsIn(stations);
  print(stationsSection(files, grounds));
  if (refused > 0) print(`\n${refused} files were refused.`);
} else {
  const others = option('--sites') !== undefined || option('--powers') !== undefined;
  print('# How well the site models do\n');
  print(
    'Printed by `npm run validate:site`; every number follows from `data/` and the code. The last section needs hourly weather files, which have no licence and are not part of the repository: `npm run validate:site -- --weather FOLDER`. Other sites are scored with `--sites FILE`, other counts of chips with `--powers FILE`: these alone are then printed.\n',
  );
  if (!others || option('--sites')) printSites(option('--sites'));
  if (!others || option('--powers')) printPowers(option('--powers'));
  if (!others) {
    print(`${weatherSection(placeStatistics(data), grounds)}\n`);
    print(hourlySection(keptBins(data), grounds));
  }
  if (folder) print(`\n${filesSection(filesIn(folder), grounds)}`);
}

function printSites(file: string | undefined): void {
  const { sites, statements } = given(() => publishedPue(data, file));
  const known = siftedSites(sites, grounds);
  const single = siftedStatements(statements, grounds);
  printLeft([...known.left, ...single.left]);
  if (file && known.rows.length + single.rows.length === 0) {
    process.stderr.write(`No row of ${file} can be scored.\n`);
    process.exit(2);
  }
  print(`${pueSection(known.rows, grounds, file ? publishedPue(data).sites : undefined)}\n`);
  if (single.rows.length > 0) print(`${statementSection(single.rows, grounds)}\n`);
}

function printPowers(file: string | undefined): void {
  const { site, catalogue } = parseWorldData(loadData(data));
  const powers = siftedPowers(
    given(() => publishedPowers(data, file)),
    catalogue,
  );
  printLeft(powers.left);
  print(`${powerSection(powers.rows, { grounds, site, catalogue })}\n`);
}

function printLeft(left: readonly string[]): void {
  if (left.length > 0) print(`Left out:\n\n${left.map((one) => `- ${one}.`).join('\n')}\n`);
}
