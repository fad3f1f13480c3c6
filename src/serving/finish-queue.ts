/** Requests by the step at which they write their last token: a binary heap over two arrays. */
export class FinishQueue {
  private readonly steps: number[] = [];
  private readonly requests: number[] = [];

  /** Step of the request that ends first; undefined where none runs. */
  get next(): number | undefined {
    return this.steps[0];
  }

  add(step: number, request: number): void {
    let at = this.steps.length;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (this.steps[parent]! <= step) break;
      this.steps[at] = this.steps[parent]!;
      this.requests[at] = this.requests[parent]!;
      at = parent;
    }
    this.steps[at] = step;
    this.requests[at] = request;
  }

  /** Removes the request that ends first and returns it; there must be one. */
  take(): number {
    const first = this.requests[0]!;
    const step = this.steps.pop()!;
    const request = this.requests.pop()!;
    if (this.steps.length > 0) this.sink(step, request);
    return first;
  }

  private sink(step: number, request: number): void {
    const { steps, requests } = this;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= steps.length) break;
      if (child + 1 < steps.length && steps[child + 1]! < steps[child]!) child += 1;
      if (steps[child]! >= step) break;
      steps[at] = steps[child]!;
      requests[at] = requests[child]!;
      at = child;
    }
    steps[at] = step;
    requests[at] = request;
  }
}
