import { request } from '../api.js';
import { Emitter } from '../emitter.js';
import { isAfter, parseInstant } from '../instant.js';

const PAGE = 50;
/** As many ids as one message may name. */
const MOST_IDS = 500;
const GATHER_MS = 500;
const AGAIN_MS = 30_000;
/** An id that the server does not know any more is never confirmed. */
const MOST_TRIES = 5;
const EPOCH = { second: 0, nanos: 0, ms: 0 };

/**
 * The user's notifications, each once however often it comes: live, as those that waited, and page
 * by page from the history. What was read here is said again, with each connection and twice a
 * minute, until the server confirms it. Says `changed`; `arrived` with one that came live; `waited` with those, unknown
 * before, that had waited for this connection.
 */
export class Inbox extends Emitter {
  #gateway;
  #all = new Map();
  #sorted = null;
  #unread = new Set();
  #saying = new Map();
  #received = new Set();
  #timer = 0;
  #again = 0;
  #next = null;
  #whole = false;
  #turn = 0;
  loading = false;
  failed = false;

  constructor(gateway) {
    super();
    this.#gateway = gateway;
    gateway.on('open', () => this.#listen());
  }

  get unread() {
    return this.#unread.size;
  }

  /** Whether nothing older is left to read. */
  get whole() {
    return this.#whole;
  }

  /** Newest first. */
  list() {
    this.#sorted ??= [...this.#all.values()].sort((a, b) => isAfter(a.at, b.at) ? -1 : isAfter(b.at, a.at) ? 1 : b.nth - a.nth);
    return this.#sorted;
  }

  unreadCritical() {
    return this.list().filter(({ id, priority }) => priority === 'CRITICAL' && this.#unread.has(id));
  }

  read(ids) {
    const now = ids.filter(id => this.#unread.has(id));
    this.#mark(now);
    now.forEach(id => this.#saying.set(id, 0));
    this.#sayRead(now);
  }

  readAll() {
    this.read([...this.#unread]);
  }

  /** Reads the next older page; the first time the newest. */
  async older() {
    if (this.loading || this.#whole) {
      return;
    }
    const turn = this.#turn;
    this.loading = true;
    this.failed = false;
    this.emit('changed');
    const before = this.#next ? '&before=' + encodeURIComponent(this.#next) : '';
    const page = await request('GET', `api/notifications?limit=${PAGE}${before}`).catch(() => null);
    if (turn !== this.#turn) {
      return;
    }
    this.loading = false;
    this.failed = !page;
    if (page) {
      page.notifications.forEach(notification => this.#keep(notification));
      this.#next = page.next ?? null;
      this.#whole = !page.next;
    }
    this.emit('changed');
  }

  /** Another user: another inbox. */
  clear() {
    this.#turn++;
    clearTimeout(this.#timer);
    clearTimeout(this.#again);
    this.#timer = this.#again = 0;
    [this.#all, this.#unread, this.#saying, this.#received].forEach(kept => kept.clear());
    this.#sorted = this.#next = null;
    this.#whole = this.loading = this.failed = false;
    this.emit('changed');
  }

  #listen() {
    let waited = [];
    this.#gateway.subscribe('/user/queue/notifications', (body, { type }) => {
      if (type === 'notification_read') {
        this.#confirmed(body.ids);
      } else if (type === 'notification' && this.#take(body)) {
        waited ? waited.push(body) : this.emit('arrived', body);
      }
    }, {
      onReceipt: () => {
        this.emit('waited', waited);
        waited = null;
      },
    });
    this.#sayRead([...this.#saying.keys()]);
  }

  /** True for one that was not known and is not read. */
  #take(notification) {
    this.#received.add(notification.id);
    this.#timer ||= setTimeout(() => this.#sayReceived(), GATHER_MS);
    const unheardOf = !this.#all.has(notification.id);
    this.#keep(notification);
    this.emit('changed');
    return unheardOf && !notification.readAt;
  }

  #keep(notification) {
    const { id, readAt } = notification;
    if (this.#all.has(id)) {
      if (readAt) {
        this.#mark([id]);
      }
      return;
    }
    const at = parseInstant(notification.createdAt) ?? EPOCH;
    this.#all.set(id, { ...notification, at, nth: this.#all.size, unread: !readAt });
    this.#sorted = null;
    if (!readAt) {
      this.#unread.add(id);
    }
  }

  #confirmed(ids) {
    ids.forEach(id => this.#saying.delete(id));
    this.#mark(ids);
  }

  #mark(ids) {
    for (const id of ids) {
      if (this.#unread.delete(id)) {
        this.#all.get(id).unread = false;
      }
    }
    this.emit('changed');
  }

  #sayRead(ids) {
    if (!this.#gateway.connected || !ids.length) {
      return;
    }
    this.#say('/app/notification.read', ids);
    for (const id of ids) {
      const tries = this.#saying.get(id) + 1;
      if (tries < MOST_TRIES) {
        this.#saying.set(id, tries);
      } else {
        this.#saying.delete(id);
      }
    }
    clearTimeout(this.#again);
    this.#again = setTimeout(() => this.#sayRead([...this.#saying.keys()]), AGAIN_MS);
  }

  #sayReceived() {
    this.#timer = 0;
    this.#say('/app/notification.received', [...this.#received]);
    this.#received.clear();
  }

  #say(destination, ids) {
    for (let from = 0; from < ids.length; from += MOST_IDS) {
      this.#gateway.send(destination, { ids: ids.slice(from, from + MOST_IDS) });
    }
  }
}
