// "Show me": leads to the screen of a step, and to a line on which it can be done.
import type { QueueRow } from '../../../sync/port/view.ts';
import { client } from '../client.ts';
import { say } from '../lane.ts';
import { focusList } from '../queue/focus.ts';
import { isPlain } from '../queue/order.ts';
import { decidedNow, filter, openFilter, rowNow, rows } from '../queue/state.ts';
import { goTo } from '../queue/walk.ts';
import { type ScreenName, screen } from '../shell/route.ts';
import { words } from '../words/index.ts';
import { nextStep, type Step } from './state.ts';

/** Lines that are asked for their allocations before the search is given up. */
const ASKED_MAX = 40;

const WHERE: Readonly<Record<Step, ScreenName>> = {
  accept: 'queue',
  undo: 'queue',
  difference: 'queue',
  credit: 'queue',
  overpayment: 'queue',
  deposit: 'queue',
  letter: 'accounts',
  bulk: 'queue',
  aging: 'aging',
  import: 'imports',
};

const isOver = (row: QueueRow) => row.differenceMinor > 0 && row.amountMinor > 0;

/** By what the list knows of a line; of several kinds the first that is there. */
const FITS: Readonly<Partial<Record<Step, readonly ((row: QueueRow) => boolean)[]>>> = {
  accept: [isPlain],
  difference: [(row) => row.differenceMinor < 0],
  overpayment: [(row) => isOver(row) && row.differenceMinor < row.amountMinor, isOver],
  deposit: [(row) => isOver(row) && row.differenceMinor === row.amountMinor, isOver],
};

/** Leads to where the next step is done; false when there is none left. */
export async function showStep(): Promise<boolean> {
  const step = nextStep.peek();
  if (!step) return false;
  screen.go(WHERE[step]);
  if (WHERE[step] !== 'queue') return true;
  if (filter.peek() !== 'to-do') await openFilter('to-do');
  const found = await lineFor(step);
  if (found) goTo(found.lineId);
  else if (FITS[step] || step === 'credit') say(words.peek().guide.noLine);
  focusList();
  return true;
}

async function lineFor(step: Step): Promise<QueueRow | undefined> {
  const open = rows
    .peek()
    .filter((row) => !decidedNow(row))
    .map(rowNow);
  if (step === 'credit') return lineWithCredit(open);
  for (const fits of FITS[step] ?? []) {
    const found = open.find(fits);
    if (found) return found;
  }
  return undefined;
}

/** A line whose proposal takes a credit note off: those first whose words speak of one. */
async function lineWithCredit(open: readonly QueueRow[]): Promise<QueueRow | undefined> {
  const speaks = (row: QueueRow) => Number(/\b(avoir|av|credit|remise)\b/i.test(row.label));
  const likely = open
    .filter((row) => row.certainty !== 'none' && row.differenceMinor === 0)
    .sort((a, b) => speaks(b) - speaks(a))
    .slice(0, ASKED_MAX);
  for (const row of likely) {
    const answer = await client.line(row.lineId);
    if (!answer.ok) return undefined;
    if (answer.value.candidates[0]?.allocations.some((it) => it.allocatedMinor < 0)) return row;
  }
  return undefined;
}
