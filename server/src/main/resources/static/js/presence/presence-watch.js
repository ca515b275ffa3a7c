import { request } from '../api.js';

/** With the vendors in view well below the server's limit of a session. */
const MOST = 60;
/** As many new subscriptions a second as a server takes for ever. */
const MOST_AT_ONCE = 20;

/**
 * Whose presence this page hears. Dispatchers hear of everybody at once; where those are too many
 * to be named, and customers always, it is the rows in sight and the selected vendor, one by one.
 */
export class PresenceWatch {
  #gateway;
  #session;
  #presence;
  #everybody = false;
  #ready = false;
  #open = new Map();
  #asked = new Set();

  constructor({ gateway, session, presence }) {
    this.#gateway = gateway;
    this.#session = session;
    this.#presence = presence;
    gateway.on('open', () => this.#start());
  }

  /** Once a second: what is in sight now. Who was in sight before stays heard while there is room. */
  adjust(inSight, selected) {
    if (!this.#gateway.connected || !this.#session.user || !this.#ready) {
      return;
    }
    const wanted = [...new Set(this.#everybody ? [selected] : [...inSight, selected])].filter(Boolean).slice(-MOST);
    let room = MOST_AT_ONCE;
    for (const id of wanted) {
      const end = this.#open.get(id);
      if (end || room-- > 0) {
        this.#open.delete(id);
        this.#open.set(id, end ?? this.#hear(id));
      }
    }
    this.#endBeyond(this.#everybody ? wanted.length : MOST);
    if (this.#everybody) {
      this.#askWhenSeen(inSight);
    } else {
      this.#presence.keepOnly(this.#open);
    }
  }

  /** What was known stays until the server says it anew. */
  #start() {
    this.#open.clear();
    this.#asked.clear();
    this.#everybody = false;
    this.#ready = !this.#session.seesAll;
    if (this.#session.seesAll) {
      this.#gateway.subscribe('/topic/presence.vendor.*', (body, { type }) => this.#takeAll(body, type));
    }
  }

  #takeAll(body, type) {
    if (type === 'presence_state') {
      this.#ready = true;
      this.#everybody = !body.counts;
      if (this.#everybody) {
        this.#presence.takeAll(body);
      }
    } else if (type === 'presence_diff') {
      this.#presence.takeDiff(body);
    }
  }

  #hear(id) {
    return this.#gateway.subscribe('/topic/presence.vendor.' + id, (body, { type }) => {
      if (type === 'presence_state') {
        this.#presence.takeState(body);
      } else if (type === 'presence_diff') {
        this.#presence.takeDiff(body);
      }
    });
  }

  #endBeyond(most) {
    for (const [id, end] of this.#open) {
      if (this.#open.size <= most) {
        return;
      }
      end();
      this.#open.delete(id);
    }
  }

  /** Of all at once the server names only who is here; of the others in sight it is asked. */
  async #askWhenSeen(inSight) {
    const unknown = inSight.filter(id => !this.#asked.has(id)
        && this.#presence.of(id)?.status === 'offline' && !this.#presence.of(id).lastSeen).slice(0, MOST);
    if (!unknown.length) {
      return;
    }
    unknown.forEach(id => this.#asked.add(id));
    try {
      const { entries } = await request('GET', 'api/presence?vendors=' + unknown.join(','));
      this.#presence.learn(entries);
    } catch {
      // The dots say who is here; since when the others are not stays unsaid until the next connection.
    }
  }
}
