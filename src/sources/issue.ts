import type { z } from 'zod';
import type { Code } from '../errors/catalogue.ts';
import type { Fault, Place } from '../errors/fault.ts';
import { error } from '../errors/fault.ts';
import { either, type Message, say, type Value, type Words, withNear, written } from '../errors/message.ts';
import { didYouMean, suggest } from '../errors/suggest.ts';
import { mendedForm } from './mended-form.ts';
import type { MapNode, Node, Plain } from './node.ts';
import { nearestNode } from './node.ts';
import { exampleAt, keysAt } from './schema-walk.ts';

/** A file being read: its values, its schema, and places for offsets. */
export interface Reading {
  root: Node;
  schema: z.ZodType;
  at: (offset: number, length?: number) => Place;
}

/** What a field of a schema says about a value it refuses. */
export interface Refusal {
  code: Code;
  what: Words;
  fix: Words;
  why?: Words | undefined;
  /** Of a fault that is refused again with its place. */
  said?: Fault['said'];
  /** Where inside the text, counted from 0, and how many characters; all of the value where omitted. */
  offset?: number;
  length?: number;
}

/** Refuses the value a zod transform or check looks at; the reader turns it into a fault with its place. */
export function refuse(
  ctx: { addIssue(issue: { code: 'custom'; message: string; path?: PropertyKey[]; params: object }): void },
  refusal: Refusal,
  path: PropertyKey[] = [],
): void {
  ctx.addIssue({ code: 'custom', message: written(refusal.what), path, params: { refusal } });
}

/** Turns the issues of zod into faults with place, code, what, why and fix; what an entry lacks is one fault. */
export function issueFaults(issues: readonly z.core.$ZodIssue[], reading: Reading): Fault[] {
  const lacking = new Map<string, PropertyKey[][]>();
  const others: z.core.$ZodIssue[] = [];
  for (const issue of withoutMistyped(issues, reading.root)) {
    const parent = JSON.stringify(issue.path.slice(0, -1));
    const isMissing = issue.path.length > 0 && valueAt(reading.root, issue.path) === undefined;
    if (isMissing && issue.code !== 'custom')
      lacking.set(parent, [...(lacking.get(parent) ?? []), issue.path]);
    else others.push(issue);
  }
  return [
    ...[...lacking.values()].map((paths) => missingKeys(paths, reading)),
    ...others.flatMap((issue) => oneIssue(issue, reading)),
  ];
}

function oneIssue(issue: z.core.$ZodIssue, reading: Reading): Fault[] {
  const found = valueAt(reading.root, issue.path);
  switch (issue.code) {
    case 'custom':
      return [refusalFault(issue, reading)];
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(key, issue.path, reading));
    case 'invalid_union':
      return unionFaults(issue, reading);
    case 'invalid_type':
      if (found === null) return [emptyKey(issue.path, reading)];
      return [wrongShape(issue.path, [issue.expected], reading)];
    case 'invalid_value':
      return [notAllowed(issue.path, issue.values, reading)];
    case 'too_small':
    case 'too_big':
      return [outOfRange(issue, reading)];
    default:
      return [wrongForm(issue, reading)];
  }
}

/** Leaves out the keys that are only missing because their entry has them mistyped. */
function withoutMistyped(issues: readonly z.core.$ZodIssue[], root: Node): readonly z.core.$ZodIssue[] {
  const typed = issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys.map((key) => ({ key, path: issue.path.join() })) : [],
  );
  if (typed.length === 0) return issues;
  return issues.filter((issue) => {
    const missing = String(issue.path.at(-1));
    const parent = issue.path.slice(0, -1).join();
    const isMeant = ({ key, path }: (typeof typed)[number]) =>
      path === parent && suggest(key, [missing]).length > 0;
    return valueAt(root, issue.path) !== undefined || !typed.some(isMeant);
  });
}

function refusalFault(issue: z.core.$ZodIssueCustom, reading: Reading): Fault {
  const refusal = issue.params?.refusal as Refusal | undefined;
  if (!refusal)
    return error('ST-S025', issue.message, say('Correct the value.'), placed(issue.path, reading));
  const { code, what, fix, why } = { ...refusal, ...refusal.said };
  const { node } = nearestNode(reading.root, issue.path);
  const inside = node.kind === 'scalar' ? node.textStart : undefined;
  const place =
    refusal.offset === undefined || inside === undefined
      ? placed(issue.path, reading).place
      : reading.at(inside + refusal.offset, refusal.length ?? 1);
  return error(code, what, fix, { place, why });
}

function unknownKey(key: string, path: readonly PropertyKey[], reading: Reading): Fault {
  const { node: map } = nearestNode(reading.root, path);
  const entry = map.kind === 'map' ? map.entries.get(key) : undefined;
  const place = entry
    ? reading.at(entry.keyStart, entry.keyEnd - entry.keyStart)
    : placed(path, reading).place;
  if (
    map.kind === 'map' &&
    entry?.node.kind === 'scalar' &&
    entry.node.kind === 'scalar' &&
    entry.node.start === entry.node.end
  )
    return cutText(key, map, place);
  const known = keysAt(reading.schema, path);
  const fix =
    didYouMean(key, known) ?? say('Use one of {names}, or delete the line.', { names: listed(known) });
  return error('ST-S021', say('The key {key} is not known here.', { key: quoted(key) }), fix, { place });
}

