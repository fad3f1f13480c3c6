import type { Figure } from './figure.ts';
import type { FigureOptions, Origin } from './frame.ts';
import { frontFigure } from './front.ts';
import type { PlanePoint } from './plane.ts';

/** What a chip can do at most, and what some kernels do on it. */
export interface RooflineData {
  id: string;
  title: string;
  sentence: string;
  from: Origin;
  /** Peak rates by format [FLOP/s]. */
  roofs: readonly { id: string; name: string; rate: number }[];
  /** Memory bandwidth [B/s]. */
  bandwidth: number;
  /** Kernels by intensity [FLOP/B] and rate [FLOP/s]. */
  kernels: readonly { id: string; name: string; intensity: number; rate: number }[];
  words: { intensity: string; rate: string };
  written: { intensity: (value: number) => string; rate: (value: number) => string };
}

/**
 * Rate against arithmetic intensity under the roofs of memory and of each format: rate <= min(peak, intensity x bandwidth)
 * (S. Williams et al., Commun. ACM 52 (4), 2009).
 */
export function rooflineFigure(data: RooflineData, options: FigureOptions = {}): Figure {
  const { roofs, bandwidth, kernels, words, written } = data;
  const ridges = roofs.map(({ rate }) => rate / bandwidth);
  const intensities = kernels.map(({ intensity }) => intensity);
  const low = Math.min(1, ...intensities, ...ridges.map((ridge) => ridge / 100));
  const high = Math.max(...intensities, ...ridges) * 8;
  const points = kernels.map(
    ({ id, name, intensity, rate }): PlanePoint => ({ id, name, x: intensity, y: rate }),
  );
  return frontFigure(
    {
      id: data.id,
      title: data.title,
      sentence: data.sentence,
      from: data.from,
      x: {
        id: 'intensity',
        label: words.intensity,
        unit: 'FLOP/B',
        scale: 'log',
        better: 'more',
        written: written.intensity,
      },
      y: {
        id: 'rate',
        label: words.rate,
        unit: 'FLOP/s',
        scale: 'log',
        better: 'more',
        written: written.rate,
      },
      points,
      lines: roofs.map(({ id, name, rate }, i) => ({
        id,
        name,
        dashed: i > 0,
        points: [
          [low, low * bandwidth],
          [rate / bandwidth, rate],
          [high, rate],
        ],
      })),
      plain: true,
    },
    options,
  );
}
