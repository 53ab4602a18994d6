// Names, numbers and amounts that look like another's: neighbours in writing, in trade, in currency. No count was taken from them.
import { iban } from '../people.ts';
import type { World } from '../world.ts';
import { residual } from './cast.ts';
import { say, total } from './named.ts';

/** The number and the figure agree, the currency does not: 1,000 dollars were invoiced, 1,000 euros came. */
export function otherCurrency(w: World): void {
  const payer = w.party();
  const item = w.item(payer, { currency: 'USD' });
  const line = w.line({ payer, amountMinor: item.residualMinor, label: say(w, item.document!) });
  w.truth(line, 'other-currency', 'abstain', [residual(item)]);
}

/** We pay a supplier whose invoice has the number and the amount of one of ours. */
export function supplierNumber(w: World): void {
  const item = w.item(w.party(), { amountMinor: w.by.pick([4_900, 9_900, 24_000]) });
  const line = w.line({
    payer: w.by.yes(0.5) ? w.party() : w.stranger(),
    amountMinor: -item.residualMinor,
    label: w.by.pick([`VIR FOURNISSEUR ${item.document}`, `REGLEMENT FACTURE ${item.document}`, item.document!]),
    bankCode: 'PMNT-ICDT-ESCT',
  });
  w.truth(line, 'supplier-number', 'abstain', []);
}

/** The same money is on account already: the invoice was paid before, and is paid again, or the first was for something else. */
export function onAccountAlready(w: World): void {
  const payer = w.party();
  const item = w.item(payer);
  w.item(payer, {
    amountMinor: -item.residualMinor,
    kind: 'payment',
    document: `BQ${w.by.digits(6)}`,
    day: '2026-05-28',
  });
  const named = w.by.yes(0.5);
  const line = w.line({
    payer,
    amountMinor: item.residualMinor,
    label: named ? say(w, item.document!) : w.by.pick(w.words().plain),
  });
  w.truth(line, 'on-account-already', named ? 'suggest' : 'abstain', [residual(item)]);
}

/** Names one invoice, pays a part of it, and the part is another invoice to the cent. */
export function namesOnePaysOther(w: World): void {
  const payer = w.party();
  const other = w.item(payer, { amountMinor: w.by.whole(20_000, 90_000) });
  const item = w.item(payer, { amountMinor: other.residualMinor + w.by.whole(10_000, 90_000) });
  const line = w.line({ payer, amountMinor: other.residualMinor, label: say(w, item.document!) });
  w.truth(line, 'names-one-pays-other', 'abstain', [[item, other.residualMinor]]);
}

/** Two numbers that are one when nobody writes the strokes; they belong to two customers, or to one. */
export function strokesMakeOne(w: World): void {
  const [payer, other] = [w.party(), w.party()];
  if (payer === other) return;
  const [a, b, c] = [w.by.digits(2), w.by.digits(1), w.by.digits(2)];
  const amountMinor = w.amount();
  const item = w.item(payer, { document: `ZC-${a}-${b}${c}`, amountMinor });
  const twin = w.item(other, { document: `ZC-${a}${b}-${c}`, amountMinor });
  if (w.items.some((one) => one !== item && one !== twin && [item.document, twin.document].includes(one.document)))
    return;
  const line = w.line({
    payer: w.by.yes(0.5) ? payer : w.stranger(),
    amountMinor,
    label: say(w, `ZC${a}${b}${c}`),
  });
  w.truth(line, 'strokes-make-one', line.counterparty === null ? 'abstain' : 'suggest', [residual(item)]);
}

/** The numbers differ by a letter at the end, which the payer leaves out. */
export function letterLeftOut(w: World): void {
  const [payer, other] = [w.party(), w.party()];
  if (payer === other) return;
  const stem = `LQ${w.by.digits(5)}`;
  const amountMinor = w.amount();
  const item = w.item(payer, { document: `${stem}A`, amountMinor });
  const own = w.by.yes(0.5);
  const known = w.by.yes(0.5);
  w.item(own ? payer : other, { document: `${stem}B`, amountMinor });
  const line = w.line({ payer: known ? payer : w.stranger(), amountMinor, label: say(w, stem) });
  w.truth(line, 'letter-left-out', known && !own ? 'suggest' : 'abstain', [residual(item)]);
}

