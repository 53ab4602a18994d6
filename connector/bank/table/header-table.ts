// Headings of banks' tables in the languages of the banks we met: data, in the order in which a heading is tried.
import type { ColumnRole } from '../../../sync/model/table.ts';

/** Columns that other words below would take for what they are not. */
const NOTHING = /pointage|^solde (disponible|comptable)$|^saldo disponi/;

/** An amount that is not what moved on the account: in another currency, or a part of it. */
const OTHER_AMOUNT =
  /origin|ursprung|foreign|fremd|etrang|local|\borig\b|oorspr|instructed|livraison|shipping|^(tva|vat|tax)\b|^montant (des frais|tva)|francs$/;

/** Headings without accents, marks and capitals. A currency behind them is taken off before. */
const HEADINGS: readonly (readonly [ColumnRole, RegExp])[] = [
  [
    'value-date',
    /valeur|\bvalue (date|day|dt)|valuta|rentedatum|wertstellung|^value$|fecha valor|^data valor|^dateval$|^available on$/,
  ],
  ['balance', /\bsolde|balance|\bsaldo|kontostand|^running bal$/],
  ['status', /^(statut|status|etat|state|info|buchungsstatus|estado|stato)$/],
  [
    'sign',
    /^(sens|d c|c d|dc|s h|sh|cr dr|dr cr|soll haben|haben soll|debit credit|credit debit|debit or credit|credit or debit|debit credit indicator|soll haben kennzeichen|kennzeichen|signe|sign|indicator)$/,
  ],
  ['charge', /^(fees?|commissions?|frais|gebuhr|gebuehr)$/],
  [
    'debit',
    /debit|debet|paid out|money out|withdrawal|^soll$|belastung|ausgabe|depense|sortie|retrait|addebit|^cargos?$/,
  ],
  ['credit', /credit|paid in|money in|deposit|^haben$|gutschrift|einnahme|recette|entree|accredit|^abonos?$/],
  [
    'currency',
    /^(devise|currency|ccy|wahrung|waehrung|monnaie|code devise|cur|munt|divisa|moneda|payment currency|buchungswahrung)( du compte)?$/,
  ],
  [
    'counterparty-account',
    /(iban|compte|account|konto|rekening).*(tiers|contrepartie|beneficiaire|emetteur|donneur|counterpart|payee|payer|zahlungs|gegen|beguns|empfang)|(tiers|contrepartie|counterparty|gegen|zahlungsbeteiligter?|partner|beneficiary).*(iban|compte|account|konto)|^(iban|kontonummer|kontonummer iban|konto nr|gegenkonto)$|tegenrekening|rekening.*tegenpartij/,
  ],
  [
    'account',
    /^(compte|numero de compte|n de compte|no de compte|n compte|account|account number|account no|account iban|accountnum|auftragskonto|iban auftragskonto|iban auftraggeberkonto|mon compte|iban du compte|compte local|rekening|rekeningnummer|iban bban)$/,
  ],
  [
    'reference',
    /^(reference|ref|references|numero d operation|n operation|n d operation|numero operation|reference operation|reference de l operation|reference bancaire|transaction id|transaction reference|transactiereferentie|bank reference|reference number|id|id de transaction|identifiant|referenz|bankreferenz|transaktions id|transaktions nr|numero de transaction|transferwise id|numero d ecriture|n ecriture|numero)$/,
  ],
  [
    'counterparty',
    /^(tiers|nom|nom du tiers|contrepartie|nom (de la )?contrepartie( contient)?|beneficiaire|donneur d ordre|emetteur|debiteur|payee|payer|payee name|payer name|partner name|counter ?party|counterparty name|name|merchant|name zahlungsbeteiligter|auftraggeber|empfanger|auftraggeber (empfanger|begunstigter)|beguenstigter zahlungspflichtiger|begunstigter zahlungspflichtiger|zahlungsempfanger|zahlungspflichtiger|zahlungspflichtige r|naam|naam tegenpartij|beneficiario|ordinante)$/,
  ],
  [
    'date',
    /^(date|datum|fecha|buchung|posted|posted date|date processed|date (d |de l |de )?(operation|comptable|comptabilisation|transaction|ecriture|mouvement|execution)|booking (date|day)|transaction date|posting date|operation date|settlement date|completed date|date completed|buchungstag|buchungsdatum|dateop|date op|created|data (operazione|contabile|mov|movimento)|jour|day)$/,
  ],
  // Any other day: believed where no column says more clearly that it is the day of booking.
  ['date', /\b(date|datum|fecha)\b/],
  ['amount', /\bmontant|\bamount|betrag|bedrag|umsatz|^somme$|importe?$|^importo$|^valor$|^(gross|net|brut)$/],
  [
    'label',
    /libelle|description|detail|verwendungszweck|buchungstext|communication|motif|narrative|memo|particulars|objet|information|commentaire|nature|wording|^text$|^label$|operation|transaction|remittance|intitule|vorgang|beschreibung|notification|reference de paiement|payment reference|^notes?$|omschrijving|mededeling|concepto|movimiento|mas datos|descrizione|causale|descricao/,
  ],
];

