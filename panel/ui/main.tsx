// Where the panel begins: the token out of the address, the preferences, the session, then the screens.
import { render } from 'preact';
import { watchBook } from './accounts/book.ts';
import { watchLetter } from './accounts/draft.ts';
import { watchAccounts } from './accounts/state.ts';
import { embedded, setRenewal } from './frame.ts';
import { watchHistory } from './history/state.ts';
import { resume } from './outbox.ts';
import { loadPreferences } from './preference.ts';
import { watchDecisions } from './queue/decide.ts';
import { watchDetails } from './queue/detail.ts';
import { watchPastes } from './queue/paste.ts';
import { refreshCounters } from './queue/state.ts';
import { watchKeys } from './shell/keys.ts';
import { screen, watchRoute } from './shell/route.ts';
import { fetchScreens } from './shell/screens.tsx';
import { openSession, session, watchWidth } from './shell/state.ts';
import { Shell } from './shell/view.tsx';
import { renew } from './sign-in/state.ts';
import { currentToken, takeToken, watchToken } from './token.ts';
import { watchUndoing } from './undo-decision.ts';

takeToken();
watchToken();
loadPreferences();
watchRoute();
watchWidth();
watchKeys();
watchDecisions();
watchDetails();
watchPastes();
watchAccounts();
watchLetter();
watchUndoing();
watchBook();
watchHistory();

const root = document.getElementById('panel');
if (root) {
  root.tabIndex = -1;
  render(<Shell />, root);
}
void begin();

/** An administrator whose company was never read begins there. */
function offerSetup(): void {
  const now = session.peek();
  if (now.at !== 'open' || now.it.company.read || now.it.user.role !== 'administrator') return;
  if (location.hash === '' || location.hash === '#/queue') screen.go('setup');
}

/** Not awaited where this file is read: a file that is fetched later imports from it, and would wait for it. */
async function begin(): Promise<void> {
  // A frame without a session of its own gets one from the page around it.
  if (embedded && currentToken() === null) await (await import('./host/enter.ts')).enterFromHost();
  if (!(await openSession())) return;
  if (!embedded && currentToken() === null) setRenewal(renew);
  resume();
  if (location.hash.startsWith('#/at/')) void import('./host/arrive.ts').then(({ arrive }) => arrive());
  else offerSetup();
  fetchScreens();
  void import('./stream.ts').then(({ followOthers }) => followOthers());
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) void refreshCounters();
  });
}
