import type { ServingEngine } from './engine.ts';
import { FinishQueue } from './finish-queue.ts';
import type { Misses } from './misses.ts';
import type { Requests } from './requests.ts';

/** When each request got its first and its last token [s], and how busy the instance was. */
export interface Served {
  first: Float64Array;
  last: Float64Array;
  /** Seconds in which steps ran, and sequences decoded by a step on the average of these. */
  busy: number;
  meanBatch: number;
  steps: number;
}

/**
 * Runs one instance step by step: continuous batching with chunked prefill, first come first served.
 *
 * At each step the running sequences write one token each and as many tokens of waiting prompts are read as the step has room for; a request
 * joins when the memory holds what the engine sets aside for it, and leaves when it has written its last token (Yu et al., OSDI 2022; Agrawal
 * et al., OSDI 2024). Steps in which nothing comes or goes are taken at once.
 *
 * An engine that gathers prompts lets them wait for each other, none for longer than `hold`, while it decodes.
 *
 * @param misses counts what misses a target
 * @returns undefined where too many requests miss it, at the moment that this is certain
 */
export function runBatching(requests: Requests, engine: ServingEngine, how?: { hold?: number }): Served;
export function runBatching(requests: Requests, engine: ServingEngine, how: Batching): Served | undefined;
export function runBatching(
  requests: Requests,
  engine: ServingEngine,
  { misses, hold = Number.POSITIVE_INFINITY }: Batching = {},
): Served | undefined {
  const instance = new Instance(requests, engine, { misses, hold });
  while (instance.left > 0) {
    if (misses?.tooMany) return undefined;
    instance.admit();
    if (instance.idle) instance.waitForNext();
    else instance.step();
  }
  return instance.served();
}

/** What a run is watched for, and how long a prompt waits for others to be read with [s]. */
interface Batching {
  misses?: Misses | undefined;
  hold?: number;
}

class Instance {
  left: number;
  private time = 0;
  private steps = 0;
  private busy = 0;
  private sequenceSeconds = 0;
  /** Next request to be taken in, and the first taken in whose prompt is not read to its end: they are read in turn. */
  private next = 0;
  private head = 0;
  private running = 0;
  private contextSum = 0;
  /** Tokens of cache that are set aside for the admitted requests. */
  private reserved = 0;
  private readonly unread: Float64Array;
  private readonly finishing: FinishQueue;
  private readonly first: Float64Array;
  private readonly last: Float64Array;
  private readonly misses: Misses | undefined;
  private readonly hold: number;

  constructor(
    private readonly requests: Requests,
    private readonly engine: ServingEngine,
    { misses, hold }: { misses: Misses | undefined; hold: number },
  ) {
    this.misses = misses;
    this.hold = hold;
    this.left = requests.count;
    const longest = requests.write.reduce((most, one) => Math.max(most, one), 1);
    this.finishing = new FinishQueue(requests.count, longest);
    this.unread = requests.computed.slice();
    this.first = new Float64Array(requests.count);
    this.last = new Float64Array(requests.count);
  }

  get idle(): boolean {
    return this.running === 0 && this.head === this.next;
  }

  /** Takes in requests that have come, as long as the memory holds them. */
  admit(): void {
    const { arrival, read, write, count } = this.requests;
    while (this.next < count && arrival[this.next]! <= this.time) {
      const whole = read[this.next]! + write[this.next]! * this.engine.reserved;
      const held = this.running + this.next - this.head;
      const mean = (this.reserved + whole) / (held + 1);
      if (held > 0 && held + 1 > this.engine.maxBatch(mean)) return;
      this.reserved += whole;
      this.next++;
    }
  }

  waitForNext(): void {
    this.time = Math.max(this.time, this.requests.arrival[this.next]!);
  }

  step(): void {
    const release = this.release;
    if (release > this.time) this.decode(release);
    else this.read();
  }

  /** When prompts are read next: at once, or when the first has waited long enough; never where none is there. */
  private get release(): number {
    const { head, next, running, unread, requests } = this;
    if (head === next) return Number.POSITIVE_INFINITY;
    const { gathers = 1 } = this.engine;
    const begun = unread[head]! < requests.computed[head]!;
    const waits = running > 0 && !begun && next - head < gathers;
    return waits ? requests.arrival[head]! + this.hold : this.time;
  }

  /** A step that reads pieces of prompts, in the order they came, and writes a token of every running sequence. */
  private read(): void {
    const { read } = this.requests;
    let room = Math.max(1, this.engine.stepTokens - this.running);
    let [piece, lookedBack] = [0, 0];
    const from = this.head;
    while (room > 0 && this.head < this.next) {
      const one = this.head;
      const part = Math.min(room, this.unread[one]!);
      lookedBack += part * (read[one]! - this.unread[one]! + part / 2);
      this.unread[one]! -= part;
      piece += part;
      room -= part;
      if (this.unread[one]! > 0) break;
      this.head++;
    }
    const seen = lookedBack / Math.max(1, piece);
    const took =
      this.running === 0
        ? this.engine.prefillSeconds(piece, seen)
        : this.engine.mixedSeconds(this.running, this.contextSum / this.running, piece, seen);
    this.pass(took, 1);
    this.finish();
    for (let one = from; one < this.head; one++) this.start(one);
  }

  /** Steps that only write, up to the next request that ends or can be taken in, or to a time. */
  private decode(until: number): void {
    const toEnd = this.finishing.next! - this.steps;
    const context = this.contextSum / this.running;
    const one = this.engine.decodeSeconds(this.running, context);
    const arrival = this.next < this.requests.count ? this.requests.arrival[this.next]! : Infinity;
    // A request that waits for memory cannot come in before another ends.
    const toArrival = arrival <= this.time ? Infinity : Math.ceil((arrival - this.time) / one);
    const toRelease = Math.ceil((until - this.time) / one);
    const count = Math.max(1, Math.min(toEnd, toArrival, toRelease));
    const each = count === 1 ? one : this.engine.decodeSeconds(this.running, context + (count - 1) / 2);
    this.pass(each * count, count);
    this.finish();
  }

  private pass(seconds: number, steps: number): void {
    this.time += seconds;
    this.busy += seconds;
    this.sequenceSeconds += seconds * this.running;
    this.contextSum += this.running * steps;
    this.steps += steps;
  }

  /** The first token is there; the others follow, one a step. */
  private start(one: number): void {
    const { read, write } = this.requests;
    this.first[one] = this.time;
    this.misses?.began(one, this.time);
    if (write[one]! <= 1) {
      this.end(one);
      return;
    }
    this.running += 1;
    this.contextSum += read[one]! + 1;
    this.finishing.add(this.steps + write[one]! - 1, one);
  }

  private finish(): void {
    const { read, write } = this.requests;
    for (let end = this.finishing.next; end !== undefined && end <= this.steps; end = this.finishing.next) {
      const one = this.finishing.take();
      this.running -= 1;
      this.contextSum -= read[one]! + write[one]!;
      this.end(one);
    }
  }

  private end(one: number): void {
    this.last[one] = this.time;
    this.misses?.ended(one, this.first[one]!, this.time);
    this.reserved -= this.requests.read[one]! + this.requests.write[one]! * this.engine.reserved;
    this.left -= 1;
  }

  served(): Served {
    const { first, last, busy, steps } = this;
    return { first, last, busy, steps, meanBatch: busy > 0 ? this.sequenceSeconds / busy : 0 };
  }
}
