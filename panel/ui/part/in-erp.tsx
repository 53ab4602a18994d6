// A way to the ERP's own page of something: in the page around us, or in a tab of its own when there is none or one is asked for.
import { client } from '../client.ts';
import { hostAround } from '../frame.ts';
import { tell } from '../lane.ts';
import { session } from '../shell/state.ts';
import { words } from '../words/index.ts';
import { Icon } from './icon.tsx';

const MIDDLE = 1;

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
      onClick={(event) => void open({ kind, id }, event.ctrlKey || event.metaKey)}
      onAuxClick={(event) => event.button === MIDDLE && void open({ kind, id }, true)}
    >
      <Icon name="out" />
    </button>
  );
}

/**
 * As with any link: the middle button, or Ctrl, asks for a tab of its own. The tab is opened before the ERP is asked: a browser
 * lets no page open one later than a few seconds after the press.
 */
async function open(thing: Thing, apart: boolean): Promise<void> {
  const host = apart ? null : hostAround();
  const tab = host ? null : window.open('', '_blank');
  if (tab) tab.opener = null;
  const answer = await client.erpRecord(thing);
  if (!answer.ok) {
    tab?.close();
    const text = answer.fault.says || words.peek().fault.noAnswer;
    return tell({ tone: 'refused', text, job: null, lineId: null });
  }
  const { model, id, url } = answer.value;
  if (host) host.open(model, id);
  else if (tab) tab.location.href = url;
}
