/** What the command line does to the world, handed in so that tests need no doubles of global things. */
export interface Effects {
  stdout(text: string): void;
  stderr(text: string): void;
  /** Which of the streams are terminals. */
  terminal: { stdin: boolean; stdout: boolean; stderr: boolean };
  /** Width of the terminal. */
  columns: number;
  env: Readonly<Record<string, string | undefined>>;
  cwd: string;
  /** Seconds since some start: for elapsed time only, never for results. */
  seconds(): number;
}
