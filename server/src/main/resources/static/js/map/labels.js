import { Boxes } from './boxes.js';

const MOST = 80;
const REACH = 12;
const SIDES = [
  (w, h) => [REACH, -h / 2], (w, h) => [-REACH - w, -h / 2], (w, h) => [-w / 2, REACH - 1], (w, h) => [-w / 2, 1 - REACH - h],
];

/**
 * Which marks bear their names, and on which side. Places are sought once a second and when the map
 * rests; between, a label moves with its mark and goes the moment it would touch another.
 */
export class Labels {
  #sides = new Map();
  #sprites;

  constructor(sprites) {
    this.#sprites = sprites;
  }

  /**
   * @param marks `{vendor, x, y}` on the screen, most important first
   * @param discs `{x, y, radius}` of clusters
   * @param plated ids with a label anyway, drawn apart
   */
  seek(marks, discs, size, plated) {
    const boxes = new Boxes();
    marks.forEach(({ x, y }) => boxes.add(x - 8, y - 8, 16, 16));
    discs.forEach(({ x, y, radius }) => boxes.add(x - radius, y - radius, 2 * radius, 2 * radius));
    const before = this.#sides;
    this.#sides = new Map();
    const first = marks.filter(({ vendor }) => before.has(vendor.id));
    const rest = marks.filter(({ vendor }) => !before.has(vendor.id));
    for (const mark of [...first, ...rest]) {
      if (this.#sides.size >= MOST) {
        return;
      }
      if (!plated.has(mark.vendor.id)) {
        this.#place(mark, boxes, size, before.get(mark.vendor.id) ?? 0);
      }
    }
  }

  #place({ vendor, x, y }, boxes, size, liked) {
    if (x < 0 || y < 0 || x > size.x || y > size.y) {
      return;
    }
    const { width, height } = this.#sprites.label(vendor.name, false);
    for (let n = 0; n < SIDES.length; n++) {
      const side = (liked + n) % SIDES.length;
      const [dx, dy] = SIDES[side](width, height);
      const [left, top] = [x + dx, y + dy];
      if (left >= 0 && top >= 0 && left + width <= size.x && top + height <= size.y
          && !boxes.hits(left, top, width, height)) {
        boxes.add(left, top, width, height);
        this.#sides.set(vendor.id, side);
        return;
      }
    }
  }

  /** Draws the labels of these marks; `plates` are drawn over all, whatever lies there. */
  draw(context, marks, plates, size) {
    const boxes = new Boxes();
    const plated = plates.map(mark => this.#plate(mark, boxes, size));
    for (const { vendor, x, y } of marks) {
      const side = this.#sides.get(vendor.id);
      if (side === undefined) {
        continue;
      }
      const { picture, width, height } = this.#sprites.label(vendor.name, false);
      const [dx, dy] = SIDES[side](width, height);
      if (boxes.hits(x + dx, y + dy, width, height)) {
        this.#sides.delete(vendor.id);
        continue;
      }
      boxes.add(x + dx, y + dy, width, height);
      context.drawImage(picture, Math.round(x + dx), Math.round(y + dy), width, height);
    }
    plated.forEach(draw => draw(context));
  }

  #plate({ vendor, x, y }, boxes, size) {
    const { picture, width, height } = this.#sprites.label(vendor.name, true);
    const fits = x + 16 + width <= size.x || x - 16 - width < 0;
    const [left, top] = [fits ? x + 16 : x - 16 - width, y - height / 2];
    boxes.add(left, top, width, height);
    return context => context.drawImage(picture, Math.round(left), Math.round(top), width, height);
  }
}
