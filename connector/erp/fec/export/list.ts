// The list of letters, line by line, for import in the accounting program.
import { formatMinor } from '../../../../sync/model/money.ts';
import { csvText } from './csv.ts';
import type { LetterRow } from './index.ts';

const HEADER = [
  'Fichier',
  'Ligne',
  'JournalCode',
  'EcritureNum',
  'EcritureDate',
  'CompteNum',
  'CompAuxNum',
  'PieceRef',
  'EcritureLib',
  'Debit',
  'Credit',
  'EcritureLet',
  'DateLet',
] as const;

/** CSV in the legal words; amounts with a decimal comma, days YYYYMMDD. */
export function letterList(rows: readonly LetterRow[]): Uint8Array {
  return csvText([HEADER, ...rows.map(cellsOf)]);
}

function cellsOf({ file, line, item, letter, letterDay }: LetterRow): string[] {
  const { row } = item.now;
  const amount = (minor: number) => formatMinor(minor, 'EUR').replace('.', ',');
  return [
    file,
    String(line),
    row.journal,
    row.number,
    compact(row.day),
    row.account,
    row.detail?.aux ?? '',
    row.detail?.piece ?? '',
    row.detail?.label ?? '',
    amount(Math.max(row.amountMinor, 0)),
    amount(Math.max(-row.amountMinor, 0)),
    letter,
    compact(letterDay),
  ];
}

function compact(day: string): string {
  return day.replaceAll('-', '');
}
