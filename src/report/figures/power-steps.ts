import type { Assessment, Estimate } from '../../assessment/assessment.ts';
import type { SiteReport } from '../../site/site-report.ts';
import { type Interval, intervalParts } from '../amount.ts';
import { said } from '../strings/strings.ts';
import type { Figure } from './figure.ts';
import { type FigureOptions, originOf, sheet } from './frame.ts';
import { type PowerStep, powerChainFigure } from './power.ts';

/** The power of a hub, from the meter to its servers; what feeds it is not known to an assessment. */
export function hubPowerFigure(a: Assessment, options: FigureOptions = {}): Figure {
  const on = sheet(options, 0);
  const s = on.strings;
  const of = (id: string) => a.quantities.find((quantity) => quantity.id === id);
  const [facility, it] = [of('facility-load'), of('it-load')];
  const words = (one?: Estimate) =>
    one ? [s.figures.reads(said(one.label, s), intervalParts(one, one.unit, s))] : [];
  return powerChainFigure(
    {
      id: `${a.run.id}-power`,
      title: s.figures.power.title(said(a.hub.name, s)),
      sentence: [...words(facility), ...words(it)].join(' '),
      from: originOf(a, on),
      steps: [
        { place: 'grid', inferred: null, bases: [] },
        stepOf('facility', facility),
        ...(facility?.pue
          ? [{ place: 'pue' as const, inferred: null, ratio: facility.pue, bases: facility.bases }]
          : []),
        stepOf('metered', it),
      ],
    },
    options,
  );
}

function stepOf(place: PowerStep['place'], estimate?: Estimate): PowerStep {
  if (!estimate) return { place, inferred: null, bases: [] };
  const { median, low, high, claimed, permitted, bases } = estimate;
  return {
    place,
    inferred: { median, low, high },
    ...(claimed && { claimed }),
    ...(permitted && { permitted: permitted.median }),
    bases,
  };
}

/**
 * What the power of a site reads at each place: the interval at the meter is that of plants of its kind in each climate it
 * may have; limits of feed and transformers are drawn where they are known.
 */
export function siteSteps({ variants }: SiteReport): PowerStep[] {
  const { year } = variants[0]!;
  const { stated, facility, limits } = year;
  const perChip = facility.peak / year.chips;
  const limit = (kinds: readonly string[]) => {
    const found = limits.find(({ kind }) => kinds.includes(kind));
    return found ? { permitted: found.chips * perChip } : {};
  };
  const exactly = (median: number): Interval => ({ median, low: median, high: median });
  return [
    { place: 'announced', inferred: exactly(stated.headroom), bases: ['derived', 'judged'] },
    {
      place: 'grid',
      inferred: exactly(stated.grant),
      ...limit(['grant', 'feeds']),
      bases: ['derived', 'judged'],
    },
    { place: 'transformers', inferred: null, ...limit(['transformers']), bases: [] },
    { place: 'facility', inferred: facilityInterval(variants), bases: ['derived'] },
    { place: 'pue', inferred: null, ratio: pueInterval(variants), bases: ['derived'] },
    { place: 'it', inferred: exactly(stated.it), bases: ['derived'] },
    { place: 'metered', inferred: exactly(stated.metered), bases: ['derived'] },
    { place: 'chips', inferred: exactly(stated.node), bases: ['derived'] },
  ];
}

/** PUE of the year over the plants of the kind and the climates of the site [1]. */
function pueInterval(variants: SiteReport['variants']): Interval {
  const ends = variants.flatMap(({ spread }) => [spread.pue.low, spread.pue.high]);
  return { median: variants[0]!.year.cooling.meanPue, low: Math.min(...ends), high: Math.max(...ends) };
}

/** Peak at the meter over the plants of the kind and the climates of the site. */
function facilityInterval(variants: SiteReport['variants']): Interval {
  const ends = variants.flatMap(({ year, spread }) =>
    [spread.pue.low, spread.pue.high].map((pue) => (year.stated.facility * pue) / year.cooling.meanPue),
  );
  return { median: variants[0]!.year.stated.facility, low: Math.min(...ends), high: Math.max(...ends) };
}
