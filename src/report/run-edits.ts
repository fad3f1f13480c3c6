import type { Assessment } from '../assessment/assessment.ts';
import { defaults } from '../assessment/run-defaults.ts';
import { blockLength } from '../stats/random.ts';
import type { Strings } from './strings/strings.ts';

/** What a run leaves out and sets against its dossier, in words; empty where it does neither. */
export function editsOf({ run }: Assessment, s: Strings): string[] {
  const set = Object.entries(run.set).map(([path, value]) => `${path} = ${value}`);
  return [...(run.drop.length > 0 ? [s.dropped(run.drop.join(', '))] : []), ...set];
}

/**
 * The command that makes a run again and compares it, whoever types it.
 *
 * @param dossier what the reader calls the dossier: its id, or the path of its folder
 * @returns one line for a POSIX shell; what a run has by default is left out, but never its date
 */
export function verifyCommand({ run }: Assessment, dossier: string): string {
  const options: [name: string, value: string | number, usual: string | number][] = [
    ['as-of', run.asOf, ''],
    ['prior', run.prior, defaults.prior],
    ['drop', run.drop.join(','), ''],
    ...Object.entries(run.set).map(([path, value]): [string, string, string] => [
      'set',
      `${path}=${value}`,
      '',
    ]),
    ['seed', run.seed, defaults.seed],
    ['draws', run.draws, wholeBlocks(defaults.draws)],
  ];
  const given = options.filter(([, value, usual]) => value !== usual);
  const words = [
    'verify',
    run.id,
    dossier,
    ...given.flatMap(([name, value]) => [`--${name}`, String(value)]),
  ];
  return ['sandtable', ...words.map(quoted)].join(' ');
}

const wholeBlocks = (draws: number) => Math.ceil(draws / blockLength) * blockLength;

/** A word as a POSIX shell takes it literally. */
function quoted(word: string): string {
  return /^[\w./:=,@%+-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
