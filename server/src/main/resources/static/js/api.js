/** A refusal by the server, or no answer from it (`status` 0). */
export class ApiError extends Error {
  constructor(status, code, message) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

const TIMEOUT_MS = 10_000;

/** Sends a request to this page's own server and reads JSON. */
export async function request(method, path, { body, headers = {}, keepalive = false } = {}) {
  let response;
  try {
    response = await fetch(path, {
      method,
      headers: { Accept: 'application/json', ...(body ? { 'Content-Type': 'application/json' } : {}), ...headers },
      body: body && JSON.stringify(body),
      credentials: 'same-origin',
      cache: 'no-store',
      keepalive,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch {
    throw new ApiError(0, 'UNREACHABLE', 'The server cannot be reached.');
  }
  const reply = await response.json().catch(() => null);
  if (!response.ok) {
    throw new ApiError(response.status, reply?.code ?? 'UNKNOWN_ERROR',
        reply?.message ?? `The server answered ${response.status}.`);
  }
  return reply;
}
