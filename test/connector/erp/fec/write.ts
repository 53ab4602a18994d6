// Writes a ledger as any program might: encodings, separators, amounts, paddings, line ends and numbers of every style.
import iconv from 'iconv-lite';
import { formatMinor } from '../../../../sync/model/money.ts';

export type Written = {
  journal: string;
  number: string;
  day: string;
  account: string;
  aux: string;
  piece: string;
  label: string;
  amountMinor: number;
  letter: string;
};

export type Style = {
  encoding: 'utf-8' | 'iso-8859-15' | 'windows-1252';
  separator: '\t' | '|';
  amounts: 'comma' | 'padded' | 'signed' | 'blank' | 'D/C' | '+1/-1';
  lineEnd: '\r\n' | '\n' | '\r\r\n';
  lastLineEnd: boolean;
  trailing: boolean;
  /** Text columns padded to this width. */
  width: number;
};

export const PLAIN: Style = {
  encoding: 'utf-8',
  separator: '\t',
  amounts: 'comma',
  lineEnd: '\r\n',
  lastLineEnd: true,
  trailing: false,
  width: 0,
};

const WORDS =
  'JournalCode JournalLib EcritureNum EcritureDate CompteNum CompteLib CompAuxNum CompAuxLib PieceRef PieceDate EcritureLib Debit Credit EcritureLet DateLet ValidDate Montantdevise Idevise';

export function writeFec(lines: readonly Written[], style: Style): Uint8Array {
  const words = WORDS.split(' ');
  if (isSensed(style)) words.splice(11, 2, 'Montant', 'Sens');
  const rows = [words, ...lines.map((line) => fieldsOf(line, style))];
  const text = rows
    .map((row) => row.join(style.separator) + (style.trailing ? style.separator : ''))
    .join(style.lineEnd);
  const bytes = iconv.encode(style.lastLineEnd ? text + style.lineEnd : text, style.encoding);
  return new Uint8Array(bytes);
}

function fieldsOf(line: Written, style: Style): string[] {
  const { journal, number, day, account, aux, piece, label, amountMinor, letter } = line;
  const pad = (text: string) => text.padEnd(style.width);
  return [
    pad(journal),
    pad(`Journal ${journal}`),
    number,
    day,
    account,
    pad(`Compte ${account}`),
    pad(aux),
    pad(aux === '' ? '' : `Client ${aux}`),
    pad(piece),
    day,
    pad(label),
    ...amountFields(amountMinor, style),
    pad(letter),
    letter !== '' ? '20241231' : style.width > 0 ? '        ' : '',
    '20250101',
    '',
    '',
  ];
}

function amountFields(minor: number, style: Style): [string, string] {
  const comma = (value: number) => formatMinor(value, 'EUR').replace('.', ',');
  const [debit, credit] = [Math.max(minor, 0), Math.max(-minor, 0)];
  switch (style.amounts) {
    case 'comma':
      return [comma(debit), comma(credit)];
    case 'padded':
      return [comma(debit).padStart(13, '0'), comma(credit).padStart(13, '0')];
    case 'signed':
      return [`${minor < 0 ? '-' : '+'}${comma(Math.abs(minor)).padStart(12, '0')}`, ''];
    case 'blank':
      return [debit === 0 ? '' : comma(debit), credit === 0 ? '' : comma(credit)];
    case 'D/C':
      return [comma(Math.abs(minor)), minor < 0 ? 'C' : 'D'];
    case '+1/-1':
      return [comma(Math.abs(minor)), minor < 0 ? '-1' : '+1'];
  }
}

function isSensed({ amounts }: Style): boolean {
  return amounts === 'D/C' || amounts === '+1/-1';
}
