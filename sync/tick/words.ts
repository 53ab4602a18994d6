// What a bank line and a ledger line say in common: references, and words that name somebody.
import { unaccented } from '../model/unaccented.ts';
import { TICK_POLICY } from './policy.ts';

export type Words = {
  /** Numbers of documents and cheques, without their letters: 'FA240316' and '240316' are one. */
  references: ReadonlySet<string>;
  /** Words that may name somebody, in capitals without accents. */
  names: ReadonlySet<string>;
};

/** same: both name the same. silent: one side names nobody, or it cannot be told. other: both name somebody, and nobody in common. */
export type Naming = 'same' | 'silent' | 'other';

/** Words that banks and bookkeepers use of any payment. */
const COMMON = new Set(
  `ACHAT ACOMPTE AVEC AVIS AVOIR BANCAIRE BANQUE BORDEREAU CARTE CBN CHEQUE CHEQUES CHQ CLIENT CLIENTS COM COMMISSION COMMISSIONS
  COMPTE CONTRE CREDIT DEBIT DES DEVIS DIVERS DONT DROIT DU ECHEANCE EFFET EFFETS EMIS ENC ENCAISSEMENT ENCAISSEMENTS ENT EUR EURO
  EUROS FACT FACTURE FACTURES FACTURATION FOURNISSEUR FRAIS FRAN IMPAYE INST INSTANTANE LCR LES MOTIF NET NUM NUMERO PAIEMENT PAIE
  PAYMENT POUR PRELEVEMENT PRELEVEMENTS PRLV RECU REC RECUE REF REFERENCE REG REGL REGLEMENT REGLT REGUL REJET REM REMISE REMISES
  RETOUR SAL SALAIRE SALAIRES SARL SAS SASU SCI SEPA SOCIETE SOLDE STE SUR TIP TRANSFER TVA VERS VERSEMENT VIR VIREMENT VIREMENTS
  VIRT VRT ANNULATION`.split(/\s+/),
);

const YEAR = /^(19|20)\d\d$/;
const NUMBERED = /[A-Z]*\d[A-Z0-9]*/g;

export function wordsOf(...texts: readonly (string | null)[]): Words {
  const text = unaccented(texts.filter((each) => each !== null).join(' '));
  const references = new Set<string>();
  for (const [token] of text.matchAll(NUMBERED)) {
    const printed = token.replaceAll(/\D/g, '');
    const digits = printed.replace(/^0+/, '');
    const isLong = digits.length >= TICK_POLICY.referenceDigitsMin || isPadded(printed, digits);
    if (isLong && !YEAR.test(digits)) references.add(digits);
  }
  const names = new Set(
    text.split(/[^A-Z]+/).filter((word) => word.length >= TICK_POLICY.wordLettersMin && !COMMON.has(word)),
  );
  return { references, names };
}

/** '00713' is a document's number for its zeros; '0109' may be a day, and every book has a 00001. */
function isPadded(printed: string, digits: string): boolean {
  return printed.length > TICK_POLICY.referenceDigitsMin && digits.length >= TICK_POLICY.significantDigitsMin;
}

/**
 * Whether a bank line and a ledger line name the same. One word in common is not enough where each side has others (MAIRIE DE
 * LYON, MAIRIE DE NANTES): then it says no more than silence.
 */
export function naming(line: Words, move: Words): Naming {
  if (line.names.size === 0 || move.names.size === 0) return 'silent';
  const shared = [...move.names].filter((name) => isNamedIn(name, line.names)).length;
  if (shared === 0) return 'other';
  const onlyInMove = move.names.size - shared;
  const onlyInLine = [...line.names].filter((name) => !isNamedIn(name, move.names)).length;
  return onlyInMove === 0 || onlyInLine === 0 || shared > onlyInMove ? 'same' : 'silent';
}

/** A word cut by the bank's field still names the same: 'SAINT-OREN' and 'Saint-Orens'. */
export function isSameWord(a: string, b: string): boolean {
  return a === b || isCutOf(a, b) || isCutOf(b, a);
}

function isNamedIn(name: string, names: ReadonlySet<string>): boolean {
  if (names.has(name)) return true;
  for (const each of names) if (isSameWord(name, each)) return true;
  return false;
}

/** Equal for lines that nobody could tell apart by whom they name. */
export function nameKey(words: Words): string {
  return [...words.names].sort().join(' ');
}

/** The longer word begins with the shorter one, which is long enough not to be another word. */
function isCutOf(short: string, long: string): boolean {
  return short.length >= TICK_POLICY.cutLettersMin && long.startsWith(short);
}
