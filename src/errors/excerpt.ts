import type { Fault } from './fault.ts';

/**
 * Adds the line of each fault, and its neighbours, so that it can be shown without the file.
 *
 * @param textOf text of a file by the name its places carry; undefined where it is not at hand
 */
export function excerpted(
  faults: readonly Fault[],
  textOf: (file: string) => string | undefined,
): readonly Fault[] {
  const linesOf = new Map<string, readonly string[]>();
  return faults.map((fault) => {
    if (!fault.place || fault.excerpt) return fault;
    const { file, line } = fault.place;
    const lines = linesOf.get(file) ?? textOf(file)?.split(/\r?\n/) ?? [];
    linesOf.set(file, lines);
    const excerpt = [line - 1, line, line + 1].flatMap((number) => {
      const text = lines[number - 1];
      return text === undefined ? [] : [{ line: number, text: text.slice(0, longest) }];
    });
    return excerpt.length === 0 ? fault : { ...fault, excerpt };
  });
}

/** A line longer than this is cut: nobody wrote it by hand. */
const longest = 2_000;
