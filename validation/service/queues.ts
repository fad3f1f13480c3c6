import { chanceToWait, meanWait, waits } from '../../src/serving/queue.ts';
import { point } from '../../src/stats/discrete.ts';
import type { Distribution } from '../../src/stats/distribution.ts';
import { gamma } from '../../src/stats/gamma.ts';
import { lognormal } from '../../src/stats/lognormal.ts';
import { stream, uniforms } from '../../src/stats/random.ts';
import { compileTable, drawColumn } from '../../src/stats/table.ts';
import { short, table } from './markdown.ts';

const count = 400_000;
const parts = 40;

/** Waits of queues by simulation beside the exact ones. */
export function queueTable(): string {
  const sigma = Math.sqrt(Math.log(2));
  const queues: readonly (readonly [string, Distribution, number, number])[] = [
    ['M/M/1', gamma(1, 1), 1, 1],
    ['M/D/1', point(1), 0, 1],
    ['M/G/1, lognormal', lognormal(-(sigma ** 2) / 2, sigma), 1, 1],
    ['M/M/4', gamma(1, 1), 1, 4],
  ];
  const rows = queues.flatMap(([name, service, spread, servers]) =>
    [0.3, 0.6, 0.8, 0.9].map((load) => {
      const rate = load * servers;
      const exact =
        servers === 1 ? meanWait(rate, { mean: 1, spread }) : chanceToWait(rate, servers) / (servers - rate);
      const { mean, error } = withError(waits(poisson(rate), drawn(service), servers));
      return [
        name,
        String(load),
        short(exact),
        `${short(mean)} ± ${short(error)}`,
        `${short((mean - exact) / error)}`,
      ];
    }),
  );
  return table(['queue', 'load', 'exact', 'simulated', 'off by errors'], rows);
}

function drawn(of: Distribution): Float64Array {
  const out = new Float64Array(count);
  drawColumn(compileTable(of), stream(1, 'service'), 0, out);
  return out;
}

function poisson(rate: number): Float64Array {
  const out = new Float64Array(count);
  uniforms(stream(1, 'gap'), 0, out);
  let sum = 0;
  return out.map((u) => {
    sum -= Math.log(u) / rate;
    return sum;
  });
}

function withError(values: Float64Array): { mean: number; error: number } {
  const mean = (of: Float64Array) => of.reduce((sum, one) => sum + one, 0) / of.length;
  const means = Array.from({ length: parts }, (_, i) =>
    mean(values.subarray((i * count) / parts, ((i + 1) * count) / parts)),
  );
  const all = mean(values);
  const variance = means.reduce((sum, one) => sum + (one - all) ** 2, 0) / (parts - 1);
  return { mean: all, error: Math.sqrt(variance / parts) };
}
