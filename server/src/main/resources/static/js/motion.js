import { distance, worldX, worldY } from './geo.js';

/**
 * Where a mark is drawn: gliding from where it was to its newest fix in the time that lay between
 * the two, two seconds at most. A jump faster than 200 km/h is a cut.
 */
const LONGEST_MS = 2000;
export const JUMP_MPS = 200 / 3.6;
const still = matchMedia('(prefers-reduced-motion: reduce)');

export function moveTo(vendor, fix, before, cut) {
  const x = worldX(fix.long);
  const y = worldY(fix.lat);
  const now = performance.now();
  const from = vendor.motion;
  const gap = before ? fix.at.ms - before.at.ms : 0;
  const jump = before && distance(before, fix) / (Math.max(gap, 1) / 1000) > JUMP_MPS;
  const glides = from && !cut && !jump && !still.matches && !document.hidden;
  const at = glides ? positionAt(vendor, now) : { x, y, heading: vendor.heading };
  vendor.motion = {
    x0: at.x,
    y0: at.y,
    x,
    y,
    turn0: at.heading ?? vendor.heading,
    turn: vendor.heading,
    start: now,
    span: glides ? Math.min(gap, LONGEST_MS) : 0,
  };
}

/** When the vendor's mark comes to rest, by performance.now(). */
export function restsAt({ motion }) {
  return motion ? motion.start + motion.span : 0;
}

/** The mark's place in the world (0 … 1) and its heading; `into` is filled and returned. */
export function positionAt({ motion }, now, into = {}) {
  const { x0, y0, x, y, turn0, turn, start, span } = motion;
  const part = span > 0 ? Math.min(1, (now - start) / span) : 1;
  into.x = x0 + (x - x0) * part;
  into.y = y0 + (y - y0) * part;
  into.heading = part === 1 || turn0 === undefined ? turn : turned(turn0, turn, Math.min(1, part * 3));
  return into;
}

function turned(from, to, part) {
  const by = ((to - from + 540) % 360) - 180;
  return (from + by * part + 360) % 360;
}
