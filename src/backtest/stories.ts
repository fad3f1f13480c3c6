import { gainOf } from './kind-worth.ts';
import type { Story } from './results.ts';
import type { Scored } from './scored.ts';

const STORIES = 5;
/** Loss in log score from which a kind of evidence counts as having misled [nat]. */
const MISLED = 0.1;

/** The hubs that were forecast worst a month before they were due, the worst first. */
export function storiesOf(scored: readonly Scored[]): Story[] {
  return scored
    .filter(({ point }) => point === 'p3')
    .map((one) => ({ one, score: (one.evidence.inTimeLog ?? 0) + (one.evidence.stageLog ?? 0) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, STORIES)
    .map(({ one, score }) => storyOf(one, score));
}

function storyOf(one: Scored, score: number): Story {
  const { hub, ordinary } = one;
  const [misled] = [...ordinary.without.keys()]
    .map((kind) => ({ kind, gain: gainOf(one, kind) }))
    .sort((a, b) => a.gain - b.gain);
  return {
    id: hub.dossier.id,
    name: hub.dossier.hub.name.en,
    asOf: hub.outcome.asOf.p3!,
    score,
    inTime: ordinary.posterior.inTime[1]!,
    stage: ordinary.posterior.stage,
    known: ordinary.items.map(({ id, date, says }) => ({ id, date: date.text, says: says.en ?? '' })),
    happened: hub.outcome.says.en ?? '',
    misled: misled && misled.gain < -MISLED ? misled.kind : null,
    note: hub.outcome.note?.en ?? null,
  };
}
