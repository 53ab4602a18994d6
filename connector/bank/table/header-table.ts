// Headings of banks' tables in French, English and German: data, in the order in which a heading is tried.
import type { ColumnRole } from '../../../sync/model/table.ts';

/** Headings without accents, marks and capitals. A currency in brackets after them is taken off before. */
const HEADINGS: readonly (readonly [ColumnRole, RegExp])[] = [
  ['value-date', /valeur|\bvalue (date|day|dt)|valuta|wertstellung|^value$|fecha valor/],
  ['balance', /\bsolde|balance|\bsaldo|kontostand/],
  [
    'sign',
    /^(sens|d c|c d|dc|s h|sh|cr dr|dr cr|soll haben|haben soll|debit credit|credit debit|debit or credit|credit or debit|debit credit indicator|soll haben kennzeichen|kennzeichen|signe|sign|indicator)$/,
  ],
  ['debit', /debit|paid out|money out|withdrawal|^soll$|belastung|ausgabe|depense|sortie|retrait/],
  ['credit', /credit|paid in|money in|deposit|^haben$|gutschrift|einnahme|recette|entree/],
  ['currency', /^(devise|currency|ccy|wahrung|waehrung|monnaie|code devise|cur)$/],
  [
    'counterparty-account',
    /(iban|compte|account|konto).*(tiers|contrepartie|beneficiaire|emetteur|donneur|counterpart|payee|payer|zahlungs|gegen|beguns|empfang)|(tiers|contrepartie|counterparty|gegen|zahlungsbeteiligter?).*(iban|compte|account|konto)|^(iban|kontonummer|kontonummer iban|konto nr|gegenkonto)$/,
  ],
  [
    'account',
    /^(compte|numero de compte|n de compte|no de compte|n compte|account|account number|account no|account iban|auftragskonto|iban auftragskonto|mon compte|iban du compte|compte local)$/,
  ],
  [
    'reference',
    /^(reference|ref|references|numero d operation|n operation|n d operation|numero operation|reference operation|reference de l operation|reference bancaire|transaction id|transaction reference|bank reference|reference number|id|identifiant|referenz|bankreferenz|transaktions id|numero d ecriture|n ecriture|numero)$/,
  ],
  [
    'counterparty',
    /^(tiers|nom|nom du tiers|contrepartie|nom de la contrepartie|beneficiaire|donneur d ordre|emetteur|debiteur|payee|payer|counterparty|counterparty name|name|merchant|name zahlungsbeteiligter|auftraggeber|empfanger|auftraggeber empfanger|beguenstigter zahlungspflichtiger|begunstigter zahlungspflichtiger|zahlungsempfanger|zahlungspflichtiger)$/,
  ],
  [
    'date',
    /^(date|datum|buchung|posted|date (d |de l |de )?(operation|comptable|comptabilisation|transaction|ecriture|mouvement)|booking (date|day)|transaction date|posting date|completed date|buchungstag|buchungsdatum|dateop|date op|jour|day)$/,
  ],
  ['amount', /\bmontant|\bamount|betrag|umsatz|^somme$|importe?$/],
  [
    'label',
    /libelle|description|detail|verwendungszweck|buchungstext|communication|motif|narrative|memo|particulars|objet|information|commentaire|nature|wording|^text$|operation|transaction|remittance|intitule|vorgang/,
  ],
];

/** What a column with this heading is; null when the heading says nothing. */
export function roleOfHeading(heading: string): ColumnRole | null {
  const words = folded(heading).replace(/ (eur|euros?|usd|chf|gbp)$/, '');
  return HEADINGS.find(([, shape]) => shape.test(words))?.[0] ?? null;
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
