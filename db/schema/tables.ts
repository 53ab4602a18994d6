// Every table of the store in an order in which rows can be put back: what refers to a table comes after it.

export const TABLES = [
  'companies',
  'files',
  'parties',
  'ledger_accounts',
  'ledger_balances',
  'ledger_lines',
  'bank_accounts',
  'statements',
  'bank_lines',
  'ticks',
  'settlements',
  'proposals',
  'proposal_items',
  'decisions',
  'adjustments',
  'outbox',
  'audit_heads',
  'audit_events',
  'idempotency_keys',
] as const;
