// Reasons for a guess, in words. Certainty is a count of past cases, never a percentage.
import { day, documents, money, type Sentences, times } from './wording.ts';

export const REASONS = {
  'reference-whole': { fr: (p) => `Le libellé cite le n° ${p.number}`, en: (p) => `The label names no. ${p.number}` },
  'reference-scheme': {
    fr: (p) => `Référence structurée « ${p.text} » de la pièce ${p.number}`,
    en: (p) => `Structured reference "${p.text}" of document ${p.number}`,
  },
  'reference-e2e': {
    fr: (p) => `Référence de bout en bout de la pièce ${p.number}`,
    en: (p) => `End-to-end reference of document ${p.number}`,
  },
  'reference-order': {
    fr: (p) => `Le libellé cite la commande « ${p.text} » de la pièce ${p.number}`,
    en: (p) => `The label names order "${p.text}" of document ${p.number}`,
  },
  'reference-short': {
    fr: (p) => `« ${p.text} » est le n° ${p.number} en abrégé`,
    en: (p) => `"${p.text}" is no. ${p.number}, shortened`,
  },
  'reference-joined': {
    fr: (p) => `« ${p.text} » est le n° ${p.number}, coupé par un blanc`,
    en: (p) => `"${p.text}" is no. ${p.number}, split by a blank`,
  },
  'reference-tail': {
    fr: (p) => `« ${p.text} » est la fin du n° ${p.number}`,
    en: (p) => `"${p.text}" is the end of no. ${p.number}`,
  },
  'reference-range': {
    fr: (p) => `Le n° ${p.number} est dans la suite « ${p.text} »`,
    en: (p) => `No. ${p.number} is within the range "${p.text}"`,
  },
  'reference-weak': {
    fr: (p) => `« ${p.text} » peut être le n° ${p.number}`,
    en: (p) => `"${p.text}" may be no. ${p.number}`,
  },
  'reference-damaged': {
    fr: (p) => `« ${p.text} » diffère du n° ${p.number} d’une faute de frappe`,
    en: (p) => `"${p.text}" is one slip away from no. ${p.number}`,
  },
  'reference-cut': {
    fr: (p) => `« ${p.text} » est le début du n° ${p.number}, coupé par la banque`,
    en: (p) => `"${p.text}" is the beginning of no. ${p.number}, cut by the bank`,
  },
  'reference-list': {
    fr: (p) => `Le libellé cite les ${documents(p, 'fr')}`,
    en: (p) => `The label names the ${documents(p, 'en')}`,
  },
  period: {
    fr: (p) => `« ${p.text} » est le mois de la pièce ${p.number}`,
    en: (p) => `"${p.text}" is the month of document ${p.number}`,
  },
  'amount-exact': {
    fr: (p) => `Le montant est exactement le reste dû, ${money(p, 'amountMinor', 'fr')}`,
    en: (p) => `The amount is exactly what is due, ${money(p, 'amountMinor', 'en')}`,
  },
  'amount-sum': {
    fr: (p) => `Les ${documents(p, 'fr')} font exactement ${money(p, 'amountMinor', 'fr')}`,
    en: (p) => `The ${documents(p, 'en')} make exactly ${money(p, 'amountMinor', 'en')}`,
  },
  'amount-instructed': {
    fr: (p) => `Le montant ordonné par le client, ${money(p, 'amountMinor', 'fr')}, est le reste dû`,
    en: (p) => `The amount the customer instructed, ${money(p, 'amountMinor', 'en')}, is what is due`,
  },
  'amount-discount': {
    fr: (p) =>
      `Escompte accordé, payé dans le délai (jusqu’au ${day(p, 'until', 'fr')}) : ${money(p, 'differenceMinor', 'fr')}`,
    en: (p) =>
      `Discount granted and paid in time (until ${day(p, 'until', 'en')}): ${money(p, 'differenceMinor', 'en')}`,
  },
  'amount-part': {
    fr: (p) => `Paiement partiel annoncé ; restera dû ${money(p, 'leftMinor', 'fr')}`,
    en: (p) => `Announced part payment; ${money(p, 'leftMinor', 'en')} remains due`,
  },
  'payer-account': {
    fr: (p) => `Le compte du payeur est celui de ${p.name}`,
    en: (p) => `The payer’s account is ${p.name}’s`,
  },
  'payer-alias': {
    fr: (p) => `Payeur reconnu : ${p.name}, confirmé ${times(p, 'fr')}`,
    en: (p) => `Known payer: ${p.name}, confirmed ${times(p, 'en')}`,
  },
  'payer-ultimate': {
    fr: (p) => `La banque nomme ${p.name} comme débiteur final`,
    en: (p) => `The bank states ${p.name} as ultimate debtor`,
  },
  'payer-name': { fr: (p) => `Le nom du payeur est celui de ${p.name}`, en: (p) => `The payer’s name is ${p.name}’s` },
  'payer-near': {
    fr: (p) => `Le nom du payeur est celui de ${p.name} ; d’autres clients ont un nom voisin`,
    en: (p) => `The payer’s name is ${p.name}’s; other customers have a similar name`,
  },
  'payer-part': {
    fr: (p) => `Le nom du payeur correspond en partie à ${p.name}`,
    en: (p) => `The payer’s name partly matches ${p.name}`,
  },
  'payer-text': { fr: (p) => `Le libellé nomme ${p.name}`, en: (p) => `The label names ${p.name}` },
  'payer-group': {
    fr: (p) => `${p.payer} est du même groupe que ${p.name}`,
    en: (p) => `${p.payer} is of the same group as ${p.name}`,
  },
  'sum-only': {
    fr: () => 'C’est la seule combinaison possible de ses pièces ouvertes',
    en: () => 'It is the only combination of its open documents',
  },
  balance: {
    fr: (p) => `C’est le solde du client : ${documents(p, 'fr')}`,
    en: (p) => `It is the customer’s balance: ${documents(p, 'en')}`,
  },
  'offset-agreement': {
    fr: () => 'Compensation avec ce que vous lui devez : une convention est au dossier',
    en: () => 'Set off against what you owe: an agreement is on file',
  },
  'habit-several-at-once': {
    fr: (p) => `Ce client règle souvent plusieurs pièces à la fois (${p.times} de ${p.count} règlements)`,
    en: (p) => `This customer often pays several documents at once (${p.times} of ${p.count} receipts)`,
  },
  'habit-late-discount': {
    fr: (p) => `Ce client déduit souvent l’escompte hors délai (${p.times} de ${p.count} règlements)`,
    en: (p) => `This customer often deducts its discount late (${p.times} of ${p.count} receipts)`,
  },
  'habit-by-another': {
    fr: (p) => `Ce client est souvent réglé par un autre (${p.times} de ${p.count} règlements)`,
    en: (p) => `This customer is often paid for by another (${p.times} of ${p.count} receipts)`,
  },
  return: {
    fr: (p) => `Encaissement repris par la banque${p.code === '' ? '' : ` (${p.code})`} : la pièce redevient due`,
    en: (p) => `Collection taken back by the bank${p.code === '' ? '' : ` (${p.code})`}: the document is due again`,
  },
  collection: {
    fr: (p) => `Votre remise ${p.name} : ${p.count} prélèvements, même compte et même total`,
    en: (p) => `Your collection ${p.name}: ${p.count} direct debits, same account and same total`,
  },
  slip: {
    fr: (p) => `Votre remise de chèques ${p.name} : ${p.count} chèques, même compte et même total`,
    en: (p) => `Your cheque slip ${p.name}: ${p.count} cheques, same account and same total`,
  },
  outstanding: {
    fr: (p) =>
      `Règlement ${p.number} déjà enregistré le ${day(p, 'day', 'fr')} : il attend la banque au compte ${p.account}`,
    en: (p) =>
      `Payment ${p.number}, registered on ${day(p, 'day', 'en')} already, waits for the bank on account ${p.account}`,
  },
  'outstanding-slip': {
    fr: (p) => `${p.count} règlements déjà enregistrés font exactement ${money(p, 'amountMinor', 'fr')}`,
    en: (p) => `${p.count} payments registered already make exactly ${money(p, 'amountMinor', 'en')}`,
  },
  'outstanding-rest': {
    fr: (p) => `Le reste, ${money(p, 'amountMinor', 'fr')}, fait exactement ${p.documents}`,
    en: (p) => `The rest, ${money(p, 'amountMinor', 'en')}, is exactly ${p.documents}`,
  },
  'partly-matched': {
    fr: (p) => `Déjà rapproché en partie dans l’ERP : il reste ${money(p, 'leftMinor', 'fr')} en attente`,
    en: (p) => `Matched in part in the ERP already: ${money(p, 'leftMinor', 'en')} is left in suspense`,
  },
  'supplier-item': {
    fr: () => 'Pièce ouverte d’un fournisseur',
    en: () => 'Open item of a supplier',
  },
  'collection-reject': {
    fr: (p) => `Rejeté avant le crédit${p.code === '' ? '' : ` (${p.code})`} : ${p.name}, la pièce reste due`,
    en: (p) => `Rejected before the credit${p.code === '' ? '' : ` (${p.code})`}: ${p.name}, the document stays due`,
  },
  'own-transfer': {
    fr: () => 'Virement entre comptes de la société',
    en: () => 'Transfer between the company’s accounts',
  },
  'own-transfer-pair': {
    fr: () => 'Virement entre comptes de la société ; l’autre côté est trouvé',
    en: () => 'Transfer between the company’s accounts; the other side is found',
  },
  'rule-account': {
    fr: (p) => `Votre règle l’affecte au compte ${p.account}`,
    en: (p) => `Your rule puts it on account ${p.account}`,
  },
  seen: {
    fr: (p) => `Cas semblable vu ${times(p, 'fr')}, ${p.undone === 0 ? 'aucune annulée' : `annulé ${p.undone} fois`}`,
    en: (p) => `Such a case was seen ${times(p, 'en')}, ${p.undone === 0 ? 'none undone' : `${p.undone} undone`}`,
  },
} satisfies Sentences;
