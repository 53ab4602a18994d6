// The general journals of a company: the one that our entries stand in, and those that Odoo writes by itself.
import { type Fault, fault, isFault } from '../../../../sync/fault/index.ts';
import type { Chart } from '../chart.ts';
import type { Host } from '../host.ts';
import { linked } from '../map/value.ts';
import { usableBy } from '../usable.ts';
import { readRows } from './read.ts';

const OWN = ['tax_cash_basis_journal_id', 'currency_exchange_journal_id'];

/** Where Odoo posts VAT on payments and exchange differences, and takes them back. */
export async function journalsOfOdoo(host: Host, chart: Chart): Promise<number[] | Fault> {
  const companies = await readRows(host, 'res.company', [['id', '=', chart.company]], OWN);
  return isFault(companies) ? companies : OWN.map((field) => linked(companies[0]?.[field]) ?? 0);
}

/** The first general journal that Odoo does not use itself; a branch's own comes before that of the company above. */
export async function miscellaneousJournal(host: Host, chart: Chart): Promise<number | Fault> {
  const own = await journalsOfOdoo(host, chart);
  if (isFault(own)) return own;
  const usable = await usableBy(host, 'account.journal', chart.company);
  if (isFault(usable)) return usable;
  const journals = await readRows(
    host,
    'account.journal',
    [usable, ['type', '=', 'general'], ['active', '=', true], ['id', 'not in', own]],
    ['code', 'company_id'],
  );
  if (isFault(journals)) return journals;
  const first = journals.find((row) => linked(row['company_id']) === chart.company) ?? journals[0];
  return first?.id ?? fault('erp-refused', {}, { erp: 'Odoo', what: 'no miscellaneous journal' });
}
