// Claims that moved to bills (413) or doubtful debts (416): the entry has no due day of its own, the invoice that it names has.
import { type Fault, isFault } from '../../../../sync/fault/index.ts';
import type { LedgerLine } from '../../../../sync/model/ledger.ts';
import { all } from '../chart.ts';
import type { Host } from '../host.ts';
import { day, linked, text } from '../map/value.ts';

/** What may be an invoice's number within the words of an entry. */
const NUMBER = /[^\s,;:()]*\d[^\s,;:()]*/g;

/** The claim keeps number, age and due day of the invoice that reference or label names, where it is the same customer's. */
export async function withInvoices(host: Host, lines: readonly LedgerLine[]): Promise<LedgerLine[] | Fault> {
  const named = new Map(lines.filter(isTransferred).map((line) => [line.id, numbersIn(line)]));
  const names = [...new Set([...named.values()].flat())];
  if (names.length === 0) return [...lines];
  const fields = ['name', 'partner_id', 'invoice_date', 'invoice_date_due'];
  const domain = [
    ['move_type', '=', 'out_invoice'],
    ['name', 'in', names],
  ] as const;
  const found = await all(host, 'account.move', domain, fields);
  if (isFault(found)) return found;
  return lines.map((line) => {
    const numbers = named.get(line.id) ?? [];
    const mine = found.filter(
      (row) => numbers.includes(text(row['name']) ?? '') && String(linked(row['partner_id'])) === line.partyId,
    );
    const [invoice] = mine;
    // Two invoices in one entry have two due days.
    if (!invoice || mine.length > 1) return line;
    const { document } = line;
    return {
      ...line,
      document: text(invoice['name']) ?? document,
      documentDay: day(invoice['invoice_date']),
      dueDay: day(invoice['invoice_date_due']),
      dueComputed: true,
    };
  });
}

function isTransferred({ role, kind, amountMinor, dueDay }: LedgerLine): boolean {
  return (role === 'bills' || role === 'doubtful') && kind === 'other' && amountMinor > 0 && dueDay === null;
}

function numbersIn({ document, label }: LedgerLine): string[] {
  return [...`${document ?? ''} ${label}`.matchAll(NUMBER)].map(([number]) => number);
}
