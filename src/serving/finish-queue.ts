/** Steps of which requests are kept apart, at most: a wheel that turns with the steps, longer answers several steps to a place. */
const mostPlaces = 1 << 14;

/**
 * Requests by the step at which they write their last token: a wheel of so many places as answers have tokens (Varghese and Lauck
 * 1987), each with a list of requests.
 *
 * Steps are added no earlier than the first that waits, and less than a turn after it.
 */
export class FinishQueue {
  private readonly heads: Int32Array;
  /** A bit for each place, set where its list holds a request. */
  private readonly filled: Int32Array;
  private readonly after: Int32Array;
  private readonly steps: Float64Array;
  private readonly mask: number;
  /** Steps of one place, as a power of two. */
  private readonly width: number;
  private size = 0;
  /** Place of the first step that waits, counted over all turns. */
  private place = 0;

  /**
   * @param requests how many there are
   * @param longest most steps from when one is added to its end
   */
  constructor(requests: number, longest: number) {
    let [places, width] = [32, 1];
    // One place more than a turn holds, for a turn may begin within one.
    while (places * width <= longest + width) {
      if (places < mostPlaces) places *= 2;
      else width *= 2;
    }
    this.heads = new Int32Array(places).fill(-1);
    this.filled = new Int32Array(places >> 5);
    this.mask = places - 1;
    this.width = width;
    this.after = new Int32Array(requests);
    this.steps = new Float64Array(requests);
  }

  /** Step of the request that ends first; undefined where none runs. */
  get next(): number | undefined {
    return this.size === 0 ? undefined : this.steps[this.first()];
  }

  add(step: number, request: number): void {
    const place = Math.floor(step / this.width);
    if (this.size === 0 || place < this.place) this.place = place;
    this.size++;
    this.steps[request] = step;
    const at = place & this.mask;
    this.after[request] = this.heads[at]!;
    this.heads[at] = request;
    this.filled[at >> 5]! |= 1 << (at & 31);
  }

  /** Removes the request that ends first and returns it; there must be one. */
  take(): number {
    const { heads, after, mask } = this;
    const first = this.first();
    const at = this.place & mask;
    if (heads[at] === first) {
      heads[at] = after[first]!;
      if (heads[at] === -1) this.filled[at >> 5]! &= ~(1 << (at & 31));
    } else {
      let before = heads[at]!;
      while (after[before] !== first) before = after[before]!;
      after[before] = after[first]!;
    }
    this.size--;
    return first;
  }

  /** The request that ends first. */
  private first(): number {
    const { heads, after, steps, mask } = this;
    if (heads[this.place & mask] === -1) this.place = this.filledFrom(this.place);
    let first = heads[this.place & mask]!;
    if (this.width === 1) return first;
    for (let one = after[first]!; one !== -1; one = after[one]!) if (steps[one]! < steps[first]!) first = one;
    return first;
  }

  /** The next place with a request, from one on; there must be one. */
  private filledFrom(place: number): number {
    const { filled, mask } = this;
    let from = place;
    let bits = filled[(from & mask) >> 5]! & (-1 << (from & 31));
    while (bits === 0) {
      from = (from | 31) + 1;
      bits = filled[(from & mask) >> 5]!;
    }
    return from - (from & 31) + 31 - Math.clz32(bits & -bits);
  }
}
