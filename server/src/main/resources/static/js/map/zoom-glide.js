const SPAN_MS = 250;

/**
 * How the world lies on the screen, also while Leaflet animates a zoom: the canvases are drawn
 * anew in each frame, so that marks keep their size while tiles grow under them.
 */
export class ZoomGlide {
  #map;
  #from = null;
  #to = null;
  #start = 0;

  constructor(map) {
    this.#map = map;
    map.on('zoomanim', ({ center, zoom }) => {
      this.#from = this.#resting();
      const corner = map.project(center, zoom).subtract(map.getSize().divideBy(2));
      this.#to = { scale: 256 * 2 ** zoom, left: corner.x, top: corner.y };
      this.#start = performance.now();
    });
    map.on('zoomend moveend', () => { this.#to = null; });
  }

  get running() {
    return this.#to !== null;
  }

  frame(now) {
    if (!this.#to) {
      return this.#resting();
    }
    const part = ease(Math.min(1, Math.max(0, (now - this.#start) / SPAN_MS)));
    const between = (a, b) => a + (b - a) * part;
    return {
      scale: between(this.#from.scale, this.#to.scale),
      left: between(this.#from.left, this.#to.left),
      top: between(this.#from.top, this.#to.top),
    };
  }

  #resting() {
    const { x, y } = this.#map.getPixelBounds().min;
    return { scale: 256 * 2 ** this.#map.getZoom(), left: x, top: y };
  }
}

/** Leaflet's zoom curve, cubic-bezier(0, 0, 0.25, 1). */
function ease(part) {
  let [low, high] = [0, 1];
  for (let i = 0; i < 20; i++) {
    const t = (low + high) / 2;
    if (0.75 * t * t + 0.25 * t ** 3 < part) {
      low = t;
    } else {
      high = t;
    }
  }
  return 3 * low ** 2 - 2 * low ** 3;
}
