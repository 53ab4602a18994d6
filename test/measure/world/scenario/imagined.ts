// Events of a bookkeeper's year that neither counts nor rules were made for: with every class trusted none may be settled wrongly.
import { addDays } from '../../../../sync/model/day.ts';
import { type Firm, iban, isHomonym } from '../people.ts';
import type { World } from '../world.ts';
import { outsider, residual, twoOf } from './cast.ts';
import { say } from './named.ts';

/** Two numbers run into one; the sum is another open invoice's amount now and then. */
export function mergedNumbers(w: World): void {
  const payer = w.busyParty();
  const items = [w.item(payer), w.item(payer)] as const;
  const amountMinor = items[0].residualMinor + items[1].residualMinor;
  if (w.by.yes(0.5)) w.item(payer, { amountMinor });
  const digits = items[1].document!.replace(/\D/g, '').slice(-5);
  const line = w.line({
    payer,
    amountMinor,
    label: say(w, `${items[0].document}${w.by.pick(['', '/', '-'])}${digits}`),
  });
  w.truth(line, 'merged-numbers', 'suggest', items.map(residual));
}

/** A firm pays what its sister owes, with the sister's customer number; it owes the same sum itself now and then. */
export function sistersCode(w: World): void {
  const pair = twoOf(w);
  if (!pair) return;
  const [payer, sister] = pair;
  if (
    w.by.yes(0.5) &&
    !(
      w.adopt(payer, w.party()) &&
      payer.parentId !== sister.id &&
      w.adopt(sister, w.parties.find((one) => one.id === payer.parentId)!)
    )
  )
    return;
  const item = w.item(sister);
  if (w.by.yes(0.6)) w.item(payer, { amountMinor: item.amountMinor });
  const line = w.line({
    payer,
    amountMinor: item.residualMinor,
    label: `CLIENT ${sister.id} ${w.by.pick(w.words().plain)}`,
  });
  w.truth(line, 'sisters-code', 'suggest', [residual(item)]);
}

/** An insurer pays an invoice less the customer's own share: another invoice's amount, by accident. */
export function ownShare(w: World): void {
  const payer = w.party();
  const item = w.item(payer, { amountMinor: w.by.whole(90_000, 500_000) });
  const amountMinor = item.residualMinor - w.by.pick([15_000, 30_000, 38_000]);
  w.item(w.by.yes(0.6) ? payer : w.party(), { amountMinor });
  const insurer = outsider(w, w.by.pick(['MUTUELLE DES ARTISANS', 'SOGEPREV ASSURANCES', 'GROUPE CAPVIE']));
  const label = w.by.pick([
    `SINISTRE ${w.by.digits(9)} ${item.document}`,
    `${item.document} FRANCHISE DEDUITE`,
    `DOSSIER ${payer.name} ${item.document}`,
  ]);
  w.truth(w.line({ payer: insurer, amountMinor, label }), 'own-share', 'suggest', [[item, amountMinor]]);
}

/** A customer who supplies us too sends back what we paid twice; it owes the same sum. */
export function paidTwiceByUs(w: World): void {
  const payer = w.party();
  const item = w.item(payer);
  const words = [
    'REMBT DOUBLE REGLEMENT',
    'RESTITUTION TROP PERCU',
    'TROP VERSE DE VOTRE PART',
    'VOTRE PAIEMENT EN DOUBLE',
    'RETOUR DOUBLON',
  ];
  const label = `${w.by.pick(words)} ${w.by.pick(['', `FACT ${w.by.digits(5)}`, `N/FACT ${w.by.digits(6)}`])}`.trim();
  w.truth(w.line({ payer, amountMinor: item.residualMinor, label }), 'paid-twice-by-us', 'abstain', []);
}

/** The customer's order has the number of another customer's invoice, of the same amount now and then. */
export function orderOfAnother(w: World): void {
  const pair = twoOf(w);
  if (!pair) return;
  const [payer, other] = pair;
  const theirs = w.item(other);
  const amountMinor = w.by.yes(0.6) ? theirs.residualMinor : w.amount();
  const item = w.item(payer, { amountMinor, clientReference: theirs.document });
  const who = w.by.yes(0.7) ? payer : w.stranger();
  const line = w.line({
    payer: who,
    amountMinor,
    label: `${w.by.pick(['', 'CDE ', 'REGLT ', 'BON '])}${theirs.document}`,
  });
  w.truth(line, 'order-of-another', who === payer ? 'suggest' : 'abstain', [residual(item)]);
}

/** The number of a credit note that was used already, given as if it were an invoice's; it is money for work to come. */
export function creditAsInvoice(w: World): void {
  const payer = w.party();
  const amountMinor = w.amount();
  const credit = w.paidItem(payer, { amountMinor: -amountMinor, day: '2026-03-02' });
  w.item(payer, { amountMinor, day: '2026-04-02' });
  const line = w.line({ payer, amountMinor, label: `FACTURE ${credit.document}` });
  w.truth(line, 'credit-as-invoice', 'abstain', []);
}

/** Two customers of one name in two towns owe the same; the payer's town stands in the label only. */
export function townInLabel(w: World): void {
  const owner = w.party();
  if (!owner.city || w.parties.some((one) => isHomonym(one, owner))) return;
  const town = w.by.pick(['Sarlat', 'Guingamp', 'Lunel', 'Vesoul']);
  if (owner.city === town) return;
  const branch: Firm = { ...owner, id: `${owner.id}t`, city: town, ibans: [], parentId: null, paysFrom: iban(w.by) };
  if (w.parties.some((one) => one.id === branch.id)) return;
  w.parties.push(branch);
  const amountMinor = w.amount();
  if (w.by.yes(0.7)) w.item(owner, { amountMinor });
  const item = w.item(branch, { amountMinor });
  const line = w.line({
    payer: branch,
    amountMinor,
    label: `${w.by.pick(['AGENCE', 'SITE', 'MAGASIN'])} ${town.toUpperCase()}`,
  });
  w.truth(line, 'town-in-label', 'abstain', [residual(item)]);
}

