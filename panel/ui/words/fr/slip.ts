// The words of the form for a cheque slip, and of statements that are missing.
import { s } from './plural.ts';

export const slip = {
  slip: {
    open: 'Saisir une remise de chèques',
    title: 'Remise de chèques',
    note: 'Entrée passe au chèque suivant, = met ce qui manque.',
    number: 'Numéro de remise',
    day: 'Date de remise',
    account: 'Compte bancaire',
    payer: 'Payeur',
    invoice: 'Facture',
    amount: 'Montant',
    removeOf: (n: number) => `Retirer le chèque ${n}`,
    of: (what: string, n: number) => `${what} du chèque ${n}`,
    total: (n: number) => `Total de ${n} chèque${s(n)}`,
    keep: 'Enregistrer la remise',
    fileName: (number: string) => `Remise ${number}`,
    needsNumber: 'Indiquez le numéro de la remise.',
    needsAccount: 'Aucun compte bancaire n’est connu : importez d’abord un relevé.',
    needsCheque: 'Saisissez au moins un chèque.',
    needsPayer: 'Chaque chèque a un payeur ou une facture.',
    needsAmount: 'Chaque chèque a un montant supérieur à zéro.',
    noCredit: 'Aucun crédit de remise n’attend sur ce compte à ces dates : la remise l’attendra.',
    explains: (amount: string, day: string, label: string) => `Égal au crédit de ${amount} du ${day} : ${label}`,
    differs: (amount: string, day: string, rest: string, isShort: boolean) =>
      `Crédit le plus proche : ${amount} du ${day}. ${isShort ? `Il manque ${rest}.` : `${rest} de trop.`}`,
  },
  gap: {
    title: 'Relevés manquants',
    missing: (account: string, after: string, before: string) =>
      `Compte ${account} : il manque un relevé entre le ${after} et le ${before}.`,
    why: (closing: string, opening: string, change: string) =>
      `Le solde passe de ${closing} à ${opening} (${change}) sans les lignes. Importez les relevés de ces jours, dans n’importe quel ordre.`,
  },
};
