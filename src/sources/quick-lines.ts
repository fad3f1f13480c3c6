/** Thrown, and caught by `readQuickly`, wherever the full reader has to look. */
export const unusual = Symbol('unusual YAML');

export interface Reader {
  text: string;
  lines: readonly string[];
  /** Offsets of the lines in the text. */
  starts: readonly number[];
  /** Current line; blank lines and comments are passed over. */
  line: number;
  nodes: number;
}

const most = { nodes: 10_000, depth: 32 };

const blank = /^ *(#.*)?$/;
/** Leaves the text to the full reader. */
export function decline(): never {
  throw unusual;
}

/** Goes to the next line that is neither blank nor a comment. */
export function toNextLine(reader: Reader): void {
  reader.line++;
  while (reader.line < reader.lines.length && blank.test(reader.lines[reader.line]!)) reader.line++;
}

/** Spaces before the text of the current line; -1 at the end. */
export function indentOf({ lines, line }: Reader): number {
  return lines[line]?.search(/[^ ]/) ?? -1;
}

/** Counts nodes, and leaves a text with too many or too deep ones to the full reader. */
export function count(reader: Reader, depth: number, nodes = 1): void {
  reader.nodes += nodes;
  if (reader.nodes > most.nodes || depth > most.depth) decline();
}
