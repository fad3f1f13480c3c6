// What a place can carry, without any dossier: a year of weather, and the plants of its region.
import { fileURLToPath } from 'node:url';
import { generateWeather, loadData, parseGrounds } from '../src/index.ts';

const data = loadData(fileURLToPath(new URL('../data', import.meta.url)));
const grounds = parseGrounds(
  data.files.filter(({ path }) => /^data\/(regions|plants|published)\//.test(path)),
);

for (const id of ['hami', 'golmud']) {
  const climate = grounds.climates.get(id)!;
  const weather = generateWeather(climate, { constants: grounds.generator, seed: 7, typical: true });
  const hot = weather.temperature.filter((t) => t > 27).length;
  process.stdout.write(
    `${climate.name.en}, ${climate.altitude} m: ${hot} hours above 27 °C in a generated year\n`,
  );
}
