// Lines that pay no open item of a customer: returns, own transfers, taxes, wages, refunds, indemnities.
import type { World } from '../world.ts';
import { OWN_ACCOUNT } from '../world.ts';

export function returned(w: World): void {
  const payer = w.party();
  const reference = `PRLV${w.by.digits(10)}`;
  const line = w.line({
    payer,
    amountMinor: -w.amount(),
    endToEndId: reference,
    bankCode: 'PMNT-RDDT-PRDD',
    label: w.by.pick(['REJET PRLV AM04', 'IMPAYE MD06', 'RETOUR PRELEVEMENT AC04 COMPTE CLOS']),
  });
  w.truth(line, 'returned', 'abstain', [], { kind: 'reverse', reverses: reference });
}

export function ownTransfer(w: World): void {
  const words = w.words();
  const amountMinor = w.amount();
  for (const [account, sign] of [
    [OWN_ACCOUNT, 1],
    ['FR7610096000010000000000135', -1],
  ] as const) {
    const line = w.line({
      account,
      amountMinor: sign * amountMinor,
      counterparty: 'NOTRE MAISON',
      label: words.internal,
      valueDay: '2026-06-10',
    });
    w.truth(line, 'own-transfer', 'abstain', []);
  }
}

export function outgoing(w: World): void {
  const line = w.line({
    counterparty: w.by.pick(['URSSAF', 'DGFIP', 'EDF', 'LOYERS SCI', 'SALAIRES']),
    amountMinor: -w.amount(),
    label: `ECHEANCE ${w.by.digits(6)}`,
    bankCode: 'PMNT-ICDT-ESCT',
  });
  w.truth(line, 'outgoing', 'abstain', []);
}

/** Money in that is nobody's invoice, at a price point that many invoices have. */
export function otherIncome(w: World): void {
  const line = w.line({
    counterparty: w.by.pick(['CPAM', 'MACIF ASSURANCES', 'DGFIP', 'REGION SUD', 'FOURNISSEUR LAMBDA']),
    amountMinor: w.by.pick([4_900, 9_900, 12_000, 24_000, w.amount()]),
    label: w.by.pick([
      'REMBOURSEMENT TROP PERCU',
      'INDEMNITE SINISTRE 88123',
      'SUBVENTION 2026',
      'IJ SUBROGATION',
      `REMB ${w.by.digits(6)}`,
    ]),
  });
  w.truth(line, 'other-income', 'abstain', []);
}

/** A customer that is a supplier too refunds or nets: the amount of an own item, another nature. */
export function customerRefunds(w: World): void {
  const payer = w.party();
  const item = w.item(payer);
  const line = w.line({
    payer,
    amountMinor: item.residualMinor,
    label: w.by.pick(w.words().refund),
  });
  w.truth(line, 'customer-refunds', 'abstain', []);
}
