// Hosts whose accounts carry their type through another record (seen on 14).
import type { Dialect } from './dialect.ts';
import { writeOld } from './write.ts';

export const internalType: Dialect = {
  name: 'internal-type',
  knownBy: { model: 'account.account', field: 'internal_type' },
  accountType: { field: 'internal_type', receivable: 'receivable', payable: 'payable' },
  write: writeOld,
  grouping: ['read_group'],
  bareLinks: false,
  needsStatement: true,
};
