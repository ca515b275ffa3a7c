import { byId, el, setText } from './dom.js';
import { formatAge, formatClock, formatCount, formatFull, formatSeconds } from './format.js';

const THIN = '\u2009';

/** The line at the foot: connection and its quality, vendors shown and known, newest fix, clock. */
export class StatusLine {
  #gateway;
  #text = el('span', { class: 'connection-text' });
  #connection = el('span', { class: 'connection', role: 'status' },
      el('span', { class: 'connection-dot' }), this.#text);
  #now = el('button', { class: 'link', type: 'button', hidden: true }, 'Now');
  #vendors = el('span', { class: 'status-item' });
  #watched = el('span', { class: 'status-item' });
  #presence = el('span', { class: 'status-item', title: 'A part of the servers is out of reach: devices connected there are not known here.' });
  #newest = el('span', { class: 'status-item optional' });
  #clock = el('span', { class: 'status-item optional' });

  constructor(gateway) {
    this.#gateway = gateway;
    this.#now.addEventListener('click', () => gateway.retryNow());
    byId('status').append(this.#connection, this.#now, this.#vendors, this.#watched, this.#presence,
        el('span', { class: 'status-gap' }), this.#newest, this.#clock);
    gateway.on('state', () => this.#showConnection());
  }

  watching(watched, inView) {
    setText(this.#watched, inView > watched
      ? `live: ${formatCount(watched)} of ${formatCount(inView)} in view; zoom in for all` : '');
  }

  tick(now, { shown, known, newestFix, degraded }) {
    this.#showConnection();
    setText(this.#vendors, `${formatCount(shown)} of ${formatCount(known)} vendors`);
    setText(this.#presence, degraded ? 'presence may be incomplete' : '');
    setText(this.#newest, newestFix > -Infinity ? `newest fix ${formatAge(now - newestFix)} ago` : '');
    setText(this.#clock, formatSeconds(Date.now()));
    this.#clock.title = formatFull(Date.now());
  }

  #showConnection() {
    const { name, retryAt } = this.#gateway.state;
    this.#connection.dataset.state = name;
    setText(this.#text, words(this.#gateway.state));
    this.#now.hidden = !retryAt;
  }
}

function words({ name, latency, retryAt, since, message }) {
  const wait = retryAt ? Math.max(1, Math.ceil((retryAt - Date.now()) / 1000)) : 0;
  switch (name) {
    case 'live':
      return latency === undefined ? 'Live' : `Live · ${Math.round(latency)}${THIN}ms`;
    case 'slow':
      return `Slow · ${(latency / 1000).toFixed(1)}${THIN}s`;
    case 'connecting':
      return 'Connecting';
    case 'waiting':
      return wait ? `Reconnecting in ${wait}${THIN}s` : 'Reconnecting';
    case 'offline':
      return `Offline since ${formatClock(since)}` + (wait ? ` · next try in ${wait}${THIN}s` : ' · trying now');
    default:
      return message ? 'Stopped' : 'Not connected';
  }
}
