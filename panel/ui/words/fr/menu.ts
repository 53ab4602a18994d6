// The words of what opens over a line: reject, later, set aside, search.
import { s } from './plural.ts';

export const menu = {
  reject: {
    label: 'Motif du rejet',
    heading: 'Pourquoi rejeter cette proposition ?',
    why: 'Pourquoi ? Une phrase, visible dans l’historique',
    foot: 'Cette paire ne sera plus jamais proposée. Annulable dans l’historique.',
    'wrong-invoice': 'Mauvaise facture',
    'wrong-customer': 'Mauvais client',
    'wrong-amount': 'Mauvais montant',
    'not-a-receipt': 'Pas un encaissement client',
    duplicate: 'Déjà réglée ailleurs',
    other: 'Autre motif…',
    note: {
      'wrong-invoice': 'le client paie autre chose',
      'wrong-customer': 'le payeur n’est pas celui reconnu',
      'wrong-amount': 'paiement partiel ou écart contesté',
      'not-a-receipt': 'virement interne, subvention',
      duplicate: 'doublon ou facture soldée',
      other: 'une phrase, visible dans l’historique',
    },
  },
  later: {
    label: 'Quand revoir cette ligne',
    heading: 'Revoir cette ligne quand ?',
    foot: 'Elle revient en tête de sa journée. La nuit peut encore la rapprocher si une preuve arrive.',
    tomorrow: 'Demain',
    monday: 'Lundi',
    week: 'Dans 7 jours',
    date: 'Une date…',
  },
  aside: {
    label: 'Nature de la ligne',
    heading: 'Ce n’est pas un encaissement client. Qu’est-ce ?',
    foot: 'La ligne quitte la liste, sans écriture. Annulable.',
    transfer: 'Virement interne',
    supplier: 'Fournisseur',
    tax: 'Impôt, taxe, cotisation',
    loan: 'Emprunt, subvention, apport',
    other: 'Autre',
  },
  advice: {
    read: (taken: number, unknown: number) =>
      `Avis collé : ${taken} pièce${s(taken)} affectée${s(taken)}${unknown > 0 ? `, ${unknown} ligne${s(unknown)} sans pièce ouverte` : ''}`,
    more: (n: number) => `et ${n} autres`,
  },
  bulk: {
    see: 'Voir',
    title: (n: number) => `${n} ligne${s(n)} à accepter`,
    leftOut: (n: number) => `Laissée${s(n)} de côté, à voir une par une : ${n}`,
  },
  search: {
    label: 'Chercher une pièce ouverte',
    placeholder: 'nom, n°, montant, 3000~5',
    leads: 'pistes',
    results: (n: number) => `${n} résultat${s(n)}`,
    tick: 'Cocher',
    nothing: (text: string) => `Rien pour « ${text} ». Essayez un montant approché : 3000~5`,
    noLead: 'Aucune piste. Tapez un nom, un numéro ou un montant, ou collez un avis de règlement (Ctrl V).',
  },
};
