/** Makes an element. Text only ever goes in as text. */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) {
      node.addEventListener(name.slice(2), value);
    } else if (value === true) {
      node.setAttribute(name, '');
    } else if (value !== false && value !== undefined && value !== null) {
      node.setAttribute(name, value);
    }
  }
  node.append(...children.filter(child => child !== null && child !== undefined));
  return node;
}

export const byId = id => document.getElementById(id);

const SVG = 'http://www.w3.org/2000/svg';

/** An icon or mark of the page's sprite. */
export function icon(id, className) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('aria-hidden', 'true');
  if (className) {
    svg.setAttribute('class', className);
  }
  const use = document.createElementNS(SVG, 'use');
  use.setAttribute('href', '#' + id);
  svg.append(use);
  return svg;
}

/** A vendor's state mark; {@link showMark} changes it. */
export function mark() {
  const svg = icon('mark-offline', 'mark mark-offline');
  svg.setAttribute('viewBox', '0 0 20 20');
  return svg;
}

export function showMark(svg, state, heading) {
  const turn = state === 'moving' ? Math.round(heading ?? 0) : 0;
  const key = state + turn;
  if (svg.dataset.shows === key) {
    return;
  }
  svg.dataset.shows = key;
  svg.setAttribute('class', 'mark mark-' + state);
  svg.firstChild.setAttribute('href', '#mark-' + state);
  svg.firstChild.setAttribute('transform', `rotate(${turn} 10 10)`);
}

/** Changes the text only where it differs, so that nothing is laid out in vain. */
export function setText(node, text) {
  if (node.textContent !== text) {
    node.textContent = text;
  }
}

/** True where keys belong to a field, not to the page. */
export function isTyping(target) {
  return target instanceof HTMLElement
      && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}
