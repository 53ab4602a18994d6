// Hosts whose accounts carry their type as a word (seen on 19).
import type { Dialect } from './dialect.ts';
import { writeModern } from './write.ts';

export const accountType: Dialect = {
  name: 'account-type',
  knownBy: { model: 'account.account', field: 'account_type' },
  receivableAccounts: [['account_type', '=', 'asset_receivable']],
  write: writeModern,
  payableAccounts: [['account_type', '=', 'liability_payable']],
  grouping: ['formatted_read_group', 'read_group'],
  bareLinks: true,
  needsStatement: false,
};
