import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deserialize, serialize } from 'node:v8';
import type { World } from '../assessment/knowledge.ts';
import { dossierDigest } from '../dossier/digest.ts';
import type { Dossier } from '../dossier/dossier.ts';
import type { DossierFolder } from '../dossier/folder.ts';

/** Where `npm run build` puts what it has read and checked; nothing is there beside the sources. */
export const builtFolder = fileURLToPath(new URL('../built/', import.meta.url));

/** A dossier without faults, its places within its folder, and the digest of the data that it was checked against. */
export interface BuiltDossier {
  dossier: Dossier;
  data: string;
}

/** What a verdict of the build rests on: digests of dossier and data, and the version of this copy. */
export interface RestsOn {
  dossier: string;
  data: string;
  version: string;
}

/** What is known of the world as text for `readCompiledWorld`, and the digest of the data. */
export interface WorldText {
  data: string;
  text: string;
}

/** A verdict with nothing imagined, as the build's own run printed it in JSON. */
export interface BuiltVerdict extends RestsOn {
  text: string;
}

/** Writes down what the build read and reached, in V8's own form: of all forms the quickest to read. */
export function packed(value: World | BuiltDossier | BuiltVerdict | WorldText): Uint8Array {
  return serialize(value);
}

export const worldFile = (built: string): string => join(built, 'world.bin');

export const dossierFile = (built: string, name: string): string => join(built, 'dossiers', `${name}.bin`);

export const verdictFile = (built: string, name: string): string => join(built, 'verdicts', `${name}.bin`);

/** The verdict on a dossier, as the build reached it; undefined where it rests on anything else. */
export function builtVerdict(name: string, now: RestsOn, built = builtFolder): string | undefined {
  const found = unpacked(verdictFile(built, name)) as BuiltVerdict | undefined;
  const isSo = found?.dossier === now.dossier && found.data === now.data && found.version === now.version;
  return isSo ? found.text : undefined;
}

/** What is known of the world, as the build read it; undefined where nothing was built, or from other data. */
export function builtWorld(data: string, built = builtFolder): World | undefined {
  const world = unpacked(worldFile(built)) as World | undefined;
  return world?.digest === data ? world : undefined;
}

export const worldTextFile = (built: string): string => join(built, 'world-text.bin');

/** The same as text for the engine of a page; undefined where nothing was built, or from other data. */
export function builtWorldText(data: string, built = builtFolder): string | undefined {
  const found = unpacked(worldTextFile(built)) as WorldText | undefined;
  return found?.data === data ? found.text : undefined;
}

/**
 * A dossier as the build read it.
 *
 * @param data digest of the data
 * @returns undefined where the build saw other texts, other data, or faults
 */
export function builtDossier(
  { folder, name, files, faults }: Omit<DossierFolder, 'unread'>,
  data: string,
  built = builtFolder,
): Dossier | undefined {
  if (faults.length > 0) return undefined;
  const found = unpacked(dossierFile(built, name)) as BuiltDossier | undefined;
  if (found?.data !== data || found.dossier.digest !== dossierDigest(files)) return undefined;
  for (const place of new Set(placesOf(found.dossier)))
    place.file = `${folder.replace(/\/+$/, '')}/${place.file}`;
  return found.dossier;
}

function placesOf({ hub, sites, evidence, looks, assumptions }: Dossier) {
  const within = sites.flatMap((site) => [site, ...site.claims, ...site.limits]);
  return [hub, ...hub.claims, ...within, ...evidence, ...looks, ...assumptions].map(({ place }) => place);
}

function unpacked(path: string): unknown {
  if (!existsSync(path)) return undefined;
  try {
    return deserialize(readFileSync(path));
  } catch {
    return undefined; // Built by a Node whose form this one does not know yet.
  }
}
