const KEPT = 600;

/** When the last frames were drawn and how long each took, for measuring. */
export class Frames {
  #times = new Float64Array(KEPT);
  #costs = new Float64Array(KEPT);
  #count = 0;

  add(now, cost) {
    const at = this.#count++ % KEPT;
    this.#times[at] = now;
    this.#costs[at] = cost;
  }

  /** Oldest first: `{at, cost}` in milliseconds. */
  last() {
    const kept = Math.min(this.#count, KEPT);
    return Array.from({ length: kept }, (_, i) => {
      const at = (this.#count - kept + i) % KEPT;
      return { at: this.#times[at], cost: this.#costs[at] };
    });
  }
}
