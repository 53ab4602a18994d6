// The company's ERP: when it was read, what the last night did, the figures that must agree, and bringing it up to date now.
import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { NightView } from '../../../sync/port/view-night.ts';
import { client } from '../client.ts';
import { Button } from '../part/button.tsx';
import { session } from '../shell/state.ts';
import { newKey } from '../wire.ts';
import { words, write } from '../words/index.ts';

const view = signal<NightView | null>(null);
const busy = signal(false);

async function open(): Promise<void> {
  const answer = await client.night();
  if (answer.ok) view.value = answer.value;
}

async function run(ask: (key: string) => ReturnType<typeof client.nightNow>): Promise<void> {
  busy.value = true;
  const answer = await ask(newKey());
  if (answer.ok) view.value = answer.value;
  busy.value = false;
}

/** Nothing for a company whose books are files. */
export function ErpSection() {
  useEffect(() => void open(), []);
  const it = view.value;
  const w = words.value.settings.erp;
  if (it === null || it.erp === 'fec') return null;
  const reasons = [...(it.last?.warnings ?? []), ...(it.last?.refused ?? [])];
  return (
    <section class="sect">
      <header>
        <h2>{w.title}</h2>
        <span class="s12 mut">
          {it.pulledAt === null
            ? w.never
            : w.read(`${write.value.dayAt(it.pulledAt)}, ${write.value.hour(it.pulledAt)}`)}
        </span>
      </header>
      <div class="field">
        <span>
          {it.running ? w.running(it.running.done, it.running.total) : it.unsent > 0 ? w.unsent(it.unsent) : ''}
          {it.last && (
            <small class="s12 mut">
              {`${w.night(it.last.settled, it.last.written)}, ${w.rest(it.last.verified, it.last.waiting)}`}
            </small>
          )}
        </span>
        <Button
          look="out"
          small
          off={busy.value ? words.value.state.loading : null}
          onPress={() => void run(client.nightNow)}
        >
          {w.now}
        </Button>
        {it.halted && (
          <Button look="out" small onPress={() => void run(client.resumeWriting)}>
            {w.resume}
          </Button>
        )}
      </div>
      <Control it={it} />
      {[...(it.fault ? [it.fault] : []), ...(it.missed ? [it.missed] : []), ...reasons].map((each) => (
        <p key={each.says} class="msg" role="alert">
          {each.says}
        </p>
      ))}
    </section>
  );
}

/** The ERP's figure and ours, side by side. */
function Control({ it }: { it: NightView }) {
  const w = words.value.settings.erp;
  const now = session.value;
  const currency = now.at === 'open' ? now.it.company.currency : 'EUR';
  const f = write.value;
  return (
    <dl class="facts">
      {it.control.flatMap(({ name, account, erpMinor, oursMinor }) => [
        <dt key={`${name} ${account}`}>{`${w.control[name]} ${name === 'customers' ? '' : (account ?? '')}`}</dt>,
        <dd key={`${name} ${account} figures`}>
          {erpMinor === oursMinor
            ? f.money(erpMinor, currency)
            : `${f.money(erpMinor, currency)} ≠ ${f.money(oursMinor, currency)}`}
        </dd>,
      ])}
    </dl>
  );
}
