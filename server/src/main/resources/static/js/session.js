import { ApiError, request } from './api.js';

/**
 * Who is signed in. The cookie is the browser's business; the token stays in this object, for the
 * one case that the server lost its sessions and the token still holds.
 */
export class Session {
  #token = null;
  user = null;
  csrfToken = null;
  expiresAt = null;

  /** A demo account's name and password. */
  async signInWithPassword(username, password) {
    const { accessToken } = await request('POST', 'api/auth/login', { body: { username, password } });
    return this.signInWithToken(accessToken);
  }

  async signInWithToken(token) {
    const headers = { Authorization: 'Bearer ' + token };
    this.#take(await request('POST', 'api/auth/session', { headers }));
    this.#token = token;
    return this;
  }

  /** Takes up the cookie's session; false where there is none (any more). */
  async resume() {
    try {
      this.#take(await request('GET', 'api/auth/session'));
      return true;
    } catch (error) {
      if (!(error instanceof ApiError) || (error.status !== 401 && error.status !== 403)) {
        throw error;
      }
    }
    return this.#token ? this.#renew() : false;
  }

  async #renew() {
    try {
      await this.signInWithToken(this.#token);
      return true;
    } catch (error) {
      if (error.status === 0 || error.status >= 500) {
        throw error;
      }
      this.#token = null;
      return false;
    }
  }

  async signOut() {
    const headers = { 'X-CSRF-TOKEN': this.csrfToken ?? '' };
    this.forget();
    await request('DELETE', 'api/auth/session', { headers, keepalive: true });
  }

  forget() {
    this.#token = null;
    this.user = null;
    this.csrfToken = null;
    this.expiresAt = null;
  }

  /** Dispatchers and administrators hear every vendor. */
  get seesAll() {
    return this.user.roles.some(role => role === 'DISPATCHER' || role === 'ADMIN');
  }

  #take({ csrfToken, user, expiresAt }) {
    this.csrfToken = csrfToken;
    this.user = user;
    this.expiresAt = Date.parse(expiresAt);
  }
}
