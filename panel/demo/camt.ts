// Bank statements as CAMT.053.001.08, with what French banks put where.
import { addDays } from '../../sync/model/day.ts';
import { formatMinor } from '../../sync/model/money.ts';
import type { Amount } from '../../sync/model/statement.ts';
import { BANKS, COMPANY } from './account.ts';
import { KINDS, type Movement, type Payment, totalOf } from './movement.ts';
import type { BankStatement } from './statement.ts';

/** One message with these statements. */
export function camt(statements: readonly BankStatement[]): Uint8Array {
  const last = statements.at(-1);
  if (!last) throw new Error('camt: a message without a statement');
  const created = `${addDays(last.to, 1)}T05:12:00`;
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>',
    `<GrpHdr><MsgId>${last.id}</MsgId><CreDtTm>${created}</CreDtTm></GrpHdr>`,
    ...statements.flatMap((statement) => stmt(statement, created)),
    '</BkToCstmrStmt></Document>',
  ];
  return new TextEncoder().encode(`${lines.join('\n')}\n`);
}

function stmt(statement: BankStatement, created: string): string[] {
  const bank = BANKS[statement.bank];
  return [
    `<Stmt><Id>${statement.id}</Id><ElctrncSeqNb>${statement.number}</ElctrncSeqNb><CreDtTm>${created}</CreDtTm>`,
    `<FrToDt><FrDtTm>${statement.from}T00:00:00</FrDtTm><ToDtTm>${statement.to}T23:59:59</ToDtTm></FrToDt>`,
    `<Acct><Id><IBAN>${bank.account}</IBAN></Id><Ccy>${bank.currency}</Ccy><Ownr><Nm>${text(COMPANY.name)}</Nm></Ownr></Acct>`,
    balance('OPBD', statement.openingMinor, statement.from, bank.currency),
    balance('CLBD', statement.closingMinor, statement.to, bank.currency),
    ...statement.movements.map((move) => entry(move, bank.currency)),
    '</Stmt>',
  ];
}

function balance(code: string, minor: number, day: string, currency: string): string {
  return `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp>${amount(minor, currency)}<Dt><Dt>${day}</Dt></Dt></Bal>`;
}

function entry(move: Movement, currency: string): string {
  const { code, words } = KINDS[move.kind];
  const [domain, family, sub] = code;
  const batch =
    move.countOnly !== null || move.payments.length > 1
      ? `<Btch><NbOfTxs>${move.countOnly ?? move.payments.length}</NbOfTxs></Btch>`
      : '';
  const [only] = move.payments;
  // Where the bank states no details of a batch, its text stands on the entry alone.
  const details = move.countOnly === null ? move.payments.map((payment) => transaction(payment, move, currency)) : [];
  const note = move.countOnly !== null && only ? [words, ...only.text()].join(' ') : words;
  return [
    `<Ntry>${amount(totalOf(move), currency)}`,
    move.reversal ? '<RvslInd>true</RvslInd>' : '',
    `<Sts><Cd>${move.status}</Cd></Sts>`,
    move.status === 'BOOK' ? `<BookgDt><Dt>${move.day}</Dt></BookgDt>` : '',
    `<ValDt><Dt>${move.valueDay}</Dt></ValDt><AcctSvcrRef>${move.ref}</AcctSvcrRef>`,
    `<BkTxCd><Domn><Cd>${domain}</Cd><Fmly><Cd>${family}</Cd><SubFmlyCd>${sub}</SubFmlyCd></Fmly></Domn></BkTxCd>`,
    `<NtryDtls>${batch}${details.join('')}</NtryDtls><AddtlNtryInf>${text(note)}</AddtlNtryInf></Ntry>`,
  ].join('');
}

function transaction(payment: Payment, move: Movement, currency: string): string {
  const { instructed, charges, returnReason } = payment;
  return [
    `<TxDtls><Refs><EndToEndId>${text(payment.endToEnd ?? 'NOTPROVIDED')}</EndToEndId>`,
    tag('MndtId', payment.mandate),
    `</Refs>${amount(payment.minor, currency)}`,
    instructed ? `<AmtDtls><InstdAmt>${stated(instructed)}</InstdAmt></AmtDtls>` : '',
    charges.map((charge) => `<Chrgs><Rcrd>${stated(charge)}<CdtDbtInd>DBIT</CdtDbtInd></Rcrd></Chrgs>`).join(''),
    parties(payment, move),
    remittance(payment),
    returnReason ? `<RtrInf><Rsn><Cd>${returnReason}</Cd></Rsn></RtrInf>` : '',
    '</TxDtls>',
  ].join('');
}

/** Money in comes from a debtor, money out goes to a creditor; a returned collection keeps the parties of the collection. */
function parties(payment: Payment, move: Movement): string {
  const role = payment.minor > 0 || payment.returnReason || move.reversal ? 'Dbtr' : 'Cdtr';
  const address =
    payment.town || payment.country
      ? `<PstlAdr>${tag('TwnNm', payment.town)}${tag('Ctry', payment.country)}</PstlAdr>`
      : '';
  const party = payment.name ? `<${role}><Pty><Nm>${text(payment.name)}</Nm>${address}</Pty></${role}>` : '';
  const account = payment.iban ? `<${role}Acct><Id><IBAN>${payment.iban}</IBAN></Id></${role}Acct>` : '';
  const ultimate = payment.ultimate ? `<UltmtDbtr><Pty><Nm>${text(payment.ultimate)}</Nm></Pty></UltmtDbtr>` : '';
  const all = party + account + ultimate;
  return all && `<RltdPties>${all}</RltdPties>`;
}

function remittance(payment: Payment): string {
  const free = payment.text().map((line) => `<Ustrd>${text(line)}</Ustrd>`);
  const reference = payment.reference?.();
  const structured = reference
    ? `<Strd><CdtrRefInf><Tp><CdOrPrtry><Cd>SCOR</Cd></CdOrPrtry></Tp><Ref>${reference}</Ref></CdtrRefInf></Strd>`
    : '';
  const all = free.join('') + structured;
  return all && `<RmtInf>${all}</RmtInf>`;
}

function amount(minor: number, currency: string): string {
  const sign = minor < 0 ? 'DBIT' : 'CRDT';
  return `<Amt Ccy="${currency}">${formatMinor(Math.abs(minor), currency)}</Amt><CdtDbtInd>${sign}</CdtDbtInd>`;
}

function stated(money: Amount): string {
  return `<Amt Ccy="${money.currency}">${money.amount}</Amt>`;
}

function tag(name: string, value: string | null): string {
  return value ? `<${name}>${text(value)}</${name}>` : '';
}

function text(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
