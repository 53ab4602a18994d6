// Hosts whose accounts carry their type as a word (compared with the sources of 17 and 18).
import type { Dialect } from './dialect.ts';
import { writeModern } from './write.ts';

export const accountType: Dialect = {
  name: 'account-type',
  knownBy: { model: 'account.account', field: 'account_type' },
  accountType: { field: 'account_type', receivable: 'asset_receivable', payable: 'liability_payable' },
  write: writeModern,
  grouping: ['read_group', 'formatted_read_group'],
  bareLinks: true,
  needsStatement: false,
};
