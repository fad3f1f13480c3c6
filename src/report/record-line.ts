import type { TrackRecord } from '../assessment/assessment.ts';
import type { Strings } from './strings/strings.ts';

/** How far the engine has been right before: on time, and on what runs there. */
export function recordLine({ hubs, scored, evidence, climatology, route }: TrackRecord, s: Strings): string {
  const [skill, low, high] = [route.skill.value, route.skill.low, route.skill.high].map((share) =>
    `${Math.round(100 * share)}`.replace('-', '−'),
  ) as [string, string, string];
  return s.trackRecord({
    hubs,
    scored,
    time: [evidence.toFixed(2), climatology.toFixed(2)],
    routeHubs: route.hubs,
    route: [route.evidence.toFixed(2), route.climatology.toFixed(2)],
    skill: `${s.percent(skill)} (${s.range(low, high)})`,
  });
}
