// Joining what is ticked: what its button says, why it is off, and what it does.
import { differenceOf } from '../queue/draft.ts';
import { words, write } from '../words/index.ts';
import { late } from '../words/late.ts';
import { body, fore, isMixed, own, preview } from './draft.ts';
import * as accounts from './state.ts';

/** Why lettering is off, in words; null when it is on. */
export function stopOf(): string | null {
  const w = words.value;
  const { count, difference, currency } = accounts.sums.value;
  if (count < 2) return w.accounts.tickTwo;
  if (isMixed.value) return late.value.move.mixed;
  if (preview.value?.fault) return preview.value.fault.says;
  if (body.value) return null;
  return own.value ? w.problem.choose : w.accounts.unequal(write.value.money(Math.abs(difference), currency));
}

export function letterNow(): boolean {
  const now = body.peek();
  if (now === null || stopOf() !== null) return false;
  if (fore.isNews()) return true;
  return accounts.letter({ ...now, ...fore.accepted() }, movedText());
}

function amountMoved(): string {
  return write.value.money(accounts.sums.value.debit);
}

/** What the lane says of a receipt that goes to another customer; null for a letter. */
function movedText(): string | null {
  const move = accounts.moveShown.value;
  return move && late.value.move.moved(move.on.partyName ?? move.on.account, move.partyName, amountMoved());
}

/** The button says what will be joined, and what becomes of the difference. */
export function letterText(): string {
  const w = words.value;
  const f = write.value;
  const { count, debit, credit, currency } = accounts.sums.value;
  const move = accounts.moveShown.value;
  if (move) return late.value.move.to(move.partyName, amountMoved());
  const draft = own.value;
  if (!draft || draft.choice === null) return w.accounts.letter(count, f.money(Math.min(debit, -credit), currency));
  const size = f.money(Math.abs(differenceOf(draft)), draft.currency);
  if (body.value?.leave) return w.accounts.letterLeave(count, size);
  const what = w.primary.as[draft.choice] ?? w.choice[draft.choice].toLocaleLowerCase();
  return w.accounts.letterWith(count, what, size);
}
