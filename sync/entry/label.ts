// The words of an entry's lines. They stand in a French ledger, whatever language the screen speaks.
import type { EntryLine } from '../model/entry.ts';
import type { Occasion } from './index.ts';

/** Ledger programs cut or refuse longer labels. */
const LABEL_CHARS_MAX = 80;

const WORDS: Readonly<Record<EntryLine['part'], string>> = {
  bank: 'Règlement',
  customer: 'Règlement',
  'on-account': 'Trop-perçu',
  advance: 'Acompte',
  discount: 'Escompte',
  discount_vat: 'TVA sur escompte',
  bank_fee: 'Frais bancaires',
  small: 'Écart de règlement',
  withholding: 'Retenue à la source',
  exchange: 'Écart de change',
  retention: 'Retenue de garantie',
  transfer: 'Virement interne',
  other: 'Règlement',
  other_vat: 'TVA',
};

/** What is owed back to the customer, said where a rest stays on the account. */
export const REFUND = 'À rembourser';

/** A receipt that goes from the account of a customer to that of whose invoice it paid. */
export const MOVED = 'Transfert';

/** 'Règlement FA240320 Charpente Ibarra': what it is, the document it settles, who paid. */
export function entryLabel(
  part: EntryLine['part'],
  line: Occasion,
  document: string | null,
  word = WORDS[part],
): string {
  const payer = line.counterparty ?? line.label;
  const words = [word, document, payer].filter((word) => word !== null && word !== '').join(' ');
  return words.replace(/\s+/g, ' ').trim().slice(0, LABEL_CHARS_MAX);
}

/** What a rest is where money went out: taken back by the bank, or a debit that nobody explains; nothing special otherwise. */
export function returnWord(line: Occasion, document: string | null): string | undefined {
  if (line.amountMinor >= 0) return undefined;
  return line.returnReason !== null || document !== null ? 'Rejet' : 'Débit';
}
