import { byId } from './dom.js';

const STEPS = ['low', 'half', 'full'];

/** The list as a sheet at the foot of a narrow page: three heights, by tap or by drag. */
export class Sheet {
  #pane = byId('list-pane');
  #from = null;

  constructor() {
    const grip = byId('sheet-grip');
    this.set('low');
    grip.addEventListener('click', () => this.#from === null && this.#step(this.#at === 2 ? -2 : 1));
    grip.addEventListener('pointerdown', event => {
      grip.setPointerCapture(event.pointerId);
      this.#from = event.clientY;
    });
    grip.addEventListener('pointerup', event => {
      const by = event.clientY - this.#from;
      if (Math.abs(by) > 24) {
        this.#step(by < 0 ? (by < -260 ? 2 : 1) : (by > 260 ? -2 : -1));
      } else {
        this.#from = null;
      }
      setTimeout(() => { this.#from = null; });
    });
    byId('search').addEventListener('focus', () => this.#at === 0 && this.set('full'));
  }

  get #at() {
    return STEPS.indexOf(this.#pane.dataset.sheet);
  }

  set(step) {
    this.#pane.dataset.sheet = step;
    byId('sheet-grip').setAttribute('aria-label', step === 'full' ? 'Show the map' : 'Show more of the list');
  }

  #step(by) {
    this.set(STEPS[Math.max(0, Math.min(2, this.#at + by))]);
  }
}

export const isNarrow = () => matchMedia('(max-width: 719.98px)').matches;
