import { serverNow } from '../clock.js';
import { Emitter } from '../emitter.js';

/**
 * Which vendors are here, that is have a device connected; how fresh their positions are is
 * another matter. An entry is `{status, devices, lastSeen, degraded}`, the status in lower case
 * and `lastSeen` in milliseconds or undefined. Says `changed`.
 */
export class Presence extends Emitter {
  #entries = new Map();
  #whole = false;

  /** The entry of a vendor; null where nothing is known. */
  of(id) {
    return this.#entries.get(id) ?? (this.#whole ? OFFLINE : null);
  }

  /** Whether the node that answers cannot see all others at the moment. */
  get degraded() {
    return [...this.#entries.values()].some(({ degraded }) => degraded);
  }

  /** Everybody who is not offline; who is not in it is. Takes the place of all. */
  takeAll({ entries }) {
    const before = this.#entries;
    this.#whole = true;
    this.#entries = new Map(entries.map(entry => [entry.id, told(entry)]));
    for (const [id, entry] of before) {
      if (entry.status === 'offline' && !this.#entries.has(id)) {
        this.#entries.set(id, { ...entry, degraded: false });
      }
    }
    this.emit('changed');
  }

  /** Only these are watched, one by one; of the others nothing is known any more. */
  keepOnly(watched) {
    this.#whole = false;
    for (const id of this.#entries.keys()) {
      if (!watched.has(id)) {
        this.#entries.delete(id);
      }
    }
  }

  takeState({ entries }) {
    entries.forEach(entry => this.#entries.set(entry.id, told(entry)));
    this.emit('changed');
  }

  takeDiff({ joins = [], updates = [], leaves = [] }) {
    [...joins, ...updates].forEach(entry => this.#entries.set(entry.id, told(entry)));
    leaves.forEach(id => this.#entries.set(id, { ...OFFLINE, lastSeen: serverNow() }));
    this.emit('changed');
  }

  /** When those that are offline were last seen; who came meanwhile stays. */
  learn(entries) {
    const away = entries.filter(({ id }) => this.of(id)?.status === 'offline');
    away.forEach(entry => this.#entries.set(entry.id, told(entry)));
    this.emit('changed');
  }

  clear() {
    this.#entries.clear();
    this.#whole = false;
  }
}

const OFFLINE = Object.freeze({ status: 'offline', devices: [], lastSeen: undefined, degraded: false });

function told({ status, devices = [], lastSeen, degraded = false }) {
  return {
    status: status.toLowerCase(), devices, degraded,
    lastSeen: lastSeen ? Date.parse(lastSeen) : undefined,
  };
}
