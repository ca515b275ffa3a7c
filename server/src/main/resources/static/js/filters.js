import { byId, el, mark, setText, showMark } from './dom.js';
import { formatCount } from './format.js';
import { STATES, STATE_WORDS } from './state-rules.js';


/** One switch for each state, with how many are in it: filter and legend in one. */
export class Filters {
  #buttons = new Map();
  #roster;

  constructor({ roster, changed }) {
    this.#roster = roster;
    for (const state of STATES) {
      const sign = mark();
      showMark(sign, state, 45);
      const number = el('span', {}, '0');
      const button = el('button', {
        class: 'filter', type: 'button', 'aria-pressed': 'false',
        onclick: () => { roster.toggle(state); changed(); },
      }, sign, number);
      this.#buttons.set(state, { button, number });
      byId('filters').append(button);
    }
  }

  show(counts) {
    for (const [state, { button, number }] of this.#buttons) {
      const text = formatCount(counts[state]);
      setText(number, text);
      const label = `${STATE_WORDS[state]}: ${text}`;
      if (button.title !== label) {
        button.title = label;
        button.setAttribute('aria-label', label);
      }
      button.setAttribute('aria-pressed', this.#roster.shows(state));
    }
  }
}
