// The screen "Mise en route": four steps from an Odoo that nobody has connected to the first proposals.
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { notice } from '../lane.ts';
import { Lane } from '../part/lane.tsx';
import { session } from '../shell/state.ts';
import { words } from '../words/index.ts';
import { late } from '../words/late.ts';
import { Checks, isSound } from './checks.tsx';
import { Connect } from './connect.tsx';
import { Read } from './read.tsx';
import { Shadow } from './shadow.tsx';
import { busy, checks, fault, isConnected, isRead, open } from './state.ts';

type State = 'done' | 'now' | 'later';

export function Setup() {
  const now = session.value;
  const mayAct = now.at === 'open' && now.it.user.role === 'administrator';
  useEffect(() => {
    if (mayAct) void open();
  }, [mayAct]);
  const w = late.value.setup;
  const isReached = isConnected.value;
  return (
    <>
      <div class="page narrow-page setup">
        <p>{mayAct ? w.intro : w.denied}</p>
        {mayAct && (
          <>
            <Step n={1} title={w.connect.title} state={isReached ? 'done' : 'now'}>
              <Connect />
              {fault.value && (
                <p class="msg" role="alert">
                  {fault.value.says || words.value.fault.noAnswer}
                </p>
              )}
            </Step>
            <Step n={2} title={w.check.title} state={!isReached ? 'later' : isSound() ? 'done' : 'now'}>
              {isReached || checks.value !== null ? <Checks /> : <p class="sec">{w.check.note}</p>}
            </Step>
            <Step n={3} title={w.shadow.title} state={isRead.value ? 'done' : isReached ? 'now' : 'later'}>
              <Shadow />
            </Step>
            <Step n={4} title={w.read.title} state={isRead.value && !busy.value ? 'done' : isReached ? 'now' : 'later'}>
              {isReached ? <Read /> : <p class="sec">{w.read.note}</p>}
            </Step>
          </>
        )}
      </div>
      {notice.value && <Lane idle="" />}
    </>
  );
}

function Step({ n, title, state, children }: { n: number; title: string; state: State; children: ComponentChildren }) {
  const said = late.value.setup.state[state];
  return (
    <section class={`sect step ${state}`} aria-label={`${n}. ${title}, ${said}`}>
      <header>
        <span class="nth" aria-hidden="true">
          {state === 'done' ? '✓' : n}
        </span>
        <h2>{title}</h2>
        <span class="s12 mut">{said}</span>
      </header>
      {children}
    </section>
  );
}
