/** Listeners by the name of an event. */
export class Emitter {
  #listeners = new Map();

  on(event, listener) {
    const all = this.#listeners.get(event) ?? [];
    all.push(listener);
    this.#listeners.set(event, all);
    return this;
  }

  emit(event, ...values) {
    for (const listener of this.#listeners.get(event) ?? []) {
      listener(...values);
    }
  }
}
