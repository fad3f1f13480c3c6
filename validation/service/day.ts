import { median } from '../../src/chips/figure.ts';
import { type ChipRates, type Mix, writtenPerSecond } from '../../src/serving/chip-day.ts';
import type { Workloads } from '../../src/serving/workloads.ts';
import { short, table } from './markdown.ts';

const load = { readPerWritten: 608 / 168, context: 4989 };

/** Thousand million tokens written by DeepSeek's 1,814 H800 on a day. */
function writtenBy(rates: ChipRates, mix: Omit<Mix, keyof typeof load>): number {
  const chips = 226.75 * 8;
  return (writtenPerSecond(rates, { ...load, ...mix }) * chips * 86_400) / 1e9;
}

/** The same as chips of a hub are reckoned: rates of data/workloads, filled as in production. */
export function hubDay({ rates, service }: Workloads): number {
  const [decodeFilled, prefillFilled] = [
    median(service.decodeFilled.quantity)!,
    median(service.prefillFilled.quantity)!,
  ];
  return writtenBy(rates.chips.get('h800-sxm')!, { cacheHits: 0.563, decodeFilled, prefillFilled });
}

/** DeepSeek's published day: tokens written in a day by 1,814 H800, from its own rates and from those of the serving model. */
export function dayTable(workloads: Workloads): string {
  const { contexts } = workloads.rates.chips.get('h800-sxm')!;
  const level = (rate: number) => contexts.map(() => rate / 8);
  const own = { contexts, decode: level(14_800), prefill: level(73_700) };
  return table(
    ['rates', 'thousand million tokens written'],
    [
      [
        "DeepSeek's own, all of a node's time used",
        short(writtenBy(own, { cacheHits: 0, decodeFilled: 1, prefillFilled: 1 })),
      ],
      ['of the serving model, filled as in production', short(hubDay(workloads))],
    ],
  );
}
