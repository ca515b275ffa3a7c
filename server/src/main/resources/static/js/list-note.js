import { byId, el } from './dom.js';

/** What stands where the list would be, when it is empty: what would be there, and what to do. */
export class ListNote {
  #node = byId('list-note');
  #shown = '';

  /** @param note `{title, text, action: {label, run}}` or null */
  show(note) {
    const key = note ? note.title + note.text : '';
    if (key === this.#shown) {
      return;
    }
    this.#shown = key;
    this.#node.hidden = !note;
    this.#node.replaceChildren(...note ? [
      el('strong', {}, note.title),
      el('span', {}, note.text),
      note.action ? el('div', {}, el('button', { class: 'button', type: 'button', onclick: note.action.run },
          note.action.label)) : '',
    ] : []);
  }
}
