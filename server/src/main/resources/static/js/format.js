/** Numbers, ages and times in the page's words. */
const THIN = '\u2009';
const count = new Intl.NumberFormat('en');
const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const seconds = new Intl.DateTimeFormat('en-GB',
    { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const full = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'long' });

export const formatCount = value => count.format(value);
export const formatClock = ms => clock.format(ms);
export const formatSeconds = ms => seconds.format(ms);
export const formatFull = ms => full.format(ms);

export function formatAge(ms) {
  const s = Math.max(0, Math.floor(ms / 1000));
  if (s < 60) {
    return s + THIN + 's';
  }
  if (s < 3600) {
    return Math.floor(s / 60) + THIN + 'min';
  }
  if (s < 86_400) {
    return Math.floor(s / 3600) + THIN + 'h';
  }
  return Math.floor(s / 86_400) + THIN + 'd';
}

/** A vendor's speed; how fast a jump between two fixes would have been says nothing. */
export const formatSpeed = ({ speed, jumped }) =>
  (jumped ? '>' + THIN + 200 : Math.round(speed * 3.6)) + THIN + 'km/h';

export const formatMetres = metres => metres < 1000
  ? Math.round(metres) + THIN + 'm'
  : (metres / 1000).toFixed(1) + THIN + 'km';

const POINTS = ['north', 'north-east', 'east', 'south-east', 'south', 'south-west', 'west',
  'north-west'];

export function formatHeading(degrees) {
  return `${POINTS[Math.round(degrees / 45) % 8]}, ${Math.round(degrees) % 360}°`;
}

export function formatPosition({ lat, long }) {
  return `${Math.abs(lat).toFixed(5)}°${THIN}${lat < 0 ? 'S' : 'N'}, `
      + `${Math.abs(long).toFixed(5)}°${THIN}${long < 0 ? 'W' : 'E'}`;
}
