import { byId, el, icon } from './dom.js';

const SHOWN_MS = 8000;
const MOST = 3;

/** A short message in the corner; the pointer over it keeps it there. */
export function toast({ title, text = '', warn = false }) {
  const all = byId('toasts');
  const key = title + text;
  if ([...all.children].some(child => child.dataset.key === key)) {
    return;
  }
  const close = () => node.remove();
  const node = el('div', { class: warn ? 'toast warn' : 'toast', 'data-key': key },
      el('div', {}, el('strong', {}, title), text),
      el('button', { class: 'icon-button', type: 'button', 'aria-label': 'Close', onclick: close }, icon('icon-close')));
  all.append(node);
  while (all.children.length > MOST) {
    all.firstChild.remove();
  }
  let timer = setTimeout(close, SHOWN_MS);
  node.addEventListener('pointerenter', () => clearTimeout(timer));
  node.addEventListener('pointerleave', () => { timer = setTimeout(close, SHOWN_MS / 2); });
}
