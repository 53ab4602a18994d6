// Documents that no count was taken from: issued again, numbered again, asked for before they exist, priced alike, of another period.
import type { World } from '../world.ts';
import { residual } from './cast.ts';
import { say } from './named.ts';

/** Cancelled by a credit note and issued again: three documents of one sum, and the payer names the old one, the new one or none. */
export function reissued(w: World): void {
  const payer = w.party();
  const old = w.item(payer, { day: '2026-04-02' });
  w.item(payer, { amountMinor: -old.residualMinor, day: '2026-04-20' });
  const again = w.item(payer, { amountMinor: old.residualMinor, day: '2026-04-20' });
  const named = w.by.pick([old, again, null]);
  const label = named ? say(w, named.document!) : w.by.pick(w.words().plain);
  const line = w.line({ payer, amountMinor: again.residualMinor, label });
  w.truth(line, 'reissued', named === again ? 'suggest' : 'abstain', [residual(again)]);
}

/** A number that was given twice, in two years: the older one is settled, or another customer's. */
export function sameNumberAgain(w: World): void {
  const [payer, other] = [w.party(), w.party()];
  if (payer === other) return;
  const item = w.item(payer);
  const facts = { document: item.document, amountMinor: item.residualMinor, day: '2026-01-05' } as const;
  const [own, paid] = [w.by.yes(0.4), w.by.yes(0.5)];
  if (own || paid) w.paidItem(own ? payer : other, facts);
  else w.item(other, facts);
  const line = w.line({
    payer: own ? payer : w.stranger(),
    amountMinor: item.residualMinor,
    label: say(w, item.document!),
  });
  w.truth(line, 'same-number-again', own ? 'suggest' : 'abstain', [residual(item)]);
}

/** Pays for a month or a quarter that is not invoiced yet, in figures; the month before is open at the same price. */
export function otherPeriod(w: World): void {
  const payer = w.party();
  const item = w.item(payer, { amountMinor: w.by.whole(3_000, 90_000), day: '2026-03-02' });
  const meant = w.by.yes(0.3);
  const period = meant
    ? w.by.pick(['03/2026', '2026-03', '03.2026', 'T1 2026', '1ER TRIMESTRE 2026'])
    : w.by.pick([
        '06/2026',
        '2026-06',
        '07-2026',
        '06.2026',
        'T2 2026',
        'T3 2026',
        '3EME TRIMESTRE',
        'Q3 2026',
        '2T2026',
      ]);
  const line = w.line({
    payer,
    amountMinor: item.residualMinor,
    label: `${w.by.pick(w.words().monthly)} ${period}`,
  });
  w.truth(line, 'other-period', meant ? 'suggest' : 'abstain', meant ? [residual(item)] : []);
}

/** Seats of one price: one and two of them are open, three more are paid that are not in the ledger. */
export function seatPrices(w: World): void {
  const payer = w.party();
  const unit = w.by.pick([7_990, 4_790, 12_950, 3_490]);
  const [one, two] = w.by.pick([
    [1, 2],
    [2, 3],
    [1, 4],
  ] as const);
  w.item(payer, { amountMinor: unit * one });
  w.item(payer, { amountMinor: unit * two });
  const line = w.line({ payer, amountMinor: unit * (one + two), label: w.by.pick(w.words().plain) });
  w.truth(line, 'seat-prices', 'abstain', []);
}

/** An invoice of the program before, which is in no ledger; another one has its amount. */
export function oldProgram(w: World): void {
  const payer = w.party();
  const item = w.item(payer);
  const number = w.by.pick([
    `2019${w.by.digits(4)}`,
    `FV-${w.by.digits(5)}`,
    `ZA ${w.by.digits(4)}`,
    `08/${w.by.digits(4)}`,
  ]);
  const line = w.line({
    payer,
    amountMinor: item.residualMinor,
    label: `${w.by.pick(['FACTURE ', 'FACT. N° ', 'REGLT FACTURE ', 'INVOICE ', 'RECHNUNG NR ', 'FATTURA '])}${number}`,
  });
  w.truth(line, 'old-program', 'abstain', []);
}

/** Pays what was offered and is not invoiced yet; an open invoice has the amount. */
export function quotePaid(w: World): void {
  const payer = w.party();
  const item = w.item(payer);
  const line = w.line({
    payer,
    amountMinor: item.residualMinor,
    label: `${w.by.pick(['PROFORMA ', 'DEVIS ', 'SELON DEVIS ', 'FACTURE PRO FORMA ', 'VOTRE DEVIS N° ', 'QUOTE ', 'ANGEBOT ', 'PRESUPUESTO '])}${w.by.digits(4)}`,
  });
  w.truth(line, 'quote-paid', 'abstain', []);
}

/** Pays what a credit note owes it, by mistake, and names the credit note; an invoice has the amount. */
export function namesCredit(w: World): void {
  const payer = w.party();
  const item = w.item(payer);
  const credit = w.item(payer, { amountMinor: -item.residualMinor });
  const line = w.line({ payer, amountMinor: item.residualMinor, label: say(w, credit.document!) });
  w.truth(line, 'names-credit', 'abstain', []);
}

/** One customer's order number is another's invoice number, at the same price. */
export function orderIsNumber(w: World): void {
  const [payer, other] = [w.party(), w.party()];
  if (payer === other) return;
  const number = w.by.digits(7);
  const item = w.item(payer, { document: number });
  w.item(other, { clientReference: number, amountMinor: item.residualMinor });
  const known = w.by.yes(0.5);
  const line = w.line({ payer: known ? payer : w.stranger(), amountMinor: item.residualMinor, label: say(w, number) });
  w.truth(line, 'order-is-number', known ? 'suggest' : 'abstain', [residual(item)]);
}

/** Cut at no column that is known: what is left is another customer's number, of the same amount. */
export function cutAnywhere(w: World): void {
  const [payer, other] = [w.party(), w.party()];
  if (payer === other) return;
  const amountMinor = w.amount();
  const n = w.by.whole(10, 99);
  const padded = w.by.yes(0.5);
  const [long, short] = padded ? [`ZK-2026-00${n}7`, `ZK-2026-000${n}`] : [`ZM${n}${n}17`, `ZM${n}${n}1`];
  if (w.items.some((one) => one.document === long || one.document === short)) return;
  const item = w.item(payer, { document: long, amountMinor });
  w.item(other, { document: short, amountMinor });
  const known = w.by.yes(0.4);
  const line = w.line({
    payer: known ? payer : w.stranger(),
    amountMinor,
    label: `${w.by.pick(['REGLEMENT FACT ', 'NOTRE REGLEMENT DE LA FACTURE ', 'VIR '])}${long.slice(0, -1)}`,
  });
  w.truth(line, 'cut-anywhere', known ? 'suggest' : 'abstain', [residual(item)]);
}

/** A month of the subscription was left out, the later ones are settled; the next payment without a word is for the next month. */
export function skippedMonth(w: World): void {
  const payer = w.party();
  const amountMinor = w.by.whole(3_000, 90_000);
  w.item(payer, { amountMinor, day: '2026-03-01' });
  w.paidItem(payer, { amountMinor, day: '2026-04-01' });
  w.paidItem(payer, { amountMinor, day: '2026-05-01' });
  const line = w.line({ payer, amountMinor, valueDay: '2026-06-28', label: w.by.pick(w.words().plain) });
  w.truth(line, 'skipped-month', 'abstain', []);
}
