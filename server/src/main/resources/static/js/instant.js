const PATTERN = /^(.+T\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d)$/;

/**
 * An ISO-8601 moment at full precision: whole seconds, and nanoseconds beside them, which Date
 * would cut off. Null where the text is none.
 */
export function parseInstant(text) {
  const parts = PATTERN.exec(text);
  const second = parts ? Date.parse(parts[1] + parts[3]) : NaN;
  if (Number.isNaN(second)) {
    return null;
  }
  const nanos = Number((parts[2] ?? '').padEnd(9, '0'));
  return { second, nanos, ms: second + nanos / 1e6 };
}

export function isAfter(a, b) {
  return a.second > b.second || (a.second === b.second && a.nanos > b.nanos);
}
