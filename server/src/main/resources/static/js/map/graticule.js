import { latAt, longAt, worldX, worldY } from '../geo.js';
import { colour, onTheme } from '../theme.js';
import { Overlay } from './overlay.js';

const STEPS = [30, 20, 10, 5, 2, 1, 1 / 2, 1 / 4, 1 / 6, 1 / 12, 1 / 20, 1 / 30, 1 / 60, 1 / 120, 1 / 360, 1 / 720];
const LEAST_GAP = 110;

/** Meridians and parallels with their degrees along the edges. */
export function addGraticule(view) {
  const overlay = new Overlay('grid-canvas', () => drawGrid(overlay, view));
  overlay.addTo(view.leaflet);
  const animate = () => {
    drawGrid(overlay, view);
    if (view.gliding) {
      requestAnimationFrame(animate);
    }
  };
  view.on('view', animate);
  view.on('settled', () => drawGrid(overlay, view));
  onTheme(() => drawGrid(overlay, view));
}

function drawGrid(overlay, view) {
  const context = overlay.clean();
  const { scale, left, top } = view.frame(performance.now());
  const { x: width, y: height } = view.size;
  const step = STEPS.findLast(degrees => degrees / 360 * scale >= LEAST_GAP) ?? STEPS[0];
  const text = [];
  context.beginPath();
  const [west, east] = [longAt(left / scale), longAt((left + width) / scale)];
  for (let n = Math.ceil(west / step); n * step <= east; n++) {
    const x = Math.round(worldX(n * step) * scale - left) + 0.5;
    context.moveTo(x, 0);
    context.lineTo(x, height);
    text.push([degrees(((n * step + 540) % 360) - 180, step, 'E', 'W'), x + 4, 12]);
  }
  const [south, north] = [latAt((top + height) / scale), latAt(top / scale)];
  for (let n = Math.ceil(south / step); n * step <= north; n++) {
    const y = Math.round(worldY(n * step) * scale - top) + 0.5;
    context.moveTo(0, y);
    context.lineTo(width, y);
    text.push([degrees(n * step, step, 'N', 'S'), 4, y - 4]);
  }
  context.strokeStyle = colour('--map-grid');
  context.stroke();
  context.font = '12px system-ui, sans-serif';
  context.fillStyle = colour('--fg-muted');
  context.globalAlpha = 0.75;
  text.forEach(([label, x, y]) => y > 24 || x > 60 ? context.fillText(label, x, y) : null);
  context.globalAlpha = 1;
}

/** Degrees, with minutes and seconds where the grid is that fine. */
function degrees(value, step, plus, minus) {
  const total = Math.round(Math.abs(value) * 3600);
  const [d, m, s] = [Math.floor(total / 3600), Math.floor(total / 60) % 60, total % 60];
  const two = number => String(number).padStart(2, '0');
  const fine = step >= 1 ? '' : step >= 1 / 60 ? `${two(m)}′` : `${two(m)}′${two(s)}″`;
  return `${d}°${fine}${total === 0 ? '' : value < 0 ? '\u2009' + minus : '\u2009' + plus}`;
}
