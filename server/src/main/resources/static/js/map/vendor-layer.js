import { positionAt, restsAt } from '../motion.js';
import { STATES } from '../state-rules.js';
import { Clusters } from './clusters.js';
import { Frames } from './frames.js';
import { Labels } from './labels.js';
import { Overlay } from './overlay.js';
import { Sprites } from './sprites.js';
import { drawTrail } from './trail.js';

const MOST_CLUSTER_ZOOM = 11;
const OUTSIDE = 40;
const REACH = 14;
/** From here on marks are put on whole pixels: less smooth, but copied rather than blended. */
const MANY = 600;

/**
 * All vendors on one canvas. A frame is drawn when something moves or changed, else none is; once
 * a second, and when the map rests, clusters and labels are sought anew.
 */
export class VendorLayer {
  #view;
  #fleet;
  #selection;
  #roster;
  #sprites = new Sprites();
  #clusters = new Clusters();
  #labels = new Labels(this.#sprites);
  #overlay;
  #asked = 0;
  #movingUntil = 0;
  #order = [];
  #grouped = { clusters: [], alone: null };
  #seekLabels = true;
  /** Called before each frame with its time. */
  beforeFrame = () => {};
  marks = [];
  discs = [];
  frames = new Frames();

  constructor({ view, fleet, selection, roster }) {
    this.#view = view;
    this.#fleet = fleet;
    this.#selection = selection;
    this.#roster = roster;
    this.#overlay = new Overlay('vendor-canvas', () => this.#draw(performance.now()));
    this.#overlay.addTo(view.leaflet);
    view.on('view', () => this.#draw(performance.now()));
    view.on('settled', () => selection.following || this.tick());
    fleet.on('moved', vendor => {
      this.#movingUntil = Math.max(this.#movingUntil, restsAt(vendor));
      this.ask();
    });
    selection.on('changed', () => this.tick());
    selection.on('hovered', () => this.ask());
  }

  /** Seeks clusters, labels and the order of drawing anew. */
  tick() {
    this.#order = [...this.#fleet.all()].filter(vendor => vendor.motion && this.#roster.matches(vendor))
        .sort((a, b) => STATES.indexOf(b.state) - STATES.indexOf(a.state));
    this.#group();
    this.#seekLabels = true;
    this.ask();
  }

  /** A frame, at the next occasion. */
  ask() {
    this.#asked ||= requestAnimationFrame(now => {
      this.#asked = 0;
      this.beforeFrame(now);
      this.#draw(now);
      if (now < this.#movingUntil || this.#view.gliding || this.#selection.following) {
        this.ask();
      }
    });
  }

  /** What is drawn at a point: `{vendor}`, `{cluster}` or null; what lies on top comes first. */
  at(x, y) {
    let best = null;
    let least = REACH;
    for (const mark of this.marks) {
      const apart = Math.hypot(mark.x - x, mark.y - y);
      if (apart <= least) {
        least = apart;
        best = { vendor: mark.vendor };
      }
    }
    const disc = this.discs.find(one => Math.hypot(one.x - x, one.y - y) <= one.radius + 2);
    return best ?? (disc ? { cluster: disc.cluster } : null);
  }

  #group() {
    const now = performance.now();
    const zoom = Math.round(this.#view.zoom);
    if (zoom > MOST_CLUSTER_ZOOM) {
      this.#grouped = { clusters: [], alone: null };
      return;
    }
    const spots = this.#order.filter(({ id }) => id !== this.#selection.id)
        .map(vendor => ({ vendor, ...positionAt(vendor, now) }));
    this.#grouped = this.#clusters.gather(spots, 256 * 2 ** zoom);
  }

  #draw(now) {
    const start = performance.now();
    const context = this.#overlay.clean();
    const frame = this.#view.frame(now);
    this.#place(frame, now);
    const selected = this.#fleet.get(this.#selection.id);
    if (selected?.motion) {
      drawTrail(context, selected, positionAt(selected, now), frame, this.#sprites.colours.accent);
    }
    this.discs.forEach(({ cluster, x, y }) => this.#stamp(context, this.#sprites.cluster(cluster), Math.round(x), Math.round(y)));
    const zoomed = this.#view.zoom <= 12 ? 0.85 : 1;
    for (const mark of this.marks) {
      this.#stamp(context, this.#sprites.mark(mark.vendor.state, mark.heading, zoomed), mark.x, mark.y);
    }
    this.#drawLabels(context, zoomed);
    this.frames.add(now, performance.now() - start);
  }

  #place({ scale, left, top }, now) {
    const { x: width, y: height } = this.#view.size;
    const inside = (x, y) => x > -OUTSIDE && y > -OUTSIDE && x < width + OUTSIDE && y < height + OUTSIDE;
    const { alone, clusters } = this.#grouped;
    this.marks = [];
    for (const vendor of this.#order) {
      const selected = vendor.id === this.#selection.id;
      if (selected || !alone || alone.has(vendor.id)) {
        const spot = positionAt(vendor, now);
        const [x, y] = [spot.x * scale - left, spot.y * scale - top];
        if (inside(x, y)) {
          this.marks.push({ vendor, x, y, heading: spot.heading, selected });
        }
      }
    }
    this.discs = [];
    for (const cluster of clusters) {
      const [x, y] = [cluster.x * scale - left, cluster.y * scale - top];
      if (inside(x, y)) {
        this.discs.push({ cluster, x, y, radius: cluster.radius });
      }
    }
  }

  #drawLabels(context, zoomed) {
    const plates = this.marks.filter(({ vendor, selected }) => selected || vendor.id === this.#selection.hovered);
    if (this.#seekLabels && !this.#view.gliding) {
      this.#seekLabels = false;
      const plated = new Set(plates.map(({ vendor }) => vendor.id));
      this.#labels.seek(this.marks, this.discs, this.#view.open, plated);
    }
    const plain = this.marks.filter(mark => !plates.includes(mark));
    this.#labels.draw(context, plain, plates, this.#view.open);
    for (const { vendor, x, y, heading, selected } of plates.sort((a, b) => a.selected - b.selected)) {
      this.#stamp(context, this.#sprites.mark(vendor.state, heading, zoomed), x, y);
      if (selected) {
        context.beginPath();
        context.arc(x, y, 13, 0, 7);
        context.lineWidth = 2;
        context.strokeStyle = this.#sprites.colours.accent;
        context.stroke();
      }
    }
  }

  #stamp(context, { picture, width, height }, x, y) {
    const [left, top] = [x - width / 2, y - height / 2];
    if (this.marks.length > MANY) {
      context.drawImage(picture, Math.round(left), Math.round(top), width, height);
    } else {
      context.drawImage(picture, left, top, width, height);
    }
  }
}
