import { onTick, serverNow } from '../clock.js';
import { byId, el, icon, setText } from '../dom.js';
import { toast } from '../toasts.js';
import { Alarms } from './alarms.js';
import { Inbox } from './inbox.js';
import { NewsList } from './news-list.js';

const MOST_COUNTED = 99;
const MOST_POPPED = 3;

/** Notifications to the user: the bell with its count, the drawer behind it, and what pops up. */
export class Notifications {
  #inbox;
  #bell = byId('bell');
  #drawer = byId('drawer');
  #list;
  #alarms;
  #allRead = el('button', { class: 'link', type: 'button', onclick: () => this.#inbox.readAll() }, 'Mark all read');
  #toggled;
  #asked = 0;
  #popped = [];

  constructor({ gateway, toggled }) {
    this.#toggled = toggled;
    this.#inbox = new Inbox(gateway);
    this.#list = new NewsList(this.#inbox);
    this.#alarms = new Alarms({ inbox: this.#inbox, openAll: () => this.show(true) });
    const close = el('button', {
      class: 'icon-button', type: 'button', 'aria-label': 'Close', title: 'Close (Esc)', onclick: () => this.show(false),
    }, icon('icon-close'));
    this.#drawer.append(el('header', { class: 'panel-head' },
        el('div', { class: 'titles' }, el('h2', { id: 'drawer-title', tabindex: '-1' }, 'Notifications')), this.#allRead, close),
    this.#list.node);
    this.#bell.addEventListener('click', () => this.show(!this.open));
    this.#inbox.on('changed', () => { this.#asked ||= requestAnimationFrame(() => this.#changed()); });
    this.#inbox.on('arrived', notification => this.#popUp(notification));
    this.#inbox.on('waited', notifications => this.#tellWaited(notifications));
    onTick(now => this.open && this.#list.tick(now));
    this.#changed();
  }

  get open() {
    return !this.#drawer.hidden;
  }

  show(open) {
    const before = this.open;
    this.#drawer.hidden = !open;
    this.#bell.setAttribute('aria-expanded', open);
    if (open && !before) {
      this.#list.start();
      this.#popped.splice(0).forEach(close => close());
      byId('drawer-title').focus({ preventScroll: true });
    } else if (before && !open) {
      this.#bell.focus({ preventScroll: true });
    }
    this.#changed();
    this.#toggled();
  }

  clear() {
    this.#inbox.clear();
    this.#list.clear();
    this.show(false);
  }

  #changed() {
    cancelAnimationFrame(this.#asked);
    this.#asked = 0;
    const { unread } = this.#inbox;
    const count = byId('bell-count');
    count.hidden = unread === 0;
    setText(count, unread > MOST_COUNTED ? MOST_COUNTED + '+' : String(unread));
    this.#bell.setAttribute('aria-label', unread ? `Notifications, ${unread} unread` : 'Notifications');
    this.#bell.title = (unread ? `${unread} unread notifications` : 'Notifications') + ' (N)';
    this.#allRead.hidden = unread === 0;
    this.#alarms.refresh();
    if (this.open) {
      this.#list.refresh(serverNow());
    }
  }

  /** What the drawer shows need not lie over the map too, unless it is critical. */
  #popUp({ title, message, priority }) {
    if (!this.open && (priority === 'NORMAL' || priority === 'HIGH')) {
      this.#pop({ title, text: message, warn: priority === 'HIGH' });
    }
  }

  /** One word about all that waited; critical ones speak for themselves. */
  #tellWaited(notifications) {
    const quiet = notifications.filter(({ priority }) => priority !== 'CRITICAL' && priority !== 'LOW');
    if (quiet.length === 1) {
      this.#popUp(quiet[0]);
    } else if (quiet.length && !this.open) {
      this.#pop({ title: `${quiet.length} notifications waited for you`, text: 'The bell has them.' });
    }
  }

  #pop(words) {
    this.#popped = [...this.#popped, toast(words)].slice(-MOST_POPPED);
  }
}
