import { learnOffset } from './clock.js';

const PING_MS = 5000;
const SLOW_MS = 1000;
const DEAD_MS = 15_000;

/**
 * Measures the connection: a ping every five seconds, the median of the last three answers. An
 * answer that is overdue makes it slow; none for fifteen seconds makes it dead, well before the
 * heart-beats would tell.
 */
export class Pulse {
  #beat;
  #dead;
  #timers = [];
  #sentAt = 0;
  #answered = true;
  #trips = [];

  constructor({ beat, dead }) {
    this.#beat = beat;
    this.#dead = dead;
  }

  start(gateway) {
    this.stop();
    gateway.subscribe('/user/queue/replies', (pong, { type }) => {
      if (type === 'pong') {
        this.#pong(pong);
      }
    });
    const ping = () => {
      if (this.#answered) {
        this.#sentAt = Date.now();
        this.#answered = false;
        gateway.send('/app/session.ping', { sentAt: new Date(this.#sentAt).toISOString() });
      }
    };
    ping();
    this.#timers = [setInterval(ping, PING_MS), setInterval(() => this.#watch(), 1000)];
  }

  stop() {
    this.#timers.forEach(clearInterval);
    this.#timers = [];
    this.#trips = [];
    this.#answered = true;
  }

  #pong({ sentAt, receivedAt }) {
    if (this.#answered || Date.parse(sentAt) !== this.#sentAt) {
      return;
    }
    const now = Date.now();
    this.#answered = true;
    this.#trips = [...this.#trips, now - this.#sentAt].slice(-3);
    learnOffset(this.#sentAt, Date.parse(receivedAt), now);
    const median = this.#trips.toSorted((a, b) => a - b)[this.#trips.length >> 1];
    this.#beat(median > SLOW_MS ? 'slow' : 'live', median);
  }

  #watch() {
    const waiting = this.#answered ? 0 : Date.now() - this.#sentAt;
    if (waiting > DEAD_MS) {
      this.#dead();
    } else if (waiting > 2 * SLOW_MS) {
      this.#beat('slow', waiting);
    }
  }
}
