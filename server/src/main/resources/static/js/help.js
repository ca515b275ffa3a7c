import { byId, el, icon, mark, showMark } from './dom.js';
import { dot, showDot } from './presence/presence-words.js';

const KEYS = [
  [['/'], 'Search'], [['↑', '↓'], 'Move in the list'], [['Enter'], 'Centre the selected vendor'],
  [['F'], 'Follow it, or stop'], [['0'], 'Fit all vendors'], [['+', '−'], 'Zoom'],
  [['N'], 'Notifications'], [['Esc'], 'Back'], [['?'], 'This help'],
];
const MARKS = [
  ['moving', 'Moving, in the direction of the arrow'], ['stopped', 'Stopped, with a fresh fix'],
  ['stale', 'Stale: no fix for twice its usual time'], ['offline', 'No position known'],
];
const DOTS = [
  ['online', 'Connected and active'], ['idle', 'Connected, nothing done for a while'],
  ['away', 'Connected, says to be away'], ['busy', 'Connected, busy'], ['offline', 'Not connected'],
];

/** Keys and marks. */
export function startHelp() {
  const help = byId('help');
  const close = el('button', {
    class: 'icon-button', type: 'button', 'aria-label': 'Close', onclick: () => help.close(),
  }, icon('icon-close'));
  help.append(
      el('header', {}, el('h2', { id: 'help-title' }, 'Keys and marks'), close),
      el('dl', {}, ...KEYS.flatMap(([keys, what]) =>
        [el('dt', {}, ...keys.flatMap(key => [el('kbd', {}, key), ' '])), el('dd', {}, what)])),
      el('h3', {}, 'Marks'),
      el('dl', {}, ...MARKS.flatMap(([state, what]) => {
        const sign = mark();
        showMark(sign, state, 45);
        return [el('dt', {}, sign), el('dd', {}, what)];
      })),
      el('h3', {}, 'Presence'),
      el('dl', {}, ...DOTS.flatMap(([status, what]) => {
        const sign = dot();
        showDot(sign, status);
        return [el('dt', {}, sign), el('dd', {}, what)];
      })));
  help.addEventListener('click', event => event.target === help && help.close());
  return () => help.open ? help.close() : help.showModal();
}
