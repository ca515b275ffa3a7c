const CELL = 64;

/** Rectangles on the screen, quick to ask whether another would overlap one of them. */
export class Boxes {
  #cells = new Map();

  add(left, top, width, height) {
    const box = { left, top, right: left + width, bottom: top + height };
    this.#each(box, key => {
      const cell = this.#cells.get(key);
      if (cell) {
        cell.push(box);
      } else {
        this.#cells.set(key, [box]);
      }
      return false;
    });
  }

  hits(left, top, width, height) {
    const box = { left, top, right: left + width, bottom: top + height };
    return this.#each(box, key => (this.#cells.get(key) ?? []).some(other =>
      other.left < box.right && other.right > box.left && other.top < box.bottom && other.bottom > box.top));
  }

  #each({ left, top, right, bottom }, test) {
    for (let x = Math.floor(left / CELL); x <= right / CELL; x++) {
      for (let y = Math.floor(top / CELL); y <= bottom / CELL; y++) {
        if (test(x * 4096 + y)) {
          return true;
        }
      }
    }
    return false;
  }
}
