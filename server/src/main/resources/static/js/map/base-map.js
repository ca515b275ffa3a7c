import { request } from '../api.js';
import { worldX, worldY } from '../geo.js';
import { colour, onTheme } from '../theme.js';
import { tracePath } from './trace.js';

const TILE = 512;
const ATTRIBUTION = 'Map: <a href="https://www.naturalearthdata.com/" rel="noopener noreferrer">Natural Earth</a>';

/** Land and borders of the world, drawn in tiles out of one file; no server of tiles is needed. */
const WorldLayer = L.GridLayer.extend({
  initialize(world) {
    L.GridLayer.prototype.initialize.call(this, { tileSize: TILE, attribution: ATTRIBUTION, updateWhenZooming: false });
    this.world = world;
    this.readColours();
  },

  readColours() {
    this.colours = {
      land: colour('--map-land'), coast: colour('--map-coast'), border: colour('--map-border'),
    };
  },

  createTile(coords) {
    const tile = document.createElement('canvas');
    const ratio = devicePixelRatio || 1;
    tile.width = tile.height = TILE * ratio;
    const context = tile.getContext('2d');
    context.scale(ratio, ratio);
    const scale = 256 * 2 ** coords.z;
    const turns = scale / TILE;
    const frame = {
      scale, left: (((coords.x % turns) + turns) % turns) * TILE, top: coords.y * TILE, size: TILE,
    };
    this.paint(context, frame);
    return tile;
  },

  paint(context, frame) {
    context.lineJoin = 'round';
    context.beginPath();
    this.world.land.forEach(ring => tracePath(context, ring, frame, true));
    context.fillStyle = this.colours.land;
    context.fill('evenodd');
    context.lineWidth = 1;
    context.strokeStyle = this.colours.coast;
    context.stroke();
    context.beginPath();
    this.world.borders.forEach(line => tracePath(context, line, frame, false));
    context.setLineDash([4, 3]);
    context.strokeStyle = this.colours.border;
    context.stroke();
  },
});

export async function addBaseMap(map) {
  const { scale, land, borders } = await request('GET', 'basemap/world.json');
  const layer = new WorldLayer({
    land: land.map(line => decode(line, scale)), borders: borders.map(line => decode(line, scale)),
  }).addTo(map);
  onTheme(() => {
    layer.readColours();
    layer.redraw();
  });
}

/** A line as world coordinates (0 … 1), with the box around it. */
function decode(line, scale) {
  const points = new Float64Array(line.length);
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  let [long, lat] = [0, 0];
  for (let i = 0; i < line.length; i += 2) {
    long += line[i];
    lat += line[i + 1];
    const x = points[i] = worldX(long / scale);
    const y = points[i + 1] = worldY(lat / scale);
    box.left = Math.min(box.left, x);
    box.right = Math.max(box.right, x);
    box.top = Math.min(box.top, y);
    box.bottom = Math.max(box.bottom, y);
  }
  return { points, box };
}
