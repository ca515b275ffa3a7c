import { safeLink } from '../links.js';
import { toast } from '../toasts.js';

const MOST = 2;

/** Critical notifications over the map: each stays until it is read, the newest in full. */
export class Alarms {
  #inbox;
  #openAll;
  #shown = new Map();
  #more = null;

  constructor({ inbox, openAll }) {
    this.#inbox = inbox;
    this.#openAll = openAll;
  }

  refresh() {
    const due = this.#inbox.unreadCritical();
    const full = due.slice(0, MOST);
    const ids = new Set(full.map(({ id }) => id));
    for (const [id, close] of this.#shown) {
      if (!ids.has(id)) {
        close();
        this.#shown.delete(id);
      }
    }
    full.filter(({ id }) => !this.#shown.has(id)).toReversed()
        .forEach(notification => this.#shown.set(notification.id, this.#show(notification)));
    this.#tellMore(due.length - full.length);
  }

  #show({ id, title, message, actionUrl }) {
    const link = safeLink(actionUrl);
    const read = () => this.#inbox.read([id]);
    return toast({
      title, text: message, alarm: true,
      actions: [...link ? [{ label: 'Open', link, run: read }] : [], { label: 'Mark read', run: read }],
    });
  }

  #tellMore(count) {
    if (this.#more?.count !== count) {
      this.#more?.close();
      this.#more = count > 0 ? { count, close: toast({
        title: `${count} more critical`, stays: true, actions: [{ label: 'Show all', run: this.#openAll }],
      }) } : null;
    }
  }
}
