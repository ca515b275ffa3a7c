import { el, setText } from '../dom.js';
import { formatAge, formatFull } from '../format.js';
import { safeLink, target } from '../links.js';

const WORDS = { CRITICAL: 'Critical', HIGH: 'High', LOW: 'Low' };

/** One notification in the list. */
export class News {
  #item;
  #time;
  #read;
  node;

  /** @param read called when the user has read it */
  constructor(item, read) {
    this.#item = item;
    const { title, message, priority, createdAt, actionUrl, at } = item;
    const link = safeLink(actionUrl);
    this.#time = el('time', { datetime: createdAt, title: formatFull(at.ms) });
    this.#read = el('button', { class: 'link', type: 'button', onclick: read }, 'Mark read');
    this.node = el('li', { class: 'news priority-' + String(priority).toLowerCase() },
        el('p', { class: 'news-head' },
            el('span', { class: 'visually-hidden' }), el('strong', {}, title), this.#time),
        el('p', { class: 'news-text' }, message),
        el('p', { class: 'news-foot' }, WORDS[priority] ? el('span', { class: 'chip' }, WORDS[priority]) : '',
            link ? el('a', { ...target(link), onclick: read }, 'Open') : '', this.#read));
  }

  refresh(now) {
    const { unread, at } = this.#item;
    this.node.classList.toggle('unread', unread);
    setText(this.node.querySelector('.visually-hidden'), unread ? 'Unread: ' : '');
    this.#read.hidden = !unread;
    setText(this.#time, formatAge(now - at.ms));
  }
}
