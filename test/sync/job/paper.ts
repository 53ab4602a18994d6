// Papers of a made-up company, written as its accounting program and its bank would: a FEC, a CAMT.053, an OFX.
import { formatMinor, sum } from '../../../sync/model/money.ts';
import type { DeskFile } from '../../../sync/port/files.ts';

export const SIREN = '999000019';
export const IBAN = 'FR7619999001000000007000096';

export type Row = {
  journal: string;
  entry: string;
  day: string;
  account: string;
  aux?: string;
  name?: string;
  piece?: string;
  label?: string;
  /** Cents, debit positive. */
  amount: number;
  letter?: string;
};

const COLUMNS =
  'JournalCode JournalLib EcritureNum EcritureDate CompteNum CompteLib CompAuxNum CompAuxLib PieceRef PieceDate EcritureLib Debit Credit EcritureLet DateLet ValidDate Montantdevise Idevise'.split(
    ' ',
  );

/** A FEC of the year's rows, tab-separated, decimal comma; of a draft nothing is validated. */
export function fec(rows: readonly Row[], { siren = SIREN, year = 2026, name = '', draft = false } = {}): DeskFile {
  const lines = rows.map((row) => {
    const day = row.day.replaceAll('-', '');
    const comma = (minor: number) => formatMinor(minor, 'EUR').replace('.', ',');
    return [
      row.journal,
      `Journal ${row.journal}`,
      row.entry,
      day,
      row.account,
      `Compte ${row.account}`,
      row.aux ?? '',
      row.name ?? '',
      row.piece ?? row.entry,
      day,
      row.label ?? row.piece ?? row.entry,
      comma(Math.max(0, row.amount)),
      comma(Math.max(0, -row.amount)),
      row.letter ?? '',
      row.letter ? day : '',
      draft ? '' : day,
      '',
      '',
    ].join('\t');
  });
  const text = `${[COLUMNS.join('\t'), ...lines].join('\r\n')}\r\n`;
  return { name: name || `${siren}FEC${year}1231.txt`, bytes: new TextEncoder().encode(text) };
}

/** An invoice incl. 20 % VAT: 411, 706, 44571. */
export function invoice(piece: string, day: string, aux: string, name: string, amount: number, letter = ''): Row[] {
  const net = Math.round(amount / 1.2);
  const row = { journal: 'VE', entry: piece, day, piece };
  return [
    { ...row, account: '411000', aux, name, label: `${name} ${piece}`, amount, letter },
    { ...row, account: '706000', amount: -net },
    { ...row, account: '445710', amount: net - amount },
  ];
}

/** A receipt in the books: 512 against 411. */
export function receipt(entry: string, day: string, aux: string, name: string, amount: number, letter = ''): Row[] {
  const row = { journal: 'BQ', entry, day, piece: entry, label: `VIR ${name}` };
  return [
    { ...row, account: '512100', amount },
    { ...row, account: '411000', aux, name, amount: -amount, letter },
  ];
}

export type Movement = {
  day: string;
  amount: number;
  ref?: string;
  payer?: string;
  iban?: string;
  text?: string;
  status?: string;
  /** Of a batch, each with its amount, payer and text; `amount` is their sum. */
  details?: readonly Detail[];
};

export type Detail = { amount: number; payer: string; text: string; endToEnd?: string; reason?: string };

/** A CAMT.053 with one statement; the closing balance follows from the lines unless it is given. */
export function camt(
  movements: readonly Movement[],
  {
    id = 'S1',
    iban = IBAN,
    from = '',
    to = '',
    opening = 1_000_00,
    closing = Number.NaN,
    name = '',
    balances = true,
  } = {},
): DeskFile {
  const days = movements.map((movement) => movement.day).sort();
  const booked = movements.filter(({ status = 'BOOK' }) => status === 'BOOK');
  const end = Number.isNaN(closing) ? opening + sum(booked.map((movement) => movement.amount)) : closing;
  const balance = (code: string, minor: number, day: string) =>
    `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp>${money(minor)}<Dt><Dt>${day}</Dt></Dt></Bal>`;
  const both = balances
    ? balance('OPBD', opening, from || days[0] || '2026-11-01') +
      balance('CLBD', end, to || days.at(-1) || '2026-11-01')
    : '';
  const text = `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr><MsgId>M${id}</MsgId><CreDtTm>2026-11-20T06:00:00</CreDtTm></GrpHdr><Stmt><Id>${id}</Id><CreDtTm>2026-11-20T06:00:00</CreDtTm><Acct><Id><IBAN>${iban}</IBAN></Id><Ccy>EUR</Ccy></Acct>${both}${movements.map(entry).join('')}</Stmt></BkToCstmrStmt></Document>`;
  return { name: name || `${id}.xml`, bytes: new TextEncoder().encode(text) };
}

