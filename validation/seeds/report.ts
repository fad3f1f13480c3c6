import type { Scatter } from './scatter.ts';

/** The page of results. */
export function scatterPage(
  hubs: readonly { hub: string; draws: number; scatters: readonly Scatter[] }[],
  seeds: number,
): string {
  return [
    '# How answers scatter over seeds',
    '',
    'A verdict is computed from random draws; another seed gives another sample. The sampling error that a verdict prints',
    'counts the draws of what all sites share, but not that each site is stood for by a finite sample of what it could be.',
    `This page has both: each hub was assessed under ${seeds} seeds, and the scatter of every figure over them is set beside the`,
    'error that the verdict prints. Where the ratio is above 1 the printed error is too small by that factor.',
    '',
    ...hubs.flatMap(({ hub, draws, scatters }) => [
      `## ${hub}`,
      '',
      `At ${draws.toLocaleString('en')} draws. Probabilities in points of a hundred, medians in per cent of themselves.`,
      '',
      '| figure | mean | scatter over seeds | printed error | ratio |',
      '|---|--:|--:|--:|--:|',
      ...scatters.map(row),
      '',
    ]),
    'Reproduce it with `npm run validate:seeds` (some minutes).',
    '',
  ].join('\n');
}

function row({ figure, mean, deviation, printed, unit }: Scatter): string {
  if (printed === undefined)
    return `| ${figure} | ${mean.toPrecision(3)} ${unit} | ${shown(100 * deviation)} % | | |`;
  const ratio = printed > 0 ? (deviation / printed).toFixed(1) : '–';
  const points = [mean, deviation, printed].map((share) => shown(100 * share));
  return `| ${figure} | ${points[0]} % | ${points[1]} | ${points[2]} | ${ratio} |`;
}

function shown(x: number): string {
  return x !== 0 && x < 0.001 ? '< 0.001' : x.toPrecision(2);
}
