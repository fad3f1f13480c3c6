import type { Fault, Place } from '../errors/fault.ts';
import { error } from '../errors/fault.ts';
import { say } from '../errors/message.ts';
import { didYouMean } from '../errors/suggest.ts';

/**
 * Finds every `sources` list of a data file that names a source which does not exist (ST-S042).
 *
 * @param value what the file says
 * @param placeOf place of a value by its path
 * @param known ids of the sources that exist; nothing is checked where left out
 */
export function unknownSources(
  value: unknown,
  placeOf: (path: readonly PropertyKey[]) => Place,
  known: ReadonlySet<string> | undefined,
): Fault[] {
  if (!known) return [];
  const faults: Fault[] = [];
  const walk = (node: unknown, path: readonly PropertyKey[]) => {
    if (typeof node !== 'object' || node === null) return;
    for (const [key, child] of Object.entries(node)) {
      const at = [...path, Array.isArray(node) ? Number(key) : key];
      if (key === 'sources' && Array.isArray(child)) {
        for (const id of child) if (!known.has(id)) faults.push(unknown(String(id), placeOf(at), known));
      } else {
        walk(child, at);
      }
    }
  };
  walk(value, []);
  return faults;
}

function unknown(id: string, place: Place, known: ReadonlySet<string>): Fault {
  const fix = didYouMean(id, known) ?? say('Describe the publication in data/sources.');
  return error('ST-S042', say('There is no source `{id}`.', { id }), fix, { place });
}
