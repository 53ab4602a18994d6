// Writes one decision into Odoo: read, compare, one atomic write, read again. What differs from the plan is taken back and said.
import { type Fault, fault, isFault } from '../../../../sync/fault/index.ts';
import { sum } from '../../../../sync/model/money.ts';
import type { Posting, Receipt } from '../../../../sync/port/erp.ts';
import type { Chart } from '../chart.ts';
import type { Host } from '../host.ts';
import { linked, text } from '../map/value.ts';
import { type BankSide, bankSide, type ItemSide, itemSides, lockedUntil } from './before.ts';
import { counterparts } from './counterpart.ts';

/** The id under which a line of an Odoo statement is known here. */
export const STATEMENT_LINE = /^stl\/(\d+)$/;

type Plan = { bank: BankSide; items: Map<string, ItemSide>; expected: Map<string, number> };

/**
 * Posts a bank line's entry. Faults leave Odoo as it was, but for erp-unexpected: then it says what stands there now.
 * Faults: line-unknown, line-decided, item-settled, period-locked, erp-*.
 */
export async function postEntry(host: Host, chart: Chart, posting: Posting): Promise<Receipt | Fault> {
  const id = Number(STATEMENT_LINE.exec(posting.lineId ?? '')?.[1] ?? 0);
  const plan = await planOf(host, chart, posting, id);
  if (isFault(plan)) return plan;
  const accounts = await accountIds(host, chart, posting);
  if (isFault(accounts)) return accounts;
  const commands = counterparts(plan.bank, posting.entry, plan.items, accounts, chart.currency);
  const reply = await host.call({
    model: 'account.bank.statement.line',
    method: 'write',
    effect: 'write',
    ids: [id],
    named: { vals: { line_ids: commands }, context: { force_delete: true } },
  });
  // A lost answer is settled by reading: the expected residuals mean done, the former ones mean not done.
  if (!reply.ok && reply.done === 'no') return reply.fault;
  return verified(host, chart, posting, plan, reply.ok ? null : reply.fault);
}

async function planOf(host: Host, chart: Chart, posting: Posting, id: number): Promise<Plan | Fault> {
  const bank = await bankSide(host, chart, id);
  if (isFault(bank)) return bank;
  const locked = await lockedUntil(host, chart, bank.date);
  if (isFault(locked)) return locked;
  if (locked !== null) return fault('period-locked', {}, { until: locked });
  const settling = posting.entry.filter((line) => line.settles !== null);
  const items = await itemSides(host, chart, [...new Set(settling.map((line) => line.settles ?? ''))]);
  if (isFault(items)) return items;
  const expected = new Map<string, number>();
  for (const [key, item] of items) {
    const falls = sum(settling.filter((line) => line.settles === key).map((line) => line.amountMinor));
    const after = item.residualMinor + falls;
    // A residual that would change its sign means that somebody settled a part meanwhile.
    if (after !== 0 && Math.sign(after) !== Math.sign(item.residualMinor))
      return fault('item-settled', {}, { document: item.name });
    expected.set(key, after);
  }
  return { bank, items, expected };
}

/** Accounts that the entry names by number and that no item gives. */
async function accountIds(host: Host, chart: Chart, posting: Posting): Promise<Map<string, number> | Fault> {
  const numbers = [
    ...new Set(
      posting.entry.filter((line) => line.part !== 'bank' && line.settles === null).map((line) => line.account),
    ),
  ];
  const ids = new Map(
    [...chart.accounts]
      .filter(([, account]) => numbers.includes(account.number))
      .map(([id, account]) => [account.number, id]),
  );
  const missing = numbers.filter((number) => !ids.has(number));
  if (missing.length === 0) return ids;
  for await (const page of host.pages('account.account', [['code', 'in', missing]], ['code'])) {
    if (isFault(page)) return page;
    for (const row of page) ids.set(text(row['code']) ?? '', row.id);
  }
  const unknown = missing.find((number) => !ids.has(number));
  return unknown === undefined
    ? ids
    : fault('erp-refused', {}, { erp: 'Odoo', what: `account ${unknown} does not exist` });
}

async function verified(
  host: Host,
  chart: Chart,
  posting: Posting,
  plan: Plan,
  failure: Fault | null,
): Promise<Receipt | Fault> {
  const after = await itemSides(host, chart, [...plan.items.keys()]);
  if (isFault(after))
    return fault('erp-unexpected', {}, { erp: 'Odoo', what: `line ${plan.bank.statementLine} could not be read back` });
  const now = await bankSide(host, chart, plan.bank.statementLine);
  const untouched =
    !isFault(now) && [...plan.items].every(([key, item]) => after.get(key)?.residualMinor === item.residualMinor);
  if (untouched) return failure ?? fault('erp-refused', {}, { erp: 'Odoo', what: 'nothing was written' });
  const asPlanned = [...plan.expected].every(([key, residual]) => after.get(key)?.residualMinor === residual);
  if (asPlanned && isFault(now)) return receiptOf(host, posting, plan);
  const undone = await undoLine(host, plan.bank.statementLine);
  const names = [...plan.items.values()].map((item) => item.name).join(', ');
  const what =
    undone === null ? `${names}: matched by somebody else meanwhile; taken back` : `${names}: matched only in part`;
  return fault('erp-unexpected', {}, { erp: 'Odoo', what });
}

async function receiptOf(host: Host, posting: Posting, plan: Plan): Promise<Receipt> {
  const facts: Receipt['facts'] = { statementLine: plan.bank.statementLine };
  for await (const page of host.pages(
    'account.bank.statement.line',
    [['id', '=', plan.bank.statementLine]],
    ['move_id'],
  )) {
    if (!isFault(page)) facts['move'] = linked(page[0]?.['move_id']) ?? 0;
  }
  return { decisionId: posting.decisionId, facts };
}

/** Takes a whole line back; null when done. Its entry's line ids change, the items are open again. */
export async function undoLine(host: Host, statementLine: number): Promise<Fault | null> {
  const reply = await host.call({
    model: 'account.bank.statement.line',
    method: host.dialect.undo,
    effect: 'write',
    ids: [statementLine],
    named: {},
  });
  return reply.ok ? null : reply.fault;
}
