import type { Place } from '../errors/fault.ts';

/** A value of a YAML file with its position; offsets count UTF-16 units from the start of the text. */
export type Node = ScalarNode | ListNode | MapNode;

export interface ScalarNode {
  kind: 'scalar';
  value: string | number | boolean | null;
  start: number;
  end: number;
  /** Offset of the first character of the value itself, where it stands in the file letter by letter. */
  textStart?: number;
}

export interface ListNode {
  kind: 'list';
  items: Node[];
  start: number;
  end: number;
}

export interface MapNode {
  kind: 'map';
  entries: Map<string, Entry>;
  start: number;
  end: number;
}

export interface Entry {
  keyStart: number;
  keyEnd: number;
  node: Node;
}

export type Plain = string | number | boolean | null | Plain[] | { [key: string]: Plain };

/** The value without its positions. */
export function plain(node: Node): Plain {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map(plain);
  const map: { [key: string]: Plain } = {};
  for (const [key, entry] of node.entries) map[key] = plain(entry.node);
  return map;
}

/** The node at a path of keys and indexes, or as far down the path as the file goes. */
export function nearestNode(root: Node, path: readonly PropertyKey[]): { node: Node; entry?: Entry } {
  let found: { node: Node; entry?: Entry } = { node: root };
  for (const step of path) {
    const { node } = found;
    if (node.kind === 'list') {
      const item = node.items[Number(step)];
      if (!item) break;
      found = { node: item };
    } else {
      const entry = node.kind === 'map' ? node.entries.get(String(step)) : undefined;
      if (!entry) break;
      found = { node: entry.node, entry };
    }
  }
  return found;
}

/** Makes a function from offsets in a text to places in its file. */
export function placesIn(text: string, file: string): (offset: number, length?: number) => Place {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset, length) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    const place = { file, line: low + 1, column: offset - starts[low]! + 1 };
    const toLineEnd = (starts[low + 1] ?? text.length + 1) - 1 - offset;
    return length === undefined ? place : { ...place, length: Math.max(1, Math.min(length, toLineEnd)) };
  };
}
