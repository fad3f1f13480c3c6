import { say } from '../errors/message.ts';
import { refuse } from './context.ts';
import { shown, type WrittenOptions } from './options.ts';

/** Keys that decide a run in the link of a screen. */
const keys = ['t', 'prior', 'drop', 'set', 'seed'];

/**
 * Reads a run as the app's links write it: a dossier and what follows `?`, such as `two-halls?prior=sceptic&t=2030-11`.
 *
 * @throws SandtableError ST-X003 for a key that decides no run
 */
export function writtenRun(text: string): { reference: string; options: WrittenOptions } {
  const [reference = '', ...after] = text.split('?');
  const query = new URLSearchParams(after.join('?'));
  const strange = [...query.keys()].find((key) => !keys.includes(key));
  if (strange !== undefined) {
    const what = say('`{key}` after `?` decides no run.', { key: shown(strange) });
    refuse(
      'ST-X003',
      what,
      say('Known are {names}: {example}.', {
        names: keys.join(', '),
        example: `${shown(reference)}?prior=sceptic`,
      }),
    );
  }
  const [asOf, prior, seed] = ['t', 'prior', 'seed'].map((key) => query.get(key) ?? undefined);
  const [drop, set] = [query.getAll('drop'), query.getAll('set')];
  return {
    reference,
    options: {
      ...(asOf !== undefined && { asOf }),
      ...(prior !== undefined && { prior }),
      ...(seed !== undefined && { seed }),
      ...(drop.length > 0 && { drop }),
      ...(set.length > 0 && { set }),
    },
  };
}
