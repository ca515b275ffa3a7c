/** A canvas over the whole map, as sharp as the screen, as a Leaflet layer. */
export const Overlay = L.Layer.extend({
  initialize(className, draw) {
    this.canvas = document.createElement('canvas');
    this.canvas.className = 'overlay-canvas ' + className;
    this.canvas.setAttribute('aria-hidden', 'true');
    this.context = this.canvas.getContext('2d');
    this.draw = draw;
  },

  onAdd(map) {
    map.getContainer().append(this.canvas);
    this.fit();
    map.on('resize', this.fit, this);
  },

  onRemove(map) {
    this.canvas.remove();
    map.off('resize', this.fit, this);
  },

  fit() {
    const { x, y } = this._map.getSize();
    const ratio = devicePixelRatio || 1;
    this.canvas.width = Math.round(x * ratio);
    this.canvas.height = Math.round(y * ratio);
    this.canvas.style.width = x + 'px';
    this.canvas.style.height = y + 'px';
    this.draw();
  },

  /** An empty canvas in CSS pixels. */
  clean() {
    const ratio = devicePixelRatio || 1;
    this.context.setTransform(1, 0, 0, 1, 0, 0);
    this.context.clearRect(0, 0, this.canvas.width, this.canvas.height);
    this.context.setTransform(ratio, 0, 0, ratio, 0, 0);
    return this.context;
  },
});
