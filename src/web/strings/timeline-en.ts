import { s } from './plural.ts';

/** The timeline, in English. */
export const timelineEn = {
  timeline: 'Timeline',
  asOf: 'As of',
  play: 'Play',
  pause: 'Pause',
  today: 'The dossier’s own date',
  eventsOf: (n: number, month: string) => `${n} item${s(n)} published ${month}`,
  timelineHelp: 'What was known then: only items published by this month are used.',
};
