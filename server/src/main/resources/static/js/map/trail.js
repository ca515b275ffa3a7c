/** The way the selected vendor came since this page hears it, fading towards its beginning. */
export function drawTrail(context, { trail }, at, { scale, left, top }, colour) {
  const parts = trail.length / 2;
  if (parts < 2) {
    return;
  }
  context.save();
  context.strokeStyle = colour;
  context.lineWidth = 2.5;
  context.lineCap = 'round';
  for (let i = 1; i < parts; i++) {
    const last = i === parts - 1;
    const [x, y] = last ? [at.x, at.y] : [trail[2 * i], trail[2 * i + 1]];
    context.globalAlpha = 0.1 + 0.6 * i / parts;
    context.beginPath();
    context.moveTo(trail[2 * i - 2] * scale - left, trail[2 * i - 1] * scale - top);
    context.lineTo(x * scale - left, y * scale - top);
    context.stroke();
  }
  context.restore();
}
