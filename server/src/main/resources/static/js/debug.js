import { latAt, longAt } from './geo.js';
import { positionAt } from './motion.js';

/** `window.venta`: what the page knows and draws, to read only; for tests and measurements. */
export function exposeDebug({ fleet, gateway, layer, view }) {
  const describe = vendor => Object.freeze({
    id: vendor.id,
    name: vendor.name,
    state: vendor.state,
    fix: vendor.fix ? { lat: vendor.fix.lat, long: vendor.fix.long, at: vendor.fix.at.ms } : null,
    drawn: vendor.motion ? drawn(vendor) : null,
  });
  const drawn = vendor => {
    const { x, y } = positionAt(vendor, performance.now());
    return { lat: latAt(y), long: longAt(x) };
  };
  Object.defineProperty(window, 'venta', {
    value: Object.freeze({
      vendors: () => [...fleet.all()].map(describe),
      vendor: id => fleet.get(id) ? describe(fleet.get(id)) : null,
      connection: () => gateway.state.name,
      marks: () => layer.marks.map(({ vendor, x, y }) => ({ id: vendor.id, x, y })),
      clusters: () => layer.discs.map(({ cluster, x, y }) => ({ count: cluster.count, x, y })),
      frames: () => layer.frames.last(),
      zoom: () => view.zoom,
    }),
  });
}
