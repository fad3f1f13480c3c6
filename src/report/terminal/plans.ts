import type { TrainingAnswer } from '../../training/answer.ts';
import type { Ranked } from '../../training/search.ts';
import { planWords } from '../plan-words.ts';
import { trainScreenWords } from '../strings/screen-words.ts';
import { heading, type Page, page, table } from './page.ts';

/** What a search found: the fastest plans, and the front of time and memory. */
export function planTable(answer: TrainingAnswer, wish: Partial<Page> = {}): string {
  const on = page(wish);
  const { strings: s } = on;
  const parts = answer.groups.flatMap(({ found, group }) => {
    if (!found) return [];
    const note = s.train.searched(s.number(found.counted, 4), s.number(found.fitting, 4));
    return [
      [heading(`${answer.model.name}, ${s.number(group.count, 6)} x ${group.machine.name}`, on, note)],
      rows(found.best, on, s.train.plan),
      rows(found.front, on, trainScreenWords(s).frontHead),
    ];
  });
  return `\n${parts.map((lines) => lines.map((line) => line.trimEnd()).join('\n')).join('\n\n')}\n`;
}

function rows(plans: readonly Ranked[], on: Page, title: string): string[] {
  const { strings: s } = on;
  const cells = plans.map(({ plan, seconds, memory }) => [
    planWords(plan),
    s.seconds(s.number(seconds, 3)),
    `${(memory / 2 ** 30).toFixed(1)} GiB`,
  ]);
  return [
    heading(title, on),
    ...table(
      [{ flexible: true, paint: on.style.inferred }, { align: 'right' }, { align: 'right' }],
      cells,
      on,
    ),
  ];
}
