// Ways in which companies number their invoices, and ways in which payers write such a number.
import type { Chance } from './chance.ts';

export type Numbering = {
  name: string;
  invoice: (n: number, year: number, month: number) => string;
  credit: (n: number, year: number) => string;
};

const pad = (n: number, width: number) => String(n).padStart(width, '0');

/** `F` numbers the invoices and `A` the credit notes of most companies; y is the year in four digits, m the month. */
function lettered(
  name: string,
  of: (letter: string, n: number, y: number, m: number) => string,
  letters = ['FA', 'AV'],
): Numbering {
  return { name, invoice: (n, y, m) => of(letters[0]!, n, y, m), credit: (n, y) => of(letters[1]!, n, y, 0) };
}

export const NUMBERINGS: readonly Numbering[] = [
  lettered('FA-2026-00012', (l, n, y) => `${l}-${y}-${pad(n, 5)}`),
  { name: '2026/1023', invoice: (n, y) => `${y}/${n + 1000}`, credit: (n, y) => `${y}/A${n + 1000}` },
  lettered('F26.0001', (l, n, y) => `${l}${y % 100}.${pad(n, 4)}`, ['F', 'A']),
  { name: '7001234', invoice: (n) => String(7_000_000 + n * 7), credit: (n) => String(7_000_000 + n * 7 + 3) },
  {
    name: '2601-0042',
    invoice: (n, y, m) => `${y % 100}${pad(m, 2)}-${pad(n, 4)}`,
    credit: (n, y) => `${y % 100}00-${pad(n, 4)}`,
  },
  lettered('INV20260012B', (l, n, y) => `${l}${y}${pad(n, 4)}B`, ['INV', 'CRN']),
  {
    name: 'VE/2026/01/0042',
    invoice: (n, y, m) => `VE/${y}/${pad(m, 2)}/${pad(n, 4)}`,
    credit: (n, y) => `AVO/${y}/${pad(n, 4)}`,
  },
  lettered('F42917', (l, n) => `${l}${40_000 + n}`, ['F', 'A']),
  { name: '10456', invoice: (n) => String(10_000 + n * 3), credit: (n) => String(10_000 + n * 3 + 1) },
  lettered('0123/2026', (l, n, y) => `${l}${pad(n, 4)}/${y}`, ['', 'A']),
  lettered('FC000123', (l, n) => `${l}${pad(n, 6)}`, ['FC', 'AC']),
  {
    name: 'PAR-2026-0042',
    invoice: (n, y) => `${['PAR', 'LYO', 'NTE'][n % 3]}-${y}-${pad(n, 4)}`,
    credit: (n, y) => `${['PAR', 'LYO', 'NTE'][n % 3]}-A${y}-${pad(n, 4)}`,
  },
  lettered('202600000042', (l, n, y) => `${l}${y}${pad(n, 8)}`, ['', '9']),
  lettered('FACT-42', (l, n) => `${l}-${n}`, ['FACT', 'AVOIR']),
  lettered('26-06-0042', (l, n, y, m) => `${l}${y % 100}-${pad(m, 2)}-${pad(n, 4)}`, ['', 'A']),
  lettered('2026-0042-F', (l, n, y) => `${y}-${pad(n, 4)}-${l}`, ['F', 'A']),
  lettered('2026.F.00042', (l, n, y) => `${y}.${l}.${pad(n, 5)}`, ['F', 'A']),
  lettered('R 2026 0042', (l, n, y) => `${l} ${y} ${pad(n, 4)}`, ['R', 'G']),
];

