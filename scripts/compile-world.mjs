// Parses data/ once, at build time: dist/world.json is what a run starts from while data/ has not changed since.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compiledWorld } from '../dist/assessment/compiled-world.js';
import { parseWorldData } from '../dist/assessment/knowledge.js';
import { loadData } from '../dist/dossier/folder.js';

const path = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));

writeFileSync(path('dist/world.json'), compiledWorld(parseWorldData(loadData(path('data')))));
