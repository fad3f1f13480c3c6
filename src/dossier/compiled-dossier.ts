import { parse, stringify } from 'devalue';
import type { Dossier } from './dossier.ts';

/** Writes a checked dossier down, so that whoever reads it needs neither YAML nor the schemas. */
export function compiledDossier(dossier: Dossier): string {
  return stringify(dossier);
}

/** Reads what `compiledDossier` wrote. */
export function readCompiledDossier(text: string): Dossier {
  return parse(text) as Dossier;
}
