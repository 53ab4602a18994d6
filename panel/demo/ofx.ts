// Bank statements as OFX 1.0.2, the way French banks offer them for download: SGML, windows-1252, a name of 32 characters.
import { addDays } from '../../sync/model/day.ts';
import { formatMinor } from '../../sync/model/money.ts';
import { BANKS } from './account.ts';
import { compactDay, cut, windows1252 } from './bank-text.ts';
import { KINDS, type Movement, totalOf } from './movement.ts';
import type { BankStatement } from './statement.ts';

const HEADER = [
  'OFXHEADER:100',
  'DATA:OFXSGML',
  'VERSION:102',
  'SECURITY:NONE',
  'ENCODING:USASCII',
  'CHARSET:1252',
  'COMPRESSION:NONE',
  'OLDFILEUID:NONE',
  'NEWFILEUID:NONE',
  '',
];

/** One file of one statement. OFX states no opening balance: it is the closing of the file before. */
export function ofx(statement: BankStatement): Uint8Array {
  const bank = BANKS[statement.bank];
  const served = compactDay(addDays(statement.to, 1));
  const lines = [
    ...HEADER,
    '<OFX>',
    `<SIGNONMSGSRSV1><SONRS><STATUS><CODE>0<SEVERITY>INFO</STATUS><DTSERVER>${served}<LANGUAGE>FRA</SONRS></SIGNONMSGSRSV1>`,
    `<BANKMSGSRSV1><STMTTRNRS><TRNUID>${statement.id}<STATUS><CODE>0<SEVERITY>INFO</STATUS>`,
    `<STMTRS><CURDEF>${bank.currency}`,
    `<BANKACCTFROM><BANKID>${bank.bankCode}<BRANCHID>${bank.branch}<ACCTID>${bank.number}<ACCTTYPE>CHECKING<ACCTKEY>${bank.account.slice(-2)}</BANKACCTFROM>`,
    `<BANKTRANLIST><DTSTART>${compactDay(statement.from)}<DTEND>${compactDay(statement.to)}`,
    ...statement.movements
      .filter(({ status }) => status === 'BOOK')
      .flatMap((move) => transaction(move, bank.currency)),
    '</BANKTRANLIST>',
    `<LEDGERBAL><BALAMT>${formatMinor(statement.closingMinor, bank.currency)}<DTASOF>${compactDay(statement.to)}</LEDGERBAL>`,
    '</STMTRS></STMTTRNRS></BANKMSGSRSV1>',
    '</OFX>',
  ];
  return windows1252(`${lines.join('\r\n')}\r\n`);
}

function transaction(move: Movement, currency: string): string[] {
  const minor = totalOf(move);
  const [first] = move.payments;
  const { words } = KINDS[move.kind];
  // Whatever does not fit a field of its own is part of the memo.
  const memo = move.payments.flatMap((payment) => [
    ...payment.text(),
    payment.reference?.() ?? '',
    payment.ultimate ?? '',
  ]);
  return [
    '<STMTTRN>',
    `<TRNTYPE>${minor < 0 ? 'DEBIT' : 'CREDIT'}`,
    `<DTPOSTED>${compactDay(move.day)}`,
    `<TRNAMT>${formatMinor(minor, currency)}`,
    `<FITID>${move.ref}`,
    `<NAME>${text(cut(first?.name ?? words, 32))}`,
    `<MEMO>${text([words, ...memo].filter(Boolean).join(' '))}`,
    '</STMTTRN>',
  ];
}

function text(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
