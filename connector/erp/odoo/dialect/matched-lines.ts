// Hosts whose journal items can be matched as they are made (seen on 19).
import { accountType } from './account-type.ts';
import type { Dialect } from './dialect.ts';

export const matchedLines: Dialect = {
  ...accountType,
  name: 'matched-lines',
  knownBy: { model: 'account.move.line', field: 'reconciled_lines_ids' },
  write: { ...accountType.write, match: 'write-statement-line' },
  grouping: ['formatted_read_group', 'read_group'],
};
