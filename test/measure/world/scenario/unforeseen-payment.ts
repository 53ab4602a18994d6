// Payers and payments that no count was taken from: netted, split, sent back, under a changed or shared name or account.
import { addDays } from '../../../../sync/model/day.ts';
import type { OpenItem } from '../../../../sync/model/ledger.ts';
import { type Firm, iban } from '../people.ts';
import type { World } from '../world.ts';
import { residual } from './cast.ts';
import { say, total } from './named.ts';

/** One invoice in two transfers: the first names it, the second is silent and has the amount of another open invoice. */
export function splitInTwo(w: World): void {
  const payer = w.party();
  const other = w.item(payer, { amountMinor: w.by.whole(20_000, 90_000) });
  const first = w.by.whole(20_000, 90_000);
  const item = w.item(payer, { amountMinor: first + other.residualMinor });
  const named = w.line({ payer, amountMinor: first, valueDay: '2026-06-08', label: say(w, item.document!) });
  w.truth(named, 'split-in-two', 'suggest', [[item, first]]);
  const silent = w.line({
    payer,
    amountMinor: other.residualMinor,
    valueDay: addDays('2026-06-08', w.by.whole(-3, 12)),
    label: w.by.pick(w.words().plain),
  });
  w.truth(silent, 'split-in-two', 'abstain', [[item, other.residualMinor]]);
}

/** The customer adds the statutory 40 euros and some interest. */
export function lateFee(w: World): void {
  const payer = w.party();
  const item = w.item(payer);
  const fee = 4_000 + w.by.pick([0, 0, w.by.whole(100, 9_000)]);
  const line = w.line({
    payer,
    amountMinor: item.residualMinor + fee,
    label: say(w, `${item.document} + INDEMNITE`),
  });
  w.truth(line, 'late-fee', 'suggest', [residual(item)]);
}

/** A parent pays invoices of two children less a credit note of one, which it names or not. */
export function parentNets(w: World): void {
  const [parent, one, two] = [w.party(), w.party(), w.party()];
  if (new Set([parent, one, two]).size < 3) return;
  w.adopt(one, parent);
  w.adopt(two, parent);
  const items = [w.item(one, { amountMinor: 80_000 + w.by.whole(0, 90_000) }), w.item(two)];
  const credit = w.item(one, { amountMinor: -w.by.whole(500, 50_000) });
  const named = w.by.yes(0.5);
  const numbers = (named ? [...items, credit] : items).map((item) => item.document).join(' ');
  const line = w.line({ payer: parent, amountMinor: total([...items, credit]), label: numbers });
  w.truth(line, 'parent-nets', 'suggest', [...items, credit].map(residual));
}

/** A manager of buildings pays for several customers of one price, each named in the label only. */
export function managerPays(w: World): void {
  const account = iban(w.by);
  const amountMinor = w.amount();
  const owners = [w.party(), w.party(), w.party()];
  if (new Set(owners.map((firm) => firm.root)).size < 3) return;
  for (const owner of owners) {
    const item = w.item(owner, { amountMinor });
    const line = w.line({
      counterparty: 'CABINET GESTION DES COPROPRIETES',
      counterpartyAccount: account,
      amountMinor,
      label: `LOYER ${owner.name}`,
    });
    w.truth(line, 'manager-pays', 'suggest', [residual(item)]);
  }
}

/** The customer has a new bank account, which the ERP gives to nobody; or the account that it left is now another customer's. */
export function accountChanged(w: World): void {
  const [payer, heir] = [w.party(), w.party()];
  if (payer === heir || payer.root === heir.root) return;
  const item = w.item(payer);
  const inherits = w.by.yes(0.5) && heir.ibans.length > 0;
  const named = w.by.yes(0.5);
  const line = w.line({
    payer,
    counterpartyAccount: inherits ? heir.ibans[0]! : iban(w.by),
    amountMinor: item.residualMinor,
    label: named ? say(w, item.document!) : w.by.pick(w.words().plain),
  });
  w.later(() => w.truth(line, 'account-changed', !named && twinOf(w, item) ? 'abstain' : 'suggest', [residual(item)]));
}

/** Two customers whose names the bank's column makes one; the payer's invoice is not in the ledger, the other owes the amount. */
export function cutName(w: World): void {
  const owner = w.party();
  if (![26, 27, 31, 32, 34, 35].includes(owner.name.length)) return;
  const amountMinor = w.amount();
  w.item(owner, { amountMinor });
  const payer: Firm = { ...owner, id: `${owner.id}b`, name: `${owner.name} SERVICES`, ibans: [], paysFrom: iban(w.by) };
  if (w.parties.some((one) => one.id === payer.id)) return;
  w.parties.push(payer);
  const line = w.line({
    amountMinor,
    counterparty: payer.name.slice(0, owner.name.length),
    label: w.by.pick(w.words().plain),
  });
  w.truth(line, 'cut-name', 'abstain', []);
}