/** The deposit stands as a credit; the final payment is the invoice less the deposit, and says the invoice only. */
export function lessDeposit(w: World): void {
  const payer = w.party();
  const item = w.item(payer, { amountMinor: w.by.whole(100_000, 900_000) });
  const deposit = w.item(payer, {
    amountMinor: -Math.round(item.residualMinor * 0.3),
    kind: 'payment',
    account: '419100',
    document: `AC${w.by.digits(5)}`,
  });
  const line = w.line({
    payer,
    amountMinor: item.residualMinor + deposit.residualMinor,
    label: say(w, item.document!),
  });
  w.truth(line, 'less-deposit', 'suggest', [residual(item), residual(deposit)]);
}

/** A name one or two letters from a customer's, of somebody who is none; the customer owes the amount. */
export function nearName(w: World): void {
  const owner = w.party();
  const item = w.item(owner);
  const root = owner.root;
  const at = w.by.whole(2, root.length - 1);
  const other = w.by.pick([
    `${root}${w.by.pick(['I', 'E', 'ES', 'O', 'Y'])}`,
    root.slice(0, at) + w.by.pick(['A', 'E', 'O', 'L', 'N']) + root.slice(at + 1),
    root.slice(0, at) + root.slice(at + 1),
  ]);
  if (other === root || w.parties.some((one) => one.root === other)) return;
  const line = w.line({
    amountMinor: item.residualMinor,
    counterparty: owner.name.replace(root, other),
    counterpartyAccount: w.by.yes(0.5) ? iban(w.by) : null,
    label: w.by.pick(w.words().plain),
  });
  w.truth(line, 'near-name', 'abstain', []);
}

/** A house of the same sign in another town, of which only one is our customer. */
export function otherTown(w: World): void {
  const owner = w.party();
  if (owner.city === null || !owner.name.includes(owner.city)) return;
  const item = w.item(owner);
  const town = w.by.pick(['STRASBOURG', 'LE HAVRE', 'PERPIGNAN', 'ANGOULEME', 'BREST']);
  const line = w.line({
    amountMinor: item.residualMinor,
    counterparty: owner.name.replace(owner.city, town),
    counterpartyAccount: w.by.yes(0.5) ? iban(w.by) : null,
    label: w.by.pick(w.words().plain),
  });
  w.truth(line, 'other-town', 'abstain', []);
}

/** The owner's property company has the firm's name and another form. */
export function otherForm(w: World): void {
  const owner = w.party();
  const item = w.item(owner);
  const form = w.by.pick(['SCI', 'HOLDING', 'GFA', 'ASSOCIATION', 'COMITE ENTREPRISE']);
  if (owner.form === form) return;
  const line = w.line({
    amountMinor: item.residualMinor,
    counterparty: `${form} ${owner.root} ${owner.trade}`,
    counterpartyAccount: w.by.yes(0.5) ? iban(w.by) : null,
    label: w.by.pick(w.words().plain),
  });
  w.truth(line, 'other-form', 'abstain', []);
}

/** The payer's own running number of transfers, cases or leases is an invoice number of somebody who owes the same. */
export function ownNumber(w: World): void {
  const victim = w.item(w.party(), { amountMinor: w.by.pick([4_900, 9_900, 24_000]) });
  const number = w.by.yes(0.5) ? victim.document! : victim.document!.replace(/\D/g, '');
  const line = w.line({
    payer: w.stranger(),
    amountMinor: victim.residualMinor,
    label: `${w.by.pick(['VIREMENT N° ', 'PAIEMENT NO ', 'LOT ', 'BORDEREAU ', 'PIECE COMPTABLE ', 'TRANSACTION ', 'SINISTRE ', 'BAIL ', 'LOCATAIRE ', 'ADHERENT ', 'ABONNE ', 'MATRICULE ', 'CHEQUE N° ', 'MANDAT ', 'ECHEANCE ', 'BON DE LIVRAISON ', 'BL ', 'TICKET ', 'RESERVATION '])}${number}`,
  });
  w.truth(line, 'own-number', 'abstain', []);
}

/** A postal code, a house number or a registration has the digits of somebody's invoice. */
export function placeNumber(w: World): void {
  const victim = w.item(w.party(), { amountMinor: w.by.pick([4_900, 9_900, 24_000]) });
  const digits = victim.document!.replace(/\D/g, '');
  const line = w.line({
    payer: w.stranger(),
    amountMinor: victim.residualMinor,
    label: w.by.pick([
      `COTISATION ${digits} TROYES`,
      `12 RUE DES LILAS ${digits} NIORT`,
      `SIRET ${digits}`,
      `TVA FR${digits}`,
      `LOYER JUIN BP ${digits}`,
      `CS ${digits} BLOIS CEDEX`,
      `TEL ${digits}`,
    ]),
  });
  w.truth(line, 'place-number', 'abstain', []);
}

