// Lines of bank files as statement lines in Odoo, each once however often it is asked: under external ids, by `load`.
import { type Fault, fault, isFault } from '../../../../sync/fault/index.ts';
import { formatMinor } from '../../../../sync/model/money.ts';
import type { MadeBankLine, NewBankLine, NewStatement } from '../../../../sync/port/erp.ts';
import { all, type BankJournal, type Chart } from '../chart.ts';
import type { Host } from '../host.ts';
import { detailsFor } from '../map/details.ts';
import { lineId } from '../map/statement.ts';
import { day } from '../map/value.ts';

/** `load` is all or nothing; 500 lines take some five seconds. */
const LINES_PER_LOAD = 200;

/**
 * Odoo's names of our records; ids here are of letters that an external id may have. Not under `lettrage`: what bears an
 * addon's name and is none of its data is deleted when that addon is installed, updated or removed.
 */
const statementName = (id: string) => `lettrage_bank.stmt_${id}`;
const lineName = (id: string) => `lettrage_bank.stl_${id.replace(/[^A-Za-z0-9_-]/g, '_')}`;

/**
 * Makes the statements, then their lines, and reads back the day of each: Odoo moves a day that is locked to today without a
 * word. Faults: erp-refused (nothing of the batch was made), erp-*.
 */
export async function makeLines(
  host: Host,
  chart: Chart,
  statements: readonly NewStatement[],
  lines: readonly NewBankLine[],
): Promise<MadeBankLine[] | Fault> {
  const journals = new Map([...chart.bankJournals].map(([id, its]) => [its.code, { id, ...its }]));
  // A statement in a journal of the company above is that company's: a branch could make it, and never touch it again.
  const own = statements.filter((it) => !journals.get(it.journal)?.isLent);
  const stated = await makeStatements(host, own, journals);
  if (isFault(stated)) return stated;
  const made: MadeBankLine[] = [];
  for (let at = 0; at < lines.length; at += LINES_PER_LOAD) {
    const batch = lines.slice(at, at + LINES_PER_LOAD);
    const ids = await loadLines(host, batch, journals);
    if (isFault(ids)) return ids;
    const read = await readBack(host, batch, ids);
    if (isFault(read)) return read;
    made.push(...read);
  }
  const posted = host.dialect.needsStatement ? await post(host, stated) : null;
  return posted ?? made;
}

type Journals = ReadonlyMap<string, { id: number } & Pick<BankJournal, 'currency' | 'isLent'>>;

async function makeStatements(
  host: Host,
  statements: readonly NewStatement[],
  journals: Journals,
): Promise<number[] | Fault> {
  if (statements.length === 0) return [];
  const isOld = host.dialect.needsStatement;
  const fields = [
    'id',
    'name',
    'balance_start',
    'balance_end_real',
    ...(isOld ? ['journal_id/.id', 'date'] : ['reference']),
  ];
  const rows = statements.map((it) => {
    const journal = journals.get(it.journal);
    const money = (minor: number | null) => formatMinor(minor ?? 0, journal?.currency ?? 'EUR');
    const number = it.number ?? it.day;
    const own = [statementName(it.id), number, money(it.openingMinor), money(it.closingMinor)];
    return [...own, ...(isOld ? [String(journal?.id ?? ''), it.day] : [number])];
  });
  return load(host, 'account.bank.statement', fields, rows);
}

async function loadLines(host: Host, lines: readonly NewBankLine[], journals: Journals): Promise<number[] | Fault> {
  const known = await host.fields('account.bank.statement.line', OPTIONAL);
  if (isFault(known)) return known;
  const fields = ['id', 'statement_id/id', 'journal_id/.id', 'date', 'amount', 'payment_ref', ...known];
  const rows = lines.map(({ line, journal, statementId }) => {
    const { id, currency, isLent } = journals.get(journal) ?? { id: 0, currency: line.currency, isLent: false };
    const facts: Record<string, string> = {
      partner_name: line.counterparty ?? '',
      account_number: line.counterpartyAccount ?? '',
      ref: line.references[0] ?? line.endToEndId ?? '',
      transaction_details: JSON.stringify(detailsFor(line)),
    };
    return [
      ...[lineName(line.id), isLent ? '' : statementName(statementId), String(id), line.bookingDay],
      ...[formatMinor(line.amountMinor, currency), line.label || (line.counterparty ?? '-')],
      ...known.map((field) => facts[field] ?? ''),
    ];
  });
  return load(host, 'account.bank.statement.line', fields, rows);
}

const OPTIONAL = ['partner_name', 'account_number', 'ref', 'transaction_details'];

/** `load` answers 200 with `ids: false` and messages when a row was wrong or another call was faster. */
async function load(host: Host, model: string, fields: string[], data: unknown[][]): Promise<number[] | Fault> {
  for (let attempt = 1; ; attempt++) {
    // The same external ids again make nothing twice, so a lost answer is simply asked for again.
    const reply = await host.call({ model, method: 'load', effect: 'read', named: { fields, data } });
    if (!reply.ok) return reply.fault;
    const { value } = reply;
    const ids = typeof value === 'object' && value !== null && 'ids' in value ? value.ids : null;
    if (Array.isArray(ids)) return ids.filter((id) => typeof id === 'number');
    if (attempt === 3) return fault('erp-refused', {}, { erp: 'Odoo', what: messageOf(value) });
  }
}

function messageOf(value: unknown): string {
  const messages = typeof value === 'object' && value !== null && 'messages' in value ? value.messages : [];
  const [first]: unknown[] = Array.isArray(messages) ? messages : [];
  const text = typeof first === 'object' && first !== null && 'message' in first ? String(first.message) : '';
  return text.slice(0, 300);
}

async function readBack(
  host: Host,
  lines: readonly NewBankLine[],
  ids: readonly number[],
): Promise<MadeBankLine[] | Fault> {
  if (ids.length !== lines.length) return fault('erp-unexpected', {}, { erp: 'Odoo', what: 'load' });
  const rows = await all(host, 'account.bank.statement.line', [['id', 'in', ids]], ['date']);
  if (isFault(rows)) return rows;
  const days = new Map(rows.map((row) => [row.id, day(row['date'])]));
  return lines.map(({ line }, i) => {
    const id = ids[i] ?? 0;
    return { id: line.id, erpId: lineId(id), day: days.get(id) ?? line.bookingDay };
  });
}

/** Before 17 a statement's lines count only once the statement is posted. */
async function post(host: Host, ids: readonly number[]): Promise<Fault | null> {
  const model = 'account.bank.statement';
  const reply = await host.call({ model, method: 'button_post', effect: 'read', ids, named: {} });
  return reply.ok ? null : reply.fault;
}
