// res.partner as parties; their bank accounts come apart.
import type { Dealing, Party } from '../../../../sync/model/party.ts';
import { isSharedAccount } from '../../shared.ts';
import type { Chart } from '../chart.ts';
import type { Row } from '../host.ts';
import type { Contact } from '../pull/part.ts';
import { linked, minor, nameOf, text } from './value.ts';

export const PARTNER_FIELDS = [
  ...['name', 'city', 'country_code', 'parent_id', 'email', 'phone', 'lang', 'user_id'],
  ...['credit_limit', 'use_partner_credit_limit', 'property_payment_term_id'],
];

export const PARTNER_BANK_FIELDS = ['sanitized_acc_number', 'partner_id', 'active'];

export type Around = { chart: Chart; contacts: ReadonlyMap<number, Contact> };

/**
 * The parent is a company above it, not the firm to which a contact belongs. Odoo has no mark for a partner on whom sales to people
 * passing by are booked (its tills leave such lines without one): the name tells it, as in a ledger of files.
 */
export function partyOf(row: Row, around: Around): Party {
  const parent = linked(row['parent_id']);
  const name = text(row['name']) ?? `#${row.id}`;
  return {
    id: String(row.id),
    name,
    city: text(row['city']),
    country: text(row['country_code']),
    ibans: [],
    parentId: parent === null ? null : String(parent),
    salesperson: nameOf(row['user_id']),
    shared: isSharedAccount('', name),
    dealing: dealingOf(row, around),
  };
}

function dealingOf(row: Row, { chart, contacts }: Around): Dealing {
  const term = linked(row['property_payment_term_id']);
  const limited = row['use_partner_credit_limit'] === true || row['use_partner_credit_limit'] === undefined;
  const limit = typeof row['credit_limit'] === 'number' ? minor(row['credit_limit'], chart.currency) : 0;
  const own: Contact = {
    name: text(row['name']) ?? '',
    email: text(row['email']),
    phone: text(row['phone']),
    language: text(row['lang']),
  };
  return {
    terms: term === null ? null : (chart.terms.get(term) ?? null),
    creditLimitMinor: limited && limit > 0 ? limit : null,
    contact: contacts.get(row.id) ?? own,
  };
}
