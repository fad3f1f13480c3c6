// The hub of hub-sites.mjs in Squiggle: JSON in (draws, seed), JSON out (seconds, statistics).
import { readFileSync } from 'node:fs';
import { run } from '@quri/squiggle-lang';
import { families, sites } from './hub-sites.mjs';

const { draws, seed } = JSON.parse(readFileSync(0, 'utf8'));
const quantities = Object.keys(families);
const rows = sites.map((site) => `{${quantities.map((name) => `${name}: [${site[name]}]`).join(', ')}}`);
const drawn = quantities
  .map((name) => `  ${name} = SampleSet.fromDist(${families[name]}(s.${name}[0], s.${name}[1]))`)
  .join('\n');
const code = `
site(s) = {
${drawn}
  chips = SampleSet.min(claimed * delivered * fill, megawatts * hookup * 1000 / (pue * kilowatts))
  { chips: chips, work: chips * petaflops * utilisation * availability }
}
sites = List.map([${rows.join(',\n')}], site)
total(of) = List.reduce(sites, 0, {|sum, site| sum + of(site)})
described(x) = [mean(x), quantile(x, 0.05), quantile(x, 0.5), quantile(x, 0.95)]
[described(total({|site| site.chips})), described(total({|site| site.work}))]
`;

const [cpu, wall] = [process.cpuUsage(), performance.now()];
const output = await run(code, { environment: { sampleCount: draws, xyPointLength: 1000, seed: `${seed}` } });
if (!output.result.ok) throw new Error(output.result.value.toString());
const [chips, work] = output.result.value.result.asJS();
const used = process.cpuUsage(cpu);
const seconds = { wall: (performance.now() - wall) / 1000, cpu: (used.user + used.system) / 1e6 };
process.stdout.write(JSON.stringify({ version: '0.10.0', ...seconds, chips, work }));
