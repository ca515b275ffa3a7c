import { byId, el } from './dom.js';
import { nextTheme, theme } from './theme.js';

const ROLES = {
  CUSTOMER: 'Customer', VENDOR: 'Vendor', DISPATCHER: 'Dispatcher', SERVICE: 'Service', ADMIN: 'Administrator',
};

/** Who is signed in, theme, help, sign out. */
export class Menu {
  #button = byId('menu-button');
  #menu = byId('menu');

  constructor({ session, help, signOut }) {
    const value = el('span', { class: 'value' });
    const who = el('div', { class: 'menu-user' });
    const item = (run, ...children) => el('button', { class: 'menu-item', type: 'button', role: 'menuitem', onclick: run }, ...children);
    const showTheme = () => { value.textContent = theme(); };
    this.#menu.append(who,
        item(() => { nextTheme(); showTheme(); }, 'Theme', value),
        item(() => { this.close(); help(); }, 'Keys and marks', el('kbd', {}, '?')),
        item(() => { this.close(); signOut(); }, 'Sign out'));
    this.#button.addEventListener('click', () => {
      showTheme();
      who.replaceChildren(el('strong', { title: session.user.id }, session.user.id),
          el('span', {}, session.user.roles.map(role => ROLES[role] ?? role).join(', ')));
      this.#open(this.#menu.hidden);
    });
    addEventListener('pointerdown', event => this.#menu.contains(event.target)
        || this.#button.contains(event.target) || this.close());
    this.#menu.addEventListener('keydown', event => this.#moved(event));
  }

  get open() {
    return !this.#menu.hidden;
  }

  close() {
    this.#open(false);
  }

  #open(open) {
    this.#menu.hidden = !open;
    this.#button.setAttribute('aria-expanded', open);
    if (open) {
      this.#menu.querySelector('.menu-item').focus();
    }
  }

  #moved(event) {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by) {
      const items = [...this.#menu.querySelectorAll('.menu-item')];
      items.at((items.indexOf(document.activeElement) + by) % items.length).focus();
      event.preventDefault();
    }
  }
}
