import { serverNow } from './clock.js';
import { byId, el, icon, mark, setText, showMark } from './dom.js';
import {
  formatAge, formatFull, formatHeading, formatMetres, formatPosition, formatSeconds, formatSpeed,
} from './format.js';
import { PresenceLine } from './presence/presence-line.js';
import { STATE_WORDS } from './state-rules.js';

const FACTS = ['Last fix', 'Position', 'Heading', 'Accuracy', 'Usual interval', 'Serving', 'Id'];

/** All about the selected vendor, sliding over the map's right edge. */
export class Details {
  #node = byId('details');
  #fleet;
  #presence;
  #selection;
  #parts;
  #presenceLine = new PresenceLine();

  constructor({ fleet, presence, selection, centre }) {
    this.#fleet = fleet;
    this.#presence = presence;
    this.#selection = selection;
    this.#parts = build({
      close: () => selection.select(null),
      centre,
      follow: () => selection.follow(!selection.following),
    });
    this.#parts.big.after(this.#presenceLine.node);
    this.#node.append(this.#parts.head, this.#parts.body);
    selection.on('changed', () => this.refresh());
  }

  get open() {
    return !this.#node.hidden;
  }

  refresh() {
    const vendor = this.#fleet.get(this.#selection.id);
    this.#node.hidden = !vendor;
    if (vendor) {
      this.#show(vendor, serverNow());
    }
  }

  #show(vendor, now) {
    const { sign, name, type, speed, age, state, follow, centre, text, facts } = this.#parts;
    const { fix } = vendor;
    this.#presenceLine.show(vendor, this.#presence.of(vendor.id), now);
    showMark(sign, vendor.state, vendor.heading);
    setText(name, vendor.name);
    setText(type, vendor.type);
    setText(state, STATE_WORDS[vendor.state]);
    setText(speed, fix && vendor.speed !== undefined ? formatSpeed(vendor) : '–');
    setText(age, fix ? formatAge(now - fix.at.ms) : '–');
    setText(text, vendor.description);
    follow.setAttribute('aria-pressed', this.#selection.following);
    follow.disabled = centre.disabled = !fix;
    setText(facts['Last fix'], fix ? formatSeconds(fix.at.ms) : 'none yet');
    facts['Last fix'].title = fix ? formatFull(fix.at.ms) : '';
    setText(facts.Position, fix ? formatPosition(fix) : 'not known');
    setText(facts.Heading, vendor.heading === undefined ? '–' : formatHeading(vendor.heading));
    setText(facts.Accuracy, fix?.accuracy === undefined ? '–' : '± ' + formatMetres(fix.accuracy));
    setText(facts['Usual interval'], vendor.interval ? formatAge(vendor.interval + 500) : '–');
    setText(facts.Serving, vendor.open === undefined ? '–' : vendor.open ? 'open' : 'closed');
    setText(facts.Id, vendor.id);
  }
}

function build({ close, centre: onCentre, follow: onFollow }) {
  const sign = mark();
  const [name, type] = [el('h2'), el('p')];
  const [speed, age, state] = [el('b'), el('b'), el('b')];
  const button = (label, id, onclick, title) =>
    el('button', { class: 'button', type: 'button', onclick, title }, icon(id), label);
  const follow = button('Follow', 'icon-follow', onFollow, 'Keep it in the middle of the map (F)');
  const centre = button('Centre', 'icon-centre', onCentre, 'Show it in the middle of the map (Enter)');
  const facts = Object.fromEntries(FACTS.map(fact => [fact, el('dd')]));
  const text = el('p', { class: 'panel-text' });
  const head = el('header', { class: 'panel-head' }, sign, el('div', { class: 'titles' }, name, type),
      el('button', { class: 'icon-button', type: 'button', 'aria-label': 'Close', title: 'Close (Esc)', onclick: close },
          icon('icon-close')));
  const big = el('div', { class: 'big' }, el('div', {}, state, el('span', {}, 'state')),
      el('div', {}, speed, el('span', {}, 'speed')), el('div', {}, age, el('span', {}, 'since last fix')));
  const body = el('div', { class: 'panel-body' }, big,
      el('div', { class: 'actions' }, follow, centre),
      el('dl', { class: 'facts' }, ...FACTS.flatMap(fact => [el('dt', {}, fact), facts[fact]])), text);
  return { sign, name, type, speed, age, state, follow, centre, facts, text, head, body, big };
}
