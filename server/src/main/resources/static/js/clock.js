/**
 * The time, and one tick a second for everything that shows an age. Pongs tell how far this
 * machine's clock is from the server's; ages are told by the server's.
 */
const listeners = [];
let offset = 0;
let best = { trip: Infinity, at: -Infinity };
const FORGET_MS = 300_000;

/** Milliseconds since 1970 by the server's clock. */
export function serverNow() {
  return Date.now() + offset;
}

/** Takes the quickest pong of the last minutes: the quicker, the surer. */
export function learnOffset(sentAt, receivedAt, now) {
  const trip = now - sentAt;
  if (trip >= 0 && (trip <= best.trip || now - best.at > FORGET_MS)) {
    best = { trip, at: now };
    offset = receivedAt - (sentAt + trip / 2);
  }
}

export function onTick(listener) {
  listeners.push(listener);
}

export function startClock() {
  const tick = () => {
    listeners.forEach(listener => listener(serverNow()));
    setTimeout(tick, 1000 - Date.now() % 1000);
  };
  tick();
}
