import { arrivalTimes } from '../../src/serving/arrivals.ts';
import { drawRequests } from '../../src/serving/requests.ts';
import type { TraceShape } from '../../src/serving/workloads.ts';
import { short, table } from './markdown.ts';

/** Lengths of requests drawn, beside those of the traces. */
export function lengthTable(shapes: readonly TraceShape[]): string {
  const rows = shapes.flatMap((shape) => {
    const { read, write } = drawRequests(shape, { rate: 1, count: 200_000, seed: 1 });
    const mean = (of: Float64Array) => of.reduce((sum, one) => sum + one, 0) / of.length;
    return [
      [
        `${shape.name.en}, read`,
        short(shape.means.read),
        short(mean(read)),
        short(mean(read) / shape.means.read - 1),
      ],
      [
        `${shape.name.en}, written`,
        short(shape.means.write),
        short(mean(write)),
        short(mean(write) / shape.means.write - 1),
      ],
    ];
  });
  return table(['tokens of a request', 'mean of the trace', 'mean drawn', 'off by'], rows);
}

/** Burstiness of arrivals drawn, beside that of the traces. */
export function dispersionTable(shapes: readonly TraceShape[]): string {
  const rows = shapes.flatMap((shape) => {
    const times = arrivalTimes(shape, { rate: shape.rate, count: 400_000, seed: 1, name: 'validation' });
    return [1, 10, 60].map((window, i) => [
      shape.name.en,
      `${window} s`,
      short(shape.dispersion[i]!),
      short(dispersion(times, window)),
    ]);
  });
  return table(['trace', 'window', 'of the trace', 'drawn'], rows);
}

function dispersion(times: Float64Array, window: number): number {
  const windows = Math.floor(times[times.length - 1]! / window);
  const counts = new Float64Array(windows);
  for (const time of times) if (time < windows * window) counts[Math.floor(time / window)]! += 1;
  const mean = counts.reduce((sum, one) => sum + one, 0) / windows;
  return counts.reduce((sum, one) => sum + (one - mean) ** 2, 0) / windows / mean;
}
