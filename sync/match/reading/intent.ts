// Words that say what a payment is meant to be. A word never names an item; it only explains an amount.
import type { BankLine } from '../../model/statement.ts';
import type { Label } from './label.ts';
import type { Intent, Reading } from './reading.ts';

const WORDS: readonly [Intent, RegExp][] = [
  [
    'partial',
    new RegExp(
      '\\b(?:PARTIEL(?:LE)?|PARTIAL|ACOMPTE|A COMPTE|ACPTE?|A VALOIR|AVANCE|PART PAYMENT|TEILZAHLUNG|TEILBETRAG|ANZAHLUNG|ABSCHLAG|(?<!(?:EXCHANGE|EXCH|FX|EX|TAX|VAT|INTEREST) )RATE(?! ?[\\d ]*[.,]\\d)|' +
        'INSTAL+MENT|PARCIAL|A CUENTA|ANTICIPO|PLAZO|ACCONTO|PARZIALE|RATA|DEELBETALING|AANBETALING|TERMIJN|' +
        '(?:1 ?ERE?|[2-9] ?(?:E|EME|ND|NDE)|PREMIERE?|DEUXIEME|SECONDE?|TROISIEME) (?:VERSEMENT|PAIEMENT|REGLEMENT|ECHEANCE|TRANCHE|MENSUALITE))\\b',
    ),
  ],
  ['deposit', /\b(?:ARRHES|ACOMPTE|ACPTE?|ANZAHLUNG|DEPOSIT|ANTICIPO|ACCONTO|AANBETALING|A LA COMMANDE)\b/],
  ['final', /\b(?:SOLDE|FINAL|RESTANT|RELIQUAT|RESTBETRAG|SALDO|RESTO|RESTANTE|RESTANT)\b/],
  ['discount', /\b(?:ESCOMPTE|ESCPTE|ESCTE|SKONTO|DISCOUNT|CASH DISC|DESCUENTO|PRONTO PAGO|SCONTO|KORTING)\b/],
  [
    'dispute',
    /\b(?:LITIGE|DEDUCTION|DEDUITE?S?|CONTESTE|CONTESTATION|PENALITES?|RETENUE|RISTOURNE|RFA|MALFACON|MANQUANT|CASSE|AVOIR A RECEVOIR|AVOIR ATTENDU|SHORT|DISPUTE|CLAIM|ABZUG|GEKURZT|REKLAMATION|DEDUCCION|RECLAMACION|PENALIZACION|TRATTENUTA|RECLAMO|PENALE|INHOUDING|GESCHIL)\b/,
  ],
  ['retention', /\b(?:RETENUE (?:DE )?GARANTIE|RET GARANTIE|R\.?G\.? (?:DE )?\d|R\.?G\.? ?5|RETENTION)\b/],
  ['withholding', /\b(?:RETENUE A LA SOURCE|WITHHOLDING|WHT|QUELLENSTEUER|RETENCION|RITENUTA|BRONBELASTING)\b/],
  [
    'on-behalf',
    /\b(?:P\/C|P\.C\.|POUR (?:LE )?COMPTE|PR CPTE|CPTE DE|ON BEHALF|O\/B\/O|IM AUFTRAG|IM NAMEN|FUR RECHNUNG|POR CUENTA|PER CONTO|NAMENS|A LA PLACE DE)\b/,
  ],
  [
    'return',
    new RegExp(
      '\\b(?:REJET(?:EE?S?)?|REJ|IMPAYES?|RETOUR(?:NEE?S?)?|RENVOI|RENVOYEE?S?|RECREDIT\\w*|CONTREPASSATION|CONTRE PASSATION|UNPAID|CHARGEBACK|RETURNED|RETURN OF (?:PAYMENT|FUNDS|TRANSFER|MONEY)|PAYMENT RETURN|BOUNCED?|' +
        'REJECT(?:ED|ION)?|RECALL(?:ED)?|RUE?CK(?:LAST\\w*|GABE|BUCHUNG|UE?BERWEISUNG|LAEU?FER|UEBERTRAG)|ZURUE?CK\\w*|STORNO|STORNIER\\w*|STORNAT[AO]|RESPINT[AO]|DEVOLUCION|' +
        'DEVUELT[AO]|RECHAZAD[AO]|INSOLUTO|STORNERING|GESTORNEERD|GEWEIGERD|TERUGBOEKING|TERUGGESTORT)\\b',
    ),
  ],
  [
    'refund',
    // What somebody paid us for himself, or what we had paid twice.
    new RegExp(
      '\\b(?:REMB|REMBT|REMBOURS\\w*|RBT|REFUND(?:ED|S)?|RESTITU\\w*|TROP PERCU|TROP VERSE|EN TROP|EN DOUBLE|DOUBLE (?:REGLEMENT|PAIEMENT|VIREMENT)|DOUBLON|DEUX FOIS|' +
        'PAYEE?S? 2 FOIS|DEJA (?:PAYE|REGLE|VERSE|VIRE|SOLDE)E?S?|PAR ERREUR|DUPLICATE|PAID TWICE|ALREADY PAID|IN ERROR|BY MISTAKE|OVERPA(?:ID|YMENT)|ERSTATTUNG|' +
        'RUCKZAHLUNG|RUECKZAHLUNG|DOPPELZAHLUNG|DOPPELT|BEREITS (?:BEZAHLT|GEZAHLT|BEGLICHEN)|IRRTUE?MLICH|VERSEHENTLICH|UE?BERZAHLUNG|REEMBOLSO|DUPLICADO|YA PAGAD[AO]|' +
        'POR ERROR|RIMBORSO|DOPPIO PAGAMENTO|GIA PAGAT[AO]|PER ERRORE|TERUGBETALING|DUBBEL|REEDS BETAALD|PER VERGISSING)\\b',
    ),
  ],
  ['cheque', /\b(?:REM(?:ISE)? (?:DE )?(?:\d+ )?(?:CHEQUES?|CHQS?)|CHEQUES?|CHQ|SCHECK|ASSEGNO|BORD(?:EREAU)? \d)\b/],
  ['card', /\b(?:CARTES?|CB|PAYOUT|TPE|VISA|MASTERCARD|TELECOLLECTE)\b/],
  [
    'internal',
    /\b(?:COMPTE A COMPTE|VIR(?:EMENT)? INTERNE|INTERNE|NIVELLEMENT|CASH POOL(?:ING)?|EQUILIBRAGE|UMBUCHUNG|EIGENUBERTRAG|TRASPASO|GIROCONTO|EIGEN REKENING)\b/,
  ],
  [
    'balance',
    /\b(?:SOLDE|RELEVE|STATEMENT|TOUTES? FACTURES?|COMPTE CLIENT|KONTOAUSZUG|SALDO|ESTRATTO CONTO|EXTRACTO|REKENINGOVERZICHT)\b/,
  ],
  [
    'compensation',
    /\b(?:COMPENSATION|COMPENSE|NETTING|SET OFF|VERRECHNUNG|AUFRECHNUNG|COMPENSACION|COMPENSAZIONE|VERREKENING)\b/,
  ],
  // What is left out or not meant stands behind such a word, or before it: only a reader can tell. Banks say so of a field without a text.
  [
    'negation',
    /\b(?:PAS(?! DE CALAIS)|NON(?! (?:RENSEIGN|COMMUNIQU|SPECIFI|FOURNI|DEFINI|PRECIS|DISPONIBLE))|NOT(?! (?:PROVIDED|AVAILABLE|SPECIFIED))|NICHT(?! ANGEGEBEN)|KEINE?|NIET|GEEN)\b/,
  ],
  [
    'correction',
    /\b(?:EXTOURNES?|ANNUL(?:ATION|E|EE)?|RECTIF(?:ICATION|ICATIF|IE)?|CORRECTION|REGUL(?:ARISATION)?|CONTREPASSATION|CONTRE PASSATION|PAR ERREUR|A TORT|ERRONEE?|STORNO|STORNIERUNG|FEHLBUCHUNG|BERICHTIGUNG|REVERSAL|REVERSED|CANCEL+(?:ED|ATION)?|IN ERROR|RETTIFICA|ANULACION|RECTIFICACION|STORNERING|CORRECTIE)\b/,
  ],
  [
    'purpose',
    // Securities, loans, gifts, grants, damages, shares of profit, taxes: money that no invoice asks for.
    new RegExp(
      '\\b(?:ARRHES|DEPOTS? DE GARANTIE|CAUTION(?:NEMENT)?|APPORTS?|COMPTE COURANT|PRETS?|EMPRUNT|DONS?|LEGS|INDEMNITES?|INDEMNISATION|SINISTRES?|' +
        'DOMMAGES|PARTICIPATION|COTISATIONS?|ADHESIONS?|DIVIDENDES?|SUBVENTIONS?|ALLOCATIONS?|PRIMES?|VEHICULE|SALAIRES?|IMPOTS?|TAXES?|TVA|' +
        'SECURITY DEPOSIT|LOANS?|GRANTS?|DONATIONS?|DIVIDENDS?|SUBSIDY|INSURANCE|DAMAGES?|MEMBERSHIP|SALARY|' +
        'KAUTION|DARLEHEN|SPENDEN?|AUSSCHUTTUNG|ZUSCHUSS|FORDERUNG|VERSICHERUNG|SCHADEN|STEUERN?|GEHALT|EINLAGE|' +
        'FIANZA|PRESTAMO|DONACION|DIVIDENDOS?|SUBVENCION|SEGURO|INDEMNIZACION|IMPUESTOS?|NOMINA|' +
        'CAUZIONE|PRESTITO|DONAZIONE|DIVIDENDI|CONTRIBUT[OI]|ASSICURAZIONE|INDENNIZZO|IMPOSTE|STIPENDIO|' +
        'BORG(?:SOM)?|WAARBORG|LENING|GIFT|DIVIDEND|SUBSIDIE|VERZEKERING|SCHADE|BELASTING|SALARIS)\\b',
    ),
  ],
];