/** Money between two accounts of ours that says the number of an invoice of that amount: a factor's account being emptied. */
export function betweenOurs(w: World): void {
  const item = w.item(w.party());
  const own = 'FR7610278022000002222222297';
  w.line({ account: own, payer: null, amountMinor: -120, label: 'FRAIS DE TENUE DE COMPTE' });
  w.truth(w.lines.at(-1)!, 'between-ours', 'abstain', []);
  const line = w.line({
    amountMinor: item.residualMinor,
    counterparty: 'NOUS MEMES',
    counterpartyAccount: own,
    label: `${w.by.pick(['VIREMENT ', 'TRANSFERT ', ''])}${item.document}`,
  });
  w.truth(line, 'between-ours', 'abstain', []);
}

/** Two customers have the account in the ERP (a couple, a firm and its owner); one pays without a word, the other owes the amount. */
export function accountOfTwo(w: World): void {
  const [owner, payer] = [w.party(), w.party()];
  if (owner === payer || owner.ibans.length === 0) return;
  (payer.ibans as string[]).push(owner.ibans[0]!);
  const item = w.item(owner);
  const line = w.line({
    amountMinor: item.residualMinor,
    counterparty: null,
    counterpartyAccount: owner.ibans[0]!,
    label: w.by.pick(w.words().plain),
  });
  w.truth(line, 'account-of-two', 'abstain', []);
}

/** A list with one slip, which makes another customer's number of it; that one has the amount as well. */
export function listHitsAnother(w: World): void {
  const [payer, other] = [w.party(), w.party()];
  if (payer === other) return;
  const items = [w.item(payer), w.item(payer), w.item(payer)];
  const hit = w.item(other, { amountMinor: items[2]!.residualMinor });
  const numbers = [items[0]!, items[1]!, hit].map((item) => item.document).join(w.by.pick([' ', ', ', ' + ']));
  const line = w.line({ payer, amountMinor: total(items), label: say(w, numbers) });
  w.truth(line, 'list-hits-another', 'suggest', items.map(residual));
}

/** An invoice that a credit note of the same sum cancels; both stand open, and the money is for something else. */
export function cancelledByCredit(w: World): void {
  const payer = w.party();
  const item = w.item(payer, { day: '2026-04-02' });
  w.item(payer, { amountMinor: -item.residualMinor, day: '2026-04-20' });
  const line = w.line({ payer, amountMinor: item.residualMinor, label: w.by.pick(w.words().plain) });
  w.truth(line, 'cancelled-by-credit', 'abstain', []);
}

/** A known customer pays something that was never invoiced, and says so; an open invoice has the amount. */
export function otherPurpose(w: World): void {
  const payer = w.party();
  const item = w.item(payer);
  const line = w.line({
    payer,
    amountMinor: item.residualMinor,
    label: w.by.pick([
      'DEPOT DE GARANTIE',
      'CAUTION LOCATION SALLE',
      'APPORT EN COMPTE COURANT',
      'REMBOURSEMENT PRET',
      'DON',
      'ARRHES',
      'INDEMNITE SINISTRE',
      'PARTICIPATION FRAIS SALON',
      'COTISATION ANNUELLE',
      'ACHAT VEHICULE OCCASION',
      'DIVIDENDES',
      'SUBVENTION',
      'AVANCE SUR TRAVAUX',
      'PRIME',
    ]),
  });
  w.truth(line, 'other-purpose', 'abstain', [residual(item)]);
}

/** Two customers number their orders alike; what one of them pays is not in the ledger, the other owes the amount. */
export function orderOfTwo(w: World): void {
  const [payer, other] = [w.party(), w.party()];
  if (payer === other) return;
  const clientReference = w.by.pick([w.by.digits(4), w.by.digits(6), `PO${w.by.digits(5)}`]);
  const amountMinor = w.by.pick([4_900, 9_900, 24_000]);
  w.item(other, { clientReference, amountMinor });
  const line = w.line({ payer, amountMinor, label: `${w.by.pick(w.words().order)}${clientReference}` });
  w.truth(line, 'order-of-two', 'abstain', []);
}
