// Events that look like something else: what a careless matcher settles wrongly.
import { addDays } from '../../../../sync/model/day.ts';
import { iban } from '../people.ts';
import type { World } from '../world.ts';
import { residual } from './cast.ts';
import { say, total } from './named.ts';

/** The payer copied the number of an older transfer: still open, or settled long ago; the amount is another invoice's. */
export function staleReference(w: World): void {
  const payer = w.busyParty();
  const same = w.by.yes(0.2);
  const amountMinor = w.amount();
  const open = w.by.yes(0.5);
  const old =
    open && !same
      ? w.item(payer, { amountMinor: amountMinor + w.by.whole(1_000, 90_000) })
      : w.paidItem(payer, same ? { amountMinor } : {});
  const item = w.item(payer, { amountMinor });
  const line = w.line({ payer, amountMinor, label: say(w, old.document!) });
  w.truth(line, 'stale-reference', old.residualMinor === amountMinor ? 'abstain' : 'suggest', [residual(item)]);
}

/** A parent pays for its subsidiary and owes the very same amount; the label says so, or not. */
export function parentPays(w: World): void {
  const payer = w.party();
  const child = w.party();
  if (child.id === payer.id || payer.parentId === child.id) return;
  const knows = w.by.yes(0.6);
  const said = w.by.yes(0.6) || !knows;
  const amountMinor = w.amount();
  if (knows && !w.adopt(child, payer)) return;
  const item = w.item(child, { amountMinor });
  w.item(payer, { amountMinor });
  const line = w.line({
    payer,
    amountMinor,
    label: said ? `${w.by.pick([...w.words().behalf, ''])}${child.root} ${child.trade}` : 'VIREMENT',
  });
  w.truth(line, 'parent-pays', 'abstain', [residual(item)]);
}

/** The same invoice paid twice within weeks: the second money is the customer's, not an invoice's. */
export function paidTwice(w: World): void {
  const payer = w.party();
  const item = w.item(payer);
  const label = say(w, item.document!);
  const group = `twice-${item.id}`;
  const first = w.line({ payer, amountMinor: item.residualMinor, label, valueDay: '2026-06-04' });
  const second = w.line({
    payer,
    amountMinor: item.residualMinor,
    label,
    valueDay: addDays('2026-06-04', w.by.whole(0, 20)),
  });
  w.truth(first, 'paid-twice', 'auto', [residual(item)], { group });
  w.truth(second, 'paid-twice', 'abstain', [], { group });
}

/** The bank delivers one entry twice, once perhaps through a poorer feed; or repeats a reference for two true payments. */
export function deliveredTwice(w: World): void {
  const payer = w.party();
  const item = w.item(payer);
  const label = say(w, item.document!);
  const group = `feed-${item.id}`;
  const first = w.line({ payer, amountMinor: item.residualMinor, label });
  const second = w.line({
    ...first,
    id: `${first.id}b`,
    amountMinor: first.amountMinor,
    label: w.by.yes(0.5) ? first.label : first.label.slice(0, 20),
  });
  w.truth(first, 'delivered-twice', 'auto', [residual(item)], { group });
  w.truth(second, 'delivered-twice', 'abstain', [], { group });
  const one = w.item(payer, { amountMinor: item.residualMinor });
  const other = w.line({
    payer,
    amountMinor: one.residualMinor,
    label: one.document!,
    entryRef: first.entryRef,
    valueDay: first.valueDay,
  });
  w.truth(other, 'reference-repeated', 'auto', [residual(one)]);
}

/** Digits of an invoice inside a telephone number, a date, an amount, a contract; the money is for something else. */
export function numberInside(w: World): void {
  const victim = w.item(w.party(), { amountMinor: w.by.pick([4_900, 9_900, 12_000, 24_000]) });
  const digits = victim.document!.replace(/\D/g, '');
  const hidden = w.by.pick([
    `TEL 0${digits}42`.slice(0, 14),
    `CONTRAT 88${digits}`,
    `DOSSIER ${digits}7`,
    `REF ${w.words().client}${digits.slice(0, -1)}`,
    `${w.words().client}${digits}`,
    `EXERCICE ${digits.slice(0, 4)}`,
    `SIREN ${digits.padStart(9, '5')}`,
    `VERS FR76 3000 4000 ${digits.padEnd(8, '0').slice(0, 4)} ${digits.padEnd(8, '0').slice(4, 8)}`,
    `SINISTRE 9${digits}1`,
    `MONTANT ${digits.slice(-4)},00 EUR`,
  ]);
  const line = w.line({ payer: w.by.yes(0.5) ? w.stranger() : null, amountMinor: victim.residualMinor, label: hidden });
  w.truth(line, 'number-inside', 'abstain', []);
}

/** The customer writes its own number, which is another customer's invoice number, and pays an item of its own. */
export function foreignNumber(w: World): void {
  const payer = w.party();
  const amountMinor = w.amount();
  const other = w.item(w.party(), { amountMinor: w.by.yes(0.4) ? amountMinor : w.amount() });
  const item = w.item(payer, { amountMinor });
  if (other.partyId === payer.id) return;
  const line = w.line({
    payer,
    amountMinor,
    label: `${w.by.pick(['N/REF ', 'NOTRE PIECE ', 'REF '])}${other.document}`,
  });
  w.truth(line, 'foreign-number', other.residualMinor === amountMinor ? 'abstain' : 'suggest', [residual(item)]);
}

