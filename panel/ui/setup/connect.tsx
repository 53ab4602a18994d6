// The first step: Odoo is connected by the code of its module, or by address, database, user and key.
import { useSignal } from '@preact/signals';
import { Button, Segments } from '../part/button.tsx';
import { words } from '../words/index.ts';
import { late } from '../words/late.ts';
import { anew, busy, choice, connect, isConnected, pair, pairing } from './state.ts';

type Way = 'code' | 'typed';

export function Connect() {
  const w = late.value.setup.connect;
  const way = useSignal<Way>('code');
  if (isConnected.value) return <Standing />;
  return (
    <>
      <Segments
        label={w.way}
        value={way.value}
        choices={(['code', 'typed'] as const).map((value) => ({ value, text: w.ways[value] }))}
        onPick={(it) => (way.value = it)}
      />
      <p class="sec">{w[way.value]}</p>
      {way.value === 'code' ? <CodeForm /> : <TypedForm />}
    </>
  );
}

function Standing() {
  const w = late.value.setup.connect;
  const it = pairing.value;
  if (it === null || it.by === 'none') return null;
  const said = it.by === 'configured' ? w.by.configured : w.by[it.by](it.origin ?? 'Odoo');
  return (
    <div class="row">
      <span>{said}</span>
      {it.by !== 'configured' && (
        <Button look="ghost" small onPress={() => (anew.value = true)}>
          {w.again}
        </Button>
      )}
    </div>
  );
}

const text = (data: FormData, name: string) => String(data.get(name) ?? '').trim();

function CodeForm() {
  const w = late.value.setup.connect;
  return (
    <form
      class="set-form"
      onSubmit={(event) => {
        event.preventDefault();
        const data = new FormData(event.currentTarget);
        void pair({ url: text(data, 'url'), code: text(data, 'code'), database: text(data, 'database') });
      }}
    >
      <Url />
      <label>
        {w.shown}
        <input name="code" class="fld mono" required placeholder="ABCD-EFGH" autocomplete="off" />
      </label>
      <label>
        {w.databaseOnly}
        <input name="database" class="fld" autocomplete="off" />
      </label>
      <Go />
    </form>
  );
}

function TypedForm() {
  const w = late.value.setup.connect;
  const several = choice.value;
  return (
    <form
      class="set-form"
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        const data = new FormData(event.currentTarget);
        const companies = data.getAll('company').map(Number);
        if (several.length > 0 && companies.length === 0) return;
        const access = { url: text(data, 'url'), database: text(data, 'database'), user: text(data, 'user') };
        void connect({ ...access, key: text(data, 'key'), companies });
      }}
    >
      <Url />
      <label>
        {w.database}
        <input name="database" class="fld" required autocomplete="off" />
      </label>
      <label>
        {w.user}
        <input name="user" class="fld" required autocomplete="off" />
      </label>
      <label>
        {w.key}
        <input name="key" class="fld" type="password" required autocomplete="off" />
      </label>
      {several.length > 0 && (
        <fieldset class="choice">
          <legend>{w.choose}</legend>
          {several.map((it) => (
            <label key={it.id}>
              <input type="checkbox" name="company" value={String(it.id)} /> {it.name}
            </label>
          ))}
        </fieldset>
      )}
      <Go />
    </form>
  );
}

function Url() {
  const w = late.value.setup.connect;
  return (
    <label>
      {w.url}
      <input name="url" class="fld" type="url" required placeholder="https://odoo.example.fr" autocomplete="off" />
    </label>
  );
}

function Go() {
  const isBusy = busy.value === 'connect';
  return (
    <button type="submit" class={`btn pri ${isBusy ? 'off' : ''}`} disabled={isBusy}>
      {isBusy ? words.value.state.loading : late.value.setup.connect.go}
    </button>
  );
}
