/** Web Mercator with the whole world as 0 … 1, and distances on the ground. */
const EARTH_M = 6_371_008.8;
const RADIANS = Math.PI / 180;
const MAX_LAT = 85.0511287798;

export function worldX(long) {
  return long / 360 + 0.5;
}

export function worldY(lat) {
  const sin = Math.sin(Math.max(-MAX_LAT, Math.min(MAX_LAT, lat)) * RADIANS);
  return 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI);
}

export function longAt(x) {
  return (x - 0.5) * 360;
}

export function latAt(y) {
  return Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) / RADIANS;
}

export function distance(a, b) {
  const dLat = (b.lat - a.lat) * RADIANS;
  const dLong = (b.long - a.long) * RADIANS;
  const h = Math.sin(dLat / 2) ** 2
      + Math.cos(a.lat * RADIANS) * Math.cos(b.lat * RADIANS) * Math.sin(dLong / 2) ** 2;
  return 2 * EARTH_M * Math.asin(Math.min(1, Math.sqrt(h)));
}

export function bearing(a, b) {
  const dLong = (b.long - a.long) * RADIANS;
  const y = Math.sin(dLong) * Math.cos(b.lat * RADIANS);
  const x = Math.cos(a.lat * RADIANS) * Math.sin(b.lat * RADIANS)
      - Math.sin(a.lat * RADIANS) * Math.cos(b.lat * RADIANS) * Math.cos(dLong);
  return (Math.atan2(y, x) / RADIANS + 360) % 360;
}
