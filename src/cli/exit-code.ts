import type { Fault } from '../errors/fault.ts';

/** What the shell gets to know. */
export const exitCodes = {
  done: 0,
  internal: 1,
  usage: 2,
  dossier: 3,
  expectation: 4,
  notConverged: 5,
} as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** An expectation that is not met, a run that is not reproduced, a file whose figures are not its run's. */
const notAsExpected: readonly string[] = ['ST-X009', 'ST-X008', 'ST-X021'];

/** The exit code for faults: what stands in a file is the dossier's, the rest is how the command was used. */
export function exitCodeOf(faults: readonly Fault[]): ExitCode {
  const errors = faults.filter(({ severity }) => severity === 'error');
  const codes = errors.map(({ code }) => code as string);
  if (codes.includes('ST-X015')) return exitCodes.internal;
  if (codes.some((code) => notAsExpected.includes(code))) return exitCodes.expectation;
  if (codes.includes('ST-X011')) return exitCodes.notConverged;
  if (codes.length === 0) return exitCodes.done;
  const written = errors.some(({ place, code }) => place || (code.startsWith('ST-D') && code !== 'ST-D002'));
  return written ? exitCodes.dossier : exitCodes.usage;
}
