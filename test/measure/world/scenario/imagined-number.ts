// Numbers and words that mean something else than they seem to, in ways that no rule was made for.
import { addDays } from '../../../../sync/model/day.ts';
import type { OpenItem } from '../../../../sync/model/ledger.ts';
import type { World } from '../world.ts';
import { outsider, residual, twoOf } from './cast.ts';
import { say } from './named.ts';

/** Of this number or of its digits. */
const ofDigits = (w: World, item: OpenItem) => (w.by.yes(0.5) ? item.document! : item.document!.replace(/\D/g, ''));

/** The year is last year's by habit: that number is another customer's, of the same amount now and then. */
export function lastYearsNumber(w: World): void {
  const [payer, other] = [w.busyParty(), w.party()];
  const item = w.item(payer, {
    amountMinor: w.by.pick([4_900, 9_900, 24_000, w.amount()]),
  });
  const typed = item.document!.replace(/2026|26/, (year) => (year.length === 4 ? '2025' : '25'));
  if (payer.root === other.root || typed === item.document || w.items.some((one) => one.document === typed)) return;
  const isSame = w.by.yes(0.6);
  const amountMinor = isSame ? item.amountMinor : w.amount();
  const facts = { document: typed, amountMinor, day: '2025-11-03' as const };
  if (w.by.yes(0.5)) w.paidItem(other, facts);
  else w.item(other, facts);
  const line = w.line({
    payer,
    amountMinor: item.residualMinor,
    label: say(w, typed),
  });
  w.truth(line, 'last-years-number', 'suggest', [residual(item)]);
}

/** Who invoices himself in our name writes his own number, which is somebody's number of ours. */
export function selfBilled(w: World): void {
  const [payer, other] = [w.busyParty(), w.party()];
  if (payer.root === other.root) return;
  const amountMinor = w.by.pick([4_900, 9_900, 24_000, w.amount()]);
  const victim = w.item(other, { amountMinor });
  const item = w.item(payer, { amountMinor });
  const words = [
    'AUTOFACTURE ',
    'AUTOFACTURATION ',
    'SELF BILLING ',
    'GUTSCHRIFTSVERFAHREN ',
    'NOTRE FACTURE ',
    'NOTRE PIECE ',
  ];
  const label = `${w.by.pick(words)}${w.by.pick(['', 'N° '])}${ofDigits(w, victim)}`;
  const line = w.line({ payer, amountMinor, label });
  w.truth(line, 'self-billed', 'abstain', [residual(item)]);
}

/** The number of a quotation, an order of ours or a delivery note is another customer's invoice number; both owe the same. */
export function quoteOfAnother(w: World): void {
  const pair = twoOf(w);
  if (!pair) return;
  const [payer, other] = pair;
  const amountMinor = w.by.pick([4_900, 9_900, 24_000, w.amount()]);
  const victim = w.item(other, { amountMinor });
  const isOwing = w.by.yes(0.5);
  const item = isOwing ? w.item(payer, { amountMinor }) : null;
  const words = [
    'DEVIS ',
    'SELON DEVIS ',
    'PROPOSITION ',
    'OFFRE ',
    'BON POUR ACCORD ',
    'ACOMPTE DEVIS ',
    'COMMANDE ',
    'VOTRE COMMANDE ',
    'PROFORMA ',
    'CDE WEB ',
    'ESTIMATION ',
    'KOSTENVORANSCHLAG ',
    'ANGEBOT ',
    'PANIER ',
    'AVENANT ',
    'BT ',
    'OT ',
    'INTERVENTION ',
  ];
  const line = w.line({
    payer,
    amountMinor,
    label: `${w.by.pick(words)}${w.by.pick(['', 'N° '])}${ofDigits(w, victim)}`,
  });
  w.truth(line, 'quote-of-another', 'abstain', item ? [residual(item)] : []);
}

/** A shop's provider pays out orders by number: one is an invoice number of ours, of the amount of the whole pay-out. */
export function orderPayout(w: World): void {
  const item = w.item(w.party(), {
    amountMinor: w.by.pick([4_900, 9_900, 24_000]),
  });
  const payer = outsider(
    w,
    w.by.pick(['MANOMANO', 'ANKORSTORE', 'BACKMARKET', 'LEBONCOIN PRO', 'BOOKING COM BV', 'FAIRE', 'VENTE UNIQUE']),
  );
  const number = ofDigits(w, item);
  const more = String(Number(item.document!.replace(/\D/g, '').slice(-5)) + 90_001);
  const label = w.by.pick([
    `PAYOUT ${number}`,
    `ID ${number}`,
    `${number} ${more}`,
    `CMDES ${number}/${more}`,
    `RESERVATION ${number}`,
    `VERSEMENT ${number}`,
    `REVERSEMENT COMMANDE ${number}`,
    `NET COMMISSION ${number}`,
  ]);
  w.truth(w.line({ payer, amountMinor: item.residualMinor, label }), 'order-payout', 'abstain', []);
}

