// The frame around every screen: our own slim header when no host draws one, the tabs, the banner, the page itself.

import { closedBy, embedded } from '../frame.ts';
import { Guide } from '../guide/view.tsx';
import { DropZone } from '../imports/drop.tsx';
import { InverseDialog } from '../inverse/view.tsx';
import { assertive, polite } from '../lane.ts';
import { retryNow, stalled, waiting } from '../outbox.ts';
import { Button, Caps } from '../part/button.tsx';
import { Icon } from '../part/icon.tsx';
import { theme } from '../preference.ts';
import { toDoCount } from '../queue/state.ts';
import { signOut } from '../sign-in/state.ts';
import { Again, Entrance } from '../sign-in/view.tsx';
import { currentToken } from '../token.ts';
import { language, words, write } from '../words/index.ts';
import { Find } from './find.tsx';
import { type ScreenName, screen } from './route.ts';
import { CurrentScreen, HelpSheet } from './screens.tsx';
import { openSession, over, session } from './state.ts';

const TABS: readonly ScreenName[] = ['queue', 'accounts', 'aging', 'claims', 'reports', 'history', 'trust', 'imports'];

export function Shell() {
  const now = session.value;
  if (now.at === 'asking') return null;
  if (now.at === 'failed') return now.status === 401 && !embedded ? <Entrance otherwise={<Closed />} /> : <Closed />;
  return (
    <>
      {!embedded && <Host />}
      <div class="panel">
        <Tabs />
        <Banner />
        <main class={`screen ${screen.name.value}`}>
          <h1 class="hear">{words.value.screen[screen.name.value]}</h1>
          <CurrentScreen />
        </main>
      </div>
      {over.value === 'help' && <HelpSheet onClose={() => (over.value = null)} />}
      {over.value === 'find' && <Find onClose={() => (over.value = null)} />}
      <InverseDialog />
      <DropZone />
      <Again />
      <div class="hear" role="status" aria-live="polite">
        {polite.value}
      </div>
      <div class="hear" role="alert">
        {assertive.value}
      </div>
    </>
  );
}

/** The session did not open: what to do, in both languages at once when we cannot know the reader's. */
function Closed() {
  const now = session.value;
  const w = words.value;
  if (now.at !== 'failed') return null;
  const away = now.status === 0;
  return (
    <main class="closed">
      <h1>Lettrage</h1>
      <p class="m">{away ? w.shell.away : (closedBy.value ?? (now.fault.says || w.shell.closed))}</p>
      <p class="sec">{away ? w.shell.awayNext : embedded ? w.shell.closedInHost : w.shell.closedNext}</p>
      <Button look="pri" onPress={() => void openSession().then((ok) => ok && location.reload())}>
        {w.act.retry}
      </Button>
    </main>
  );
}

function Host() {
  const now = session.value;
  const w = words.value;
  if (now.at !== 'open') return null;
  const { company, user } = now.it;
  return (
    <header class="host">
      <b>Lettrage</b>
      <span class="el">{company.name}</span>
      {company.demo && <span class="mark">{w.shell.demo}</span>}
      {company.demo && user.role === 'administrator' && (
        <button type="button" onClick={() => screen.go('setup')}>
          {w.shell.connect}
        </button>
      )}
      <span class="mark" title={w.mode.hint[company.mode]}>
        {w.mode[company.mode]}
      </span>
      <span class="sp" />
      <button
        type="button"
        onClick={() => (language.value = language.peek() === 'fr' ? 'en' : 'fr')}
        lang={language.value === 'fr' ? 'en' : 'fr'}
      >
        {language.value === 'fr' ? 'English' : 'Français'}
      </button>
      <button
        type="button"
        aria-label={theme.value === 'light' ? w.shell.dark : w.shell.light}
        title={theme.value === 'light' ? w.shell.dark : w.shell.light}
        onClick={() => (theme.value = theme.peek() === 'light' ? 'dark' : 'light')}
      >
        <Icon name={theme.value === 'light' ? 'moon' : 'sun'} />
      </button>
      <button type="button" onClick={() => screen.go('settings')} title={w.screen.settings}>
        {user.name}
      </button>
      {currentToken() === null && waiting.value.length === 0 && (
        <button type="button" onClick={() => void signOut()}>
          {w.signIn.out}
        </button>
      )}
    </header>
  );
}

function Tabs() {
  const w = words.value;
  return (
    <nav class="tabs" aria-label="Lettrage">
      {TABS.map((name) => (
        <a key={name} href={`#/${name}`} aria-current={screen.name.value === name ? 'page' : undefined}>
          {w.screen[name]}
          {name === 'queue' && toDoCount.value !== null && <span class="n">{write.value.count(toDoCount.value)}</span>}
        </a>
      ))}
      <span class="right">
        <button type="button" class="search" aria-label={w.find.label} onClick={() => (over.value = 'find')}>
          <Icon name="search" />
          <span>{w.find.label}</span>
          <Caps keys={['/']} />
        </button>
        <Button look="ghost" small caps={['?']} onPress={() => (over.value = 'help')}>
          {w.screen.help}
        </Button>
      </span>
    </nav>
  );
}

/** What concerns every screen: no answer from the server, or the first steps on the demo company. */
function Banner() {
  const w = words.value;
  if (stalled.value) {
    return (
      <div class="banner bad" role="alert">
        <Icon name="warning" />
        <span>{w.shell.stalled(waiting.value.length)}</span>
        <Button look="out" small onPress={retryNow}>
          {w.act.retry}
        </Button>
      </div>
    );
  }
  const now = session.value;
  return now.at === 'open' && now.it.company.demo ? <Guide /> : null;
}
