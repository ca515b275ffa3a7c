import { el, setText } from '../dom.js';
import { formatAge } from '../format.js';
import { deviceWords, dot, presenceTitle, seenWords, showDot, PRESENCE_WORDS } from './presence-words.js';

/** Presence in the details: whether the vendor is here, and what that says of its position. */
export class PresenceLine {
  #dot = dot();
  #word = el('b');
  #more = el('span');
  #hint = el('p', { class: 'presence-hint' });
  node = el('section', { class: 'presence', 'aria-label': 'Presence', hidden: true },
      el('p', { class: 'presence-line' }, this.#dot, this.#word, this.#more), this.#hint);

  show(vendor, entry, now) {
    this.node.hidden = !entry;
    if (!entry) {
      return;
    }
    showDot(this.#dot, entry.status);
    this.node.firstChild.title = presenceTitle(entry);
    setText(this.#word, PRESENCE_WORDS[entry.status]);
    setText(this.#more, entry.devices.length ? deviceWords(entry.devices, now) : seenWords(entry, now));
    setText(this.#hint, entry.degraded
      ? 'A part of the servers is out of reach; other devices may be connected.' : both(vendor, entry, now));
  }
}

/** Only where the two seem to contradict each other. */
function both({ state, fix }, { status }, now) {
  if (status === 'offline') {
    return state === 'moving' || state === 'stopped' ? 'No device of its own is connected. Its position comes from elsewhere and is fresh.' : '';
  }
  if (!fix) {
    return 'Connected, but it has not said where it is.';
  }
  return state === 'stale' ? `Connected, but its position is ${formatAge(now - fix.at.ms)} old.` : '';
}
