/** Requests that come at a rate which differs from minute to minute, and engines that take so many of them a second. */
interface Flow {
  /** Rate of each minute over the mean, by its number. */
  pace(minute: number): number;
  /** Time that is watched, and of it what does not count [s]. */
  seconds: number;
  from: number;
  capacity: number;
}

const minute = 60;

/**
 * Share of the requests that wait longer than a time, where they come as a fluid: what is more than the engines take piles up in busy
 * minutes, and is worked off in quiet ones.
 *
 * @param rate requests a second
 * @param wait s
 */
export function lateShare(flow: Flow, rate: number, wait: number): number {
  const { pace, seconds, from, capacity } = flow;
  const most = wait * capacity;
  let [behind, late, all] = [0, 0, 0];
  for (let number = 0; number * minute < seconds; number++) {
    const [begin, end] = [Math.max(0, from - number * minute), Math.min(minute, seconds - number * minute)];
    const comes = rate * pace(number);
    const grows = comes - capacity;
    const crosses = (most - behind) / grows;
    const since = behind > most ? 0 : grows > 0 ? crosses : end;
    const until = behind > most && grows < 0 ? crosses : end;
    late += comes * Math.max(0, Math.min(until, end) - Math.max(since, begin));
    all += comes * Math.max(0, end - begin);
    behind = Math.max(0, behind + grows * minute);
  }
  return all > 0 ? late / all : 0;
}

/** The highest rate at which no more than a share of the requests waits longer than a time, to a part in a thousand [1/s]. */
export function fluidWithin(
  flowAt: (rate: number) => Flow,
  { most, wait, share }: { most: number; wait: number; share: number },
): number {
  let [low, high] = [0, most];
  for (let i = 0; i < 10; i++) {
    const rate = (low + high) / 2;
    if (lateShare(flowAt(rate), rate, wait) <= share) low = rate;
    else high = rate;
  }
  return low;
}
