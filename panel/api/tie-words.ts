// Why lines of an account are proposed together.
import type { Language } from '../../sync/fault/index.ts';
import type { TieKind } from '../../sync/ledger/tie.ts';

const WORDS: Readonly<Record<TieKind, Record<Language, string>>> = {
  document: { fr: 'Même pièce, débits égaux aux crédits', en: 'Same document, debits equal credits' },
  amount: {
    fr: 'Un débit et un crédit du même montant, le seul du compte',
    en: 'One debit and one credit of an amount that no other line has',
  },
  balance: {
    fr: 'Les autres lignes du compte font zéro ensemble',
    en: 'The other lines of the account make zero together',
  },
};

export function tieReason(by: TieKind, language: Language): string {
  return WORDS[by][language];
}
