// What ledger lines and totals said before they changed: a report of what was known on a past day never changes afterwards.
import { boolean, index, pgTable, primaryKey } from 'drizzle-orm/pg-core';
import { companyOnly, instant, key, minor } from './column.ts';
import { stated } from './stated.ts';

/** A line as it was known from `knownFrom` until `knownUntil`; appended by a trigger on ledger_lines, never changed. */
export const ledgerLinePasts = pgTable(
  'ledger_line_pasts',
  {
    companyId: key().notNull(),
    id: key().notNull(),
    ...stated(),
    /** The ledger did not name the line in that time. */
    gone: boolean().notNull(),
    knownFrom: instant().notNull(),
    knownUntil: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id, t.knownUntil] }),
    index('ledger_line_pasts_by_time').on(t.companyId, t.knownUntil),
    companyOnly(),
  ],
);

export const ledgerBalancePasts = pgTable(
  'ledger_balance_pasts',
  {
    companyId: key().notNull(),
    account: key().notNull(),
    balanceMinor: minor().notNull(),
    knownFrom: instant().notNull(),
    knownUntil: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.account, t.knownUntil] }), companyOnly()],
);
