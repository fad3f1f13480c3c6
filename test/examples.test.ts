import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, expect, it, vi } from 'vitest';

const files = readdirSync('examples').filter((name) => name.endsWith('.ts'));

afterEach(() => vi.restoreAllMocks());

async function printed(name: string): Promise<string> {
  const written: string[] = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0);
  await import(`../examples/${name.replace(/\.ts$/, '')}.ts`);
  vi.restoreAllMocks();
  return written.join('');
}

const expected: Readonly<Record<string, RegExp>> = {
  'assess.ts':
    /^Is the claimed fleet substantially there\?\n[a-z ]+\n(\w+: 0\.\d\d\n){3}run st1-[0-9a-f]{12}\n$/,
  'figure.ts': /^<svg xmlns.*<\/svg>\n$/s,
  'own-dossier.ts': /power.*2025-13/s,
  'quantities.ts': /33 mu are 22,000 m2/,
  'replay.ts': /^as_of,(.*\r\n){8}$/,
  'sensitivity.ts': /^chips: 9\d %.*\nwatts: \d %.*\npue: \d %.*\ntogether (99|100) %\n$/,
  'status.ts':
    /^Nvidia H20 96 GB letter us-2025-04-nvidia-letter\n[\s\S]*dieArea[\s\S]*2023-11-17 2023-12-31 denial\n$/,
  'site.ts': /^Hami, 737 m: \d+ hours.*\nGolmud, 2808 m: \d+ hours/,
  'serve.ts': /^\d+ engines of \d+ chips: \d+ tokens a second \(\d+ to \d+\), \d+ ms between them\n$/,
  'reach.ts': /^[\d.]+ \([\d.]+ to [\d.]+\) billion tokens a day, [\d.]+ million users\n$/,
  'train.ts': /^tp \d+ pp \d+ dp \d+: [\d.]+ s a step \([\d.]+ to [\d.]+\), \d+ % of the peak\n$/,
  'what-if.ts': / → /,
};

it('expects something of every example', () => {
  expect(Object.keys(expected).sort()).toEqual(files.sort());
});

it('lists every example', () => {
  const list = readFileSync('examples/README.md', 'utf8');
  for (const name of files) expect(list).toContain(`[${name}](${name})`);
});

it.each(files)('%s runs', async (name) => {
  expect(await printed(name)).toMatch(expected[name]!);
});