/** A key without a value, which is most often what a comma cut off: `{ accelerators: 4,000 }`. */
function cutText(key: string, map: MapNode, place: Place): Fault {
  const keys = [...map.entries.keys()];
  const before = keys[keys.indexOf(key) - 1];
  const what = say('The key {key} is not known here, and has no value.', { key: quoted(key) });
  const [, name, value] = /^([\w-]+)\s*：\s*(.+)$/.exec(key) ?? [];
  if (name) {
    const fix = say('Write a plain colon and a space: `{example}`.', { example: `${name}: ${value}` });
    return error('ST-S021', what, fix, { place });
  }
  const text = before === undefined ? undefined : map.entries.get(before)!.node;
  if (text?.kind !== 'scalar' || text.value === null) {
    return error('ST-S021', what, say('Delete it.'), { place });
  }
  const comma = map.entries.get(key)!.keyStart - text.end > 1 ? ', ' : ',';
  const whole = short(`${text.value}${comma}${key}`);
  const fix = say('Did a comma cut it off? Put all of the text between quotes: `{example}`.', {
    example: `${before}: "${whole}"`,
  });
  return error('ST-S021', what, fix, { place });
}

function missingKeys(paths: readonly (readonly PropertyKey[])[], reading: Reading): Fault {
  const parent = paths[0]!.slice(0, -1);
  const keys = paths.map((path) => String(path.at(-1)));
  const what = say('{owner} has no {keys}.', {
    owner: owner(reading.root, parent),
    keys: keys.map((key) => `\`${key}\``).join(', '),
  });
  const { node } = nearestNode(reading.root, parent);
  const first = node.kind === 'map' ? [...node.entries.values()][0] : undefined;
  const place = reading.at(node.start, first ? first.keyEnd - node.start : 1);
  const examples = paths.map((path, i) => keyAndExample(keys[i]!, path, reading) ?? `\`${keys[i]}: ...\``);
  return error('ST-S020', what, say('Write, for example, {example}.', { example: examples.join(', ') }), {
    place,
  });
}

function emptyKey(path: readonly PropertyKey[], reading: Reading): Fault {
  const key = String(path.at(-1) ?? 'value');
  const fix = writeExample(key, path, reading) ?? say('Write a value after the colon, or delete the key.');
  return error('ST-S026', say('`{key}` has no value.', { key }), fix, placed(path, reading));
}

function wrongShape(path: readonly PropertyKey[], expected: readonly string[], reading: Reading): Fault {
  const found = valueAt(reading.root, path)!;
  const wanted = either([...new Set(expected.map((type) => shapeNames[type] ?? type))]);
  const what = say('{name} is {found}; it should be {wanted}.', {
    name: named(path),
    found: shapeOf(found),
    wanted,
  });
  return error('ST-S022', what, reshape(found, expected, path, reading), placed(path, reading));
}

function reshape(
  found: Plain,
  expected: readonly string[],
  path: readonly PropertyKey[],
  reading: Reading,
): Message {
  const scalar = typeof found !== 'object';
  if (scalar && expected.includes('string')) {
    return say('Put it between quotes: "{text}".', { text: short(found) });
  }
  if (scalar && expected.includes('array')) {
    return say('Write a list: [{text}].', { text: short(found) });
  }
  const key = path.findLast((step) => typeof step === 'string');
  return (
    (key && writeExample(key, path, reading)) || say('Write it as in the reference of the dossier files.')
  );
}

function notAllowed(
  path: readonly PropertyKey[],
  values: readonly z.core.util.Primitive[],
  reading: Reading,
): Fault {
  const allowed = values.map(String);
  const found = String(valueAt(reading.root, path));
  const near = didYouMean(found, allowed);
  const list = say('Allowed are {names}.', { names: listed(allowed) });
  const what = say('{name} cannot be {found}.', { name: named(path), found: quoted(found) });
  return error('ST-S023', what, withNear(near, list), placed(path, reading));
}

function outOfRange(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig, reading: Reading): Fault {
  const limit = String(issue.code === 'too_small' ? issue.minimum : issue.maximum);
  const within = sized(limit, issue.origin);
  const found = valueAt(reading.root, issue.path);
  const size = typeof found === 'string' ? found.length : Array.isArray(found) ? found.length : found;
  const what = say('{name} is {size}; it should be {within}.', {
    name: named(issue.path),
    size: sized(String(size), issue.origin),
    within:
      issue.code === 'too_small'
        ? issue.inclusive === false
          ? say('more than {limit}', { limit: within })
          : say('at least {limit}', { limit: within })
        : issue.inclusive === false
          ? say('less than {limit}', { limit: within })
          : say('at most {limit}', { limit: within }),
  });
  return error('ST-S024', what, say('Check the value against its source.'), placed(issue.path, reading));
}

