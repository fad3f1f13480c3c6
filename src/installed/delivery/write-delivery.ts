import type { DeliveryCase } from './attributes.ts';
import { coefficientNames, predictors } from './coefficients.ts';
import type { Delivery, DeliveryJudgement } from './delivery-file.ts';
import { type DeliveryFit, fitDelivery } from './fit.ts';

/** Fits the model of delivery to cases, beginning near an earlier fit where one is given. */
export function deliveryOf(
  cases: readonly DeliveryCase[],
  judgement: DeliveryJudgement,
  near?: DeliveryFit,
): Pick<Delivery, 'judgement' | 'fit' | 'part'> {
  const fit = fitDelivery(cases, judgement.priors, near?.coefficients);
  return { judgement, fit, part: partOf(cases, judgement.part) };
}

/**
 * Beta distribution of the share that is lit where a hub stays below its claim: the mean is that of what was believed, which
 * counts as a + b cases, and of the cases; its sharpness is kept, since a handful of shares say little about it.
 */
function partOf(cases: readonly DeliveryCase[], [a, b]: readonly [number, number]): [number, number] {
  const parts = cases.flatMap(({ fate }) =>
    fate.part === null ? [] : [{ share: fate.part, weight: fate.weight }],
  );
  const weight = parts.reduce((sum, part) => sum + part.weight, a + b);
  const mean = parts.reduce((sum, part) => sum + part.weight * part.share, a) / weight;
  return [mean * (a + b), (1 - mean) * (a + b)];
}

/** Predictors of which a hub's uncertainty is kept: shares that the sites of a hub have in common. */
const KEPT = predictors.slice(0, 3);

/** The file of a fit, as `npm run fit` writes it. */
export function deliveryText(
  cases: readonly DeliveryCase[],
  { fit, part, judgement }: Pick<Delivery, 'judgement' | 'fit' | 'part'>,
): string {
  const size = coefficientNames.length;
  const fitted = coefficientNames.filter((name) => judgement.priors.has(name));
  const kept = fitted.filter((name) => KEPT.some((predictor) => name.startsWith(`${predictor}.`)));
  const round = (value: number) => String(Number(value.toFixed(4)));
  const covariance = kept.map((name, i) => {
    const row = coefficientNames.indexOf(name) * size;
    const entries = kept
      .slice(0, i + 1)
      .map((other) => round(fit.covariance[row + coefficientNames.indexOf(other)]!));
    return `  ${name}: [${entries.join(', ')}]`;
  });
  return [
    '# Written by `npm run fit` from the outcomes of dossiers/known and data/installed/delivery-prior.yaml; not edited by hand.',
    'basis: derived',
    'sources: [sandtable-known-hubs]',
    'why: Maximum a posteriori over the fates of these hubs, and its covariance (docs/explanation/delivery.md).',
    `cases: ${cases.length}`,
    `part: [${part.map(round).join(', ')}]`,
    'coefficients:',
    ...fitted.map((name) => `  ${name}: ${round(fit.coefficients[coefficientNames.indexOf(name)]!)}`),
    'covariance:',
    ...covariance,
    '',
  ].join('\n');
}
