import { readdirSync, readFileSync } from 'node:fs';
import { parseControls } from '../../src/controls/parse.ts';
import { catalogue, sourceIds } from '../chips/data.ts';

const root = new URL('../../data/controls/', import.meta.url);

export const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => name.replaceAll('\\', '/'))
  .sort()
  .map((name) => ({ path: `data/controls/${name}`, text: readFileSync(new URL(name, root), 'utf8') }));

export const { controls: parsed, faults } = parseControls(files, { catalogue, sources: sourceIds });
export const controls = parsed!;
export const book = { catalogue, controls };
