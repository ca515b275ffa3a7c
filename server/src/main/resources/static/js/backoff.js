const FIRST_MS = 1000;
const LONGEST_MS = 30_000;

/** Waits that double from one second to thirty, each shortened at random by up to a half. */
export class Backoff {
  #failures = 0;

  next() {
    const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** this.#failures++);
    return full * (0.5 + Math.random() / 2);
  }

  reset() {
    this.#failures = 0;
  }
}
