// Events that nobody thinks of: money before its invoice, slips that hit a neighbour's number, sisters, cut beginnings.

import { withinOneSlip } from '../../../../sync/match/reading/damage.ts';
import { addDays } from '../../../../sync/model/day.ts';
import type { OpenItem } from '../../../../sync/model/ledger.ts';
import type { World } from '../world.ts';
import { residual } from './cast.ts';
import { say } from './named.ts';

/** Paid with the order and invoiced on delivery some days later; the payer cannot name what is not written yet. */
export function advance(w: World): void {
  const payer = w.party();
  const item = w.item(payer, { day: addDays('2026-06-10', w.by.whole(1, 18)) });
  const line = w.line({
    payer,
    amountMinor: item.residualMinor,
    valueDay: '2026-06-10',
    label: w.by.pick(w.words().plain),
  });
  w.later(() => w.truth(line, 'advance', twins(w, item) ? 'abstain' : 'suggest', [residual(item)]));
}

/** The customer pays a settled invoice again, and the next one of the same amount is issued after that. */
export function paidAgain(w: World): void {
  const payer = w.party();
  const amountMinor = w.by.whole(3_000, 90_000);
  const old = w.paidItem(payer, { amountMinor, day: '2026-05-04' });
  w.item(payer, { amountMinor, day: '2026-06-20' });
  const label = w.by.yes(0.5) ? w.by.pick(w.words().plain) : say(w, old.document!);
  const line = w.line({ payer, amountMinor, valueDay: '2026-06-12', label });
  w.truth(line, 'paid-again', 'abstain', []);
}

/** One digit is wrong, and what it makes is another customer's number; now and then of the same amount. */
export function slipHitsAnother(w: World): void {
  const payer = w.party();
  const item = w.item(payer);
  const near = w.items.find(
    (other) =>
      other.partyId !== payer.id &&
      other.residualMinor !== 0 &&
      other.document !== item.document &&
      withinOneSlip(other.document!, item.document!),
  );
  if (!near) return;
  const same = near.residualMinor === item.residualMinor;
  const line = w.line({ payer, amountMinor: item.residualMinor, label: say(w, near.document!) });
  w.later(() => w.truth(line, 'slip-hits-another', same ? 'abstain' : 'suggest', [residual(item)]));
}

/** Two transfers of one amount, and one of the two invoices is not in the ledger yet. */
export function oneOfTwoMissing(w: World): void {
  const payer = w.party();
  const item = w.item(payer);
  for (const day of ['2026-06-04', '2026-06-18'] as const) {
    const line = w.line({
      payer,
      amountMinor: item.residualMinor,
      valueDay: day,
      label: w.by.pick(w.words().plain),
    });
    w.truth(line, 'one-of-two-missing', 'abstain', day === '2026-06-04' ? [residual(item)] : []);
  }
}

/** A firm of the group pays for its sister without a word, and owes nothing of the amount, or the very same. */
export function sisterPays(w: World): void {
  const [parent, payer, sister] = [w.party(), w.party(), w.party()];
  if (new Set([parent, payer, sister]).size < 3 || !w.adopt(payer, parent) || !w.adopt(sister, parent)) return;
  const amountMinor = w.amount();
  const item = w.item(sister, { amountMinor });
  if (w.by.yes(0.6)) w.item(payer, { amountMinor });
  const line = w.line({ payer, amountMinor, label: w.by.pick(w.words().plain) });
  w.truth(line, 'sister-pays', 'abstain', [residual(item)]);
}

/** The bank cut the label within the number; what is left is, written short, another customer's number of the same amount. */
export function cutHitsAnother(w: World): void {
  const amountMinor = w.by.pick([4_900, 9_900, 12_000, 24_000]);
  const item = w.item(w.party(), { amountMinor });
  const kept = item.document!.slice(0, -w.by.whole(1, 2));
  const line = w.line({
    payer: w.stranger(),
    amountMinor,
    label: `${'REGLEMENT DE NOTRE PART POUR LA FACTURE '.slice(-(35 - kept.length))}${kept}`,
  });
  w.truth(line, 'cut-hits-another', 'abstain', [residual(item)]);
}

/** The payer's own document number, order number or client number is an invoice number of somebody who owes the same. */
export function numberOfSomebody(w: World): void {
  const victim = w.item(w.party(), { amountMinor: w.by.pick([4_900, 9_900, 12_000, 24_000]) });
  const words = w.words();
  const line = w.line({
    payer: w.stranger(),
    amountMinor: victim.residualMinor,
    label: `${w.by.pick([words.client, ...words.order])}${victim.document!.replace(/\D/g, '')}`,
  });
  w.truth(line, 'number-of-somebody', 'abstain', []);
}

function twins(w: World, item: OpenItem): boolean {
  return w.items.some(
    (other) => other !== item && other.partyId === item.partyId && other.residualMinor === item.residualMinor,
  );
}
