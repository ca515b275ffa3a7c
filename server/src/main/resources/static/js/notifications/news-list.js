import { serverNow } from '../clock.js';
import { el, setText } from '../dom.js';
import { News } from './news.js';

const MORE = 50;

/** The list in the drawer: as many as were scrolled to, older ones as the end comes near. */
export class NewsList {
  #inbox;
  #news = new Map();
  #most = MORE;
  #rows = el('ul', { class: 'news-rows', 'aria-labelledby': 'drawer-title' });
  #text = el('p');
  #older = el('button', { class: 'button', type: 'button', onclick: () => this.#more() });
  #foot = el('div', { class: 'news-end' }, this.#text, this.#older);
  #empty = el('div', { class: 'empty' },
      el('strong', {}, 'No notifications'), 'What services and dispatchers send to you appears here.');
  node = el('div', { class: 'news-list' }, this.#rows, this.#empty, this.#foot);

  constructor(inbox) {
    this.#inbox = inbox;
    const near = entries => entries.some(({ isIntersecting }) => isIntersecting) && !inbox.failed && this.#more();
    new IntersectionObserver(near, { rootMargin: '240px' }).observe(this.#foot);
  }

  /** The drawer opened. */
  start() {
    this.#most = MORE;
    if (!this.#inbox.list().length || this.#inbox.failed) {
      this.#inbox.older();
    }
    this.refresh(serverNow());
  }

  clear() {
    this.#news.clear();
    this.#rows.replaceChildren();
  }

  tick(now) {
    this.#news.forEach(news => news.refresh(now));
  }

  refresh(now) {
    const shown = this.#inbox.list().slice(0, this.#most);
    let next = this.#rows.firstChild;
    for (const item of shown) {
      const news = this.#newsOf(item);
      news.refresh(now);
      if (news.node === next) {
        next = next.nextSibling;
      } else {
        this.#rows.insertBefore(news.node, next);
      }
    }
    while (next) {
      const gone = next;
      next = next.nextSibling;
      gone.remove();
    }
    this.#showEnd(shown.length);
  }

  #newsOf(item) {
    let news = this.#news.get(item.id);
    if (!news) {
      news = new News(item, () => this.#inbox.read([item.id]));
      this.#news.set(item.id, news);
    }
    return news;
  }

  #more() {
    if (this.#inbox.list().length > this.#most) {
      this.#most += MORE;
      this.refresh(serverNow());
    } else {
      this.#most += MORE;
      this.#inbox.older();
    }
  }

  #showEnd(shown) {
    const { loading, failed, whole } = this.#inbox;
    const end = whole && shown === this.#inbox.list().length;
    this.#empty.hidden = shown > 0 || loading || failed || !whole;
    this.#foot.hidden = end && shown === 0;
    this.#older.hidden = loading || end;
    setText(this.#older, failed ? 'Try again' : 'Show older');
    setText(this.#text, loading ? 'Reading older ones …'
      : failed ? (shown ? 'Older ones' : 'Notifications') + ' could not be read: the server cannot be reached, or is busy.'
        : end && shown > MORE / 5 ? 'These are all.' : '');
  }
}
