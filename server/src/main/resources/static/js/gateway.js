import { Backoff } from './backoff.js';
import { meaningOf } from './closing.js';
import { deviceId, deviceType } from './device.js';
import { Emitter } from './emitter.js';
import { Pulse } from './pulse.js';

const HEARTBEAT_MS = 25_000;
const CONNECT_TIMEOUT_MS = 10_000;
const STEADY_MS = 10_000;

/**
 * The connection to the gateway, kept up until it is told to stop or the server says not to come
 * back. Each attempt is a fresh stomp.js client, so that a wait can be shown and cut short.
 *
 * Says `state` (`{name: 'connecting' | 'live' | 'slow' | 'waiting' | 'offline' | 'stopped',
 * latency, retryAt, since, message, again}`), `open` with every new connection, `sign-in` with the reason.
 */
export class Gateway extends Emitter {
  #session;
  #client = null;
  #timer = 0;
  #backoff = new Backoff();
  #pulse;
  #lostAt = null;
  #openedAt = 0;
  #errorCode = null;
  state = { name: 'stopped' };

  constructor(session) {
    super();
    this.#session = session;
    this.#pulse = new Pulse({
      beat: (quality, latency) => this.#show({ name: quality, latency }),
      dead: () => this.#client?.forceDisconnect(),
    });
    addEventListener('online', () => this.retryNow());
    addEventListener('pagehide', () => this.#client?.deactivate());
    document.addEventListener('visibilitychange', () => !document.hidden && this.retryNow());
  }

  get connected() {
    return this.#client?.connected ?? false;
  }

  start() {
    this.#lostAt = null;
    this.#backoff.reset();
    this.#attempt();
  }

  /**
   * Ends the connection; no event follows but the state.
   *
   * @param again what the user can do about it: `replace` this device, or `reload` the page
   */
  stop(message = '', again = null) {
    this.#discard();
    this.#show({ name: 'stopped', message, again });
  }

  retryNow() {
    if (this.state.retryAt) {
      this.#attempt();
    }
  }

  /**
   * Subscribes; JSON bodies go to `listener` with the headers. Returns how to end it.
   *
   * @param conflate milliseconds in which the newest of each vendor is enough
   */
  subscribe(destination, listener, { onReceipt, conflate } = {}) {
    const headers = conflate ? { conflate } : {};
    if (onReceipt) {
      headers.receipt = 'r' + Math.random().toString(36).slice(2);
      this.#client.watchForReceipt(headers.receipt, onReceipt);
    }
    const client = this.#client;
    const subscription = client.subscribe(destination,
        ({ body, headers: sent }) => listener(JSON.parse(body), sent), headers);
    return () => client === this.#client && client.connected && subscription.unsubscribe();
  }

  send(destination, body) {
    if (this.connected) {
      this.#client.publish({
        destination, body: JSON.stringify(body), headers: { 'content-type': 'application/json' },
      });
    }
  }

  async #attempt() {
    this.#discard();
    this.#show({ name: this.#lostAt ? this.state.name : 'connecting', message: '' });
    const client = this.#client = this.#newClient();
    try {
      if (!await this.#session.resume()) {
        this.#discardIf(client, () => this.#signIn('Your session has ended. Sign in again to go on.'));
        return;
      }
    } catch {
      this.#discardIf(client, () => this.#waitAndRetry());
      return;
    }
    client.connectHeaders = await this.#connectHeaders();
    if (client === this.#client) {
      client.activate();
    }
  }

  #newClient() {
    const url = new URL('ws', document.baseURI);
    url.protocol = url.protocol.replace('http', 'ws');
    this.#errorCode = null;
    const client = new StompJs.Client({
      brokerURL: url.href,
      heartbeatIncoming: HEARTBEAT_MS,
      heartbeatOutgoing: HEARTBEAT_MS,
      connectionTimeout: CONNECT_TIMEOUT_MS,
      discardWebsocketOnCommFailure: true,
      reconnectDelay: 0,
      onConnect: () => client === this.#client && this.#opened(),
      onStompError: ({ headers }) => { this.#errorCode = headers.code ?? null; },
      onWebSocketClose: event => client === this.#client && this.#closed(event),
    });
    return client;
  }

  async #connectHeaders() {
    return {
      'X-CSRF-TOKEN': this.#session.csrfToken,
      'device-id': await deviceId(),
      'device-type': deviceType(),
    };
  }

  #opened() {
    this.#lostAt = null;
    this.#openedAt = Date.now();
    this.#show({ name: 'live' });
    this.emit('open');
    this.#pulse.start(this);
  }

  #closed({ code, wasClean }) {
    // A socket that stomp.js gave up closes with a code of its own, which is not the server's.
    const meaning = meaningOf(this.#errorCode, wasClean ? code : null);
    if (meaning.then === 'sign-in') {
      this.#signIn(meaning.message);
    } else if (meaning.then === 'stop') {
      this.stop(meaning.message, meaning.again);
    } else {
      this.#waitAndRetry();
    }
  }

  #signIn(message) {
    this.stop(message);
    this.emit('sign-in', message);
  }

  #waitAndRetry() {
    if (this.#openedAt && Date.now() - this.#openedAt > STEADY_MS) {
      this.#backoff.reset();
    }
    this.#openedAt = 0;
    this.#discard();
    this.#lostAt ??= Date.now();
    const wait = this.#backoff.next();
    this.#timer = setTimeout(() => this.#attempt(), wait);
    const long = Date.now() - this.#lostAt > 30_000;
    this.#show({ name: long ? 'offline' : 'waiting', retryAt: Date.now() + wait });
  }

  #discardIf(client, then) {
    if (client === this.#client) {
      then();
    }
  }

  #discard() {
    clearTimeout(this.#timer);
    this.#pulse.stop();
    const client = this.#client;
    this.#client = null;
    client?.deactivate({ force: !client.connected });
  }

  #show(state) {
    this.state = { since: this.#lostAt, ...state };
    this.emit('state', this.state);
  }
}
