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
    let [places, width] = [2, 1];
    // One place more than a turn holds, for a turn may begin within one.
    while (places * width <= longest + width) {
      if (places < mostPlaces) places *= 2;
      else width *= 2;
    }
    this.heads = new Int32Array(places).fill(-1);
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
  }

  /** Removes the request that ends first and returns it; there must be one. */
  take(): number {
    const { heads, after, mask } = this;
    const first = this.first();
    const at = this.place & mask;
    if (heads[at] === first) heads[at] = after[first]!;
    else {
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
    while (heads[this.place & mask] === -1) this.place++;
    let first = heads[this.place & mask]!;
    if (this.width === 1) return first;
    for (let one = after[first]!; one !== -1; one = after[one]!) if (steps[one]! < steps[first]!) first = one;
    return first;
  }
}
