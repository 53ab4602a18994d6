// A class of evidence in plain words: what its reference, amount, payer and extent mean, and which doubts belong to it.
import { DOUBT } from './wording-doubt.ts';

type Language = 'fr' | 'en';
type Word = Readonly<Record<Language, string>>;
type Words = Readonly<Record<string, Word>>;

const REFERENCE: Words = {
  whole: { fr: 'N° de facture entier', en: 'Whole invoice number' },
  scheme: { fr: 'Référence structurée', en: 'Structured reference' },
  order: { fr: 'N° de commande ou d’engagement', en: 'Order or engagement number' },
  e2e: { fr: 'Référence de bout en bout', en: 'End-to-end reference' },
  short: { fr: 'N° abrégé', en: 'Shortened number' },
  joined: { fr: 'N° coupé par un blanc', en: 'Number split by a blank' },
  tail: { fr: 'Fin de n°', en: 'End of a number' },
  range: { fr: 'Suite de n°', en: 'Range of numbers' },
  damaged: { fr: 'N° à une faute près', en: 'Number with one slip' },
  cut: { fr: 'Début de n°, coupé', en: 'Beginning of a number, cut' },
  period: { fr: 'Mois cité', en: 'Month named' },
  weak: { fr: 'N° incertain', en: 'Uncertain number' },
  none: { fr: 'Sans référence', en: 'No reference' },
};

const AMOUNT: Words = {
  exact: { fr: 'montant exact', en: 'exact amount' },
  instructed: { fr: 'montant exact en devise', en: 'exact amount in its currency' },
  discount: { fr: 'montant moins l’escompte accordé', en: 'amount less the granted discount' },
  'late-discount': { fr: 'escompte hors délai', en: 'discount past its time' },
  cents: { fr: 'à quelques centimes près', en: 'off by a few cents' },
  fee: { fr: 'moins des frais', en: 'less a fee' },
  part: { fr: 'règlement partiel', en: 'part payment' },
  short: { fr: 'montant insuffisant', en: 'too little' },
  over: { fr: 'trop-perçu', en: 'overpayment' },
  converted: { fr: 'montant converti', en: 'converted amount' },
  rest: { fr: 'solde', en: 'what is left' },
};

const PAYER: Words = {
  account: { fr: 'compte bancaire connu', en: 'known bank account' },
  alias: { fr: 'payeur appris', en: 'learned payer' },
  ultimate: { fr: 'débiteur final nommé', en: 'ultimate debtor named' },
  name: { fr: 'nom du client', en: 'customer’s name' },
  near: { fr: 'nom du client, un autre lui ressemble', en: 'customer’s name, another is alike' },
  part: { fr: 'partie du nom', en: 'part of the name' },
  text: { fr: 'nom dans le libellé', en: 'name in the label' },
  group: { fr: 'payé par le groupe', en: 'paid by the group' },
  homonym: { fr: 'nom partagé', en: 'shared name' },
  conflict: { fr: 'nom et compte se contredisent', en: 'name and account disagree' },
  other: { fr: 'autre payeur', en: 'another payer' },
  collective: { fr: 'compte qui paie pour plusieurs', en: 'account that pays for many' },
  public: { fr: 'comptable public', en: 'public accountant' },
  stranger: { fr: 'payeur inconnu', en: 'unknown payer' },
  absent: { fr: 'payeur non indiqué', en: 'no payer given' },
  'name-other': { fr: 'nom d’un autre', en: 'another’s name' },
};

const EXTENT: Words = {
  one: { fr: 'une pièce', en: 'one document' },
  list: { fr: 'les pièces citées', en: 'the documents named' },
  'sum-2': { fr: 'somme de deux', en: 'sum of two' },
  'sum-3': { fr: 'somme de trois', en: 'sum of three' },
  'sum-5': { fr: 'somme de quatre ou cinq', en: 'sum of four or five' },
  balance: { fr: 'solde du compte', en: 'whole balance' },
  subset: { fr: 'une partie des pièces citées', en: 'some of the documents named' },
  credit: { fr: 'avec un avoir', en: 'with a credit note' },
  completed: { fr: 'liste complétée', en: 'completed list' },
  offset: { fr: 'moins ce que nous devons', en: 'less what we owe' },
  lot: { fr: 'remise', en: 'batch' },
};

/** A sum that may be an accident is marked so ('sum-2~some'). */
const CHANCE: Word = { fr: 'hasard peu probable', en: 'chance unlikely' };

/** Every value that has words, by the part of the name that it stands in: for the test that each value in use is among them. */
export const CLASS_WORDS = { reference: REFERENCE, amount: AMOUNT, payer: PAYER, extent: EXTENT };

/** 'whole exact name one but twin-told #…' in words; a value without words is shown as it is. */
export function classWords(signature: string, language: Language): { says: string; doubts: string } {
  const [evidence = '', against = ''] = signature.replace(/ #\w+$/, '').split(' but ');
  const tables = [REFERENCE, AMOUNT, PAYER, EXTENT];
  const says = evidence.split(' ').map((value, i) => {
    const [base = '', chance] = value.split('~');
    const word = tables[i]?.[base]?.[language] ?? base;
    return chance === undefined ? word : `${word} (${CHANCE[language]})`;
  });
  const doubts = against === '' ? [] : against.split(' ').map((key) => DOUBT[key]?.[language] ?? key);
  return { says: says.join(' · '), doubts: doubts.join(' · ') };
}
