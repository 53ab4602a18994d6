// What the ledger states of a line, as columns: of the line as it stands and of what it said before.
import { boolean, jsonb, text } from 'drizzle-orm/pg-core';
import type { AccountRole, LineKind } from '../../sync/model/ledger.ts';
import type { Money } from '../../sync/model/money.ts';
import { day, key, minor } from './column.ts';

export const stated = () => ({
  account: key().notNull(),
  role: text().$type<AccountRole>().notNull(),
  partyId: key(),
  journal: key().notNull(),
  entry: key().notNull(),
  document: text(),
  label: text().notNull(),
  day: day().notNull(),
  documentDay: day(),
  dueDay: day(),
  dueComputed: boolean().notNull(),
  amountMinor: minor().notNull(),
  currency: text().notNull(),
  foreignMoney: jsonb().$type<Money>(),
  kind: text().$type<LineKind>().notNull(),
  letter: text(),
  vatMinor: minor(),
  vatWaitingMinor: minor(),
});
