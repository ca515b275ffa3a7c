const ROUNDING = 36;
const EDGE = ROUNDING + 4;
const LEAST_STEP = 0.75;

/**
 * Puts a line or ring into the context's path, as far as the frame shows it, its corners rounded:
 * a generalised coast has no corners of its own.
 */
export function tracePath(context, { points, box }, frame, closed) {
  const { scale, left, top, size } = frame;
  if (box.right * scale < left - EDGE || box.left * scale > left + size + EDGE
      || box.bottom * scale < top - EDGE || box.top * scale > top + size + EDGE) {
    return;
  }
  const kept = visible(points, frame);
  context.moveTo(kept[0], kept[1]);
  for (let i = 2; i < kept.length - 2; i += 2) {
    corner(context, kept, i);
  }
  context.lineTo(kept[kept.length - 2], kept[kept.length - 1]);
  if (closed) {
    context.closePath();
  }
}

/**
 * The points that matter inside the frame: of a run that lies beyond one and the same edge only the
 * ends, and of points closer than a pixel one. What is inside looks as it would with all points.
 */
function visible(points, { scale, left, top, size }) {
  const kept = [];
  let [heldX, heldY, held] = [0, 0, false];
  let beyond = 0;
  for (let i = 0; i < points.length; i += 2) {
    const x = points[i] * scale - left;
    const y = points[i + 1] * scale - top;
    const side = sides(x, y, size);
    const last = i + 2 >= points.length;
    if (beyond & side && !last) {
      beyond &= side;
      [heldX, heldY, held] = [x, y, true];
      continue;
    }
    if (held) {
      kept.push(heldX, heldY);
      held = false;
    }
    const step = Math.abs(x - kept[kept.length - 2]) + Math.abs(y - kept[kept.length - 1]);
    if (!(step < LEAST_STEP) || last) {
      kept.push(x, y);
    }
    beyond = side;
  }
  return kept;
}

function corner(context, kept, i) {
  const [x, y] = [kept[i], kept[i + 1]];
  const [fromX, fromY] = [kept[i - 2] - x, kept[i - 1] - y];
  const [toX, toY] = [kept[i + 2] - x, kept[i + 3] - y];
  const before = reach(fromX, fromY);
  const after = reach(toX, toY);
  context.lineTo(x + fromX * before, y + fromY * before);
  context.quadraticCurveTo(x, y, x + toX * after, y + toY * after);
}

/** How much of a side its rounding takes: half of it at most. */
function reach(x, y) {
  return Math.min(0.5, ROUNDING / Math.hypot(x, y));
}

function sides(x, y, size) {
  return (x < -EDGE ? 1 : x > size + EDGE ? 2 : 0) | (y < -EDGE ? 4 : y > size + EDGE ? 8 : 0);
}
