import type { Question } from '../assessment/assessment.ts';
import type { Fault } from '../errors/fault.ts';
import type { Translation } from '../errors/told.ts';

/** What the command line does to the world, handed in so that tests need no doubles of global things. */
export interface Effects {
  stdout(text: string): void;
  stderr(text: string): void;
  /** Gets faults and warnings as they are; where it is left out they are written to standard error. */
  faulted?(faults: readonly Fault[]): void;
  /** Of the language that faults are told in; English where it is left out. */
  translation?: Translation | undefined;
  /** Told the share done of what takes long, 0 to 1, and the questions of a verdict as soon as they are answered. */
  watch?(share: number, questions?: readonly Question[]): void;
  /** Opens an address in the user's browser. */
  browse?(url: string): Promise<void>;
  /** Settles when the user asks to stop. */
  stopped?(): Promise<void>;
  /** Which of the streams are terminals. */
  terminal: { stdin: boolean; stdout: boolean; stderr: boolean };
  /** Width of the terminal. */
  columns: number;
  env: Readonly<Record<string, string | undefined>>;
  cwd: string;
  /** Seconds since some start: for elapsed time only, never for results. */
  seconds(): number;
}
