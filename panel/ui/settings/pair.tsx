// Pairing with Odoo: where it is, the code that it shows, and then what was found there, before anything is written.
import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { FaultView } from '../../../sync/port/view.ts';
import type { PairingView } from '../../../sync/port/view-host.ts';
import type { CheckView } from '../../../sync/port/view-night.ts';
import { client, newKey } from '../client.ts';
import { Button } from '../part/button.tsx';
import { openSession, session } from '../shell/state.ts';
import { words, write } from '../words/index.ts';
import { late } from '../words/late.ts';

const view = signal<PairingView | null>(null);
const checks = signal<readonly CheckView[] | null>(null);
const fault = signal<FaultView | null>(null);
const busy = signal(false);

async function open(): Promise<void> {
  const answer = await client.pairing();
  view.value = answer.ok ? answer.value : null;
}

async function look(): Promise<void> {
  busy.value = true;
  const answer = await client.erpChecks();
  busy.value = false;
  fault.value = answer.ok ? null : answer.fault;
  if (answer.ok) checks.value = answer.value;
}

async function pair(form: HTMLFormElement): Promise<void> {
  const data = new FormData(form);
  const text = (name: string) => String(data.get(name) ?? '').trim();
  busy.value = true;
  const answer = await client.pair({ url: text('url'), code: text('code'), database: text('database') }, newKey());
  busy.value = false;
  fault.value = answer.ok ? null : answer.fault;
  if (!answer.ok) return;
  view.value = answer.value;
  // The company in front is another one now.
  await openSession();
  await look();
}

async function end(): Promise<void> {
  const answer = await client.unpair(newKey());
  fault.value = answer.ok ? null : answer.fault;
  if (answer.ok) view.value = answer.value;
}

/** Nothing for whoever may not manage, and where the configuration names the ERP only what was found there. */
export function Pairing() {
  useEffect(() => void open(), []);
  const it = view.value;
  const w = late.value.pair;
  if (it === null) return null;
  const now = session.value;
  const inErp = now.at === 'open' && now.it.company.erp === 'odoo';
  return (
    <section class="sect">
      <header>
        <h2>{w.title}</h2>
        <span class="s12 mut">{it.origin ?? (it.by === 'none' ? w.none : w.configured)}</span>
      </header>
      {it.by === 'none' && <Form />}
      {it.by === 'code' && (
        <div class="field">
          <span>
            {w.since(it.at === null ? '' : write.value.dayAt(it.at))}
            <small class="s12 mut">{w.sinceNote}</small>
          </span>
          <Button look="out" small onPress={() => void end()}>
            {w.end}
          </Button>
        </div>
      )}
      {inErp && <Checks />}
      {fault.value && (
        <p class="msg" role="alert">
          {fault.value.says || words.value.fault.noAnswer}
        </p>
      )}
    </section>
  );
}

function Form() {
  const w = late.value.pair;
  return (
    <form
      class="field link-form"
      onSubmit={(event) => {
        event.preventDefault();
        void pair(event.currentTarget);
      }}
    >
      <label>
        {w.url}
        <input name="url" class="fld" type="url" required size={28} placeholder="https://odoo.example.fr" />
      </label>
      <label>
        {w.code}
        <input name="code" class="fld mono" required size={10} placeholder="ABCD-EFGH" autocomplete="off" />
      </label>
      <label>
        {w.database}
        <input name="database" class="fld" size={12} placeholder={w.databaseNote} />
      </label>
      <button type="submit" class="btn out sm" disabled={busy.value}>
        {w.pair}
      </button>
      <small class="s12 mut">{w.how}</small>
    </form>
  );
}

/** What stands in the way, one line each; what is in order is said too. */
function Checks() {
  const w = late.value.pair;
  return (
    <>
      <div class="field">
        <span>
          {w.checks}
          <small class="s12 mut">{w.checksNote}</small>
        </span>
        <Button look="out" small off={busy.value ? words.value.state.loading : null} onPress={() => void look()}>
          {w.look}
        </Button>
      </div>
      {checks.value && (
        <ul class="checks">
          {checks.value.map((it) => (
            <li key={it.name}>
              <span class={`tag ${it.ok ? 'ok' : 'bad'}`}>{it.ok ? w.ok : w.wrong}</span> {it.says}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
