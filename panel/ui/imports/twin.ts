// Lines of files that the ERP may hold already under another day: a person says of each whether it is the same.
import { batch, signal } from '@preact/signals';
import type { TwinView } from '../../../sync/port/view-night.ts';
import { client } from '../client.ts';
import { tell } from '../lane.ts';
import { hasErp } from '../shell/state.ts';
import { newKey } from '../wire.ts';
import { words } from '../words/index.ts';
import { late } from '../words/late.ts';

export const twins = signal<readonly TwinView[]>([]);
/** What was last said of one, to be taken back. */
export const said = signal<{ decisionId: string; same: boolean } | null>(null);
const busy = signal(false);

export async function openTwins(): Promise<void> {
  if (!hasErp()) return;
  const answer = await client.twins();
  if (answer.ok) twins.value = answer.value;
}

/** Says of the first one, or of the named one; false when there is none. */
export function sayTwin(same: boolean, lineId = twins.peek()[0]?.line.id): boolean {
  if (lineId === undefined || busy.peek()) return false;
  busy.value = true;
  void client.settleTwin(lineId, same, newKey()).then(async (answer) => {
    batch(() => {
      busy.value = false;
      if (answer.ok) said.value = { decisionId: answer.value.decision.decisionId, same };
    });
    if (answer.ok) tell({ tone: 'info', text: late.peek().twin.done(same), job: null, lineId: null });
    else refused(answer.fault.says);
    await openTwins();
  });
  return true;
}

/** Takes back what was last said here. */
export function unsayTwin(): boolean {
  const last = said.peek();
  if (!last || busy.peek()) return false;
  busy.value = true;
  void client.undo(last.decisionId, newKey()).then(async (answer) => {
    batch(() => {
      busy.value = false;
      said.value = null;
    });
    if (!answer.ok) refused(answer.fault.says);
    await openTwins();
  });
  return true;
}

function refused(says: string): void {
  tell({ tone: 'refused', text: says || words.peek().fault.noAnswer, job: null, lineId: null });
}
