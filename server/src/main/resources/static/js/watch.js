import { request } from './api.js';

const PAGE = 500;
const MOST_IN_VIEW = 200;
const SETTLE_MS = 400;
const REFRESH_MS = 60_000;
/** Marks glide from fix to fix for longer than that. */
const CONFLATE_MS = 100;

/**
 * What of the fleet this page hears. Dispatchers and administrators hear every vendor; others read
 * the list, then subscribe to those in view.
 */
export class Watch {
  #gateway;
  #session;
  #fleet;
  #view;
  #known;
  #limited;
  #failed;
  #open = new Map();
  #timer = 0;
  #refresh = 0;
  #pinned = null;

  /**
   * @param view `inView(vendor)` and `onMove(listener)` of the map
   * @param known called once the first list is whole
   * @param limited called with (watched, in view) whenever that changes
   * @param failed called with the error when the list could not be read
   */
  constructor({ gateway, session, fleet, view, known, limited, failed }) {
    this.#gateway = gateway;
    this.#session = session;
    this.#fleet = fleet;
    this.#view = view;
    this.#known = known;
    this.#limited = limited;
    this.#failed = failed;
    gateway.on('open', () => this.#start());
    view.onMove(() => this.#soon());
  }

  /** The vendor whose details are open is heard wherever it is. */
  pin(id) {
    this.#pinned = id;
    this.#soon();
  }

  #start() {
    clearInterval(this.#refresh);
    this.#open.clear();
    if (this.#session.seesAll) {
      this.#limited(0, 0);
      this.#hear('/topic/vendor.*');
      this.#hear('/topic/location.*', this.#known);
      return;
    }
    this.#readAll();
    this.#refresh = setInterval(() => document.hidden || this.#readAll(), REFRESH_MS);
  }

  #hear(destination, onReceipt) {
    return this.#gateway.subscribe(destination, (body, headers) => this.#take(body, headers),
        { onReceipt, conflate: CONFLATE_MS });
  }

  #take(body, { type, retained }) {
    if (type === 'location_updated') {
      this.#fleet.locate(body, { cut: retained === 'true' });
    } else if (type === 'vendor_updated') {
      this.#fleet.describe(body);
    } else if (type === 'vendor_removed') {
      this.#fleet.remove(body.vendorId);
    }
  }

  async #readAll() {
    try {
      let after = '';
      const seen = new Set();
      do {
        const page = await request('GET', `api/vendors?limit=${PAGE}${after && '&after=' + after}`);
        page.vendors.forEach(vendor => this.#takeState(vendor, seen));
        after = page.next ?? '';
      } while (after);
      this.#dropUnlisted(seen);
      this.#known();
      this.#adjust();
    } catch (error) {
      this.#failed(error);
    }
  }

  #takeState({ vendorId, location, profile }, seen) {
    seen.add(vendorId);
    if (profile) {
      this.#fleet.describe(profile);
    }
    if (location) {
      this.#fleet.locate(location, { cut: true });
    }
  }

  #dropUnlisted(seen) {
    const gone = [...this.#fleet.all()].filter(({ id }) => !seen.has(id) && !this.#open.has(id));
    gone.forEach(({ id }) => this.#fleet.remove(id));
  }

  #soon() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#adjust(), SETTLE_MS);
  }

  #adjust() {
    if (!this.#gateway.connected || !this.#session.user || this.#session.seesAll) {
      return;
    }
    const inView = [...this.#fleet.all()].filter(vendor => this.#view.inView(vendor));
    const wanted = new Set(this.#pinned && this.#fleet.get(this.#pinned) ? [this.#pinned] : []);
    const kept = inView.filter(({ id }) => this.#open.has(id));
    for (const { id } of [...kept, ...inView]) {
      if (wanted.size < MOST_IN_VIEW) {
        wanted.add(id);
      }
    }
    for (const [id, ends] of this.#open) {
      if (!wanted.has(id)) {
        ends.forEach(end => end());
        this.#open.delete(id);
      }
    }
    for (const id of wanted) {
      if (!this.#open.has(id)) {
        this.#open.set(id, [this.#hear('/topic/vendor.' + id), this.#hear('/topic/location.' + id)]);
      }
    }
    this.#limited(Math.min(wanted.size, inView.length), inView.length);
  }
}
