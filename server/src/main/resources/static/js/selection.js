import { Emitter } from './emitter.js';

/** Which vendor is selected, hovered and followed. Says `changed`. */
export class Selection extends Emitter {
  id = null;
  hovered = null;
  following = false;

  select(id) {
    if (id !== this.id) {
      this.id = id;
      this.following = false;
      this.emit('changed');
    }
  }

  hover(id) {
    if (id !== this.hovered) {
      this.hovered = id;
      this.emit('hovered');
    }
  }

  follow(on) {
    const follows = on && this.id !== null;
    if (follows !== this.following) {
      this.following = follows;
      this.emit('changed');
    }
  }
}
