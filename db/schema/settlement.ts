// The facts that say which lines cancel each other, with two times each.
import { sql } from 'drizzle-orm';
import { check, foreignKey, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { bankLines } from './bank.ts';
import { companyOnly, day, instant, key, minor, now } from './column.ts';
import { ledgerLines } from './ledger.ts';

/**
 * Appended, never changed. Turn 1 settles, turn 2 takes it back with the opposite amount, turn 3 settles anew: a
 * settlement is in force when its last turn is odd, and a residual at any time is a plain sum.
 * `day` is the accounting day, `learnedAt` the instant we learned it. One of the three lines is absent: two ledger lines
 * cancel each other, or a receipt that is not yet booked stands for one of them. Two are where the entry that a letter posts
 * stands for it.
 */
export const settlements = pgTable(
  'settlements',
  {
    companyId: key().notNull(),
    id: key().notNull(),
    turn: integer().notNull(),
    debitId: key(),
    creditId: key(),
    bankLineId: key(),
    amountMinor: minor().notNull(),
    /** What of each line's own foreign amount it closes; null where the line has none or nobody says. */
    debitForeignMinor: minor(),
    creditForeignMinor: minor(),
    day: day().notNull(),
    origin: text().$type<'ledger' | 'decision'>().notNull(),
    decisionId: key(),
    learnedAt: instant().notNull().default(now),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id, t.turn] }),
    foreignKey({
      columns: [t.companyId, t.debitId],
      foreignColumns: [ledgerLines.companyId, ledgerLines.id],
      name: 'settlements_debit',
    }),
    foreignKey({
      columns: [t.companyId, t.creditId],
      foreignColumns: [ledgerLines.companyId, ledgerLines.id],
      name: 'settlements_credit',
    }),
    foreignKey({
      columns: [t.companyId, t.bankLineId],
      foreignColumns: [bankLines.companyId, bankLines.id],
      name: 'settlements_bank_line',
    }),
    index('settlements_by_day').on(t.companyId, t.day),
    index('settlements_by_debit').on(t.companyId, t.debitId).where(sql`debit_id is not null`),
    index('settlements_by_credit').on(t.companyId, t.creditId).where(sql`credit_id is not null`),
    index('settlements_by_bank_line').on(t.companyId, t.bankLineId).where(sql`bank_line_id is not null`),
    index('settlements_by_decision').on(t.companyId, t.decisionId).where(sql`decision_id is not null`),
    check(
      'settlements_sign',
      // A fact may close a part of the foreign amounts alone.
      sql`${t.turn} > 0 and num_nonnulls(nullif(${t.amountMinor}, 0), nullif(${t.debitForeignMinor}, 0), nullif(${t.creditForeignMinor}, 0)) > 0
        and case when ${t.turn} % 2 = 1 then least(${t.amountMinor}, ${t.debitForeignMinor}, ${t.creditForeignMinor}) >= 0
          else greatest(${t.amountMinor}, ${t.debitForeignMinor}, ${t.creditForeignMinor}) <= 0 end`,
    ),
    check(
      'settlements_lines',
      sql`num_nonnulls(${t.debitId}, ${t.creditId}, ${t.bankLineId}) = 2
        or (num_nonnulls(${t.debitId}, ${t.creditId}) = 1 and ${t.decisionId} is not null)`,
    ),
    check('settlements_other_line', sql`${t.debitId} is distinct from ${t.creditId}`),
    check('settlements_origin', sql`(${t.origin} = 'decision') = (${t.decisionId} is not null)`),
    companyOnly(),
  ],
);
