import type { Requests } from './requests.ts';
import type { Target } from './within.ts';

/** Share of the requests that a percentile is of. */
export const shares = { p50: 0.5, p90: 0.9, p95: 0.95, p99: 0.99 } as const;

/** Counts the requests that miss a target, so that a simulation can end when it is certain that too many do. */
export class Misses {
  private first = 0;
  private pace = 0;
  /** Number of the first request that counts. */
  readonly from: number;
  private readonly most: number;

  /**
   * @param from number of the first request that counts
   * @param handover of requests that were read elsewhere, time between their tokens running from their arrival: time in which the cache
   *   of a token moves [s]
   */
  constructor(
    private readonly requests: Requests,
    private readonly target: Target,
    from: number,
    private readonly handover?: number,
  ) {
    const counted = requests.count - from;
    this.from = from;
    this.most = counted - Math.floor(shares[target.percentile] * counted);
  }

  /** A request got its first token at a time [s]. */
  began(one: number, time: number): void {
    if (one >= this.from && time - this.requests.arrival[one]! > this.target.ttft) this.first += 1;
  }

  /** A request got all its tokens, the first and the last at these times [s]. */
  ended(one: number, first: number, last: number): void {
    const { write, arrival, read } = this.requests;
    if (one < this.from || write[one]! <= 1) return;
    const { handover } = this;
    const took = handover === undefined ? last - first : last - arrival[one]! + handover * read[one]!;
    if (took > this.target.tpot * (write[one]! - 1)) this.pace += 1;
  }

  /** Whether the target is missed whatever the rest of the requests do. */
  get tooMany(): boolean {
    return this.first > this.most || this.slow;
  }

  /** The same of the time between tokens alone. */
  get slow(): boolean {
    return this.pace > this.most;
  }
}
