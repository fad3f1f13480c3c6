import { createHash } from 'node:crypto';
import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Home } from './house.ts';

/** Files of a dossier that are new, changed or gone; all of them empty where the dossier itself came or went. */
export interface Change {
  dossier: string;
  files: readonly string[];
}

type Marks = ReadonlyMap<string, string>;

/**
 * Looks at the user's dossiers again and again; what notifications of the system would say differs between systems,
 * network disks and editors, and a few hundred files are looked at in a millisecond.
 *
 * @returns a function that looks once and tells what changed since the last look
 */
export function watcher(homes: () => readonly Home[]): () => Change[] {
  let before = look(homes());
  return () => {
    const now = look(homes());
    const ids = new Set([...before.keys(), ...now.keys()]);
    const changes = [...ids].flatMap((dossier) => changeOf(dossier, before.get(dossier), now.get(dossier)));
    before = now;
    return changes;
  };
}

function changeOf(dossier: string, before: Marks | undefined, now: Marks | undefined): Change[] {
  if (!before || !now) return before === now ? [] : [{ dossier, files: [] }];
  const paths = new Set([...before.keys(), ...now.keys()]);
  const files = [...paths].filter((path) => before.get(path) !== now.get(path)).sort();
  return files.length > 0 ? [{ dossier, files }] : [];
}

function look(homes: readonly Home[]): Map<string, Marks> {
  const own = homes.filter(({ origin }) => origin === 'own');
  return new Map(own.map(({ id, folder }) => [id, marksOf(folder)]));
}

function marksOf(folder: string): Marks {
  const marks = new Map<string, string>();
  for (const below of ['', 'sites', 'evidence']) {
    for (const name of namesIn(join(folder, below))) {
      if (!name.endsWith('.yaml')) continue;
      const path = below === '' ? name : `${below}/${name}`;
      const stats = lstatSync(join(folder, path), { throwIfNoEntry: false });
      if (stats) marks.set(path, `${stats.mtimeMs} ${stats.size} ${stats.ino}`);
    }
  }
  return marks;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** A short name for a state of things, for those who ask whether it is still the same. */
export function markOf(parts: unknown): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}
