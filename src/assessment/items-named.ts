import type { Evidence } from '../dossier/dossier.ts';
import { error, type Fault } from '../errors/fault.ts';
import { say } from '../errors/message.ts';
import { didYouMean, listed } from '../errors/suggest.ts';

/**
 * The evidence items that names stand for: an item's id for itself, a source's id for every item it is the source of.
 *
 * @param faults takes a fault for every name that stands for none (ST-A003)
 * @returns ids of items, each once
 */
export function itemsNamed(
  names: readonly string[],
  evidence: readonly Pick<Evidence, 'id' | 'source'>[],
  faults: Fault[],
): Set<string> {
  const found = new Set<string>();
  for (const name of new Set(names)) {
    const item = evidence.find(({ id }) => id === name);
    const those = item ? [item] : evidence.filter(({ source }) => source === name);
    if (those.length === 0) faults.push(noItem(name, evidence));
    for (const { id } of those) found.add(id);
  }
  return found;
}

function noItem(name: string, evidence: readonly Pick<Evidence, 'id' | 'source'>[]): Fault {
  const items = evidence.map(({ id }) => id);
  const sources = [...new Set(evidence.map(({ source }) => source))];
  const near = didYouMean(name, new Set([...items, ...sources]));
  const list = say('Items are {items}; sources {sources}; all stand in --format csv.', {
    items: listed(items, 4),
    sources: listed(sources, 4),
  });
  const what = say('No evidence item and no source of one is called `{name}`.', { name });
  return error('ST-A003', what, near ?? list);
}
