// The words of one bank statement.
import { s } from './plural.ts';

const called = (number: string) => (number === '' ? 'Relevé' : `Relevé ${number}`);

export const statement = {
  statement: {
    title: called,
    none: 'Aucun relevé choisi.',
    noneNext: 'Ouvrez-en un depuis les imports, ou depuis une ligne à rapprocher.',
    proof: 'Preuve du relevé',
    list: 'Lignes du relevé',
    carried: 'Ouverture (reprise)',
    earlier: (n: string) => `+ ${n} déjà importées`,
    lines: (n: number, text: string) => `+ ${text} ligne${s(n)}`,
    equal: 'Égale à la clôture de la banque',
    unequal: (closing: string, off: string) =>
      `La banque annonce ${closing}, écart ${off} : réimportez le fichier du relevé`,
    noClosing: 'La banque n’annonce pas de clôture : rien à quoi la comparer',
    noOpening: 'Le fichier ne donne pas d’ouverture et aucun relevé ne précède',
    named: (number: string, day: string) => (number === '' ? `relevé du ${day}` : `relevé ${number} du ${day}`),
    follows: (name: string) => `Suit sans trou le ${name}`,
    gap: (name: string, off: string) => `Trou de ${off} depuis le ${name} : importez ce qui manque entre les deux`,
    unknownGap: (name: string) => `Après le ${name}, sans solde à comparer`,
    firstKnown: 'Premier relevé connu de ce compte',
    states: (open: string, settled: string, later: string, aside: string) =>
      `${open} à traiter · ${settled} rapprochées · ${later} en attente · ${aside} de côté`,
    onlyWaiting: 'Seulement à traiter',
    allDone: 'Rien à traiter sur ce relevé.',
    empty: 'Ce relevé n’a pas de ligne : tout était déjà importé.',
    position: (at: string, of: string) => `Ligne ${at} sur ${of} · ⏎ l’ouvre`,
    before: 'Relevé précédent',
    after: 'Relevé suivant',
    first: 'Aucun relevé avant celui-ci',
    last: 'Aucun relevé après celui-ci',
    day: 'Jour',
    who: 'Payeur, libellé',
    amount: 'Montant',
    balance: 'Solde',
    standing: 'État',
    apart: (n: number, text: string) =>
      `${text} mouvement${s(n)} annoncé${s(n)} par la banque, pas encore comptabilisé${s(n)} : hors du solde, jamais rapproché${s(n)}`,
    apartCut: (shown: string) => `Les ${shown} premiers.`,
    status: { BOOK: 'comptabilisé', PDNG: 'en cours', INFO: 'pour information', FUTR: 'futur' },
  },
};
