import { byId } from './dom.js';
import { addBaseMap } from './map/base-map.js';
import { addGraticule } from './map/graticule.js';
import { MapView } from './map/map-view.js';
import { startPointer } from './map/pointer.js';
import { addTiles } from './map/tiles.js';
import { VendorLayer } from './map/vendor-layer.js';
import { positionAt } from './motion.js';
import { toast } from './toasts.js';

/** The map with everything on it, and what can be done with it. */
export class Stage {
  #fleet;
  #selection;

  constructor({ fleet, selection, roster, tiles, chosen }) {
    this.#fleet = fleet;
    this.#selection = selection;
    this.view = new MapView(byId('map'));
    addGraticule(this.view);
    addBaseMap(this.view.leaflet).catch(() => toast({
      title: 'The base map could not be loaded', text: 'Vendors are shown all the same. Reload the page to try again.', warn: true,
    }));
    if (tiles?.url) {
      addTiles(this.view.leaflet, tiles);
    }
    this.layer = new VendorLayer({ view: this.view, fleet, selection, roster });
    this.layer.beforeFrame = now => this.#follow(now);
    startPointer({ view: this.view, layer: this.layer, selection, chosen });
    this.view.on('touched', how => how === 'drag' && selection.follow(false));
    byId('zoom-in').addEventListener('click', this.zoomIn);
    byId('zoom-out').addEventListener('click', this.zoomOut);
    byId('fit-all').addEventListener('click', this.fitAll);
    this.view.on('settled', () => this.#showLimits());
  }

  zoomIn = () => this.view.zoomBy(1);

  zoomOut = () => this.view.zoomBy(-1);

  fitAll = () => {
    this.#selection.follow(false);
    this.view.fit(this.#fleet.all());
  };

  centreSelected = () => {
    const vendor = this.#fleet.get(this.#selection.id);
    if (vendor?.motion) {
      this.view.centre(vendor);
    }
  };

  toggleFollow = () => this.#selection.follow(!this.#selection.following);

  reveal(id) {
    this.view.reveal(this.#fleet.get(id) ?? {});
  }

  #follow(now) {
    const vendor = this.#selection.following ? this.#fleet.get(this.#selection.id) : null;
    if (vendor?.motion) {
      this.view.keepCentred(positionAt(vendor, now));
    }
  }

  #showLimits() {
    const map = this.view.leaflet;
    byId('zoom-in').disabled = map.getZoom() >= map.getMaxZoom();
    byId('zoom-out').disabled = map.getZoom() <= map.getMinZoom();
  }
}

