// The words around numbers in payers' texts, in the languages of the neighbours: which number is an invoice's, which is not.

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Beginnings of words that run into a number and mean "number" or "invoice", also cut off by the bank. */
export const NUMBER_WORDS: readonly string[] = (
  'NUMERO NUMBER NUMMER NUM NO NR FACTURE FACTURA FACTUUR FATTURA FACT FRA FAC FA INVOICE INV RECHNUNG RECHNUNGEN RE ' +
  'REFERENCE REF KENMERK VOTRE V DE LA'
).split(' ');

/** Words that only say "number": the word before them tells of what. */
export const ONLY_NUMBER = words('N NO NR NUM NUMERO NUMMER NUMBER CODE');

/** Documents of another kind, numbers of persons and contracts, amounts: bare digits after them are no invoice of ours. */
export const OTHER_KIND = words(
  'DEVIS DEV D QUOTE OFFRE ANGEBOT PROFORMA OFERTA OFFERTA OFFERTE PRESUPUESTO PREVENTIVO CONTRAT CONTRATS CTR CONTRACT CONTRATO ' +
    'CONTRATTO VERTRAG DOSSIER DOSSIERS SINISTRE SINISTRES CLIENT CLIENTS CLT CUSTOMER CLIENTE KUNDE KUNDENNUMMER KUNDENNR KDNR KLANT ' +
    'KLANTNUMMER KLANTNR BL BON BONS LIVRAISON LIEFERSCHEIN LS ALBARAN DDT PAKBON POLICE POLIZA POLIZZA POLIS MATRICULE COMPTE CPTE ' +
    'KONTO CUENTA CONTO REKENING TEL ABONNE ADHERENT MANDAT MDT BORD BORDEREAU LOT SITE CHANTIER AFFAIRE PROJET PROJEKT PIECE ' +
    'COMMANDE CDE BC PO ORDER AUFTRAG BESTELLUNG PEDIDO ORDINE BESTELLING CHEQUE CHQ SCHECK ASSEGNO TICKET ' +
    'MONTANT TOTAL SOMME AMOUNT BETRAG IMPORTE IMPORTO BEDRAG EUR EURO EUROS TTC HT SIREN SIRET',
);

/** Beginnings of compound words of that kind: BESTELLNR, AUFTRAGSNUMMER, KUNDENNUMMER. */
export const OTHER_STEMS: readonly string[] = 'BESTELL AUFTRAG KUND KLANT VERTRAG ANGEBOT LIEFER COMMANDE CONTRA'.split(
  ' ',
);

/** Words before a day: digits that could be a date are one after them. */
export const DAY_WORDS = words('DU LE AU DATE DATED ON VOM AM PER DEL DAL AL VAN OP');

export const EXCLUDE = words(
  'SAUF HORS EXCEPTE EXCLU EXCLUS EXCEPT WITHOUT OHNE SANS AUSSER EXCEPTO SALVO SIN ECCETTO TRANNE ESCLUSO ESCLUSA SENZA BEHALVE ZONDER',
);
export const RESUME = words('ET PLUS REGLEMENT PAIEMENT SOLDE AND UND Y EN');
/** Of those, what joins another number to what is left out. */
export const ALSO = words('ET AND UND Y EN');

export const RANGE_WORDS = words('A AU TO BIS JUSQU HASTA FINO TOT');
/** Words that may stand between the numbers of a list. */
export const LIST_WORDS = words(
  'ET AND UND Y E EN N NO NR NUM FACT FACTURE FACTURES FACTURA FACTURAS FATTURA FATTURE FACTUUR FACTUREN RECHNUNG RECHNUNGEN ' +
    'SAUF HORS EXCEPTE AUSSER OHNE EXCEPTO SALVO ECCETTO TRANNE BEHALVE',
);
