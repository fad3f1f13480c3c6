// Sizes of the built app's scripts, those loaded later included: `node scripts/script-sizes.mjs`.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

/** Most that one reader can fetch: every script, whatever is opened and pressed, in one language [bytes, gzipped]. */
export const budget = 250_000;

export const languages = ['en', 'zh-CN'];

/** The scripts of a built app, the heaviest first [bytes, gzipped]; `language` where only its readers fetch one. */
export function scriptSizes(folder = fileURLToPath(new URL('../dist/web/', import.meta.url))) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js'))
    .map((name) => ({
      name,
      bytes: gzipSync(readFileSync(`${folder}/${name}`), { level: 9 }).length,
      language: languages.find((one) => name.split('/').at(-1).startsWith(`${one}-`)),
    }))
    .sort((a, b) => b.bytes - a.bytes);
}

/** What a reader of a language can fetch at most, or of the heaviest language where none is said [bytes, gzipped]. */
export function fetchedAtMost(sizes, language) {
  if (language === undefined) return Math.max(...languages.map((one) => fetchedAtMost(sizes, one)));
  const fetched = sizes.filter((one) => one.language === undefined || one.language === language);
  return fetched.reduce((sum, { bytes }) => sum + bytes, 0);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const sizes = scriptSizes();
  const line = (bytes, text) => process.stdout.write(`${String(bytes).padStart(8)}  ${text}\n`);
  for (const { name, bytes } of sizes) line(bytes, name);
  for (const one of languages)
    line(fetchedAtMost(sizes, one), `most that a reader of ${one} fetches; budget ${budget}`);
}
