import { STATES } from './state-rules.js';

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/** The vendors that the list shows, in its order: found by the search, of the states chosen. */
export class Roster {
  #fleet;
  #words = [];
  #states = new Set();
  #vendors = [];

  constructor(fleet) {
    this.#fleet = fleet;
  }

  get vendors() {
    return this.#vendors;
  }

  get narrowed() {
    return this.#words.length > 0 || this.#states.size > 0;
  }

  get query() {
    return this.#words.join(' ');
  }

  search(text) {
    this.#words = text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    this.sort();
  }

  toggle(state) {
    if (!this.#states.delete(state)) {
      this.#states.add(state);
    }
    if (this.#states.size === STATES.length) {
      this.#states.clear();
    }
    this.sort();
  }

  clear() {
    this.#states.clear();
    this.search('');
  }

  shows(state) {
    return this.#states.has(state);
  }

  matches(vendor) {
    return (this.#states.size === 0 || this.#states.has(vendor.state))
        && this.#words.every(word => vendor.searched.includes(word));
  }

  /** Takes the vendors as they are now; nothing changes order in between. */
  sort() {
    this.#vendors = [...this.#fleet.all()].filter(vendor => this.matches(vendor))
        .sort((a, b) => collator.compare(a.name, b.name) || collator.compare(a.id, b.id));
  }
}
