// What is claimed of customers who paid less than was due.
import { sql } from 'drizzle-orm';
import { check, foreignKey, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { ClaimKind } from '../../sync/model/claim.ts';
import { companyOnly, day, key, minor } from './column.ts';
import { decisions } from './decision.ts';
import { ledgerLines } from './ledger.ts';

/** In force while the decision that opened it is, and the one that closed it is not. */
export const claims = pgTable(
  'claims',
  {
    companyId: key().notNull(),
    id: key().notNull(),
    kind: text().$type<ClaimKind>().notNull(),
    itemId: key().notNull(),
    partyId: key(),
    amountMinor: minor().notNull(),
    openedOn: day().notNull(),
    decisionId: key().notNull(),
    note: text(),
    closedBy: key(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    foreignKey({
      columns: [t.companyId, t.itemId],
      foreignColumns: [ledgerLines.companyId, ledgerLines.id],
      name: 'claims_item',
    }),
    foreignKey({
      columns: [t.companyId, t.decisionId],
      foreignColumns: [decisions.companyId, decisions.id],
      name: 'claims_decision',
    }),
    foreignKey({
      columns: [t.companyId, t.closedBy],
      foreignColumns: [decisions.companyId, decisions.id],
      name: 'claims_closed_by',
    }),
    index('claims_by_item').on(t.companyId, t.itemId),
    index('claims_by_party').on(t.companyId, t.partyId),
    index('claims_by_day').on(t.companyId, t.openedOn),
    check('claims_kind', sql`${t.kind} in ('contested', 'undue-discount')`),
    check('claims_amount', sql`${t.amountMinor} > 0`),
    companyOnly(),
  ],
);
