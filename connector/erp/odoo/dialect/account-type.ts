// Hosts whose accounts carry their type as a word (seen on 19).
import type { Dialect } from './dialect.ts';

export const accountType: Dialect = {
  name: 'account-type',
  knownBy: { model: 'account.account', field: 'account_type' },
  receivableAccounts: [['account_type', '=', 'asset_receivable']],
  match: 'write-statement-line',
  undo: 'action_undo_reconciliation',
  needsStatement: false,
};