/** Ways of numbering that no count was taken from. */
export const UNSEEN_NUMBERINGS: readonly Numbering[] = [
  lettered('INV-2026-1', (l, n, y) => `${l}-${y}-${n}`, ['INV', 'CN']),
  {
    // Begins anew each year: half of the ledger is last year's.
    name: '0042/25',
    invoice: (n) => `${pad(n >> 1, 4)}/${n % 2 === 0 ? 25 : 26}`,
    credit: (n) => `AV${pad(n >> 1, 4)}/${n % 2 === 0 ? 25 : 26}`,
  },
  // As customer numbers look.
  lettered('C4100123', (l, n) => `${l}41${pad(n, 5)}`, ['C', 'K']),
  {
    name: '20260314-007',
    invoice: (n, y, m) => `${y}${pad(m, 2)}${pad(1 + (n % 28), 2)}-${pad(Math.floor(n / 28), 3)}`,
    credit: (n, y) => `${y}0000-${pad(n, 4)}`,
  },
  // Letters and digits mixed: base 36.
  lettered('K-01CF', (l, n) => `${l}-${(40_000 + n * 5).toString(36).toUpperCase().padStart(5, '0')}`, ['K', 'L']),
  { name: '75.012.4411', invoice: (n) => `${75 + (n % 3)}.${pad(n % 17, 3)}.${4000 + n}`, credit: (n) => `A.${n}` },
  { name: '142', invoice: (n) => String(100 + n), credit: (n) => `A${100 + n}` },
  {
    // With a check digit at its end.
    name: 'FR-00042-7',
    invoice: (n) => `FR-${pad(n, 5)}-${(n * 7 + 3) % 10}`,
    credit: (n) => `AR-${pad(n, 5)}-${(n * 7 + 3) % 10}`,
  },
  {
    // Begins anew each month.
    name: 'FM-06-042',
    invoice: (n, _, m) => `FM-${pad(m, 2)}-${pad(n % 320, 3)}`,
    credit: (n) => `AM-00-${pad(n, 3)}`,
  },
  { name: '4821', invoice: (n) => String(1_000 + ((n * 3) % 9_000)), credit: (n) => `9${1_000 + n}` },
  { name: 'A/26/6/42', invoice: (n, y, m) => `A/${y % 100}/${m}/${n}`, credit: (n, y) => `C/${y % 100}/${n}` },
  // A letter that checks the digits.
  lettered('F00042K', (l, n) => `${l}${pad(n, 5)}${'ABCDEFGHJKLMNPQRSTVWXYZ'[n % 23]}`, ['F', 'A']),
  {
    name: 'SV0042',
    invoice: (n) => `${['VT', 'EX', 'SV', 'LOC'][n % 4]}${pad(n, 4)}`,
    credit: (n) => `AV${pad(n, 4)}`,
  },
  {
    // A day and two digits.
    name: '26031407',
    invoice: (n, y, m) => `${y % 100}${pad(m, 2)}${pad(1 + (n % 28), 2)}${pad(Math.floor(n / 28) % 100, 2)}`,
    credit: (n, y) => `${y % 100}00${pad(n, 4)}`,
  },
];

/** A number as a payer who means well writes it: nothing that identifies it is lost. */
export function written(number: string, by: Chance): string {
  const separated = /[^A-Z0-9]/.test(number);
  return by.pick([
    number,
    number,
    number,
    number.toLowerCase(),
    separated && /[A-Z]/.test(number) ? number.replace(/[^A-Z0-9]/g, '') : number,
    separated && /^[A-Z]/.test(number) ? number.replace(/[^A-Z0-9]/g, ' ') : number,
    separated ? number.replace(/[^A-Z0-9]/g, by.pick(['-', '/', '.'])) : number,
    /^[A-Z]+[^A-Z0-9]?20\d\d[^A-Z0-9 ]/.test(number) ? number.replace(/20(\d\d)/, '$1') : number,
    `N°${number}`,
    `n ${number}`,
  ]);
}

/** One slip: a digit wrong, missing, doubled or swapped, a letter for a digit, a blank within. */
export function slipped(number: string, by: Chance): string {
  const places = [...number].flatMap((unit, i) => (/\d/.test(unit) ? [i] : []));
  const late = places.slice(-4);
  const at = by.pick(late);
  const unit = number[at]!;
  const put = (text: string, length = 1) => number.slice(0, at) + text + number.slice(at + length);
  switch (by.whole(0, 5)) {
    case 0:
      return put(String((Number(unit) + by.whole(1, 9)) % 10));
    case 1:
      return put('');
    case 2:
      return put(unit + unit);
    case 3: {
      const other = number[at - 1];
      return other && /\d/.test(other) && other !== unit
        ? number.slice(0, at - 1) + unit + other + number.slice(at + 1)
        : put('');
    }
    case 4:
      return number.replace(/0(?=\d*$)/, 'O').replace(/1(?=\d*$)/, 'l');
    default:
      return `${number.slice(0, at)} ${number.slice(at)}`;
  }
}
