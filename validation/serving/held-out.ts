import type { ServingConstants } from '../../src/serving/constants.ts';
import type { PublishedServing } from '../../src/serving/published.ts';
import { partsOf, type Scored } from './cross-validate.ts';
import { constantsAt } from './fit-constants.ts';
import type { Fits } from './fits.ts';

export const heldOutFile = 'data/published/serving-held-out.csv';

/** What the fit that has not seen a row's source, model and chip says of it: tokens a second a chip, by row. */
export function heldOutCsv(scored: readonly Scored[]): string {
  const lines = scored
    .map(({ row, error }) => `${row.id},${Number((row.rate * Math.exp(error)).toPrecision(6))}`)
    .sort();
  return `${['id,predicted', ...lines].join('\n')}\n`;
}

/** What a worked example is about. */
export interface About {
  source: string;
  model: string;
  chip: string;
}

/**
 * The constants of the fit that has not seen the rows of an example's source, model and chip, nor the gains of its source; undefined
 * where every fit has seen none of them.
 */
export function unseenBy(
  rows: readonly PublishedServing[],
  { folds }: Fits,
): (about: About) => ServingConstants | undefined {
  const parts = partsOf(rows);
  const foldOf = ({ source, model, chip }: About, near: (row: PublishedServing) => boolean) =>
    parts.findIndex(({ unseen }) =>
      unseen.some(
        (row) => row.source === source && row.chip === chip && (row.model.id === model || near(row)),
      ),
    );
  return (about) => {
    const own = foldOf(about, () => false);
    const fold = own < 0 ? foldOf(about, () => true) : own;
    return fold < 0 ? undefined : constantsAt(folds[fold]!.steps);
  };
}
