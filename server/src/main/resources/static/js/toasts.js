import { byId, el, icon } from './dom.js';
import { target } from './links.js';

const SHOWN_MS = 8000;
const MOST = 3;

/**
 * A short message in the corner; the pointer over it keeps it there. Returns how to take it away.
 *
 * @param alarm it is said at once, and stays
 * @param stays until it is taken away
 * @param actions `{label, run, link?}`
 */
export function toast({ title, text = '', warn = false, alarm = false, stays = alarm, actions = [] }) {
  const all = byId('toasts');
  const key = title + text;
  if (!stays && [...all.children].some(child => child.dataset.key === key)) {
    return () => {};
  }
  const close = () => node.remove();
  const node = el('div', { class: classes({ alarm, warn, stays }), 'data-key': key, role: alarm ? 'alert' : null },
      el('div', {}, el('strong', {}, title), el('p', { class: 'toast-text' }, text),
          actions.length ? el('p', { class: 'toast-actions' }, alarm ? el('span', { class: 'chip' }, 'Critical') : '', ...actions.map(button)) : ''),
      stays ? '' : el('button', { class: 'icon-button', type: 'button', 'aria-label': 'Close', onclick: close }, icon('icon-close')));
  all.append(node);
  [...all.querySelectorAll('.toast:not(.stays)')].slice(0, -MOST).forEach(old => old.remove());
  if (!stays) {
    leaveInTime(node, close);
  }
  return close;
}

const classes = flags => ['toast', ...Object.keys(flags).filter(flag => flags[flag])].join(' ');

function button({ label, run, link }) {
  return link ? el('a', { class: 'button', ...target(link), onclick: run }, label)
    : el('button', { class: 'button', type: 'button', onclick: run }, label);
}

function leaveInTime(node, close) {
  let timer = setTimeout(close, SHOWN_MS);
  node.addEventListener('pointerenter', () => clearTimeout(timer));
  node.addEventListener('pointerleave', () => { timer = setTimeout(close, SHOWN_MS / 2); });
}
