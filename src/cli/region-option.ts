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
  const near = didYouMean(text, regions);
  return refuse(
    'ST-X003',
    `The region \`${shown(text)}\` is not known.`,
    near || `Known are ${regions.join(', ')}.`,
  );
}
