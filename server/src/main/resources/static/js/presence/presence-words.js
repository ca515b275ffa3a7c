import { icon, setText } from '../dom.js';
import { formatAge, formatCount, formatFull } from '../format.js';

export const PRESENCE_WORDS = {
  online: 'Online', idle: 'Idle', away: 'Away', busy: 'Busy', offline: 'Offline',
};

const DEVICES = {
  desktop: 'desktop', web: 'web page', mobile: 'phone', tablet: 'tablet', pwa: 'app',
};
const NAMED = 3;
const JUST_MS = 10_000;

/** A presence dot; {@link showDot} changes it. */
export function dot() {
  const svg = icon('presence-offline', 'presence-dot');
  svg.setAttribute('viewBox', '0 0 12 12');
  return svg;
}

export function showDot(svg, status) {
  if (svg.dataset.shows !== status) {
    svg.dataset.shows = status;
    svg.setAttribute('class', 'presence-dot presence-' + status);
    svg.firstChild.setAttribute('href', '#presence-' + status);
  }
}

/** `seen 2 h ago`; empty for who is here, and where nobody knows. */
export function seenWords({ status, lastSeen }, now) {
  if (status !== 'offline' || lastSeen === undefined) {
    return '';
  }
  return now - lastSeen < JUST_MS ? 'seen just now' : `seen ${formatAge(now - lastSeen)} ago`;
}

/** Everything in one sentence, for a tooltip. */
export function presenceTitle({ status, devices, lastSeen, degraded }) {
  const count = devices.length > 1 ? ` on ${formatCount(devices.length)} devices` : '';
  const seen = status === 'offline' && lastSeen !== undefined ? `, last seen ${formatFull(lastSeen)}` : '';
  return PRESENCE_WORDS[status] + count + seen + (degraded ? ' (may be incomplete)' : '');
}

/** The devices, the longest connected first: `phone for 14 min`. */
export function deviceWords(devices, now) {
  const named = devices.slice(0, NAMED)
      .map(({ deviceType, since }) => `${DEVICES[deviceType] ?? 'device'} for ${formatAge(now - Date.parse(since))}`);
  const more = devices.length - NAMED;
  return named.join(', ') + (more > 0 ? ` and ${formatCount(more)} more` : '');
}

/** Shows an entry at a dot and two texts; null is nothing known. */
export function showPresence({ dot: sign, word, seen }, entry, now) {
  const blank = !entry;
  sign.style.visibility = blank ? 'hidden' : '';
  if (!blank) {
    showDot(sign, entry.status);
  }
  setText(word, blank ? '' : PRESENCE_WORDS[entry.status]);
  setText(seen, blank ? '' : seenWords(entry, now));
}
