// Qualifiers of the 05 records (columns 46 to 48), as data: what the 70 characters behind each of them are.

/** 'text' is remittance. A qualifier that is not here is text too: a bank's own words are never lost. */
export type Meaning =
  | 'text'
  | 'debtor'
  | 'ultimate-debtor'
  | 'debtor-account'
  | 'creditor'
  | 'ultimate-creditor'
  | 'creditor-account'
  | 'structured-reference'
  | 'client-reference'
  | 'bank-reference'
  | 'mandate'
  | 'return-reason'
  | 'original-amount'
  | 'charge'
  | 'note';

/** CFONB, 'Évolutions du relevé de compte 120 caractères' for transfers (August 2007) and for SEPA debits. */
export const QUALIFIERS: Readonly<Record<string, Meaning>> = {
  LIB: 'text',
  LCC: 'text',
  LC2: 'text',
  LEM: 'text',
  LCS: 'structured-reference',
  NPY: 'debtor',
  NPO: 'ultimate-debtor',
  CPY: 'debtor-account',
  IPY: 'note',
  IPO: 'note',
  NBE: 'creditor',
  NBU: 'ultimate-creditor',
  CBE: 'creditor-account',
  IBE: 'note',
  IBU: 'note',
  BDB: 'note',
  RCN: 'client-reference',
  REF: 'bank-reference',
  RUM: 'mandate',
  RET: 'return-reason',
  MMO: 'original-amount',
  FEE: 'charge',
};
