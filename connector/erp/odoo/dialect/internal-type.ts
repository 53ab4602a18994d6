// Hosts whose accounts carry their type through another record (seen on 14).
import type { Dialect } from './dialect.ts';
import { writeOld } from './write.ts';

export const internalType: Dialect = {
  name: 'internal-type',
  knownBy: { model: 'account.account', field: 'internal_type' },
  receivableAccounts: [['internal_type', '=', 'receivable']],
  write: writeOld,
  payableAccounts: [['internal_type', '=', 'payable']],
  grouping: ['read_group'],
  bareLinks: false,
  needsStatement: true,
};
