/** Who goes through the list by keys looks at many in a moment; one of them is enough. */
const LEAST_MS = 1000;
const VIEW_AGAIN_MS = 20_000;
const ACTIVE_AGAIN_MS = 60_000;
/** Who has touched nothing for so long may well have left; saying on would hide that. */
const AWAKE_MS = 300_000;
const INPUTS = ['pointerdown', 'keydown', 'wheel', 'pointermove', 'touchstart'];

/**
 * Tells the server what the user does: which vendor's details are open, again and again while
 * they are, and that there is somebody at all, at real input and at most once a minute.
 */
export class Activity {
  #gateway;
  #viewed = null;
  #touchedAt = Date.now();
  #saidAt = 0;
  #changed = false;

  constructor(gateway) {
    this.#gateway = gateway;
    gateway.on('open', () => {
      this.#saidAt = this.#viewed ? 0 : Date.now(); // Who comes is active without saying so.
      this.tick();
    });
    INPUTS.forEach(input => addEventListener(input, () => this.#touched(), { passive: true, capture: true }));
  }

  /** The vendor whose details are open, or null. */
  view(id) {
    if (id !== this.#viewed) {
      this.#viewed = id;
      this.#changed = true;
      if (Date.now() - this.#saidAt >= LEAST_MS) {
        this.#say();
      }
    }
  }

  /** Once a second. */
  tick() {
    const now = Date.now();
    const awake = now - this.#touchedAt < AWAKE_MS && !document.hidden;
    if (this.#changed || (this.#viewed && awake && now - this.#saidAt >= VIEW_AGAIN_MS)) {
      this.#say();
    }
  }

  #touched() {
    this.#touchedAt = Date.now();
    if (this.#viewed) {
      this.tick();
    } else if (this.#touchedAt - this.#saidAt >= ACTIVE_AGAIN_MS) {
      this.#say();
    }
  }

  #say() {
    if (this.#gateway.connected) {
      this.#saidAt = Date.now();
      this.#changed = false;
      this.#gateway.send('/app/presence.activity', this.#viewed
        ? { type: 'VIEWING', target: 'vendor.' + this.#viewed } : { type: 'ACTIVE' });
    }
  }
}