const DAY_OF_BOOKING = HEADINGS.find(([role]) => role === 'date')![1];

/** What a column with this heading is; null when the heading says nothing. */
export function roleOfHeading(heading: string): ColumnRole | null {
  const words = bare(heading);
  if (NOTHING.test(words)) return null;
  const role = HEADINGS.find(([, shape]) => shape.test(words))?.[0] ?? null;
  return role === 'amount' && OTHER_AMOUNT.test(words) ? null : role;
}

/** Whether the heading names the day of booking, and not just some day. */
export function isDayOfBooking(heading: string): boolean {
  return DAY_OF_BOOKING.test(bare(heading));
}

/** Whether the heading names what moved after all charges: such a column is the amount, whatever others say. */
export function isNet(heading: string): boolean {
  return /^(net|net amount|montant net|total amount)$/.test(bare(heading));
}

function bare(heading: string): string {
  return folded(heading).replace(/( en)? (eur|euros?|usd|chf|gbp|utc)$/, '');
}

/** Without accents, marks and capitals: 'Débit (€)' and 'DEBIT' are one. */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Words of lines that state a balance or a total and are no movement. */
export const SAYS_TOTAL =
  /\b(solde|soldes|total|totaux|balance|saldo|kontostand|summe|report|ancien|nouveau|opening|closing)\b/;

/** What a column of marks says about the side of an amount; null where a mark is none of these. */
export function sideOf(mark: string): 'debit' | 'credit' | null {
  const text = folded(mark);
  if (/^(d|db|dr|dbit|debit|s|soll|out|sortie)$/.test(text) || mark.trim() === '-') return 'debit';
  if (/^(c|cr|crdt|credit|h|haben|in|entree)$/.test(text) || mark.trim() === '+') return 'credit';
  return null;
}

const STATES = [
  [
    'BOOK',
    /^(complet(ed|e)|execut(ed|ee?)|booked|(umsatz )?gebucht|posted|settled|cleared|comptabilisee?|validee?|acceptee?|effectuee?|terminee?|traitee?|paid|success|succeeded)$/,
  ],
  ['PDNG', /pending|en attente|en cours|vorgemerkt|a venir|processing|scheduled|planifie|on hold/],
  ['INFO', /declin|refus|denied|revert|fail|echou|cancel|annul|reject|rejet|storniert|abgelehnt|expired/],
] as const;

/** What a column of states says of a movement: booked, still pending, or never made; null where the word is none of these. */
export function stateOf(word: string): 'BOOK' | 'PDNG' | 'INFO' | null {
  return STATES.find(([, shape]) => shape.test(folded(word)))?.[0] ?? null;
}
