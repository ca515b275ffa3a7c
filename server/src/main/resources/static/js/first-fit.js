const GATHER_MS = 600;

/** Fits the map to the fleet once, when it is first known; not where the user was quicker. */
export class FirstFit {
  #view;
  #fleet;
  #done = false;
  #known = false;
  #timer = 0;

  constructor({ view, fleet }) {
    this.#view = view;
    this.#fleet = fleet;
    view.on('touched', () => { this.#done = true; });
    fleet.on('moved', () => this.#soon());
  }

  /** The whole fleet has been heard of. */
  known() {
    this.#known = true;
    this.#fit();
  }

  /** Another user: another fleet. */
  reset() {
    this.#done = this.#known = false;
  }

  #soon() {
    if (this.#known && !this.#done) {
      this.#timer ||= setTimeout(() => this.#fit(), GATHER_MS);
    }
  }

  #fit() {
    this.#timer = 0;
    if (!this.#done && [...this.#fleet.all()].some(({ motion }) => motion)) {
      this.#view.fit(this.#fleet.all(), { animate: false });
      this.#done = true;
    }
  }
}
