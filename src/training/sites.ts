/** How sites train one model together. */
export const cooperations = ['synchronous', 'diloco', 'streaming'] as const;
export type Cooperation = (typeof cooperations)[number];

export interface Wan {
  sites: number;
  /** Bandwidth of each site to the others, one direction [B/s]. */
  bandwidth: number;
  /** Seconds for a message between the farthest two sites. */
  latency: number;
}

export interface Meeting {
  cooperation: Cooperation;
  /** Seconds of a step at one site. */
  step: number;
  parameters: number;
  /** Steps between two meetings, and bytes exchanged for each parameter; ignored when synchronous. */
  steps: number;
  bytes: number;
  /** Share of a step's time behind which a synchronous exchange can hide: the backward pass. */
  hidden?: number;
  /** Parts in which a streaming exchange is spread over the steps. */
  fragments?: number;
}

export interface Together {
  /** Share of the time in which sites compute. */
  share: number;
  /** Seconds of one exchange. */
  exchange: number;
  /** Bandwidth at which waiting would be 5 % of the time [B/s]. */
  enough: number;
}

/**
 * Share of the time that sites compute when they exchange over a wide-area network.
 *
 * A ring of S sites moves 2 (S - 1) / S times the bytes through each. Synchronous: gradients of two bytes every step,
 * hidden behind the backward pass. DiLoCo (arXiv 2311.08105): H t / (H t + X). Streaming (arXiv 2501.18512): one of K
 * fragments at a time, hidden behind the steps between.
 */
export function together(meeting: Meeting, wan: Wan): Together {
  const { cooperation, step, parameters, steps } = meeting;
  const passes = (2 * (wan.sites - 1)) / Math.max(1, wan.sites);
  const each = cooperation === 'synchronous' ? 2 : meeting.bytes;
  const moved = passes * parameters * each;
  const exchange = wan.sites <= 1 ? 0 : moved / wan.bandwidth + 2 * wan.sites * wan.latency;
  const between = cooperation === 'synchronous' ? step : step * steps;
  const waiting = waitingTime(meeting, exchange, between);
  const room = cooperation === 'diloco' ? between / 19 : hiddenTime(meeting, between) + between / 19;
  return { share: between / (between + waiting), exchange, enough: moved / room };
}

function hiddenTime({ cooperation, hidden = 0.6 }: Meeting, between: number): number {
  return cooperation === 'synchronous' ? hidden * between : cooperation === 'streaming' ? 0.95 * between : 0;
}

function waitingTime(meeting: Meeting, exchange: number, between: number): number {
  return Math.max(0, exchange - hiddenTime(meeting, between));
}