/** All of them at once: most labels have no such word. */
const ANY = new RegExp(WORDS.map(([, pattern]) => pattern.source).join('|'));

const FRACTION =
  /\b(?:ECHEANCE|ECH|ECHEANC|VERSEMENT|PAIEMENT|TRANCHE|MENSUALITE|RATE|RATA|CUOTA|PLAZO|TERMIJN|INSTAL+MENT|PART) ?(?:N ?O? ?)?(\d{1,2}) ?(?:\/|SUR|DE|DI|OF|VAN|VON) ?(\d{1,2})(?![\d/])/;

/** ISO 20022 return families and the codes of reasons for a return (ISO external code list). */
const RETURN_CODE = /-(?:RRTN|UPDD|PRDD|UPCQ|RDDT-PRDD)$|^PMNT-RDDT-(?:PRDD|UPDD)/;
const CHEQUE_CODE = /-RCHQ-|-RCHQ$/;
const CARD_CODE = /-(?:CCRD|MCRD)-/;
const INTERNAL_CODE = /-(?:BOOK)$/;

export function readIntents(line: BankLine, label: Label, fraction: Reading['fraction']): ReadonlySet<Intent> {
  const found: Intent[] = [];
  if (ANY.test(label.plain)) for (const [intent, pattern] of WORDS) if (pattern.test(label.plain)) found.push(intent);
  if (fraction) found.push('partial');
  const code = line.bankCode ?? '';
  if (line.returnReason !== null || RETURN_CODE.test(code)) found.push('return');
  if (CHEQUE_CODE.test(code)) found.push('cheque');
  if (CARD_CODE.test(code)) found.push('card');
  if (INTERNAL_CODE.test(code)) found.push('internal');
  return found.length === 0 ? NONE : new Set(found);
}

/** Most lines say nothing of the kind; one set serves them all. */
const NONE: ReadonlySet<Intent> = new Set();

/** "ECHEANCE 2/3" is the second of three; null when no such words stand there, or the second number is smaller. */
export function readFraction(label: Label): { nth: number; of: number } | null {
  const match = FRACTION.exec(label.plain);
  if (!match) return null;
  const nth = Number(match[1]);
  const of = Number(match[2]);
  return of >= 2 && of <= 36 && nth >= 1 && nth <= of ? { nth, of } : null;
}
