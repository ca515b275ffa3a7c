import { byId } from './dom.js';

const KEY = 'venta.list-width';
const LEAST = 260;
const MOST = 480;
const USUAL = 320;

/** The width of the list: dragged, moved by arrow keys, kept for next time. */
export function startLayout() {
  const splitter = byId('splitter');
  const set = width => {
    const fitting = Math.max(LEAST, Math.min(MOST, Math.round(width)));
    document.documentElement.style.setProperty('--list-width', fitting + 'px');
    splitter.setAttribute('aria-valuenow', fitting);
    return fitting;
  };
  let width = set(Number(localStorage.getItem(KEY)) || USUAL);
  const keep = wanted => {
    width = set(wanted);
    localStorage.setItem(KEY, width);
  };
  splitter.addEventListener('pointerdown', event => splitter.setPointerCapture(event.pointerId));
  splitter.addEventListener('pointermove', event => {
    if (splitter.hasPointerCapture(event.pointerId)) {
      keep(event.clientX);
    }
  });
  splitter.addEventListener('dblclick', () => keep(USUAL));
  splitter.addEventListener('keydown', event => {
    const by = { ArrowLeft: -16, ArrowRight: 16 }[event.key];
    if (by) {
      keep(width + by);
      event.preventDefault();
    }
  });
}
