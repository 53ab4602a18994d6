// Customers and suppliers with their terms, limits, contacts and bank accounts.
import { type Fault, isFault } from '../../../../sync/fault/index.ts';
import type { PullPage } from '../../../../sync/port/erp.ts';
import { all } from '../chart.ts';
import type { Domain } from '../dialect/dialect.ts';
import type { Host } from '../host.ts';
import { PARTNER_BANK_FIELDS, PARTNER_FIELDS, partyOf } from '../map/party.ts';
import { linked, text } from '../map/value.ts';
import { type Contact, changed, type Part, type Pulling } from './part.ts';

const WITH_DEALINGS: Domain = ['|', ['customer_rank', '>', 0], ['supplier_rank', '>', 0]];

export const parties: Part = {
  model: 'res.partner',
  domain: ({ since }) => changed(WITH_DEALINGS, since, 'write_date'),
  async *steps(it, domain, after) {
    for await (const page of it.host.pages('res.partner', domain, PARTNER_FIELDS, after)) {
      if (isFault(page)) return yield page;
      for (const row of page) it.given.add(row.id);
      const rows = page.map((row) => partyOf(row, it));
      yield { pages: [{ kind: 'parties', rows }], last: page.at(-1)?.id ?? after, rows: page.length };
    }
  },
};

/** Parties that stand on these lines and were not given yet; a ledger may name partners that are neither customer nor supplier. */
export async function partiesOf(it: Pulling, ids: ReadonlySet<number | null>): Promise<PullPage[] | Fault> {
  const wanted = [...ids].filter((id) => id !== null && !it.given.has(id));
  if (wanted.length === 0) return [];
  const rows = await all(it.host, 'res.partner', [['id', 'in', wanted]], PARTNER_FIELDS);
  if (isFault(rows)) return rows;
  for (const row of rows) it.given.add(row.id);
  return [{ kind: 'parties', rows: rows.map((row) => partyOf(row, it)) }];
}

/** Every account of every partner: one that was taken away must not be trusted any longer. */
export async function ibans(host: Host): Promise<PullPage | Fault> {
  const found = new Map<string, string[]>();
  const rows = await all(host, 'res.partner.bank', [], PARTNER_BANK_FIELDS);
  if (isFault(rows)) return rows;
  for (const row of rows) {
    const partner = linked(row['partner_id']);
    const number = text(row['sanitized_acc_number']);
    if (partner === null || number === null || row['active'] === false) continue;
    found.set(String(partner), [...(found.get(String(partner)) ?? []), number]);
  }
  return { kind: 'ibans', rows: [...found].map(([partyId, numbers]) => ({ partyId, ibans: numbers })) };
}

/** Contacts for invoices: whom reminders go to. */
export async function contactsOf(host: Host): Promise<Map<number, Contact> | Fault> {
  const domain: Domain = [
    ['type', '=', 'invoice'],
    ['parent_id', '!=', false],
    ['active', '=', true],
  ];
  const rows = await all(host, 'res.partner', domain, ['name', 'email', 'phone', 'lang', 'parent_id']);
  if (isFault(rows)) return rows;
  return new Map(
    rows.map((row) => [
      linked(row['parent_id']) ?? -1,
      {
        name: text(row['name']) ?? '',
        email: text(row['email']),
        phone: text(row['phone']),
        language: text(row['lang']),
      },
    ]),
  );
}