/** Two customers carry the same invoice number (two journals, or an old program). */
export function sharedNumber(w: World): void {
  const payer = w.party();
  const other = w.party();
  if (payer.id === other.id) return;
  const same = w.by.yes(0.5);
  const item = w.item(payer);
  w.item(other, { document: item.document, amountMinor: same ? item.residualMinor : w.amount() });
  const line = w.line({
    payer: w.by.yes(0.7) ? payer : w.stranger(),
    amountMinor: item.residualMinor,
    label: item.document!,
  });
  w.truth(
    line,
    'shared-number',
    same && line.counterparty?.toUpperCase().includes(payer.root) !== true ? 'abstain' : 'suggest',
    [residual(item)],
  );
}

export function factor(w: World): void {
  const items = Array.from({ length: w.by.whole(2, 4) }, () => w.item(w.party()));
  const fee = w.by.yes(0.5) ? Math.round(total(items) * 0.008) : 0;
  const line = w.line({
    counterparty: w.by.pick(['NORD FACTOR', 'ALPHA FACTORING', 'CREDIT AFFACTURAGE']),
    amountMinor: total(items) - fee,
    label: `CESSION ${items.map((item) => item.document).join(' ')}`,
  });
  w.truth(line, 'factor', 'suggest', items.map(residual));
}

/** Notaries, insurers, providers: an amount that happens to be somebody's, or a batch of several. */
export function collective(w: World): void {
  const item = w.item(w.party());
  const counterparty = w.by.pick([
    'SCP LEROUX NOTAIRES',
    'MUTUELLE DES ARTISANS ASSURANCES',
    'STRIPE PAYMENTS',
    'OFFICE NOTARIAL DE GAP',
    'PAYPAL EUROPE',
    'CREDIT BAIL OUEST',
    'SGC SUD',
  ]);
  const line = w.line({
    counterparty,
    counterpartyAccount: iban(w.by),
    amountMinor: item.residualMinor,
    label: w.by.pick(['VIREMENT', 'PAYOUT 88412', 'DOSSIER 20261', 'REGLEMENT']),
  });
  w.truth(line, 'collective', 'abstain', w.by.yes(0.5) ? [residual(item)] : []);
}

/** The account stands on one customer in the ERP, the name is another's: only one of them pays. */
export function accountAndNameDisagree(w: World): void {
  const owner = w.parties.find((party) => party.ibans.includes(party.paysFrom) && w.by.yes(0.05)) ?? w.party();
  const payer = w.party();
  if (owner.id === payer.id || !owner.ibans.includes(owner.paysFrom)) return;
  const amountMinor = w.amount();
  const item = w.item(payer, { amountMinor });
  if (w.by.yes(0.5)) w.item(owner, { amountMinor });
  const line = w.line({ payer, amountMinor, counterpartyAccount: owner.paysFrom, label: 'VIREMENT' });
  w.truth(line, 'account-and-name-disagree', 'abstain', [residual(item)]);
}

/** Part of an invoice whose amount is, by accident or by design, exactly another open invoice. */
export function partLooksWhole(w: World): void {
  const payer = w.party();
  const item = w.item(payer, { amountMinor: w.by.whole(300_000, 900_000) });
  const other = w.item(payer, { amountMinor: w.by.whole(20_000, 200_000) });
  const line = w.line({
    payer,
    amountMinor: other.residualMinor,
    label: `${w.by.pick(w.words().part)}${item.document}`,
  });
  w.truth(line, 'part-looks-whole', 'abstain', [[item, other.residualMinor]]);
}

/** Several transfers for one invoice without a word; the first equals another item's amount now and then. */
export function splitSilently(w: World): void {
  const payer = w.party();
  const half = w.by.whole(10_000, 90_000);
  const item = w.item(payer, { amountMinor: half * 2 });
  for (const day of ['2026-06-08', '2026-06-09'] as const) {
    const line = w.line({ payer, amountMinor: half, valueDay: day, label: 'VIREMENT' });
    w.truth(line, 'split-silently', 'abstain', [[item, half]]);
  }
}

/** Invoiced on the first of the next month for the month named: the month misleads. */
export function arrears(w: World): void {
  const words = w.words();
  const payer = w.party();
  const amountMinor = w.by.whole(3_000, 90_000);
  const items = ['2026-04-30', '2026-05-31'].map((day) =>
    w.item(payer, { amountMinor, day: day as `${number}-${number}-${number}` }),
  );
  const line = w.line({ payer, amountMinor, label: `${w.by.pick(words.monthly)} ${words.months[3]} 2026` });
  w.truth(line, 'arrears', 'abstain', [residual(items[0]!)]);
}

/** An instalment plan: two lines of one invoice, same number, same amount. */
export function instalmentLines(w: World): void {
  const payer = w.party();
  const amountMinor = w.by.whole(10_000, 90_000);
  const first = w.item(payer, { amountMinor, dueDay: '2026-05-31' });
  w.item(payer, { amountMinor, dueDay: '2026-06-30', document: first.document });
  const line = w.line({ payer, amountMinor, label: say(w, first.document!) });
  w.truth(line, 'instalment-lines', 'abstain', [residual(first)]);
}

/** A deposit on a quotation whose number has the digits of an invoice. */
export function deposit(w: World): void {
  const payer = w.party();
  const item = w.item(payer, { amountMinor: w.by.whole(100_000, 500_000) });
  const line = w.line({
    payer,
    amountMinor: w.by.whole(10, 90) * 1_000,
    label: `${w.words().quote}${item.document!.replace(/^[A-Z]+[^A-Z0-9]?/, 'D')}`,
  });
  w.truth(line, 'deposit', 'abstain', []);
}

/** The transfer names one invoice of this payer, but pays it together with another that it does not name. */
export function namesOneOfTwo(w: World): void {
  const payer = w.party();
  const items = [w.item(payer), w.item(payer)];
  const line = w.line({ payer, amountMinor: total(items), label: say(w, items[0]!.document!) });
  w.truth(line, 'names-one-of-two', 'suggest', items.map(residual));
}
