import { parse, stringify } from 'devalue';
import type { World } from './knowledge.ts';

/**
 * Writes the parsed world down, so that whoever reads it need not parse and check the data again: the maps, sets and
 * shared objects come back as they were.
 */
export function compiledWorld(world: World): string {
  return stringify(world);
}

/** Reads what `compiledWorld` wrote. */
export function readCompiledWorld(text: string): World {
  return parse(text) as World;
}
