// res.partner with its res.partner.bank as parties.
import type { Party } from '../../../../sync/model/party.ts';
import type { Row } from '../host.ts';
import { linked, text } from './value.ts';

export const PARTNER_FIELDS = ['name', 'city', 'country_code', 'commercial_partner_id', 'parent_id', 'bank_ids'];

export const PARTNER_BANK_FIELDS = ['sanitized_acc_number', 'partner_id'];

/** `ibans` are those of the partner. The parent is a company above it, not the firm to which a contact belongs. */
export function partyOf(row: Row, ibans: readonly string[]): Party {
  const parent = linked(row['parent_id']);
  return {
    id: String(row.id),
    name: text(row['name']) ?? `#${row.id}`,
    city: text(row['city']),
    country: text(row['country_code']),
    ibans,
    parentId: parent === null ? null : String(parent),
    shared: false,
  };
}
