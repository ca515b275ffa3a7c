import { serverNow } from './clock.js';
import { Emitter } from './emitter.js';
import { bearing, distance } from './geo.js';
import { isAfter, parseInstant } from './instant.js';
import { JUMP_MPS, moveTo } from './motion.js';
import { STATES, settleState } from './state-rules.js';

/** One long gap, a night perhaps, must not keep a vendor from ever going stale. */
const LONGEST_INTERVAL_MS = 600_000;
const TRAIL_LENGTH = 240;
const TURN_M = 5;

/**
 * All vendors that are known, newest value of each. Says `changed` when a vendor comes, goes or
 * is renamed, `moved` on each newer fix, `removed` with the vendor that went.
 */
export class Fleet extends Emitter {
  #vendors = new Map();

  get size() {
    return this.#vendors.size;
  }

  get(id) {
    return this.#vendors.get(id);
  }

  all() {
    return this.#vendors.values();
  }

  clear() {
    this.#vendors.clear();
    this.emit('changed');
  }

  /** A location_updated payload; older than or equal to the known one, it changes nothing. */
  locate(update, { cut = false } = {}) {
    const at = parseInstant(update.timestamp);
    const { lat, long } = update.location ?? {};
    if (!at || !Number.isFinite(lat) || !Number.isFinite(long)) {
      return;
    }
    const vendor = this.#vendor(update.vendorId);
    const before = vendor.fix;
    if (before && !isAfter(at, before.at)) {
      return;
    }
    const fix = { lat, long, at, accuracy: update.accuracy };
    vendor.fix = fix;
    learn(vendor, update, fix, before);
    moveTo(vendor, fix, before, cut);
    vendor.trail.push(vendor.motion.x, vendor.motion.y);
    if (vendor.trail.length > 2 * TRAIL_LENGTH) {
      vendor.trail.splice(0, 2);
    }
    if (!before) {
      this.#settle(vendor);
    }
    this.emit('moved', vendor);
  }

  /** A vendor_updated payload. */
  describe(update) {
    const at = parseInstant(update.timestamp);
    const vendor = this.#vendor(update.vendorId);
    if (!at || (vendor.describedAt && !isAfter(at, vendor.describedAt))) {
      return;
    }
    Object.assign(vendor, {
      describedAt: at,
      name: update.name,
      type: update.type ?? '',
      description: update.description ?? '',
      open: update.open,
      searched: `${update.name}\n${update.type ?? ''}\n${vendor.id}`.toLocaleLowerCase(),
    });
    this.emit('changed');
  }

  remove(id) {
    const vendor = this.#vendors.get(id);
    if (vendor) {
      this.#vendors.delete(id);
      this.emit('removed', vendor);
      this.emit('changed');
    }
  }

  /** Lets states settle; true where one changed. */
  settle(now) {
    let changed = false;
    for (const vendor of this.#vendors.values()) {
      changed = settleState(vendor, now) || changed;
    }
    return changed;
  }

  countByState() {
    const counts = Object.fromEntries(STATES.map(state => [state, 0]));
    for (const vendor of this.#vendors.values()) {
      counts[vendor.state]++;
    }
    return counts;
  }

  newestFix() {
    let newest = -Infinity;
    for (const { fix } of this.#vendors.values()) {
      if (fix && fix.at.ms > newest) {
        newest = fix.at.ms;
      }
    }
    return newest;
  }

  #vendor(id) {
    let vendor = this.#vendors.get(id);
    if (!vendor) {
      vendor = { id, name: id, type: '', description: '', searched: id.toLocaleLowerCase(), trail: [] };
      this.#vendors.set(id, vendor);
      this.#settle(vendor);
      this.emit('changed');
    }
    return vendor;
  }

  #settle(vendor) {
    settleState(vendor, serverNow());
  }
}

/** Speed, heading and the usual interval: as reported, else from the last two fixes. */
function learn(vendor, update, fix, before) {
  const gap = before ? fix.at.ms - before.at.ms : 0;
  const moved = before ? distance(before, fix) : 0;
  if (gap > 0) {
    const usual = Math.min(gap, LONGEST_INTERVAL_MS);
    vendor.interval = vendor.interval === undefined ? usual : vendor.interval * 0.8 + usual * 0.2;
  }
  vendor.speed = update.speed ?? (gap > 0 ? moved / (gap / 1000) : vendor.speed);
  vendor.jumped = update.speed === undefined && vendor.speed > JUMP_MPS;
  if (update.heading !== undefined) {
    vendor.heading = update.heading;
  } else if (before && moved > TURN_M) {
    vendor.heading = bearing(before, fix);
  }
}
