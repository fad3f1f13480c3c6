import type { Code } from './catalogue.ts';
import { type Message, type Words, written } from './message.ts';

/** Where in a file something was found; line and column count from 1. */
export interface Place {
  file: string;
  line: number;
  column: number;
  /** How many characters the caret underlines. */
  length?: number;
}

export type Severity = 'error' | 'warning';

/** One thing wrong: what was found, and what to write or do instead. */
export interface Fault {
  code: Code;
  severity: Severity;
  /** What is wrong, with the offending value; one sentence. */
  what: string;
  /** Why it matters; omitted where the catalogue's title already says it. */
  why?: string;
  /** What to do, as the words to type where possible. */
  fix: string;
  place?: Place;
  /** The line of `place` and its neighbours, for the code frame. */
  excerpt?: readonly { line: number; text: string }[];
  /** `what`, `why` and `fix` for other languages, where they can be said in them; `told` says them. */
  said?: Readonly<Partial<Record<'what' | 'why' | 'fix', Message>>>;
}

interface More {
  why?: Words | undefined;
  place?: Place;
}

/** Makes a fault that stops the run. */
export function error(code: Code, what: Words, fix: Words, more: More = {}): Fault {
  return faultOf({ code, severity: 'error' }, { what, fix, ...more });
}

/** Makes a fault that is counted and shown but does not stop the run. */
export function warning(code: Code, what: Words, fix: Words, more: More = {}): Fault {
  return faultOf({ code, severity: 'warning' }, { what, fix, ...more });
}

function faultOf(
  kind: Pick<Fault, 'code' | 'severity'>,
  { what, fix, why, place }: { what: Words; fix: Words } & More,
): Fault {
  const messages = Object.entries({ what, why, fix }).filter(([, words]) => typeof words === 'object');
  return {
    ...kind,
    ...{ what: written(what), fix: written(fix) },
    ...(why !== undefined && { why: written(why) }),
    ...(place && { place }),
    ...(messages.length > 0 && { said: Object.fromEntries(messages) }),
  };
}

/** The words of a fault, to make another with. */
export function wordsOf({ what, why, fix, said }: Pick<Fault, 'what' | 'why' | 'fix' | 'said'>): {
  what: Words;
  why: Words | undefined;
  fix: Words;
} {
  return { what: said?.what ?? what, why: said?.why ?? why, fix: said?.fix ?? fix };
}

/** The one error class of Sandtable: everything wrong with an input, in one go. */
export class SandtableError extends Error {
  override name = 'SandtableError';
  readonly faults: readonly Fault[];

  /** @param faults at least one; sorted here by file, line, column */
  constructor(faults: Fault | readonly Fault[]) {
    const list = sortedFaults([faults].flat());
    super(
      list.map((fault) => `${fault.code} ${placeText(fault.place)}${fault.what} ${fault.fix}`).join('\n'),
    );
    this.faults = list;
  }

  /** Code of the first fault. */
  get code(): Code {
    return this.faults[0]!.code;
  }
}

/** Runs a reader and keeps what it throws among `faults`, so that all of them are told at once; undefined then. */
export function attempting(faults: Fault[]): <T>(read: () => T) => T | undefined {
  return (read) => {
    try {
      return read();
    } catch (thrown) {
      if (!(thrown instanceof SandtableError)) throw thrown;
      faults.push(...thrown.faults);
      return undefined;
    }
  };
}

function placeText(place: Place | undefined): string {
  return place ? `${place.file}:${place.line}:${place.column} ` : '';
}

/** What nobody could read comes first: other faults may follow from it. */
const unread: readonly Code[] = ['ST-D021', 'ST-S001', 'ST-S002'];

/** Files that cannot be read first, then faults in the order of files, lines and columns; those without a place last. */
export function sortedFaults(faults: readonly Fault[]): Fault[] {
  const later = (fault: Fault) => Number(!unread.includes(fault.code));
  return [...faults].sort((a, b) => later(a) - later(b) || byPlace(a, b));
}

function byPlace(a: Fault, b: Fault): number {
  const [p, q] = [a.place, b.place];
  if (!p || !q) return Number(!p) - Number(!q);
  return compare(p.file, q.file) || p.line - q.line || p.column - q.column;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
