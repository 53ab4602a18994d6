// The form of signing in: a page of its own at the beginning, a dialog over the work when a session ends in the midst of it.
import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { FaultView } from '../../../sync/port/view.ts';
import { client } from '../client.ts';
import { Dialog } from '../part/dialog.tsx';
import { words } from '../words/index.ts';
import { again, lastLogin, signIn } from './state.ts';

/** `otherwise` where nobody can sign in: no ERP is asked here. */
export function Entrance({ otherwise }: { otherwise: preact.ComponentChildren }) {
  const offered = useSignal<boolean | null>(null);
  useEffect(() => {
    void client.host().then((answer) => (offered.value = answer.ok && answer.value.signIn));
  }, []);
  if (offered.value === null) return null;
  if (!offered.value) return <>{otherwise}</>;
  const w = words.value.signIn;
  return (
    <main class="closed entrance">
      <h1>Lettrage</h1>
      <p class="sec">{w.how}</p>
      <Form login={lastLogin()} onIn={() => location.reload()} />
    </main>
  );
}

/** The person is the same: somebody else begins with a page of their own. */
export function Again() {
  const done = again.value;
  return done && <Ended onIn={() => done(true)} />;
}

/** It comes by itself, under whatever key is on its way: the field has the focus, for on the button of a dialog Enter closes it. */
function Ended({ onIn }: { onIn: () => void }) {
  const w = words.value.signIn;
  const root = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => root.current?.querySelector<HTMLInputElement>('input:not([readonly])')?.focus(), []);
  return (
    <Dialog title={w.again} onClose={() => location.reload()}>
      <div ref={root}>
        <p>{w.kept}</p>
        <Form login={lastLogin()} same onIn={onIn} />
      </div>
    </Dialog>
  );
}

type Props = { login: string; same?: boolean; onIn: () => void };

function Form({ login, same = false, onIn }: Props) {
  const w = words.value.signIn;
  const fault = useSignal<FaultView | null>(null);
  const busy = useSignal(false);
  const send = async (form: HTMLFormElement) => {
    const data = new FormData(form);
    busy.value = true;
    fault.value = await signIn(String(data.get('login') ?? '').trim(), String(data.get('password') ?? ''));
    busy.value = false;
    if (fault.value === null) onIn();
  };
  const isOpen = location.protocol === 'http:' && !['localhost', '127.0.0.1', '[::1]'].includes(location.hostname);
  return (
    <form
      class="sign-in"
      onSubmit={(event) => {
        event.preventDefault();
        void send(event.currentTarget);
      }}
    >
      <label>
        {w.login}
        <input
          name="login"
          class="fld"
          required
          autocomplete="username"
          defaultValue={login}
          readOnly={same && login !== ''}
        />
      </label>
      <label>
        {w.password}
        <input name="password" class="fld" type="password" required autocomplete="current-password" />
      </label>
      {isOpen && <p class="s12 warn">{w.clear}</p>}
      {fault.value && (
        <p class="msg" role="alert">
          {fault.value.says || words.value.fault.noAnswer}
        </p>
      )}
      <button type="submit" class="btn pri" disabled={busy.value}>
        {busy.value ? words.value.state.loading : w.go}
      </button>
    </form>
  );
}
