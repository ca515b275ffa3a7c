const KEY = 'venta.theme';
const ORDER = ['system', 'light', 'dark'];
const system = matchMedia('(prefers-color-scheme: dark)');
const listeners = [];

/** Which theme is chosen: `system`, `light` or `dark`. */
export function theme() {
  const kept = localStorage.getItem(KEY);
  return ORDER.includes(kept) ? kept : 'system';
}

export function nextTheme() {
  const next = ORDER[(ORDER.indexOf(theme()) + 1) % ORDER.length];
  localStorage.setItem(KEY, next);
  apply();
  return next;
}

export function onTheme(listener) {
  listeners.push(listener);
}

/** A colour of the style sheet as the canvas understands it. */
export function colour(token) {
  probe.style.color = `var(${token})`;
  return getComputedStyle(probe).color;
}

const probe = document.createElement('i');
probe.hidden = true;
document.documentElement.append(probe);

function apply() {
  const chosen = theme();
  if (chosen === 'system') {
    delete document.documentElement.dataset.theme;
  } else {
    document.documentElement.dataset.theme = chosen;
  }
  listeners.forEach(listener => listener());
}

system.addEventListener('change', apply);
apply();
