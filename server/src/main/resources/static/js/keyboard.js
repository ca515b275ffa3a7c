import { byId, isTyping } from './dom.js';

/** Keys of the whole page; in a field only those that make no text. */
export function startKeyboard({ active, list, map, help, news, back }) {
  const search = byId('search');
  const always = { ArrowDown: () => list.step(1), ArrowUp: () => list.step(-1), Escape: back };
  const elsewhere = {
    '/': () => search.focus(),
    '?': help,
    n: news,
    N: news,
    f: map.toggleFollow,
    F: map.toggleFollow,
    0: map.fitAll,
    '+': map.zoomIn,
    '=': map.zoomIn,
    '-': map.zoomOut,
    '−': map.zoomOut,
  };
  addEventListener('keydown', event => {
    if (!active() || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) {
      return;
    }
    const inList = event.target === search || event.target.id === 'rows' || event.target === document.body;
    const act = event.key === 'Enter' ? inList && map.centreSelected
      : event.key.startsWith('Arrow') ? inList && always[event.key]
        : always[event.key] ?? (isTyping(event.target) ? null : elsewhere[event.key]);
    if (act) {
      event.preventDefault();
      act();
    }
  });
}
