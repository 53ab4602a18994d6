// The columns of a table of cheque slips, by the headings that French and English tables give them.

export type Columns = {
  slip: number;
  day: number;
  amount: number;
  customer: number;
  invoice?: number;
  account?: number;
  currency?: number;
};

type Column = keyof Columns;

const HEADINGS: readonly (readonly [Column, RegExp])[] = [
  [
    'slip',
    /^(?:(?:N|NO|NUM|NUMERO)(?: DE| DU)? )?(?:REMISE|BORDEREAU|REMISE DE CHEQUES)$|^(?:DEPOSIT )?SLIP(?: NO| NUMBER)?$/,
  ],
  ['day', /^(?:DATE|JOUR|DATE DE(?: LA)? REMISE|DATE DU BORDEREAU|SLIP DATE|DEPOSIT DATE|DAY)$/],
  ['amount', /^(?:MONTANT|MONTANT DU CHEQUE|MONTANT EUR|AMOUNT)$/],
  ['customer', /^(?:CLIENT|NOM|NOM DU CLIENT|TIREUR|EMETTEUR|CUSTOMER|NAME|DRAWER)$/],
  ['invoice', /^(?:(?:N|NO|NUM|NUMERO)(?: DE)? )?(?:FACTURE|PIECE)$|^INVOICE(?: NO| NUMBER)?$/],
  ['account', /^(?:COMPTE|COMPTE BANCAIRE|IBAN|ACCOUNT|BANK ACCOUNT)$/],
  ['currency', /^(?:DEVISE|CURRENCY)$/],
];

/** Where each column stands; null unless slip, day, amount and customer are there, and none of the columns twice. */
export function columnsOf(headings: readonly string[]): Columns | null {
  const found: Partial<Record<Column, number>> = {};
  for (const [at, heading] of headings.entries()) {
    const column = HEADINGS.find(([, pattern]) => pattern.test(plain(heading)))?.[0];
    if (column === undefined) continue;
    if (found[column] !== undefined) return null;
    found[column] = at;
  }
  const { slip, day, amount, customer, ...others } = found;
  if (slip === undefined || day === undefined || amount === undefined || customer === undefined) return null;
  return { slip, day, amount, customer, ...others };
}

/** Without accents, punctuation and quotes, in capitals: 'N° de remise' is 'N DE REMISE'. */
function plain(heading: string): string {
  return heading
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^0-9A-Za-z]+/g, ' ')
    .trim()
    .toUpperCase();
}
