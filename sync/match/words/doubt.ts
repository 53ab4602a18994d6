// Doubts about a guess, in words: each says what a person should look at.
import { COLLECTIVE } from './collective.ts';
import { day, documents, money, type Sentences, why } from './wording.ts';

export const DOUBTS = {
  'discount-late': {
    fr: (p) => `Escompte pris après le ${day(p, 'until', 'fr')} : ${money(p, 'leftMinor', 'fr')} restent dus`,
    en: (p) => `Discount taken after ${day(p, 'until', 'en')}: ${money(p, 'leftMinor', 'en')} stays due`,
  },
  'too-much': {
    fr: (p) => `${money(p, 'restMinor', 'fr')} de trop : trop-perçu ou acompte ?`,
    en: (p) => `${money(p, 'restMinor', 'en')} too much: overpayment or deposit?`,
  },
  'too-little': {
    fr: (p) => `Il manque ${money(p, 'leftMinor', 'fr')}${why(p, 'fr')}`,
    en: (p) => `${money(p, 'leftMinor', 'en')} missing${why(p, 'en')}`,
  },
  'rate-unknown': {
    fr: (p) => `Pièce en ${p.foreign} : la banque n’indique pas le montant d’origine`,
    en: (p) => `Document in ${p.foreign}: the bank does not state the original amount`,
  },
  'difference-bank_fee': {
    fr: (p) => `Écart de ${money(p, 'differenceMinor', 'fr')} : frais bancaires ?`,
    en: (p) => `Difference of ${money(p, 'differenceMinor', 'en')}: bank fees?`,
  },
  'difference-psp_fee': {
    fr: (p) => `Écart de ${money(p, 'differenceMinor', 'fr')} : commission du prestataire ?`,
    en: (p) => `Difference of ${money(p, 'differenceMinor', 'en')}: provider’s commission?`,
  },
  'difference-factor_fee': {
    fr: (p) => `Écart de ${money(p, 'differenceMinor', 'fr')} : commission du factor ?`,
    en: (p) => `Difference of ${money(p, 'differenceMinor', 'en')}: factor’s commission?`,
  },
  'difference-rounding': {
    fr: (p) => `Écart de ${money(p, 'differenceMinor', 'fr')} : arrondi ?`,
    en: (p) => `Difference of ${money(p, 'differenceMinor', 'en')}: rounding?`,
  },
  'difference-withholding': {
    fr: (p) => `Écart de ${money(p, 'differenceMinor', 'fr')} : retenue à la source ?`,
    en: (p) => `Difference of ${money(p, 'differenceMinor', 'en')}: withholding tax?`,
  },
  'difference-other': {
    fr: (p) => `Écart de ${money(p, 'differenceMinor', 'fr')}`,
    en: (p) => `Difference of ${money(p, 'differenceMinor', 'en')}`,
  },
  'payer-homonym': { fr: (p) => `${p.count} clients portent ce nom`, en: (p) => `${p.count} customers bear this name` },
  'payer-conflict': {
    fr: () => 'Le compte et le nom du payeur désignent deux clients différents',
    en: () => 'The payer’s account and name point to different customers',
  },
  'payer-other': {
    fr: (p) => `Payé par ${p.payer}, un autre client`,
    en: (p) => `Paid by ${p.payer}, another customer`,
  },
  'payer-absent': { fr: () => 'La banque ne nomme pas le payeur', en: () => 'The bank does not name the payer' },
  'number-of-what': {
    fr: (p) => `« ${p.text} » à côté de ${p.number} : est-ce bien l’une de vos pièces ?`,
    en: (p) => `“${p.text}” stands beside ${p.number}: is it one of your documents?`,
  },
  'list-mixed': {
    fr: (p) => `Pièces de plusieurs clients : ${p.number} est à ${p.name}`,
    en: (p) => `Documents of several customers: ${p.number} is ${p.name}’s`,
  },
  'on-account': {
    fr: (p) => `La même somme est déjà au crédit du client (${p.number}, ${day(p, 'day', 'fr')})`,
    en: (p) => `The same sum stands to the customer’s credit already (${p.number}, ${day(p, 'day', 'en')})`,
  },
  'form-other': {
    fr: (p) => `Même nom, autre forme juridique : ${p.payer} a payé, ${p.name} doit`,
    en: (p) => `Same name, another legal form: ${p.payer} paid, ${p.name} owes`,
  },
  'payer-stranger': {
    fr: (p) => `Le payeur ${p.payer} n’est pas un client connu`,
    en: (p) => `The payer ${p.payer} is no known customer`,
  },
  ...COLLECTIVE,
  twin: {
    fr: (p) => `${p.number} est une autre pièce du même montant`,
    en: (p) => `${p.number} is another document of the same amount`,
  },
  'twin-told': {
    fr: (p) => `${p.number} est du même montant, mais son numéro ne correspond pas`,
    en: (p) => `${p.number} is of the same amount, but its number does not fit`,
  },
  'names-similar': {
    fr: (p) => `${p.count} autres clients ont un nom voisin`,
    en: (p) => `${p.count} other customers have a similar name`,
  },
  'number-shared': {
    fr: (p) => `${p.name} a une pièce du même numéro (${p.number})`,
    en: (p) => `${p.name} has a document of the same number (${p.number})`,
  },
  second: {
    fr: (p) => `Une autre lecture tombe juste aussi (${p.number})`,
    en: (p) => `Another reading ties as well (${p.number})`,
  },
  several: { fr: () => 'Plusieurs combinaisons donnent ce montant', en: () => 'Several combinations make this amount' },
  unfinished: {
    fr: () => 'Trop de pièces pour prouver qu’il n’y a qu’une combinaison',
    en: () => 'Too many documents to prove that there is only one combination',
  },
  chance: {
    fr: () => 'Avec autant de pièces, ce montant peut tomber juste par hasard',
    en: () => 'With so many documents this amount can tie by chance',
  },
  'other-customer': {
    fr: (p) => `${p.name} doit le même montant (${p.number})`,
    en: (p) => `${p.name} owes the same amount (${p.number})`,
  },
  'amount-common': {
    fr: (p) => `${p.count} autres pièces ont ce montant : un numéro mal écrit en trouve une`,
    en: (p) => `${p.count} other documents have this amount: a mistyped number finds one of them`,
  },
  'payer-owes-same': {
    fr: (p) => `Le payeur ${p.name} doit lui-même ce montant (${p.number})`,
    en: (p) => `The payer ${p.name} owes this amount himself (${p.number})`,
  },
  'homonym-owes-same': {
    fr: (p) => `${p.name}, au nom voisin, doit le même montant`,
    en: (p) => `${p.name}, of a similar name, owes the same amount`,
  },
  'group-same': {
    fr: (p) => `${p.name}, pour qui ce payeur règle aussi, doit le même montant (${p.number})`,
    en: (p) => `${p.name}, for whom this payer also pays, owes the same amount (${p.number})`,
  },
  subset: { fr: () => 'Une partie seulement des pièces citées', en: () => 'Only some of the documents named' },
  'credit-unnamed': {
    fr: (p) => `Tombe juste avec l’avoir ${p.number}, que le libellé ne cite pas`,
    en: (p) => `Ties with credit note ${p.number}, which the label does not name`,
  },
  'list-completed': {
    fr: () => 'La liste citée est incomplète ; le reste est déduit du montant',
    en: () => 'The list is incomplete; the rest is inferred from the amount',
  },
  spread: {
    fr: (p) => `Montant réparti sur ${documents(p, 'fr')}, la plus ancienne d’abord`,
    en: (p) => `Amount spread over ${documents(p, 'en')}, the oldest first`,
  },
  'nothing-ties': {
    fr: () => 'Aucune pièce ouverte le jour du paiement ne correspond au montant',
    en: () => 'No document that was open on the day of the payment matches the amount',
  },
  'issued-after': {
    fr: (p) => `${p.number} date du ${day(p, 'day', 'fr')}, après ce paiement`,
    en: (p) => `${p.number} is dated ${day(p, 'day', 'en')}, after this payment`,
  },
  'issued-too-late': {
    fr: (p) => `${p.number} date du ${day(p, 'day', 'fr')}, après ce paiement, qui règle plutôt une pièce antérieure`,
    en: (p) => `${p.number} is dated ${day(p, 'day', 'en')}, after this payment, which rather pays an earlier one`,
  },
  'cites-paid': {
    fr: (p) => `« ${p.text} » (${p.number}) est déjà réglée`,
    en: (p) => `"${p.text}" (${p.number}) is already settled`,
  },
  'cites-other': {
    fr: (p) => `Le libellé cite aussi « ${p.text} » (${p.number})`,
    en: (p) => `The label also names "${p.text}" (${p.number})`,
  },
  'word-unknown': {
    fr: (p) => `« ${p.text} » : le libellé parle peut-être d’autre chose`,
    en: (p) => `“${p.text}”: the label may speak of something else`,
  },
  'passed-over': {
    fr: (p) => `Des pièces plus récentes du même montant sont réglées : ${p.number} a été laissée de côté`,
    en: (p) => `Later documents of the same amount are settled: ${p.number} was left out`,
  },
  'number-goes-on': {
    fr: (p) => `Le libellé s’arrête après ${p.text} : ${p.number} a aussi ce montant`,
    en: (p) => `The label ends after ${p.text}: ${p.number} has this amount too`,
  },
  'cites-unknown': {
    fr: (p) => `« ${p.text} » ressemble à un de vos numéros, mais n’existe pas`,
    en: (p) => `"${p.text}" looks like one of your numbers but does not exist`,
  },
  'names-other': { fr: (p) => `Le libellé nomme ${p.name}`, en: (p) => `The label names ${p.name}` },
  claimed: {
    fr: () => 'Une autre ligne de la banque cite la même pièce',
    en: () => 'Another bank line names the same document',
  },
  'owner-pays': {
    fr: () => 'Le client de cette pièce règle lui-même ce montant : numéro mal saisi par un autre ?',
    en: () => 'The document’s own customer pays this amount too: a number mistyped by somebody else?',
  },
  'completes-other': {
    fr: () => 'Avec une autre ligne de ce client, ce montant fait exactement une autre pièce',
    en: () => 'Together with another line of this customer it makes exactly another document',
  },
  'sent-back': {
    fr: () => 'Ce montant a aussi été renvoyé à ce client',
    en: () => 'This amount was also sent back to this customer',
  },
  'name-cut': {
    fr: (p) => `Le nom, coupé par la banque, peut être celui de ${p.name}`,
    en: (p) => `The name, cut by the bank, may be ${p.name}’s`,
  },
  corrected: {
    fr: () => 'La banque a repris ce montant peu après',
    en: () => 'The bank took this amount back soon after',
  },
  'account-lent': {
    fr: (p) => `${p.payer} paie depuis le compte de ${p.name} : pour qui ?`,
    en: (p) => `${p.payer} pays from the account of ${p.name}: for whom?`,
  },
  'name-twice': {
    fr: (p) => `Deux clients se nomment ${p.name}`,
    en: (p) => `Two customers are called ${p.name}`,
  },
  'same-money': {
    fr: (p) => `Le même payeur a viré ${p.count} fois ce montant`,
    en: (p) => `The same payer sent this amount ${p.count} times`,
  },
  'period-other': {
    fr: (p) => `« ${p.text} » n’est ni le mois ni le jour de cette pièce`,
    en: (p) => `“${p.text}” is neither the month nor the day of this document`,
  },
  'word-return': { fr: () => 'Le libellé parle de rejet ou de retour', en: () => 'The label speaks of a return' },
  'word-internal': {
    fr: () => 'Le libellé parle de virement interne',
    en: () => 'The label speaks of an internal transfer',
  },
  'word-cheque': {
    fr: () => 'Remise de chèque : le payeur est à lire sur le chèque',
    en: () => 'Cheque deposit: the payer is on the cheque',
  },
  'word-card': { fr: () => 'Encaissement par carte', en: () => 'Card receipt' },
  'word-refund': { fr: () => 'Le libellé parle de remboursement', en: () => 'The label speaks of a refund' },
  'word-purpose': {
    fr: () => 'Le libellé parle d’autre chose que d’une facture',
    en: () => 'The label speaks of something other than an invoice',
  },
  'word-negation': {
    fr: () => 'Le libellé nie quelque chose : à lire',
    en: () => 'The label denies something: to be read',
  },
  'amount-other': { fr: (p) => `Le libellé parle de ${p.text}`, en: (p) => `The label speaks of ${p.text}` },
  'count-other': {
    fr: (p) => `Le libellé annonce « ${p.text} », et non ${documents(p, 'fr')}`,
    en: (p) => `The label announces “${p.text}”, not ${documents(p, 'en')}`,
  },
  'word-compensation': { fr: () => 'Le libellé parle de compensation', en: () => 'The label speaks of a set-off' },
  'word-partial': {
    fr: () => 'Le libellé parle d’une partie seulement',
    en: () => 'The label speaks of a part only',
  },
  'word-dispute': {
    fr: () => 'Le libellé parle de litige ou de déduction',
    en: () => 'The label speaks of a dispute or deduction',
  },
  'word-on-behalf': {
    fr: () => 'Payé pour le compte de quelqu’un que le libellé ne nomme pas clairement',
    en: () => 'Paid on behalf of someone the label does not clearly name',
  },
  'shared-account': {
    fr: (p) => `${p.name} réunit des clients de passage`,
    en: (p) => `${p.name} joins occasional customers`,
  },
  insolvent: {
    fr: (p) => `${p.name} est en procédure collective depuis le ${day(p, 'day', 'fr')}`,
    en: (p) => `${p.name} is under insolvency since ${day(p, 'day', 'en')}`,
  },
  doubtful: {
    fr: (p) => `${p.name} : créances douteuses ou procédure collective`,
    en: (p) => `${p.name}: doubtful claims or insolvency`,
  },
  'special-account': {
    fr: (p) => `La pièce est au compte ${p.account}, pas en 411`,
    en: (p) => `The document is on account ${p.account}, not an ordinary receivable`,
  },
  'factor-pays': {
    fr: () => 'Un factor paie : à rapprocher de la cession',
    en: () => 'A factor pays: to be checked against the assignment',
  },
  'money-out': { fr: () => 'Sortie d’argent', en: () => 'Money going out' },
  duplicate: {
    fr: () => 'Même écriture de banque, déjà reçue sous un autre numéro',
    en: () => 'The same bank entry, already received under another id',
  },
  'paid-twice': {
    fr: (p) => `${p.number} est réglée par une autre ligne du même montant : payé deux fois ?`,
    en: (p) => `${p.number} is settled by another line of the same amount: paid twice?`,
  },
  'item-taken': {
    fr: (p) => `${p.number} est réglée par une autre ligne`,
    en: (p) => `${p.number} is settled by another line`,
  },
  'collection-part': {
    fr: (p) => `Aucune pièce sûre pour ${p.name}, ${money(p, 'amountMinor', 'fr')}`,
    en: (p) => `No sure document for ${p.name}, ${money(p, 'amountMinor', 'en')}`,
  },
} satisfies Sentences;
