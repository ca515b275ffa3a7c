/** What the end of a connection means: by the ERROR frame's code, else by the close code. */
const CODES = {
  4500: 'AUTHENTICATION_FAILED', 4501: 'SESSION_REVOKED', 4502: 'SESSION_REPLACED',
  4510: 'MESSAGE_TOO_LARGE', 4511: 'PROTOCOL_ERROR', 4001: 'TOKEN_EXPIRED',
};

const SIGN_IN = {
  AUTHENTICATION_FAILED: 'The server did not accept your session. Sign in again.',
  SESSION_REVOKED: 'Your session was ended by you elsewhere or by an administrator. Sign in again to go on.',
  TOKEN_EXPIRED: 'Your session has run out. Sign in again to go on.',
};

const STOP = {
  SESSION_REPLACED: 'This view went live in another tab, so this one has stopped.',
  MESSAGE_TOO_LARGE: 'The server refused a message of this page as too large. If it happens again, tell your administrator.',
  PROTOCOL_ERROR: 'The server and this page do not understand each other. A reload gets the newest version.',
};

/** `{then: 'sign-in' | 'stop' | 'reconnect', code, message, again?: 'replace' | 'reload'}` */
export function meaningOf(errorCode, closeCode) {
  const code = errorCode ?? CODES[closeCode] ?? null;
  if (code in SIGN_IN) {
    return { then: 'sign-in', code, message: SIGN_IN[code] };
  }
  if (code in STOP) {
    const again = code === 'SESSION_REPLACED' ? 'replace' : 'reload';
    return { then: 'stop', code, message: STOP[code], again };
  }
  if (closeCode >= 4500 && closeCode <= 4999) {
    return { then: 'stop', code, message: 'The server ended this connection for good.', again: 'reload' };
  }
  return { then: 'reconnect', code, message: '' };
}