/** The statements of several CAMT files in one. */
export function together(first: DeskFile, ...others: DeskFile[]): DeskFile {
  const text = (file: DeskFile) => new TextDecoder().decode(file.bytes);
  const statements = others.map((file) => /<Stmt>.*<\/Stmt>/s.exec(text(file))?.[0] ?? '').join('');
  const bytes = new TextEncoder().encode(text(first).replace('</Stmt>', `</Stmt>${statements}`));
  return { name: first.name, bytes };
}

function entry({ day, amount, ref, payer = '', iban, text = '', status = 'BOOK', details }: Movement): string {
  const parts = details ?? [{ amount, payer, text }];
  // A returned collection keeps the parties of the collection: it is marked as its reversal.
  const reversal = amount < 0 && parts.some((part) => part.reason) ? '<RvslInd>true</RvslInd>' : '';
  return `<Ntry>${money(amount)}${reversal}<Sts><Cd>${status}</Cd></Sts><BookgDt><Dt>${day}</Dt></BookgDt><ValDt><Dt>${day}</Dt></ValDt>${ref ? `<AcctSvcrRef>${ref}</AcctSvcrRef>` : ''}<NtryDtls>${parts.map((part) => detail(part, iban)).join('')}</NtryDtls></Ntry>`;
}

function detail({ amount, payer, text, endToEnd, reason }: Detail, iban: string | undefined): string {
  const account = iban ? `<DbtrAcct><Id><IBAN>${iban}</IBAN></Id></DbtrAcct>` : '';
  const party = payer ? `<RltdPties><Dbtr><Pty><Nm>${payer}</Nm></Pty></Dbtr>${account}</RltdPties>` : '';
  const refs = endToEnd ? `<Refs><EndToEndId>${endToEnd}</EndToEndId></Refs>` : '';
  const returned = reason ? `<RtrInf><Rsn><Cd>${reason}</Cd></Rsn></RtrInf>` : '';
  return `<TxDtls>${refs}${money(amount)}${party}<RmtInf><Ustrd>${text}</Ustrd></RmtInf>${returned}</TxDtls>`;
}

function money(minor: number): string {
  return `<Amt Ccy="EUR">${formatMinor(Math.abs(minor), 'EUR')}</Amt><CdtDbtInd>${minor < 0 ? 'DBIT' : 'CRDT'}</CdtDbtInd>`;
}

/** An OFX 1 of one account, which states no opening balance. */
export function ofx(
  movements: readonly Movement[],
  { closing = 0, account = '00000070000', bank = '19999', key = '', name = 'releve.ofx' } = {},
): DeskFile {
  const compact = (day: string) => day.replaceAll('-', '');
  const last =
    movements
      .map((movement) => movement.day)
      .sort()
      .at(-1) ?? '2026-11-01';
  const text = `OFXHEADER:100
DATA:OFXSGML
VERSION:102
SECURITY:NONE
ENCODING:UTF-8
CHARSET:NONE
COMPRESSION:NONE
OLDFILEUID:NONE
NEWFILEUID:NONE

<OFX><SIGNONMSGSRSV1><SONRS><STATUS><CODE>0<SEVERITY>INFO</STATUS><DTSERVER>20261120<LANGUAGE>FRA</SONRS></SIGNONMSGSRSV1><BANKMSGSRSV1><STMTTRNRS><TRNUID>0<STATUS><CODE>0<SEVERITY>INFO</STATUS><STMTRS><CURDEF>EUR<BANKACCTFROM><BANKID>${bank}<BRANCHID>00100<ACCTID>${account}<ACCTTYPE>CHECKING${key === '' ? '' : `<ACCTKEY>${key}`}</BANKACCTFROM><BANKTRANLIST><DTSTART>20261101<DTEND>${compact(last)}${movements
    .map(
      ({ day, amount, ref = '', payer = '', text: memo = '' }) =>
        `<STMTTRN><TRNTYPE>${amount < 0 ? 'DEBIT' : 'CREDIT'}<DTPOSTED>${compact(day)}<TRNAMT>${formatMinor(amount, 'EUR')}<FITID>${ref}<NAME>${payer}<MEMO>${memo}</STMTTRN>`,
    )
    .join(
      '',
    )}</BANKTRANLIST><LEDGERBAL><BALAMT>${formatMinor(closing, 'EUR')}<DTASOF>${compact(last)}</LEDGERBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`;
  return { name, bytes: new TextEncoder().encode(text) };
}
