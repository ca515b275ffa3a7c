import { byId, el, icon } from './dom.js';

const SEES = {
  'demo-dispatcher': 'Dispatcher: sees every vendor',
  'demo-customer': 'Customer: hears the vendors in view',
  'demo-vendor': 'Vendor: reports one position',
  'demo-service': 'Service: reports for any vendor',
  'demo-admin': 'Administrator: sees and may do everything',
};
const FIRST = 'demo-dispatcher';

/** The way in: demo accounts by name, or an access token where there are none. */
export class SignIn {
  #node = byId('sign-in');
  #config;
  #session;
  #done;

  constructor({ session, done }) {
    this.#session = session;
    this.#done = done;
  }

  /** @param why said above the form: what ended the last session */
  show(config, why = '') {
    this.#config = config;
    const demo = config.demoAccounts?.length > 0;
    this.#node.replaceChildren(el('div', { class: 'card' },
        el('h1', { class: 'brand' }, icon('mark-moving', 'brand-mark'), 'Venta Realtime'),
        el('p', { class: 'lead' }, 'Live positions of moving vendors.'),
        why ? el('div', { class: 'notice', role: 'status' }, why) : '',
        demo ? this.#demoForm() : this.#tokenForm()));
    this.#node.hidden = false;
    this.#node.querySelector('input[type=password], textarea').focus();
  }

  /** Instead of the form, while the server gives no answer. */
  showUnreachable(retry) {
    this.#node.replaceChildren(el('div', { class: 'card' },
        el('h1', { class: 'brand' }, icon('mark-moving', 'brand-mark'), 'Venta Realtime'),
        el('p', { class: 'lead' }, 'The server cannot be reached. This page tries again by itself; if it goes on, check that the server runs.'),
        el('button', { class: 'button', type: 'button', onclick: retry }, 'Try now')));
    this.#node.hidden = false;
  }

  hide() {
    this.#node.hidden = true;
    this.#node.replaceChildren();
  }

  #demoForm() {
    const accounts = [...this.#config.demoAccounts].sort((a, b) => (b === FIRST) - (a === FIRST));
    const choice = (name, first) => el('label', { class: 'account' },
        el('input', { type: 'radio', name: 'username', value: name, checked: first }),
        el('span', {}, el('b', {}, name), el('span', {}, SEES[name] ?? '')));
    return this.#form(
        form => this.#session.signInWithPassword(form.get('username'), form.get('password')),
        { AUTHENTICATION_FAILED: ['Wrong password', 'Copy it from the line “demo password” in the server’s log.'] },
        el('fieldset', {}, el('legend', {}, 'Demo account'),
            el('div', { class: 'accounts' }, ...accounts.map((name, n) => choice(name, n === 0)))),
        el('label', { for: 'password' }, 'Password'),
        el('input', { id: 'password', class: 'field', type: 'password', name: 'password', required: true, autocomplete: 'current-password' }),
        el('p', { class: 'hint' }, 'All demo accounts share one password. The server prints it in its log when it starts.'));
  }

  #tokenForm() {
    return this.#form(
        form => this.#session.signInWithToken(form.get('token').trim().replace(/^Bearer\s+/i, '')),
        {
          AUTHENTICATION_FAILED: ['Token not accepted', 'Check that it is whole and was issued for this server.'],
          TOKEN_EXPIRED: ['Token expired', 'Get a new one and paste it here.'],
        },
        el('label', { for: 'token' }, 'Access token'),
        el('textarea', { id: 'token', class: 'field', name: 'token', required: true, spellcheck: 'false', autocomplete: 'off', autocapitalize: 'off' }),
        el('p', { class: 'hint' }, 'Paste the access token (JWT) that your identity provider issued to you. It is exchanged for a session; the page stores it nowhere.'));
  }

  #form(signIn, refusals, ...fields) {
    const problem = el('div', { class: 'notice error', role: 'alert', hidden: true });
    const button = el('button', { class: 'button primary', type: 'submit' }, 'Sign in');
    const form = el('form', {}, ...fields, problem, button);
    form.addEventListener('submit', async event => {
      event.preventDefault();
      button.disabled = true;
      problem.hidden = true;
      try {
        await signIn(new FormData(form));
        this.hide();
        this.#done();
      } catch (error) {
        const [title, text] = refusals[error.code] ?? explain(error);
        problem.replaceChildren(el('strong', {}, title), text);
        problem.hidden = false;
        form.querySelector('input[type=password], textarea').select();
      } finally {
        button.disabled = false;
      }
    });
    return form;
  }
}

function explain({ status, message }) {
  return status === 0
    ? ['The server cannot be reached', 'Check that it runs, then try again.']
    : ['Signing in failed', message];
}
