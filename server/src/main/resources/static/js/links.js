/** https, or a path of this server; nothing else becomes a link. */
export function safeLink(url) {
  const link = url ? URL.parse(url, document.baseURI) : null;
  const own = link?.protocol === location.protocol && link.origin === location.origin;
  return link && (link.protocol === 'https:' || own) ? link.href : null;
}

/** Attributes of a link: elsewhere opens in a tab of its own, so that the map stays. */
export function target(href) {
  return { href, rel: 'noopener noreferrer', target: href.startsWith(location.origin + '/') ? null : '_blank' };
}
