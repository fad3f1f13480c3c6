// Sizes of the built app's scripts, every one counted, those loaded later included: `node scripts/script-sizes.mjs`.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

/** Most that all scripts of the app may weigh together [bytes, gzipped]. */
export const budget = 250_000;

/** The scripts of a built app, the heaviest first [bytes, gzipped]. */
export function scriptSizes(folder = fileURLToPath(new URL('../dist/web/', import.meta.url))) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js'))
    .map((name) => ({ name, bytes: gzipSync(readFileSync(`${folder}/${name}`), { level: 9 }).length }))
    .sort((a, b) => b.bytes - a.bytes);
}

export const sumOf = (sizes) => sizes.reduce((sum, { bytes }) => sum + bytes, 0);

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const sizes = scriptSizes();
  for (const { name, bytes } of sizes) process.stdout.write(`${String(bytes).padStart(8)}  ${name}\n`);
  process.stdout.write(`${String(sumOf(sizes)).padStart(8)}  all scripts, gzipped; budget ${budget}\n`);
}
