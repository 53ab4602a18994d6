// Whether a customer account is nobody's own: occasional customers and till receipts under one number or name, by what the books call it.
import { unaccented } from '../../sync/model/unaccented.ts';

/** Who is nobody in particular; such a word says so only beside other words of the books, or alone. */
const NOBODY =
  'DIVERS(?:E|ES)?|COMPTOIR|PASSAGE|PARTICULIERS?|OCCASIONNEL(?:LE)?S?|COMPTANT|ANONYMES?|INDIVIDUELS?|COLLECTIFS?';

/** These say it whatever stands around them. */
const PHRASES = new RegExp(
  `\\bCLIENTS? (?:DE |AU )?(?:${NOBODY})\\b|\\bDIVERS CLIENTS?\\b|\\bVENTES? (?:AU )?(?:COMPTANT|COMPTOIR)\\b|\\bRECETTES? (?:CB|CAISSE|ESPECES?|CARTES?|DU JOUR|JOURNALIERES?)\\b`,
);

/** The same in the languages of other Odoos. */
const ABROAD =
  /\b(?:WALK ?IN (?:CUSTOMERS?|CLIENTS?)|(?:VARIOUS|MISCELLANEOUS|SUNDRY|OCCASIONAL|ANONYMOUS|CASH) CUSTOMERS?|DIVERSE (?:KLANTEN|KUNDEN|DEBITOREN|DEBITEUREN)|LAUFKUNDSCHAFT|CLIENTES (?:VARIOS|DIVERSOS)|CLIENTI (?:VARI|DIVERSI)|CONSUMIDOR FINAL)\b/;

const KEY = new RegExp(`^(?:${NOBODY}|RECETTES?|CAISSES?)$`);

/** Words of the books that name nobody; with anything else beside them it is a name. */
const PLAIN = new RegExp(
  `^(?:${NOBODY}|RECETTES?|CAISSES?|CLIENTS?|CLTS?|CPTE|COMPTE|VENTES?|ESPECES?|CB|CARTES?|BANCAIRES?|CHEQUES?|MAGASIN|BOUTIQUE|` +
    'INTERNET|WEB|TICKETS?|JOUR|JOURNALIERES?|NON|IDENTIFIES?|FRANCE|EXPORT|ETRANGER|DE|DES|DU|EN|ET|AU|AUX|PAR|\\d+)$',
);

/**
 * 'CLIENTS DIVERS', 'Caisse espèces', 'RECETTE CB' are; 'Caisse d'Epargne Rhône', 'La Caisse à Outils', 'Comptoir du Bois' are
 * firms. The code alone decides where the account has no name but it; DIVERS at its end always does.
 */
export function isSharedAccount(code: string, name: string): boolean {
  const key = wordsOf(code).join('');
  if (/DIVERS$/.test(key)) return true;
  const words = wordsOf(name);
  if (words.length === 0 || words.join('') === key) return KEY.test(key.replace(/^(?:411|CLT?|C(?!A|O))/, ''));
  return (
    PHRASES.test(words.join(' ')) ||
    ABROAD.test(words.join(' ')) ||
    (words.every((word) => PLAIN.test(word)) && words.some((word) => KEY.test(word)))
  );
}

function wordsOf(text: string): string[] {
  return unaccented(text)
    .toUpperCase()
    .split(/[^A-Z0-9]+/)
    .filter((word) => word !== '');
}
