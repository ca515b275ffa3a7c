import { request } from './api.js';
import { startClock } from './clock.js';
import { Fleet } from './fleet.js';
import { Gateway } from './gateway.js';
import { Session } from './session.js';
import { SignIn } from './sign-in.js';
import './theme.js';
import { toast } from './toasts.js';
import { Workspace } from './workspace.js';

const RETRY_MS = 5000;

const session = new Session();
const gateway = new Gateway(session);
const fleet = new Fleet();
const signIn = new SignIn({ session, done: open });
let config = null;
let workspace = null;

/** Reads the settings, then takes up the session that the cookie stands for, or asks who it is. */
async function start() {
  clearTimeout(start.timer);
  try {
    config ??= await request('GET', 'api/client-config');
    if (await session.resume()) {
      signIn.hide();
      open();
    } else {
      signIn.show(config);
    }
  } catch {
    signIn.showUnreachable(start);
    start.timer = setTimeout(start, RETRY_MS);
  }
}

function open() {
  workspace ??= new Workspace({ fleet, gateway, session, config, signOut });
  workspace.open();
}

function leave(why) {
  workspace?.close();
  session.forget();
  signIn.show(config, why);
}

/** Asks for the next sign-in once the server knows: who comes back at once is signed out. */
async function signOut() {
  const ended = session.signOut();
  workspace?.close();
  let told = true;
  try {
    await ended;
  } catch {
    told = false;
  }
  leave();
  if (!told) {
    toast({
      title: 'Signed out here only', warn: true,
      text: 'The server could not be told. Close the browser to be safe, or sign in and out again.',
    });
  }
}

gateway.on('sign-in', leave);
startClock();
start();