/** Two customer accounts of one firm: the invoice paid is not in the ledger, and the other account owes the amount. */
export function secondAccount(w: World): void {
  const owner = w.party();
  const amountMinor = w.amount();
  w.item(owner, { amountMinor });
  const second: Firm = { ...owner, id: `${owner.id}c`, ibans: [], parentId: null };
  if (w.parties.some((one) => one.id === second.id)) return;
  w.parties.push(second);
  const line = w.line({ payer: second, amountMinor, label: w.by.pick(w.words().plain) });
  w.truth(line, 'second-account', 'abstain', []);
}

/** A settled invoice is named and paid once more a month later; another invoice has the amount. */
export function againNextMonth(w: World): void {
  const payer = w.party();
  const old = w.paidItem(payer, { day: '2026-04-10' });
  if (w.by.yes(0.6)) w.item(payer, { amountMinor: old.amountMinor, day: '2026-05-28' });
  const line = w.line({ payer, amountMinor: old.amountMinor, label: say(w, old.document!) });
  w.truth(line, 'again-next-month', 'abstain', []);
}

/** Paid, sent back because of some error, and paid again: which of the two receipts settles, a person says. */
export function refundThenAgain(w: World): void {
  const payer = w.party();
  const item = w.item(payer);
  const label = w.by.yes(0.6) ? say(w, item.document!) : w.by.pick(w.words().plain);
  const receipts = (['2026-06-03', '2026-06-15'] as const).map((valueDay) =>
    w.line({ payer, amountMinor: item.residualMinor, valueDay, label, endToEndId: null }),
  );
  const back = w.line({
    payer,
    amountMinor: -item.residualMinor,
    valueDay: '2026-06-08',
    label: `REMB ${item.document}`,
    bankCode: 'PMNT-ICDT-ESCT',
  });
  w.truth(receipts[0]!, 'refund-then-again', 'abstain', []);
  w.truth(back, 'refund-then-again', 'abstain', []);
  w.truth(receipts[1]!, 'refund-then-again', 'suggest', [residual(item)]);
}

/** Our own transfer to a customer comes back: no receipt, though an invoice has its amount. */
export function oursComesBack(w: World): void {
  const payer = w.party();
  const item = w.item(payer);
  const line = w.line({
    payer,
    amountMinor: item.residualMinor,
    bankCode: 'PMNT-ICDT-RRTN',
    label: w.by.pick(['VIREMENT RETOURNE AC04', 'RETOUR VIREMENT COMPTE CLOS', 'REJET VIR EMIS']),
  });
  w.truth(line, 'ours-comes-back', 'abstain', []);
}

/** A financing house that is in no list pays a list of several customers' invoices less its reserve. */
export function newFactor(w: World): void {
  const items = Array.from({ length: w.by.whole(3, 5) }, () => w.item(w.party()));
  const line = w.line({
    counterparty: 'HEXAGONE FINANCEMENT',
    counterpartyAccount: iban(w.by),
    amountMinor: Math.round(total(items) * 0.9),
    label: items.map((item) => item.document).join(' '),
  });
  w.truth(
    line,
    'new-factor',
    'abstain',
    items.map((item) => [item, item.residualMinor] as const),
  );
}

/** The payer's bank rounds the foreign amount: what was instructed is a cent off. */
export function centOff(w: World): void {
  const payer = w.party();
  const item = w.item(payer, { currency: 'USD', amountMinor: w.by.whole(20_000, 900_000) });
  const line = w.line({
    payer,
    amountMinor: Math.round(item.residualMinor * 0.9137),
    label: item.document!,
    instructed: { amountMinor: item.residualMinor + w.by.pick([-1, 1]), currency: 'USD' },
  });
  w.truth(line, 'cent-off', 'suggest', [residual(item)]);
}

/** Two feeds of one account deliver an entry each in its own words: another reference, a shorter label. */
export function twoFeeds(w: World): void {
  const payer = w.party();
  const item = w.item(payer);
  const endToEndId = w.by.yes(0.5) ? `E2E${w.by.digits(9)}` : null;
  const label = say(w, item.document!);
  const group = `feeds-${item.id}`;
  const first = w.line({ payer, amountMinor: item.residualMinor, label, endToEndId });
  const second = w.line({
    ...first,
    payer: null,
    id: `${first.id}f`,
    amountMinor: first.amountMinor,
    entryRef: w.by.yes(0.5) ? null : `OF${w.by.digits(6)}`,
    label: label.slice(0, 32),
  });
  w.truth(first, 'two-feeds', 'suggest', [residual(item)], { group });
  w.truth(second, 'two-feeds', 'abstain', [], { group });
}

function twinOf(w: World, item: OpenItem): boolean {
  return w.items.some(
    (other) => other !== item && other.partyId === item.partyId && other.residualMinor === item.residualMinor,
  );
}