/** Charges settled once a year, an index or an arrear of rent: the amount of an invoice by accident, in words of rents. */
export function rentSettled(w: World): void {
  const payer = w.party();
  const item = w.item(payer, { amountMinor: w.by.whole(5_000, 90_000) });
  const label = w.by.pick([
    'REGUL CHARGES 2025',
    'REGULARISATION LOYER 2025',
    'INDEXATION LOYER',
    'RAPPEL LOYER',
    'COMPLEMENT LOYER',
    'REVISION LOYER ILC',
    'PROVISION SUR CHARGES',
    'TAXE FONCIERE LOCAUX',
    'LOYER PARKING',
    'LOYER D AVANCE',
    'DERNIER LOYER',
    'LOYER 2EME LOCAL',
    'PREAVIS LOYER',
  ]);
  w.truth(w.line({ payer, amountMinor: item.residualMinor, label }), 'rent-settled', 'abstain', []);
}

/** A tax office gives back what was paid too much, with numbers of notices and our own number of a customer's invoice. */
export function taxBack(w: World): void {
  const item = w.item(w.party(), {
    amountMinor: w.by.pick([4_900, 9_900, 24_000, 150_000]),
  });
  const owner = w.parties.find((one) => one.id === item.partyId)!;
  const payer = outsider(
    w,
    w.by.pick([
      'SIE LILLE',
      'URSSAF PACA',
      'FINANZAMT KEHL',
      'SPF FINANCES',
      'DOUANES CSRH',
      'HACIENDA',
      'KLESIA',
      owner.root,
    ]),
  );
  const digits = item.document!.replace(/\D/g, '');
  const label = w.by.pick([
    `EXCEDENT ${digits}`,
    `TROP VERSE ${digits}`,
    `AVIS ${digits}`,
    `ERSTATT UST ${digits}`,
    `CREDIT DE TVA ${digits}`,
    `REGUL COTIS ${digits}`,
    `REMB IJ ${digits}`,
    `IJSS SUBROGATION ${digits}`,
    `TICPE ${digits}`,
  ]);
  w.truth(w.line({ payer, amountMinor: item.residualMinor, label }), 'tax-back', 'abstain', []);
}

const shown = (day: string, by: World['by']) => {
  const [year, month, date] = day.split('-') as [string, string, string];
  return by.pick([
    `${date}/${month}/${year}`,
    `${date}/${month}`,
    `${date}.${month}.${year.slice(2)}`,
    `${date}-${month}-${year}`,
  ]);
};

/** "FACTURE DU 12/05": the invoice of that day is settled, or not in the ledger yet; another of the amount is open. */
export function datedOther(w: World): void {
  const payer = w.party();
  const amountMinor = w.amount();
  const meant = addDays('2026-04-13', w.by.whole(0, 20));
  if (w.by.yes(0.5)) w.paidItem(payer, { amountMinor, day: meant });
  w.item(payer, { amountMinor, day: addDays(meant, w.by.pick([-14, -7, 7, 14])), dueDay: null });
  const opening = w.by.pick([
    'FACTURE DU ',
    'FACT DU ',
    'RGLT FACTURE DU ',
    'INVOICE OF ',
    'RECHNUNG VOM ',
    'FATTURA DEL ',
    'FACTUUR VAN ',
  ]);
  w.truth(w.line({ payer, amountMinor, label: `${opening}${shown(meant, w.by)}` }), 'dated-other', 'abstain', []);
}

/** A supplier, a customer of ours as well now and then, pays back by a credit note whose number is one of our invoices'. */
export function supplierCredit(w: World): void {
  const item = w.item(w.party(), { amountMinor: w.by.pick([4_900, 9_900, 24_000, 150_000]) });
  const payer = w.by.yes(0.5)
    ? w.party()
    : outsider(w, w.by.pick(['OVH SAS', 'DUPONT EMBALLAGES', 'EDF PRO', 'PAPETERIES DU NORD']));
  if (payer.id === item.partyId) return;
  const words = [
    'AVOIR ',
    'NOTRE AVOIR ',
    'NOTE DE CREDIT ',
    'CREDIT NOTE ',
    'GUTSCHRIFT ',
    'NOTA DI CREDITO ',
    'CREDITNOTA ',
    'ABONO ',
    'RBT AVOIR ',
  ];
  const label = `${w.by.pick(words)}${w.by.pick(['', 'N° '])}${item.document!.replace(/\D/g, '')}`;
  w.truth(w.line({ payer, amountMinor: item.residualMinor, label }), 'supplier-credit', 'abstain', []);
}
