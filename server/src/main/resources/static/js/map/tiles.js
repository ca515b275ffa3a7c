/** Tiles by the URL the server is set up with, over the base map. */
export function addTiles(map, { url, attribution }) {
  const plain = document.createElement('span');
  plain.textContent = attribution ?? '';
  L.tileLayer(url, { attribution: plain.innerHTML, maxZoom: 18, crossOrigin: false }).addTo(map);
}
