import type { z } from 'zod';
import type { Question as Assessed } from '../assessment/assessment.ts';
import type { Fault } from '../errors/fault.ts';

/** An argument of a command, as a part of an address. */
export interface Argument {
  name: string;
  description: string;
  required: boolean;
  /** Whether several may follow. */
  several: boolean;
  /** What may stand there: never a path. */
  form: RegExp;
  /** How to write it, said where it is written otherwise. */
  fix: string;
}

/** A command that is answered over HTTP: its arguments are parts of the address, its options the query. */
export interface Command {
  name: string;
  summary: string;
  arguments: readonly Argument[];
  query: z.ZodObject;
  /** Forms the answer can take, JSON first; a page is `html` and nothing else. */
  formats: readonly string[];
}

/** A command with its arguments in order and its options by name. */
export interface Question {
  command: string;
  arguments: readonly string[];
  options: Readonly<Record<string, string | boolean | readonly string[]>>;
}

/** What a command wrote, the faults it found, and its exit code. */
export interface Answer {
  text: string;
  faults: readonly Fault[];
  code: number;
}

/** Called with the share of the work done, 0 to 1, and with what of a verdict is answered before the rest of it. */
export type Watch = (share: number, questions?: readonly Assessed[]) => void;

/** Answers questions off the request path. */
export interface Answers {
  commands: readonly Command[];
  /** Changes whenever the same question may have another answer; undefined where nobody can tell. */
  state(question: Question): string | undefined;
  /**
   * Rejects where the signal aborts, or after the time limit.
   *
   * @throws SandtableError ST-H006, ST-H019
   */
  answer(question: Question, on: { signal?: AbortSignal; watch?: Watch }): Promise<Answer>;
  /** Reads what questions about a dossier will need, before the first is asked. */
  expect(dossier: string): void;
  close(): Promise<void>;
}
