import { onTick, serverNow } from './clock.js';
import { exposeDebug } from './debug.js';
import { Details } from './details.js';
import { byId, el } from './dom.js';
import { Filters } from './filters.js';
import { FirstFit } from './first-fit.js';
import { startHelp } from './help.js';
import { startKeyboard } from './keyboard.js';
import { startLayout } from './layout.js';
import { ListNote } from './list-note.js';
import { List } from './list.js';
import { Menu } from './menu.js';
import { renewDevice } from './device.js';
import { Notifications } from './notifications/notifications.js';
import { Activity } from './presence/activity.js';
import { Presence } from './presence/presence.js';
import { PresenceWatch } from './presence/presence-watch.js';
import { Roster } from './roster.js';
import { Selection } from './selection.js';
import { Sheet, isNarrow } from './sheet.js';
import { Stage } from './stage.js';
import { StatusLine } from './status-line.js';
import { toast } from './toasts.js';
import { Watch } from './watch.js';

const SKELETON_AFTER_MS = 300;

/** The page behind the sign-in: list, map, details and status line, wired to fleet and gateway. */
export class Workspace {
  #fleet;
  #gateway;
  #selection = new Selection();
  #roster;
  #presence = new Presence();
  #known = false;
  #waitingSince = 0;

  constructor({ fleet, gateway, session, config, signOut }) {
    this.#fleet = fleet;
    this.#gateway = gateway;
    this.#roster = new Roster(fleet);
    byId('workspace').hidden = false;
    startLayout();
    // First of all subscriptions, so that a refusal of another is heard.
    gateway.on('open', () => gateway.subscribe('/user/queue/errors',
        (body, { type }) => this.#refused(body, type)));
    this.#build({ session, config, signOut });
    this.#connect(session);
    onTick(now => this.#tick(now));
    exposeDebug({ fleet, gateway, layer: this.stage.layer, view: this.stage.view });
  }

  /** Someone signed in. */
  open() {
    byId('workspace').hidden = false;
    this.stage.view.leaflet.invalidateSize({ pan: false });
    this.#known = false;
    this.#waitingSince = Date.now();
    this.firstFit.reset();
    this.#gateway.start();
  }

  /** Nobody is signed in any more: nothing of the last user stays. */
  close() {
    this.#gateway.stop();
    this.#selection.select(null);
    this.#clearSearch();
    this.notifications.clear();
    this.#presence.clear();
    this.#fleet.clear();
    this.list.changed({ now: true });
    byId('workspace').hidden = true;
  }

  #build({ session, config, signOut }) {
    const parts = { fleet: this.#fleet, roster: this.#roster, presence: this.#presence, selection: this.#selection };
    const chosen = (id, how) => this.#choose(id, how);
    this.stage = new Stage({ ...parts, tiles: config.tiles, chosen });
    this.details = new Details({ ...parts, centre: this.stage.centreSelected });
    this.list = new List({ ...parts, chosen });
    this.note = new ListNote();
    this.filters = new Filters({ roster: this.#roster, changed: () => this.#narrowed() });
    this.status = new StatusLine(this.#gateway);
    this.firstFit = new FirstFit({ view: this.stage.view, fleet: this.#fleet });
    this.notifications = new Notifications({ gateway: this.#gateway, toggled: () => this.#panels() });
    this.sheet = new Sheet();
    this.help = startHelp();
    this.menu = new Menu({ session, help: this.help, signOut });
    this.stage.view.coveredBy(() => this.details.open || this.notifications.open);
    byId('search').addEventListener('input', () => this.#narrowed());
    startKeyboard({
      active: () => !byId('workspace').hidden && !byId('help').open,
      list: this.list, map: this.stage, help: this.help, news: () => this.notifications.show(!this.notifications.open), back: () => this.#back(),
    });
  }

  #connect(session) {
    const { view } = this.stage;
    this.watch = new Watch({
      gateway: this.#gateway, session, fleet: this.#fleet, view,
      known: () => this.#nowKnown(),
      limited: (watched, inView) => this.status.watching(watched, inView),
      failed: ({ message }) => toast({ title: 'The list of vendors could not be read', text: message + ' The page tries again within a minute.', warn: true }),
    });
    this.presenceWatch = new PresenceWatch({ gateway: this.#gateway, session, presence: this.#presence });
    this.activity = new Activity(this.#gateway);
    this.#presence.on('changed', () => this.list.changed());
    this.#gateway.on('state', state => this.#connectionChanged(state));
    this.#fleet.on('changed', () => this.list.changed());
    this.#fleet.on('removed', vendor => this.#removed(vendor));
    this.#selection.on('changed', () => {
      this.watch.pin(this.#selection.id);
      this.activity.view(this.#selection.id);
      this.#watchPresence();
      this.#panels();
    });
  }

  #tick(now) {
    if (byId('workspace').hidden) {
      return;
    }
    if (this.#fleet.settle(now) && this.#roster.narrowed) {
      this.list.changed();
    }
    this.list.tick();
    this.stage.layer.tick();
    this.details.refresh();
    this.#watchPresence();
    this.activity.tick();
    this.filters.show(this.#fleet.countByState());
    this.status.tick(now, {
      shown: this.#roster.vendors.length, known: this.#fleet.size, newestFix: this.#fleet.newestFix(),
      degraded: this.#presence.degraded,
    });
    this.#explainEmptiness();
  }

  #watchPresence() {
    this.presenceWatch.adjust(this.list.inSight(), this.#selection.id);
  }

  #choose(id, { centre = false } = {}) {
    this.#selection.select(id);
    this.list.revealSelected();
    if (isNarrow()) {
      this.sheet.set('low');
    }
    if (centre) {
      this.stage.centreSelected();
    } else {
      this.stage.reveal(id);
    }
  }

  #narrowed() {
    this.#roster.search(byId('search').value);
    this.list.changed({ now: true });
    this.#tick(serverNow());
  }

  #clearSearch() {
    byId('search').value = '';
    this.#roster.clear();
  }

  #back() {
    const search = byId('search');
    if (this.menu.open) {
      this.menu.close();
    } else if (this.notifications.open) {
      this.notifications.show(false);
    } else if (document.activeElement === search && search.value === '') {
      search.blur();
    } else if (this.#roster.narrowed) {
      this.#clearSearch();
      this.#narrowed();
      this.list.revealSelected();
    } else {
      this.#selection.select(null);
    }
  }

  #panels() {
    byId('workspace').classList.toggle('panel-open', this.details.open || this.notifications.open);
  }

  #nowKnown() {
    this.#known = true;
    this.firstFit.known();
    this.list.changed({ now: true });
    this.#tick(serverNow());
  }

  #explainEmptiness() {
    const empty = this.#roster.vendors.length === 0;
    const waiting = empty && !this.#known && this.#fleet.size === 0;
    this.list.showWaiting(waiting && Date.now() - this.#waitingSince > SKELETON_AFTER_MS);
    this.note.show(waiting || !empty ? null : this.#fleet.size ? this.#nothingFound() : {
      title: 'No vendors yet',
      text: 'Vendors appear here, and on the map, as soon as the first of them reports where it is.',
    });
  }

  #nothingFound() {
    const clear = { label: 'Show all vendors', run: () => { this.#clearSearch(); this.#narrowed(); } };
    return this.#roster.query
      ? { title: `No vendor matches “${this.#roster.query}”`, text: 'The search looks at name, type and id.', action: clear }
      : { title: 'No vendor is in this state', text: 'The switches above choose which states are shown.', action: clear };
  }

  #connectionChanged({ name, message, again }) {
    document.body.classList.toggle('not-live', name !== 'live' && name !== 'slow');
    const note = byId('map-note');
    note.hidden = !message;
    note.replaceChildren(message ?? '', again ? this.#againButton(again) : '');
  }

  #againButton(again) {
    const replace = () => {
      renewDevice();
      this.#gateway.start();
    };
    return el('button', { class: 'button', type: 'button', onclick: again === 'replace' ? replace : () => location.reload() },
        again === 'replace' ? 'Go live here too' : 'Reload');
  }

  #refused({ message }, type) {
    if (type === 'service_degraded') {
      toast({ title: 'Updates are delayed', text: message, warn: true });
    } else if (type === 'service_restored') {
      toast({ title: 'Updates are back' });
    } else {
      toast({ title: 'The server refused a request', text: message, warn: true });
    }
  }

  #removed(vendor) {
    if (vendor.id === this.#selection.id) {
      this.#selection.select(null);
      toast({ title: vendor.name, text: 'was removed: it has not been heard of for long.' });
    }
  }
}
