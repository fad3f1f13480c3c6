import type { z } from 'zod';
import { excerpted } from '../errors/excerpt.ts';
import type { Fault, Place } from '../errors/fault.ts';
import { issueFaults } from './issue.ts';
import type { Node, Plain } from './node.ts';
import { nearestNode, placesIn, plain } from './node.ts';
import { readYaml } from './yaml.ts';

/** A YAML file as read and checked. */
export interface ReadDocument<T> {
  /** What the file says, without the list entries that have faults; absent where too little of it is right. */
  value?: T;
  /** What it says as written, unchecked; absent where the file is not YAML. */
  written?: Plain;
  /** Everything wrong with the file; a caller that needs all of it stops when there is any error. */
  faults: readonly Fault[];
  /**
   * Place of a value by its path in `value`, for faults found later.
   *
   * @param path keys and indexes, as far as they exist: `['claims', 0, 'says']`
   * @param offset offset into the text of the value, for a caret inside it
   */
  placeOf(path: readonly PropertyKey[], offset?: number): Place;
  /** The list entries that were left out, unchecked: what they refer to can be checked all the same. */
  leftOut: readonly LeftOut[];
}

export interface LeftOut {
  written: Plain;
  /** Place of a value by its path in the entry. */
  placeOf(path: readonly PropertyKey[]): Place;
}

/**
 * Reads a YAML text, checks it against a schema, and reports everything wrong with its place. Touches no file.
 *
 * @param text the file's text
 * @param file its name, for messages
 * @param schema zod schema; use the fields of `fields.ts`, `z.strictObject`, and `.meta({ description, examples })`
 */
export function readDocument<T>(text: string, file: string, schema: z.ZodType<T>): ReadDocument<T> {
  const at = placesIn(text, file);
  const { root, faults } = readYaml(text, file);
  if (!root) return { faults: excerpted(faults, () => text), placeOf: () => at(0), leftOut: [] };
  const written = plain(root);
  const first = schema.safeParse(written);
  if (!first.success) {
    const more = issueFaults(first.error.issues, { root, schema, at });
    faults.push(...more.filter((fault) => !faults.some((known) => samePlace(known.place, fault.place))));
  }
  const kept: Kept<T> = first.success
    ? { value: first.data, root, dropped: [] }
    : withoutFaulty(root, schema, first.error.issues);
  const placeOf = (path: readonly PropertyKey[], offset?: number) => placeIn(kept.root, path, at, offset);
  const leftOut = kept.dropped.map((node) => ({
    written: plain(node),
    placeOf: (path: readonly PropertyKey[]) => placeIn(node, path, at),
  }));
  const value = kept.value === undefined ? {} : { value: kept.value };
  return { ...value, written, faults: excerpted(faults, () => text), placeOf, leftOut };
}

function samePlace(a: Place | undefined, b: Place | undefined): boolean {
  return a?.line === b?.line && a?.column === b?.column;
}

function placeIn(
  root: Node,
  path: readonly PropertyKey[],
  at: (offset: number, length?: number) => Place,
  offset?: number,
): Place {
  const { node, entry } = nearestNode(root, path);
  if (offset !== undefined && node.kind === 'scalar' && node.textStart !== undefined) {
    return at(node.textStart + offset, 1);
  }
  const [start, end] =
    entry && node.start === node.end ? [entry.keyStart, entry.keyEnd] : [node.start, node.end];
  return at(start, end - start);
}

interface Kept<T> {
  value?: T;
  root: Node;
  dropped: readonly Node[];
}

/** Leaves out the innermost list entries that hold the issues, so that the rest can be checked further. */
function withoutFaulty<T>(root: Node, schema: z.ZodType<T>, issues: readonly z.core.$ZodIssue[]): Kept<T> {
  let kept = root;
  let open = issues;
  const dropped = new Set<Node>();
  // An entry left out can make its list too short, which is an issue of the next list out.
  for (let round = 0; round < 3; round++) {
    const paths = open.map((issue) => listEntry(kept, issue.path));
    for (const path of paths) if (path.length > 0) dropped.add(nearestNode(kept, path).node);
    if (paths.some((path) => path.length === 0)) break;
    kept = without(kept, paths);
    const parsed = schema.safeParse(plain(kept));
    if (parsed.success) return { value: parsed.data, root: kept, dropped: [...dropped] };
    open = parsed.error.issues;
  }
  return { root, dropped: [...dropped] };
}

function listEntry(root: Node, path: readonly PropertyKey[]): readonly PropertyKey[] {
  for (let length = path.length; length > 0; length--) {
    const { node } = nearestNode(root, path.slice(0, length - 1));
    if (node.kind === 'list') return path.slice(0, length);
  }
  return [];
}

function without(node: Node, paths: readonly (readonly PropertyKey[])[]): Node {
  const below = (step: PropertyKey) =>
    paths.filter((path) => path.length > 1 && path[0] === step).map((path) => path.slice(1));
  if (node.kind === 'list') {
    const dropped = new Set(paths.filter((path) => path.length === 1).map((path) => path[0]));
    const items = node.items.flatMap((item, i) => (dropped.has(i) ? [] : [without(item, below(i))]));
    return { ...node, items };
  }
  if (node.kind === 'map') {
    const entries = new Map(
      [...node.entries].map(([key, entry]) => [key, { ...entry, node: without(entry.node, below(key)) }]),
    );
    return { ...node, entries };
  }
  return node;
}
