import { STATES } from '../state-rules.js';

const REACH = 40;

/**
 * Gathers vendors that are less than 40 px apart at one zoom. Places are the world's, so that moving
 * the map changes nothing; a cluster stays where it was first while it lives, and its place is 40 px
 * or more from any other's, so that discs don't overlap.
 */
export class Clusters {
  #anchors = [];
  #scale = 0;

  /**
   * @param spots `{vendor, x, y}`, places 0 … 1
   * @return `{clusters, alone}`: clusters with place, members and shares by state; vendors' ids
   */
  gather(spots, scale) {
    const reach = REACH / scale;
    const grid = new Grid(reach);
    if (scale === this.#scale) {
      this.#anchors.forEach(({ x, y }) => grid.add({ x, y, spots: [] }));
    }
    const fresh = [];
    for (const spot of spots) {
      let group = grid.nearest(spot);
      if (!group) {
        group = { x: spot.x, y: spot.y, spots: [] };
        fresh.push(group);
        grid.add(group);
      }
      group.spots.push(spot);
    }
    fresh.filter(({ spots: all }) => all.length > 1).forEach(group => grid.settle(group));
    const clusters = grid.groups.filter(({ spots: all }) => all.length > 1).map(summary);
    const single = grid.groups.filter(({ spots: all }) => all.length === 1);
    this.#anchors = clusters;
    this.#scale = scale;
    return { clusters, alone: new Set(single.map(({ spots: [spot] }) => spot.vendor.id)) };
  }
}

/** Groups by their place, quick to find near another place. */
class Grid {
  #cells = new Map();
  #reach;
  groups = [];

  constructor(reach) {
    this.#reach = reach;
  }

  add(group) {
    this.groups.push(group);
    const key = cellKey(group.x / this.#reach, group.y / this.#reach);
    this.#cells.set(key, [...this.#cells.get(key) ?? [], group]);
  }

  /** The nearest group within reach, or null. */
  nearest({ x, y }, except = null) {
    let best = null;
    let least = this.#reach;
    const [column, row] = [x / this.#reach, y / this.#reach];
    for (let dx = -1; dx <= 1; dx++) {
      for (let dy = -1; dy <= 1; dy++) {
        for (const group of this.#cells.get(cellKey(column + dx, row + dy)) ?? []) {
          const apart = Math.hypot(group.x - x, group.y - y);
          if (apart < least && group !== except) {
            least = apart;
            best = group;
          }
        }
      }
    }
    return best;
  }

  /** Moves a new group to the middle of its members, where that is not too near another. */
  settle(group) {
    const middle = {
      x: group.spots.reduce((sum, spot) => sum + spot.x, 0) / group.spots.length,
      y: group.spots.reduce((sum, spot) => sum + spot.y, 0) / group.spots.length,
    };
    if (!this.nearest(middle, group)) {
      const key = cellKey(group.x / this.#reach, group.y / this.#reach);
      this.#cells.set(key, this.#cells.get(key).filter(other => other !== group));
      this.groups.splice(this.groups.indexOf(group), 1);
      this.add(Object.assign(group, middle));
    }
  }
}

function cellKey(column, row) {
  return Math.floor(column) * 0x4000000 + Math.floor(row);
}

function summary({ x, y, spots }) {
  const count = spots.length;
  const tally = new Map(STATES.map(state => [state, 0]));
  spots.forEach(({ vendor }) => tally.set(vendor.state, tally.get(vendor.state) + 1));
  return {
    x,
    y,
    count,
    shares: [...tally].filter(([, n]) => n > 0),
    radius: count < 1000 ? 13 + Math.min(6, Math.round(Math.log2(count) * 0.8)) : 22,
    vendors: spots.map(({ vendor }) => vendor),
  };
}
