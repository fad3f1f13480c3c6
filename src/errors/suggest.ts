import { either, type Message, say, type Words } from './message.ts';

/**
 * Picks the known names nearest to a mistyped one.
 *
 * @param typed what was written
 * @param known the names that would be right
 * @param most how many to return at most
 * @returns known names within a third of the length in edits (insert, delete, replace, swap), nearest first; letters
 * that look like digits count as these, so that `h2OO` is near `h200`
 */
export function suggest(typed: string, known: Iterable<string>, most = 3): string[] {
  if (typed.length > longest) return [];
  const limit = Math.max(1, Math.floor(typed.length / 3));
  return [...known]
    .map((name) => ({ name, edits: editsBetween(typed, name) }))
    .filter(({ name, edits }) => edits <= limit || startsAlike(typed, name))
    .sort((a, b) => a.edits - b.edits || a.name.localeCompare(b.name))
    .slice(0, most)
    .map(({ name }) => name);
}

/** A name as it looks: `h2OO` and `h200` alike. */
function looks(name: string): string {
  return name.toLowerCase().replaceAll(/[ol|]/g, (one) => (one === 'o' ? '0' : '1'));
}

/** No name is longer than this; a longer text is not a mistyped name. */
const longest = 64;

/** The sentence `Did you mean a or b?`, or undefined when nothing is near. */
export function didYouMean(typed: string, known: Iterable<string>): Message | undefined {
  const near = suggest(typed, known);
  return near.length === 0 ? undefined : say('Did you mean {names}?', { names: either(near) });
}

/** The first names of a list, and how many more there are: `a, b and 3 more`. */
export function listed(names: readonly string[], most = 12): Words {
  const rest = names.length - most;
  if (rest <= 0) return names.join(', ');
  return say('{names} and {rest} more', { names: names.slice(0, most).join(', '), rest });
}

function startsAlike(typed: string, name: string): boolean {
  return typed.length >= 3 && name.toLowerCase().startsWith(typed.toLowerCase());
}

/** Edits from what was typed to a name: none to go on from `h100` to `h100-sxm5`, more than a slip to go back to it. */
function editsBetween(typed: string, name: string): number {
  if (beginsWhole(typed, name)) return 0;
  const edits = editDistance(looks(typed), looks(name));
  if (beginsWhole(name, typed)) return Math.min(edits, 1.5);
  return Math.min(edits, editsOfFirst(typed, name));
}

/** Edits from a word to the first word of a name, when it is long enough to be known by it: `deepsek` for `deepseek-v3`. */
function editsOfFirst(typed: string, name: string): number {
  const [first = ''] = name.split(/[-.]/, 1);
  if (first.length < leastFirst || first === name || /[-.]/.test(typed)) return Number.POSITIVE_INFINITY;
  return editDistance(looks(typed), looks(first)) + 0.5;
}

/** Letters from which the first word of a name stands for the whole. */
const leastFirst = 5;

/** Whether what was typed is the first word of a name, or the first few. */
function beginsWhole(typed: string, name: string): boolean {
  return startsAlike(typed, name) && /[-.]/.test(name[typed.length] ?? '');
}

/** Edits between two words, a swap of neighbours counting once (optimal string alignment). */
export function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let edits = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        edits = Math.min(edits, before[j - 2]! + 1);
      }
      row.push(edits);
    }
    before = last;
    last = row;
  }
  return last[b.length]!;
}
