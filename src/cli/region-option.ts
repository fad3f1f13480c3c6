import { say } from '../errors/message.ts';
import { didYouMean } from '../errors/suggest.ts';
import { refuse } from './context.ts';
import { shown } from './options.ts';

/**
 * The region that `--region` names.
 *
 * @param regions ids that are known
 * @throws SandtableError ST-X003 for any other
 */
export function regionOption(text: string, regions: readonly string[]): string {
  if (regions.includes(text)) return text;
  return refuse(
    'ST-X003',
    say('The region `{name}` is not known.', { name: shown(text) }),
    didYouMean(text, regions) ?? say('Known are {names}.', { names: regions.join(', ') }),
  );
}
