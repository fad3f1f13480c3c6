import { writtenPerSecond } from '../../src/serving/chip-day.ts';
import type { Workloads } from '../../src/serving/workloads.ts';
import { short, table } from './markdown.ts';

/** DeepSeek's published day: tokens written in a day by 1,814 H800, from its own rates and from those of the serving model. */
export function dayTable({ rates }: Workloads): string {
  const chips = 226.75 * 8;
  const mix = { readPerWritten: 608 / 168, context: 4989 };
  const level = (rate: number) => rates.chips.get('h800-sxm')!.contexts.map(() => rate / 8);
  const contexts = rates.chips.get('h800-sxm')!.contexts;
  const own = { contexts, decode: level(14_800), prefill: level(73_700) };
  const day = (written: number) => short((written * chips * 86_400) / 1e9);
  return table(
    ['rates', 'thousand million tokens written'],
    [
      [
        "DeepSeek's own, all of a node's time used",
        day(writtenPerSecond(own, { ...mix, cacheHits: 0, decodeFilled: 1, prefillFilled: 1 })),
      ],
      [
        'of the serving model, filled as in production',
        day(
          writtenPerSecond(rates.chips.get('h800-sxm')!, {
            ...mix,
            cacheHits: 0.563,
            decodeFilled: 0.8,
            prefillFilled: 0.51,
          }),
        ),
      ],
    ],
  );
}
