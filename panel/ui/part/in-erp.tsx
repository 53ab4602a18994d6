// A way to the ERP's own page of something: in the page around us, or in a new tab when there is none.
import { client } from '../client.ts';
import { hostAround } from '../frame.ts';
import { tell } from '../lane.ts';
import { session } from '../shell/state.ts';
import { words } from '../words/index.ts';
import { Icon } from './icon.tsx';

type Thing = { kind: 'party' | 'item' | 'line'; id: string };

/** Nothing where the books are files. `name` is what a screen reader says is opened. */
export function InErp({ kind, id, name }: Thing & { name: string }) {
  const now = session.value;
  if (now.at !== 'open' || now.it.company.erp === 'fec') return null;
  const label = `${words.value.act.inErp}, ${name}`;
  return (
    <button
      type="button"
      class="in-erp"
      title={words.value.act.inErp}
      aria-label={label}
      onClick={() => void open({ kind, id })}
    >
      <Icon name="out" />
    </button>
  );
}

async function open(thing: Thing): Promise<void> {
  const answer = await client.erpRecord(thing);
  if (!answer.ok) {
    const text = answer.fault.says || words.peek().fault.noAnswer;
    return tell({ tone: 'refused', text, job: null, lineId: null });
  }
  const { model, id, url } = answer.value;
  const host = hostAround();
  if (host) host.open(model, id);
  else window.open(url, '_blank', 'noopener');
}
