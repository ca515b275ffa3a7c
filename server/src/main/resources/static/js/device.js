const KEY = 'venta.device';
const WAIT_MS = 400;
const INSTALLED = ['standalone', 'minimal-ui', 'window-controls-overlay'];
let claimed = null;

/**
 * The id of this tab as a device: kept while the tab lives, so that a reload is the same one. A
 * duplicated tab starts with a copy of it; it finds the id held by the other and takes its own.
 */
export function deviceId() {
  claimed ??= claim(sessionStorage.getItem(KEY) ?? freshId());
  return claimed;
}

/** Another device from now on: the old id is in use elsewhere. */
export function renewDevice() {
  claimed = claim(freshId());
}

export function deviceType() {
  const installed = navigator.standalone || INSTALLED.some(mode => matchMedia(`(display-mode: ${mode})`).matches);
  return installed ? 'pwa' : 'web';
}

async function claim(id) {
  const own = await hold(id) ? id : freshId();
  if (own !== id) {
    await hold(own);
  }
  sessionStorage.setItem(KEY, own);
  return own;
}

/** Holds the id until the tab goes; false where another tab does. A reload waits for its own past. */
function hold(id) {
  if (!navigator.locks) {
    return Promise.resolve(true); // Not over plain HTTP: there the server's SESSION_REPLACED tells.
  }
  return new Promise(resolve => {
    const held = () => {
      resolve(true);
      return new Promise(() => {});
    };
    navigator.locks.request('venta.device.' + id, { signal: AbortSignal.timeout(WAIT_MS) }, held)
        .catch(() => resolve(false));
  });
}

function freshId() {
  const bytes = crypto.getRandomValues(new Uint8Array(9));
  return 'web-' + Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
}
