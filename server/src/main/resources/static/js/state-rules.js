/**
 * Which state a vendor is in. What it looks like now becomes what is shown only after it held for
 * three seconds, so that marks don't flicker.
 */
export const STATES = ['moving', 'stopped', 'stale', 'offline'];
export const STATE_WORDS = {
  moving: 'Moving', stopped: 'Stopped', stale: 'Stale', offline: 'No position',
};

const HOLD_MS = 3000;
const STALE_MS = 90_000;
const MOVING_MPS = 1;
const USUAL_MS = 30_000;
const LEAST_FRESH_MS = 10_000;

/** The state by the rules, at once; null where they say nothing, and what was shown stays. */
export function rawState(vendor, now) {
  if (!vendor.fix) {
    return 'offline';
  }
  const age = now - vendor.fix.at.ms;
  const twice = 2 * (vendor.interval ?? USUAL_MS);
  if (age > twice && age > STALE_MS) {
    return 'stale';
  }
  if ((vendor.speed ?? 0) <= MOVING_MPS) {
    return 'stopped';
  }
  return age < Math.max(twice, LEAST_FRESH_MS) ? 'moving' : null;
}

/** Brings vendor.state up to date; true where it changed. */
export function settleState(vendor, now) {
  const shown = vendor.state === 'offline' ? undefined : vendor.state;
  const next = rawState(vendor, now) ?? shown ?? 'moving';
  if (vendor.state === undefined || (vendor.state === 'offline' && next !== 'offline')) {
    vendor.state = next;
    vendor.pending = null;
    return true;
  }
  if (next === vendor.state) {
    vendor.pending = null;
    return false;
  }
  if (vendor.pending?.state !== next) {
    vendor.pending = { state: next, since: now };
    return false;
  }
  if (now - vendor.pending.since < HOLD_MS) {
    return false;
  }
  vendor.state = next;
  vendor.pending = null;
  return true;
}
