// A line opened by its id, from a statement or a link: the cursor goes to it, and the list takes it in when it does not hold it.
import { batch } from '@preact/signals';
import { client } from '../client.ts';
import { tell } from '../lane.ts';
import { words } from '../words/index.ts';
import { focusList } from './focus.ts';
import { brought, folded, walk } from './state.ts';
import { goTo, pane } from './walk.ts';

export async function bring(lineId: string): Promise<void> {
  if (!isHere(lineId)) {
    const answer = await client.line(lineId);
    if (!answer.ok) {
      const text = answer.status === 0 ? words.peek().fault.noAnswer : answer.fault.says;
      tell({ tone: 'refused', text, job: null, lineId: null });
      return;
    }
    batch(() => {
      brought.value = answer.value.row;
      if (!isHere(lineId)) folded.value = new Set();
    });
  }
  goTo(lineId);
  pane.value = 'detail';
  focusList();
}

function isHere(lineId: string): boolean {
  return walk.peek().some((row) => row.lineId === lineId);
}
