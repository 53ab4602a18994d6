// Entries of the bank itself, in ways that no rule was made for: money that comes back, corrections, one entry told twice.
import { addDays } from '../../../../sync/model/day.ts';
import { iban } from '../people.ts';
import type { World } from '../world.ts';
import { residual } from './cast.ts';
import { say } from './named.ts';

/** A refund of ours could not be delivered and is back, with the text that we wrote ourselves; the customer owes the same by accident. */
export function refundBack(w: World): void {
  const payer = w.party();
  const amountMinor = w.amount();
  const credit = w.paidItem(payer, {
    amountMinor: -amountMinor,
    day: '2026-05-04',
  });
  w.item(payer, {
    amountMinor,
    day: w.by.pick(['2026-04-02', '2026-05-10'] as const),
  });
  const label = w.by.pick([
    `VIR SEPA RETOURNE ${credit.document}`,
    `AC04 ${credit.document}`,
    `${credit.document}`,
    `COMPTE CLOS ${payer.name}`,
    `RJT VIR ${payer.name}`,
    `VOTRE VIREMENT DU 02/06 ${payer.name}`,
    `RETURN OF FUNDS ${credit.document}`,
    `REIMPUTATION VIREMENT ${payer.root}`,
    `R-TRANSACTION ${payer.name}`,
  ]);
  const sure = w.by.yes(0.5) ? { counterparty: null, counterpartyAccount: null } : {};
  w.truth(w.line({ payer, amountMinor, label, ...sure }), 'refund-back', 'abstain', []);
}

/** The bank books a credit and takes it back: by mistake on our account, or twice; the correction names nobody. */
export function correctedByBank(w: World): void {
  const payer = w.busyParty();
  const amountMinor = w.by.whole(5_000, 900_000);
  const item = w.item(payer, { amountMinor });
  const label = w.by.yes(0.5) ? say(w, item.document!) : w.by.pick(w.words().plain);
  const line = w.line({ payer, amountMinor, valueDay: '2026-06-08', label });
  const back = w.line({
    amountMinor: -amountMinor,
    valueDay: addDays('2026-06-08', w.by.whole(0, 4)),
    bankCode: null,
    label: w.by.pick([
      'EXTOURNE',
      'EXTOURNE VIR DU 08/06',
      'ANNULATION OPERATION DU 08/06',
      'RECTIFICATION ECRITURE',
      'REGUL VIR RECU A TORT',
      'CORRECTION',
      'ANNUL VIR RECU',
      'VIR CREDITE PAR ERREUR',
      'STORNO',
      'REVERSAL',
    ]),
  });
  w.truth(line, 'corrected-by-bank', 'abstain', []);
  w.truth(back, 'corrected-by-bank', 'abstain', []);
}

/** Two feeds tell one entry in different words, and no reference is the same; the customer owes the amount twice, or a sister does. */
export function feedsDiffer(w: World): void {
  const payer = w.party();
  const amountMinor = w.amount();
  const item = w.item(payer, { amountMinor });
  const isTwice = w.by.yes(0.4);
  if (isTwice || w.by.yes(0.4)) w.item(isTwice ? payer : w.party(), { amountMinor });
  const day = addDays('2026-06-02', w.by.whole(0, 20));
  const isNamed = w.by.yes(0.7);
  const first = w.line({
    payer,
    amountMinor,
    valueDay: day,
    entryRef: `E${w.by.digits(12)}`,
    endToEndId: null,
    label: isNamed ? say(w, item.document!) : w.by.pick(w.words().plain),
  });
  const second = w.line({
    amountMinor,
    valueDay: day,
    entryRef: w.by.pick([null, w.by.digits(6), `E${w.by.digits(12)}`]),
    endToEndId: null,
    counterparty: w.by.pick([null, payer.name.slice(0, 24), payer.name]),
    counterpartyAccount: w.by.yes(0.3) ? payer.paysFrom : null,
    label: w.by.pick([
      `VIR ${payer.name}`,
      `VIR SEPA RECU ${payer.name}`,
      `VIREMENT ${payer.root} ${payer.trade}`,
      'VIR SEPA',
    ]),
  });
  const group = `feeds ${first.id}`;
  const expected = isNamed || !isTwice ? 'suggest' : 'abstain';
  w.truth(first, 'feeds-differ', expected, [residual(item)], { group });
  w.truth(second, 'feeds-differ', 'abstain', [], { group });
}

/** Money that we lent, advanced or kept in trust comes back from a customer, in his own words; he owes the same. */
export function comesBack(w: World): void {
  const payer = w.party();
  const item = w.item(payer);
  const label = w.by.pick([
    'RETOUR ACOMPTE FOURNISSEUR',
    'RETROCESSION HONORAIRES',
    'RETROCESSION',
    'REVERSEMENT LOYERS',
    'REFACTURATION FRAIS',
    'REMBT FRAIS AVANCES',
    'LIBERATION CAUTION',
    'RFA 2025',
    'COMMISSIONS MAI',
    'SOLDE DE TOUT COMPTE',
    'REDDITION DE COMPTE',
    'REVERSEMENT MANDANT',
    'CONSIGNES',
    'REPRISE MARCHANDISES',
    'RETOUR MARCHANDISES',
    'ACHAT VEHICULE',
    'ACHAT PARTS',
    'ACHAT MATERIEL OCCASION',
  ]);
  w.truth(w.line({ payer, amountMinor: item.residualMinor, label }), 'comes-back', 'abstain', []);
}

/** A transfer in pieces: the bank's limit cut it, and one piece is another customer's or another invoice's amount. */
export function cutByLimit(w: World): void {
  const payer = w.busyParty();
  const limit = w.by.pick([500_000, 1_000_000, 1_500_000]);
  const rest = w.by.whole(5_000, 400_000);
  const item = w.item(payer, { amountMinor: limit + rest });
  w.item(w.by.yes(0.6) ? payer : w.party(), {
    amountMinor: w.by.yes(0.5) ? limit : rest,
  });
  const isNamed = w.by.yes(0.5);
  const label = isNamed ? say(w, item.document!) : w.by.pick(w.words().plain);
  const day = '2026-06-11' as const;
  for (const amountMinor of [limit, rest]) {
    const line = w.line({
      payer,
      amountMinor,
      valueDay: amountMinor === limit ? day : addDays(day, 1),
      label,
      counterpartyAccount: iban(w.by),
    });
    w.truth(line, 'cut-by-limit', 'suggest', [[item, amountMinor]]);
  }
}
