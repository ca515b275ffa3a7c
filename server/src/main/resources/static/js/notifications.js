import { byId, el, icon } from './dom.js';
import { formatClock, formatFull } from './format.js';
import { toast } from './toasts.js';

const MOST = 200;

/** Notifications to the user: a toast when one comes, and the drawer that keeps them. */
export class Notifications {
  #all = [];
  #unseen = 0;
  #bell = byId('bell');
  #drawer = byId('drawer');
  #toggled;

  constructor({ gateway, toggled }) {
    this.#toggled = toggled;
    this.#bell.addEventListener('click', () => this.show(this.#drawer.hidden));
    gateway.on('open', () => gateway.subscribe('/user/queue/notifications',
        (body, { type }) => type === 'notification' && this.#take(body)));
  }

  get open() {
    return !this.#drawer.hidden;
  }

  show(open) {
    if (open) {
      this.#unseen = 0;
      this.#fill();
    }
    this.#drawer.hidden = !open;
    this.#bell.setAttribute('aria-expanded', open);
    this.#count();
    this.#toggled();
  }

  clear() {
    this.#all = [];
    this.#unseen = 0;
    this.show(false);
  }

  #take(notification) {
    if (this.#all.some(({ id }) => id === notification.id)) {
      return;
    }
    this.#all = [notification, ...this.#all].slice(0, MOST);
    if (this.open) {
      this.#fill();
    } else {
      this.#unseen += notification.readAt ? 0 : 1;
      this.#count();
    }
    if (!notification.readAt) {
      const warn = ['HIGH', 'CRITICAL'].includes(notification.priority);
      toast({ title: notification.title, text: notification.message, warn });
    }
  }

  #count() {
    const count = byId('bell-count');
    count.hidden = this.#unseen === 0;
    count.textContent = this.#unseen > 99 ? '99+' : this.#unseen;
    this.#bell.setAttribute('aria-label',
        this.#unseen ? `Notifications, ${this.#unseen} new` : 'Notifications');
  }

  #fill() {
    const close = el('button', {
      class: 'icon-button', type: 'button', 'aria-label': 'Close', onclick: () => this.show(false),
    }, icon('icon-close'));
    this.#drawer.replaceChildren(
        el('header', { class: 'panel-head' }, el('div', { class: 'titles' }, el('h2', {}, 'Notifications')), close),
        ...this.#all.length ? this.#all.map(entry) : [el('div', { class: 'empty' },
            el('strong', {}, 'No notifications'), 'What services and dispatchers send to you appears here.')]);
  }
}

function entry({ title, message, createdAt, actionUrl }) {
  const at = Date.parse(createdAt);
  const link = safeLink(actionUrl);
  return el('article', { class: 'news' }, el('strong', {}, title), el('p', {}, message),
      el('time', { datetime: createdAt, title: formatFull(at) }, formatClock(at)),
      link ? el('p', {}, el('a', { href: link, rel: 'noopener noreferrer' }, 'Open')) : '');
}

/** https, or a path of this server; nothing else becomes a link. */
function safeLink(url) {
  if (!url) {
    return null;
  }
  const target = URL.parse(url, document.baseURI);
  return target && (target.protocol === 'https:' || target.origin === location.origin) ? target.href : null;
}
