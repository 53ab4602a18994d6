// The words by which :86: says what follows, as data: add a bank's word here, with what it means.

/** What a part of the text is; 'note' keeps it with its word, 'drop' is said elsewhere or says nothing. */
export type Meaning =
  | 'end-to-end'
  | 'mandate'
  | 'remittance'
  | 'counterparty'
  | 'account'
  | 'ultimate-debtor'
  | 'ultimate-creditor'
  | 'return-reason'
  | 'original'
  | 'note'
  | 'drop';

/** SEPA words of German and Austrian banks, written 'EREF+' (DK, Anlage 3 of the DFÜ agreement, chapter 8). */
export const PLUS_WORDS: Readonly<Record<string, Meaning>> = {
  EREF: 'end-to-end',
  KREF: 'note',
  MREF: 'mandate',
  CRED: 'note',
  DEBT: 'note',
  COAM: 'note',
  OAMT: 'original',
  SVWZ: 'remittance',
  ABWA: 'ultimate-debtor',
  ABWE: 'ultimate-creditor',
  IBAN: 'account',
  BIC: 'drop',
  PURP: 'note',
  RREF: 'note',
};

/** Words of Dutch banks, written '/EREF/' (NVB structure of MT940, used by ABN AMRO, ING, Rabobank and others). */
export const SLASH_WORDS: Readonly<Record<string, Meaning>> = {
  EREF: 'end-to-end',
  PREF: 'note',
  IREF: 'note',
  MARF: 'mandate',
  CSID: 'note',
  REMI: 'remittance',
  NAME: 'counterparty',
  ORDP: 'counterparty',
  BENM: 'counterparty',
  IBAN: 'account',
  CNTP: 'account',
  BBAN: 'account',
  ACNO: 'account',
  BIC: 'drop',
  ULTC: 'ultimate-creditor',
  ULTD: 'ultimate-debtor',
  ULTB: 'ultimate-creditor',
  RTRN: 'return-reason',
  TRTP: 'note',
  PURP: 'note',
  SVCL: 'drop',
  ADDR: 'drop',
  ISDT: 'drop',
  TRCD: 'drop',
};

/** Labels in free text, written 'NAAM: '. They end at two blanks, a line end or a slash. */
export const LABELS: readonly { label: RegExp; meaning: 'counterparty' | 'account' }[] = [
  { label: /(?:^|[\s/])(?:NAAM|NAME|NOM)\s?: ?/, meaning: 'counterparty' },
  { label: /(?:^|[\s/])(?:IBAN|REK|REKENING)\s?: ?/, meaning: 'account' },
];

/** Return reasons in subfield 34 of German banks and their ISO codes; others stay as the bank has them. */
export const GERMAN_RETURN_REASONS: Readonly<Record<string, string>> = {
  '903': 'AC06',
  '912': 'MD06',
  '914': 'MS03',
};