/** Next month's invoice is paid early with last month's number; this month's is open as well. */
export function earlyWithOldNumber(w: World): void {
  const payer = w.party();
  const amountMinor = w.by.whole(9_001, 90_000);
  const old = w.paidItem(payer, { amountMinor, day: '2026-04-01' });
  if (w.by.yes(0.6)) w.item(payer, { amountMinor, day: '2026-05-01' });
  const next = w.item(payer, { amountMinor, day: '2026-06-01' });
  const line = w.line({ payer, amountMinor, valueDay: '2026-06-04', label: say(w, old.document!) });
  w.truth(line, 'early-with-old-number', 'abstain', [residual(next)]);
}

/** Two digits of the amount are swapped, which makes it another invoice's. */
export function swappedCents(w: World): void {
  const payer = w.party();
  const [tens, ones] = [w.by.whole(1, 9), w.by.whole(0, 9)];
  if (tens === ones) return;
  const base = w.by.whole(100, 5_000) * 100;
  const item = w.item(payer, { amountMinor: base + 10 * tens + ones });
  const amountMinor = base + 10 * ones + tens;
  w.item(w.by.yes(0.6) ? payer : w.party(), { amountMinor });
  const line = w.line({ payer, amountMinor, label: say(w, item.document!) });
  w.truth(line, 'swapped-cents', 'suggest', [[item, Math.min(item.residualMinor, amountMinor)]]);
}

/** A factor whom nobody knows yet keeps a tenth in reserve; what is left is another invoice's amount. */
export function lessReserve(w: World): void {
  const seller = w.party();
  const item = w.item(seller, { amountMinor: w.by.whole(300, 9_000) * 100 });
  const amountMinor = (item.residualMinor * 9) / 10;
  w.item(w.by.yes(0.5) ? seller : w.party(), { amountMinor });
  const factor = outsider(w, w.by.pick(['FACTOCIC', 'NORD AFFACTURAGE', 'BUREAU DES CREANCES']));
  const label = w.by.pick([
    `QUITTANCE ${item.document}`,
    `FIN ${item.document} NET RESERVE`,
    `${item.document} ${seller.name}`,
  ]);
  w.truth(w.line({ payer: factor, amountMinor, label }), 'less-reserve', 'suggest', [[item, amountMinor]]);
}

/** Somebody who bears a customer's name sends back an advance on wages, or the tax office a tax: just what that customer owes. */
export function lookAlike(w: World): void {
  const owner = w.party();
  const item = w.item(owner);
  const isWage = w.by.yes(0.5);
  const name = isWage
    ? `${w.by.pick(['MME ', 'M ', ''])}${owner.root} ${w.by.pick(['LUCIE', 'MARC', 'AMINATA'])}`
    : owner.name.toUpperCase();
  const label = isWage
    ? w.by.pick(['REMBT AVANCE SALAIRE', 'AVANCE SUR PAIE 05/2026', 'TROP PERCU PAIE MAI'])
    : w.by.pick(['DEGREVEMENT CFE 2025', 'REMBOURSEMENT CREDIT TVA', 'RESTITUTION IS 2025', 'CREDIT IMPOT RECHERCHE']);
  w.truth(w.line({ payer: outsider(w, name), amountMinor: item.residualMinor, label }), 'look-alike', 'abstain', []);
}

/** The customer keeps what we owe him: the invoice less his own, which is another invoice's amount. */
export function netsOwnInvoice(w: World): void {
  const payer = w.party();
  const item = w.item(payer, { amountMinor: w.by.whole(90_000, 500_000) });
  const amountMinor = item.residualMinor - w.by.whole(5_000, 60_000);
  if (w.by.yes(0.7)) w.item(payer, { amountMinor });
  const label = `${item.document} ${w.by.pick(['MOINS NOTRE FACTURE', '- NOTRE FACT', 'DEDUCTION N/FACTURE', 'COMPENSATION'])} ${w.by.digits(5)}`;
  w.truth(w.line({ payer, amountMinor, label }), 'nets-own-invoice', 'suggest', [[item, amountMinor]]);
}

/** A bailiff hands over what he took from a customer, less his fee, over some months. */
export function bailiff(w: World): void {
  const debtor = w.party();
  const item = w.item(debtor, { amountMinor: w.by.whole(90_000, 500_000) });
  const amountMinor = w.by.whole(20_000, 80_000);
  w.item(w.by.yes(0.5) ? debtor : w.party(), { amountMinor });
  const who = outsider(w, w.by.pick(['SCP BEAULIEU ET ASSOCIES', 'SELARL ACTA JUSTICE', 'ETUDE MORVAN']));
  const label = w.by.pick([
    `AFF ${debtor.name}`,
    `DOSSIER ${w.by.digits(6)} C/ ${debtor.name}`,
    `${debtor.name} ${item.document}`,
  ]);
  const line = w.line({ payer: who, amountMinor, valueDay: addDays('2026-06-05', w.by.whole(0, 20)), label });
  w.truth(line, 'bailiff', 'suggest', [[item, amountMinor]]);
}
