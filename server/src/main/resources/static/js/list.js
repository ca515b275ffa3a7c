import { serverNow } from './clock.js';
import { byId, el, mark, setText, showMark } from './dom.js';
import { formatAge, formatSpeed } from './format.js';
import { dot, presenceTitle, showPresence } from './presence/presence-words.js';

const ROW = 44;
const SPARE = 4;

/**
 * The list of vendors. Only the rows in sight exist. While the pointer is over it, or keys move
 * through it, rows stay where they are; the new order waits.
 */
export class List {
  #rows = byId('rows');
  #space = el('div', { class: 'rows-space' });
  #pool = new Map();
  #free = [];
  #roster;
  #fleet;
  #presence;
  #selection;
  #stale = false;
  #held = false;
  #asked = 0;
  #waiting = false;
  #chosen = () => {};

  constructor({ roster, fleet, presence, selection, chosen }) {
    this.#roster = roster;
    this.#fleet = fleet;
    this.#presence = presence;
    this.#selection = selection;
    this.#chosen = chosen;
    this.#rows.append(this.#space);
    this.#rows.addEventListener('scroll', () => this.#draw(), { passive: true });
    this.#rows.addEventListener('pointerenter', () => { this.#held = true; });
    this.#rows.addEventListener('pointerleave', () => this.#release());
    this.#rows.addEventListener('click', event => this.#clicked(event));
    this.#rows.addEventListener('dblclick', event => this.#clicked(event, true));
    this.#rows.addEventListener('pointermove', event => selection.hover(idOf(event.target)));
    new ResizeObserver(() => this.#draw()).observe(this.#rows);
    selection.on('changed', () => this.#draw());
  }

  focus() {
    this.#rows.focus();
  }

  /** Order or members may have changed: now, or when the pointer has left. */
  changed({ now = false } = {}) {
    this.#stale = true;
    if (now) {
      this.#reorder();
    } else if (!this.#held) {
      this.#asked ||= requestAnimationFrame(() => this.tick());
    }
  }

  tick() {
    cancelAnimationFrame(this.#asked);
    this.#asked = 0;
    if (this.#stale && !this.#held) {
      this.#reorder();
    } else {
      this.#draw();
    }
  }

  /** The ids of the rows that can be seen, from the top. */
  inSight() {
    const first = Math.floor(this.#rows.scrollTop / ROW);
    const last = Math.ceil((this.#rows.scrollTop + this.#rows.clientHeight) / ROW);
    return this.#roster.vendors.slice(first, last).map(({ id }) => id);
  }

  /** Placeholders, where there is nothing to show yet. */
  showWaiting(waiting) {
    this.#waiting = waiting;
    this.#draw();
  }

  /** Arrow keys: the next row is selected and scrolled into sight. */
  step(by) {
    const vendors = this.#roster.vendors;
    if (!vendors.length) {
      return;
    }
    const at = vendors.findIndex(({ id }) => id === this.#selection.id);
    const next = at < 0 ? (by > 0 ? 0 : vendors.length - 1) : at + by;
    const index = Math.max(0, Math.min(vendors.length - 1, next));
    this.#reveal(index);
    this.#chosen(vendors[index].id);
  }

  revealSelected() {
    const at = this.#roster.vendors.findIndex(({ id }) => id === this.#selection.id);
    if (at >= 0) {
      this.#reveal(at);
    }
  }

  #reveal(index) {
    const top = index * ROW;
    const bottom = top + ROW - this.#rows.clientHeight;
    if (this.#rows.scrollTop > top) {
      this.#rows.scrollTop = top;
    } else if (this.#rows.scrollTop < bottom) {
      this.#rows.scrollTop = bottom;
    }
  }

  #release() {
    this.#held = false;
    this.#selection.hover(null);
    if (this.#stale) {
      this.#reorder();
    }
  }

  #reorder() {
    this.#stale = false;
    this.#roster.sort();
    this.#draw();
  }

  #clicked(event, again = false) {
    const id = idOf(event.target);
    if (id !== null && this.#fleet.get(id)) {
      this.#chosen(id, { centre: again });
    }
  }

  #draw() {
    const vendors = this.#roster.vendors;
    const waiting = this.#waiting && !vendors.length;
    const count = waiting ? Math.ceil(this.#rows.clientHeight / ROW) : vendors.length;
    this.#space.style.height = count * ROW + 'px';
    const first = Math.max(0, Math.floor(this.#rows.scrollTop / ROW) - SPARE);
    const last = Math.min(count, Math.ceil((this.#rows.scrollTop + this.#rows.clientHeight) / ROW) + SPARE);
    for (const [index, row] of this.#pool) {
      if (index < first || index >= last || row.waits !== waiting) {
        row.node.remove();
        this.#pool.delete(index);
        if (!row.waits) {
          this.#free.push(row);
        }
      }
    }
    const now = serverNow();
    for (let index = first; index < last; index++) {
      const row = this.#rowAt(index, waiting);
      if (!waiting) {
        this.#fill(row, vendors[index], index, vendors.length, now);
      }
    }
  }

  #rowAt(index, waits) {
    let row = this.#pool.get(index);
    if (!row) {
      row = waits ? waitingRow() : this.#free.pop() ?? vendorRow();
      row.node.style.transform = `translateY(${index * ROW}px)`;
      this.#pool.set(index, row);
      this.#space.append(row.node);
    }
    return row;
  }

  #fill(row, vendor, index, size, now) {
    const { node } = row;
    const selected = vendor.id === this.#selection.id;
    if (node.dataset.id !== vendor.id) {
      node.dataset.id = vendor.id;
      node.id = 'row-' + vendor.id;
    }
    node.setAttribute('aria-selected', selected);
    node.setAttribute('aria-posinset', index + 1);
    node.setAttribute('aria-setsize', size);
    node.classList.toggle('active', selected);
    node.classList.toggle('gone', this.#fleet.get(vendor.id) !== vendor);
    showMark(row.mark, vendor.state, vendor.heading);
    setText(row.name, vendor.name);
    row.name.title = vendor.name;
    setText(row.type, kind(vendor));
    setText(row.age, vendor.fix ? formatAge(now - vendor.fix.at.ms) : '');
    setText(row.speed, speed(vendor));
    this.#fillPresence(row, this.#presence.of(vendor.id), now);
    if (selected) {
      this.#rows.setAttribute('aria-activedescendant', node.id);
    }
  }

  #fillPresence(row, entry, now) {
    showPresence(row, entry, now);
    row.sub.title = entry ? presenceTitle(entry) : '';
    row.sub.hidden = !entry && !row.type.textContent;
  }
}

function kind({ type, open }) {
  return open === false ? (type ? type + ' · closed' : 'Closed') : type;
}

function speed(vendor) {
  if (vendor.state === 'moving') {
    return formatSpeed(vendor);
  }
  return { stopped: 'stopped', stale: 'stale' }[vendor.state] ?? 'no position';
}

function idOf(target) {
  return target.closest?.('.row')?.dataset.id ?? null;
}

function vendorRow() {
  const row = {
    waits: false,
    mark: mark(),
    name: el('span', { class: 'name' }),
    age: el('span', { class: 'age' }),
    dot: dot(),
    word: el('span', { class: 'visually-hidden' }),
    type: el('span', { class: 'type' }),
    seen: el('span', { class: 'seen' }),
    speed: el('span', { class: 'speed' }),
  };
  row.sub = el('span', { class: 'sub' }, row.dot, row.word, row.type, row.seen);
  row.node = el('div', { class: 'row', role: 'option' }, row.mark, row.name, row.age, row.sub, row.speed);
  return row;
}

function waitingRow() {
  const node = el('div', { class: 'row waiting', 'aria-hidden': 'true' },
      el('span', { class: 'skeleton' }), el('span', { class: 'skeleton line' }));
  return { waits: true, node };
}
