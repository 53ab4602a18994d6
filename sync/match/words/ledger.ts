// Reasons and doubts about what stands in the ledger already: letters, receipts on another customer, movements that may be booked.
import { day, money, type Sentences } from './wording.ts';

export const LEDGER = {
  'letter-reference': { fr: (p) => `Le libellé cite le n° ${p.number}`, en: (p) => `The label names no. ${p.number}` },
  'letter-exact': {
    fr: (p) => `Débits et crédits égaux, ${money(p, 'amountMinor', 'fr')}`,
    en: (p) => `Debits and credits are equal, ${money(p, 'amountMinor', 'en')}`,
  },
  'letter-only': {
    fr: () => 'Aucune autre ligne du compte ne le permet',
    en: () => 'No other line of the account allows it',
  },
  misposted: {
    fr: (p) => `Encaissement au compte de ${p.holder} ; il paraît régler ${p.documents} de ${p.name}`,
    en: (p) => `Receipt on ${p.holder}’s account; it seems to pay ${p.documents} of ${p.name}`,
  },
  'paid-for-other': {
    fr: (p) => `${p.holder} a payé ${p.documents} pour ${p.name} : de compte à compte`,
    en: (p) => `${p.holder} paid ${p.documents} for ${p.name}: from account to account`,
  },
  'letter-account': { fr: () => 'Le compte entier s’équilibre', en: () => 'The whole account balances' },
  'maybe-booked': {
    fr: (p) => `Le compte ${p.account} a déjà ce montant le ${day(p, 'day', 'fr')} (${p.text}) : est-ce lui ?`,
    en: (p) => `Account ${p.account} has this amount already on ${day(p, 'day', 'en')} (${p.text}): is it this one?`,
  },
  'names-other-debt': {
    fr: (p) => `Le libellé désigne ${p.documents} de ${p.name}, du même montant`,
    en: (p) => `The label points at ${p.documents} of ${p.name}, of the same amount`,
  },
  'letter-twin': {
    fr: () => 'Une autre ligne du même montant est possible',
    en: () => 'Another line of the same amount is possible',
  },
} satisfies Sentences;
