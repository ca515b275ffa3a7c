import { Emitter } from '../emitter.js';
import { latAt, longAt } from '../geo.js';
import { isNarrow } from '../sheet.js';
import { ZoomGlide } from './zoom-glide.js';

const FIRST_VIEW = [[24, 8], 3];
const MOST_FIT_ZOOM = 15;
const CENTRE_ZOOM = 14;
const MARGIN = 48;
const PANEL = 360;
const SHEET = 112;
const NARROW_MARGIN = 28;

/**
 * The Leaflet map, and where things are on it. It moves for the user, for *follow* and for the
 * first fit, else never. Says `view` whenever what is in sight changed, `settled` when it rests,
 * `touched` when the user took it.
 */
export class MapView extends Emitter {
  #glide;
  #panel = () => false;

  constructor(node) {
    super();
    this.leaflet = L.map(node, {
      zoomControl: false, minZoom: 2, maxZoom: 18, worldCopyJump: true, attributionControl: false,
      maxBounds: [[-86, -100_000], [86, 100_000]], maxBoundsViscosity: 0.8,
    }).setView(...FIRST_VIEW);
    L.control.attribution({ prefix: false }).addTo(this.leaflet);
    L.control.scale({ imperial: false, maxWidth: 120 }).addTo(this.leaflet);
    this.#glide = new ZoomGlide(this.leaflet);
    this.leaflet.on('move zoom viewreset resize zoomanim', () => this.emit('view'));
    this.leaflet.on('moveend zoomend resize', () => this.emit('settled'));
    this.leaflet.on('dragstart', () => this.emit('touched', 'drag'));
    node.addEventListener('wheel', () => this.emit('touched', 'zoom'), { passive: true });
    new ResizeObserver(() => this.leaflet.invalidateSize({ pan: false })).observe(node);
  }

  /** @param open tells whether a panel covers the map's right edge */
  coveredBy(open) {
    this.#panel = open;
  }

  onMove(listener) {
    this.on('settled', listener);
  }

  /** How the world (0 … 1) lies on the screen: x · scale − left, y · scale − top. */
  frame(now) {
    return this.#glide.frame(now);
  }

  get gliding() {
    return this.#glide.running;
  }

  get zoom() {
    return this.leaflet.getZoom();
  }

  get size() {
    return this.leaflet.getSize();
  }

  inView({ motion }) {
    if (!motion) {
      return false;
    }
    const { scale, left, top } = this.frame(performance.now());
    const [x, y] = [motion.x * scale - left, motion.y * scale - top];
    return x >= 0 && y >= 0 && x <= this.size.x && y <= this.size.y;
  }

  /** The size of the part that no panel covers. */
  get open() {
    const { x, y } = this.size;
    return { x: x - (this.#panel() && !isNarrow() ? PANEL : 0), y };
  }

  /** The part of the map that nothing covers, less a margin. */
  clear() {
    const { x, y } = this.size;
    const narrow = isNarrow();
    const panel = this.#panel();
    const margin = narrow ? NARROW_MARGIN : MARGIN;
    return {
      left: margin,
      top: margin,
      right: x - margin - (panel && !narrow ? PANEL : 0),
      bottom: y - margin - (narrow ? (panel ? y * 0.52 : SHEET) : 0),
    };
  }

  fit(vendors, { animate = true } = {}) {
    const points = [...vendors].filter(({ motion }) => motion)
        .map(({ motion }) => [latAt(motion.y), longAt(motion.x)]);
    if (!points.length) {
      return;
    }
    const { left, top, right, bottom } = this.clear();
    this.leaflet.fitBounds(L.latLngBounds(points), {
      paddingTopLeft: [left, top],
      paddingBottomRight: [this.size.x - right, this.size.y - bottom],
      maxZoom: MOST_FIT_ZOOM,
      animate,
    });
  }

  /** As near as shows these apart, one step nearer at least. */
  zoomInto(vendors) {
    this.emit('touched', 'zoom');
    const bounds = L.latLngBounds(vendors.map(({ motion }) => [latAt(motion.y), longAt(motion.x)]));
    const fitting = this.leaflet.getBoundsZoom(bounds, false, [2 * MARGIN, 2 * MARGIN]);
    const zoom = Math.max(Math.round(this.zoom) + 1, Math.min(MOST_FIT_ZOOM, fitting));
    this.leaflet.setView(bounds.getCenter(), zoom);
  }

  /** Brings a mark out from under the panel, or into sight; a mark that is in sight stays. */
  reveal({ motion }) {
    if (!motion) {
      return;
    }
    const { left, top, right, bottom } = this.clear();
    const { x, y } = this.#pointOf(motion);
    const far = x < 0 || y < 0 || x > this.size.x || y > this.size.y;
    const by = far ? [x - (left + right) / 2, y - (top + bottom) / 2]
      : [Math.min(0, x - left) || Math.max(0, x - right), Math.min(0, y - top) || Math.max(0, y - bottom)];
    if (by[0] || by[1]) {
      this.leaflet.panBy(by.map(Math.round), { animate: !far });
    }
  }

  /** Puts a mark in the middle of what is clear, near enough to see it. */
  centre({ motion }) {
    const zoom = Math.max(this.zoom, CENTRE_ZOOM);
    const scale = 256 * 2 ** zoom;
    const { left, top, right, bottom } = this.clear();
    const { x, y } = this.size;
    const centre = {
      x: motion.x + (x / 2 - (left + right) / 2) / scale,
      y: motion.y + (y / 2 - (top + bottom) / 2) / scale,
    };
    this.leaflet.setView([latAt(centre.y), longAt(centre.x)], zoom);
  }

  /** One step of *follow*: the place (0 … 1) to the middle of what is clear. */
  keepCentred(place) {
    const { left, top, right, bottom } = this.clear();
    const { x, y } = this.#pointOf(place);
    const by = [Math.round(x - (left + right) / 2), Math.round(y - (top + bottom) / 2)];
    if ((by[0] || by[1]) && !this.gliding) {
      this.leaflet.panBy(by, { animate: false });
    }
  }

  zoomBy(steps) {
    this.emit('touched', 'zoom');
    this.leaflet.setZoom(Math.round(this.zoom) + steps);
  }

  #pointOf(place) {
    const { scale, left, top } = this.frame(performance.now());
    return { x: place.x * scale - left, y: place.y * scale - top };
  }
}
