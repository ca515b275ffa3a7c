/** The pointer over the map: what it is over, and what a click on it does. */
export function startPointer({ view, layer, selection, chosen }) {
  const map = view.leaflet;
  const node = map.getContainer();
  map.on('mousemove', ({ containerPoint: { x, y } }) => {
    const hit = layer.at(x, y);
    node.classList.toggle('over-vendor', hit !== null);
    selection.hover(hit?.vendor?.id ?? null);
  });
  map.on('mouseout', () => selection.hover(null));
  map.on('click', ({ containerPoint: { x, y } }) => {
    const hit = layer.at(x, y);
    if (hit?.vendor) {
      chosen(hit.vendor.id);
    } else if (hit?.cluster) {
      view.zoomInto(hit.cluster.vendors);
    } else {
      selection.select(null);
    }
  });
}
