import { colour, onTheme } from '../theme.js';

const TURN = 5;
const CASING = 3;
const PATHS = {
  moving: 'M0 -9 7.2 7.4 0 4 -7.2 7.4Z',
};

/** Ready pictures of marks, labels and clusters: drawing one is a copy of pixels. */
export class Sprites {
  #cache = new Map();
  colours = {};

  constructor() {
    const read = () => {
      this.#cache.clear();
      for (const state of ['moving', 'stopped', 'stale', 'offline', 'alert']) {
        this.colours[state] = colour('--state-' + state);
      }
      for (const [name, token] of [['casing', '--map-casing'], ['text', '--map-text'], ['accent', '--accent'],
        ['panel', '--bg-overlay'], ['line', '--border']]) {
        this.colours[name] = colour(token);
      }
    };
    read();
    onTheme(read);
  }

  mark(state, heading, zoomed) {
    const turn = state === 'moving' ? Math.round((heading ?? 0) / TURN) * TURN % 360 : 0;
    return this.#get(`m${state}${turn}/${zoomed}`, 26, 26, context => {
      context.translate(13, 13);
      context.scale(zoomed, zoomed);
      context.rotate(turn * Math.PI / 180);
      this.#drawMark(context, state);
    });
  }

  #drawMark(context, state) {
    const shape = new Path2D(PATHS[state]);
    if (!PATHS[state]) {
      shape.arc(0, 0, { stopped: 6, stale: 7.5, offline: 5.5 }[state], 0, 7);
    }
    context.lineJoin = 'round';
    context.strokeStyle = this.colours.casing;
    context.lineWidth = state === 'offline' ? 5 : CASING;
    context.stroke(shape);
    context.fillStyle = context.strokeStyle = this.colours[state];
    if (state === 'stale') {
      this.#drawStale(context, shape);
    } else if (state === 'offline') {
      context.lineWidth = 2;
      context.stroke(shape);
    } else {
      context.fill(shape);
    }
  }

  #drawStale(context, ring) {
    context.fillStyle = this.colours.casing;
    context.fill(ring);
    context.lineWidth = 1.5;
    context.setLineDash([3.2, 2.7]);
    context.stroke(ring);
    context.globalAlpha = 0.5;
    context.fillStyle = this.colours.stale;
    context.beginPath();
    context.arc(0, 0, 4.5, 0, 7);
    context.fill();
  }

  /** A disc with the count, its ring parted by state. */
  cluster({ count, radius, shares }) {
    const size = 2 * radius + 8;
    return this.#get(`c${count}/${shares.map(([state, n]) => state[1] + n)}`, size, size, context => {
      context.translate(size / 2, size / 2);
      disc(context, radius + 2, this.colours.casing);
      let from = -Math.PI / 2;
      for (const [state, n] of shares) {
        const to = from + n / count * 2 * Math.PI;
        context.beginPath();
        context.arc(0, 0, radius - 2, from, to);
        context.lineWidth = 4;
        context.strokeStyle = this.colours[state];
        context.stroke();
        from = to;
      }
      disc(context, radius - 4, this.colours.panel);
      context.font = '600 12px system-ui, sans-serif';
      context.fillStyle = this.colours.text;
      context.textAlign = 'center';
      context.textBaseline = 'middle';
      context.fillText(count, 0, 0.5);
    });
  }

  /** A name: with a halo, or on a plate where it is the selected vendor's. */
  label(name, plate) {
    const most = plate ? 280 : 150;
    const font = `${plate ? 600 : 400} 12px system-ui, sans-serif`;
    const known = this.#cache.get(`l${plate}${name}`);
    if (known) {
      return known;
    }
    const text = shortened(name, font, most);
    const width = Math.ceil(measure(text, font)) + (plate ? 14 : 6);
    return this.#get(`l${plate}${name}`, width, plate ? 22 : 18, context => {
      context.font = font;
      context.textBaseline = 'middle';
      context.lineJoin = 'round';
      if (plate) {
        context.beginPath();
        context.roundRect(0.5, 0.5, width - 1, 21, 4);
        context.fillStyle = this.colours.panel;
        context.fill();
        context.strokeStyle = this.colours.line;
        context.stroke();
      } else {
        context.strokeStyle = this.colours.casing;
        context.lineWidth = 3;
        context.strokeText(text, 3, 9.5);
      }
      context.fillStyle = this.colours.text;
      context.fillText(text, plate ? 7 : 3, plate ? 11.5 : 9.5);
    });
  }

  #get(key, width, height, draw) {
    let sprite = this.#cache.get(key);
    if (!sprite) {
      if (this.#cache.size > 4000) {
        this.#cache.clear();
      }
      const ratio = devicePixelRatio || 1;
      const picture = document.createElement('canvas');
      picture.width = Math.ceil(width * ratio);
      picture.height = Math.ceil(height * ratio);
      const context = picture.getContext('2d');
      context.scale(ratio, ratio);
      draw(context);
      sprite = { picture, width, height };
      this.#cache.set(key, sprite);
    }
    return sprite;
  }
}

const ruler = document.createElement('canvas').getContext('2d');

function measure(text, font) {
  ruler.font = font;
  return ruler.measureText(text).width;
}

function shortened(name, font, most) {
  if (measure(name, font) <= most) {
    return name;
  }
  let length = name.length;
  while (length > 1 && measure(name.slice(0, length) + '…', font) > most) {
    length--;
  }
  return name.slice(0, length).trimEnd() + '…';
}

function disc(context, radius, fill) {
  context.beginPath();
  context.arc(0, 0, radius, 0, 7);
  context.fillStyle = fill;
  context.fill();
}
