// Before an undo the ERP is asked what it leaves: the first key reads that, the second takes the decision back all the same.
import type { Day } from '../../sync/model/day.ts';
import type { FaultView } from '../../sync/port/view.ts';
import { client } from './client.ts';
import { offerInverse } from './inverse/state.ts';
import { notice, say, tell } from './lane.ts';
import { hasErp } from './shell/state.ts';
import { words } from './words/index.ts';

/** An ERP that takes longer is not waited for: the undo itself begins by reading. */
const WAIT_MS_MAX = 8_000;
/** What no second key helps against: an entry on an open day is offered instead. */
const FORBIDS = 'period-locked';

/** `key` names what is taken back; `job` where the lane's own button can do it. */
type Undo = {
  key: string;
  job?: string | null;
  decisionIds: readonly string[];
  lineId: string | null;
  /** `on`: the open day of the inverse of what is locked. */
  go: (on?: Day) => void;
};

/** `text`: as the lane shows it; once something else stands there, the next key reads again. */
let read: { key: string; text: string; forbidden: boolean } | null = null;
let asking: string | null = null;

/**
 * Calls `go` at once where no ERP is behind the decisions, or what it says was read by the key before; else asks it, and calls
 * `go` only where it has nothing to say.
 */
export function foreseeUndo({ key, job = null, decisionIds, lineId, go }: Undo): void {
  const isRead = read !== null && read.key === key && notice.peek()?.text === read.text;
  if (isRead && read?.forbidden) {
    say(read.text);
    return;
  }
  if (isRead || !hasErp() || decisionIds.length === 0) {
    read = null;
    go();
    return;
  }
  if (asking === key) return;
  asking = key;
  say(words.peek().lane.undoAsking);
  void ask(decisionIds).then(async (list) => {
    if (asking !== key) return;
    asking = null;
    if (list.length === 0) {
      go();
      return;
    }
    const forbidden = list.some((it) => it.code === FORBIDS);
    const [only, ...more] = decisionIds;
    const refused = forbidden && only && more.length === 0 ? await offerInverse(only, list, go) : undefined;
    if (refused === null) return;
    const says = [...new Set([...list, ...(refused ? [refused] : [])].map((it) => it.says))].join(' ');
    const text = forbidden ? says : `${says} ${words.peek().lane.undoTwice}`;
    read = { key, text, forbidden };
    tell({ tone: 'warn', text, job: forbidden ? null : job, lineId });
  });
}

async function ask(decisionIds: readonly string[]): Promise<FaultView[]> {
  const late = new Promise<FaultView[]>((resolve) => setTimeout(() => resolve([]), WAIT_MS_MAX));
  const all = Promise.all(decisionIds.map((id) => client.foreseeUndo(id)));
  return Promise.race([all.then((answers) => answers.flatMap((it) => (it.ok ? it.value : []))), late]);
}
