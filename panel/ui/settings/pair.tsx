// How this panel is connected with Odoo, with the way to its set-up and checks, and the end of the connection.
import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { FaultView } from '../../../sync/port/view.ts';
import type { PairingView } from '../../../sync/port/view-host.ts';
import { client } from '../client.ts';
import { Button } from '../part/button.tsx';
import { screen } from '../shell/route.ts';
import { hasErp, session } from '../shell/state.ts';
import { newKey } from '../wire.ts';
import { words, write } from '../words/index.ts';
import { late } from '../words/late.ts';

const view = signal<PairingView | null>(null);
const fault = signal<FaultView | null>(null);

async function open(): Promise<void> {
  const answer = await client.pairing();
  view.value = answer.ok ? answer.value : null;
}

async function end(): Promise<void> {
  const answer = await client.unpair(newKey());
  fault.value = answer.ok ? null : answer.fault;
  if (answer.ok) view.value = answer.value;
}

/** Nothing for whoever may not manage, nor for a ledger of files. */
export function Pairing() {
  useEffect(() => void open(), []);
  const it = view.value;
  const w = late.value.pair;
  const now = session.value;
  // A ledger of files that the configuration names is no Odoo: nothing to set up or to check.
  if (it === null || (it.by === 'configured' && !hasErp())) return null;
  const mayAct = now.at === 'open' && now.it.user.role === 'administrator';
  return (
    <section class="sect">
      <header>
        <h2>{w.title}</h2>
        <span class="s12 mut">{it.origin ?? (it.by === 'none' ? '' : w.configured)}</span>
      </header>
      <div class="field">
        <span>
          {it.by === 'none' ? w.none : it.at === null ? w.configured : w.since(write.value.dayAt(it.at))}
          <small class="s12 mut">{it.by === 'code' ? w.sinceNote : w.setupNote}</small>
        </span>
        {mayAct && (
          <Button look="out" small onPress={() => screen.go('setup')}>
            {w.setup}
          </Button>
        )}
        {mayAct && (it.by === 'code' || it.by === 'typed') && (
          <Button look="out" small onPress={() => void end()}>
            {w.end}
          </Button>
        )}
      </div>
      {fault.value && (
        <p class="msg" role="alert">
          {fault.value.says || words.value.fault.noAnswer}
        </p>
      )}
    </section>
  );
}