/** A size with what it counts. */
function sized(size: string, origin: string): Value {
  if (origin === 'string') return say('{size} characters', { size });
  return origin === 'array' ? say('{size} entries', { size }) : size;
}

function wrongForm(issue: z.core.$ZodIssue, reading: Reading): Fault {
  const found = valueAt(reading.root, issue.path);
  const key = issue.path.findLast((step) => typeof step === 'string');
  const meant = typeof found === 'string' ? mendedForm(found, issue) : undefined;
  const example =
    (key && writeExample(key, issue.path, reading)) || say('Write it in the form of the reference.');
  const fix = meant === undefined ? example : say('Did you mean {names}?', { names: `\`${meant}\`` });
  const what = say('{name} cannot be {found}.', { name: named(issue.path), found: quoted(found) });
  return error('ST-S025', what, fix, placed(issue.path, reading));
}

/** Reports the branch of a union that the author most likely meant: the one that got furthest. */
function unionFaults(issue: z.core.$ZodIssueInvalidUnion, reading: Reading): Fault[] {
  const found = valueAt(reading.root, issue.path);
  if (found === null) return [emptyKey(issue.path, reading)];
  const atRoot = (one: z.core.$ZodIssue) => one.code === 'invalid_type' && one.path.length === 0;
  const branch = issue.errors.find((issues) => !issues.some(atRoot));
  if (branch) {
    return issueFaults(
      branch.map((one) => ({ ...one, path: [...issue.path, ...one.path] })),
      reading,
    );
  }
  const expected = issue.errors.flat().flatMap((one) => (one.code === 'invalid_type' ? [one.expected] : []));
  return [wrongShape(issue.path, expected, reading)];
}

/** Where the value at a path stands; the key where there is no value. */
function placed(path: readonly PropertyKey[], reading: Reading): { place: Place } {
  const { node, entry } = nearestNode(reading.root, path);
  const empty = node.kind === 'scalar' && node.value === null;
  if (entry && empty) return { place: reading.at(entry.keyStart, entry.keyEnd - entry.keyStart) };
  return { place: reading.at(node.start, node.end - node.start) };
}

function valueAt(root: Node, path: readonly PropertyKey[]): Plain | undefined {
  let node: Node | undefined = root;
  for (const step of path) {
    if (node?.kind === 'list') node = node.items[Number(step)];
    else node = node?.kind === 'map' ? node.entries.get(String(step))?.node : undefined;
  }
  if (!node) return undefined;
  if (node.kind === 'scalar') return node.value;
  return node.kind === 'list' ? node.items.map(() => null) : {};
}

/** How a message names the entry a path leads to: by its id, where it has one. */
function owner(root: Node, path: readonly PropertyKey[]): Value {
  const id = valueAt(root, [...path, 'id']);
  if (typeof id === 'string') return quoted(id);
  const last = path.at(-1);
  if (typeof last === 'string') return `\`${last}\``;
  return path.length === 0 ? say('This file') : say('This entry');
}

function named(path: readonly PropertyKey[]): Value {
  const key = path.findLast((step) => typeof step === 'string');
  if (key === undefined) return path.length === 0 ? say('The file') : say('This entry');
  return typeof path.at(-1) === 'number' ? say('An entry of `{key}`', { key }) : `\`${key}\``;
}

function writeExample(key: string, path: readonly PropertyKey[], reading: Reading): Message | undefined {
  const example = keyAndExample(key, path, reading);
  return example === undefined ? undefined : say('Write, for example, {example}.', { example });
}

function keyAndExample(key: string, path: readonly PropertyKey[], reading: Reading): string | undefined {
  const example = exampleAt(reading.schema, path);
  return example === undefined ? undefined : `\`${key}: ${flow(example)}\``;
}

/** A value in YAML's one-line form. */
function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    return `{ ${Object.entries(value)
      .map(([key, one]) => `${key}: ${flow(one)}`)
      .join(', ')} }`;
  }
  return String(value);
}

const aMap = say('a map of keys and values');

const shapeNames: Record<string, Message> = {
  string: say('text'),
  number: say('a number'),
  int: say('a whole number'),
  boolean: say('true or false'),
  array: say('a list'),
  object: aMap,
  record: aMap,
};

function shapeOf(value: Plain): Message {
  if (Array.isArray(value)) return say('a list');
  if (typeof value === 'object') return say('a map');
  if (typeof value === 'string') return say('the text {text}', { text: quoted(value) });
  return typeof value === 'number'
    ? say('the number {value}', { value })
    : say('the boolean {value}', { value: String(value) });
}

function quoted(value: unknown): string {
  return `\`${short(value)}\``;
}

function short(value: unknown): string {
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

function listed(words: readonly string[]): Value {
  if (words.length <= 24) return words.join(', ');
  return say('{names} and more', { names: words.slice(0, 24).join(', ') });
}
