// Open items kept in memory between transactions: what changed since the last look is read, not the whole ledger. At 100,000 open
// items that is milliseconds instead of seconds for each decision.
import { type SQL, sql } from 'drizzle-orm';
import type { CompanyId } from '../../sync/model/company.ts';
import type { LedgerLineId, OpenItem } from '../../sync/model/ledger.ts';
import { type ItemRow, selectItem } from './line.ts';
import { only, type Scope } from './scope.ts';

/** Items of all companies together that stay in memory, some 1 kB each; a company with more is read anew each time. */
const KEPT_MAX = 300_000;
/** Beyond this many changes reading all is not slower. */
const CHANGES_MAX = 20_000;

/** What was open when every transaction before `horizon` had ended. Never changed: a newer look makes another. */
type Look = { horizon: string; items: readonly OpenItem[] };

/** `own`: the transaction that asks wrote it, and may still take it back. */
type Change = { item: OpenItem; open: boolean; own: boolean };

export class KeptItems {
  readonly #looks = new Map<CompanyId, Look>();
  readonly #turns = new Map<CompanyId, Promise<void>>();

  /** The open items that `where` describes, by day and id, as the transaction of `scope` sees them. Nobody changes one of them. */
  open(scope: Scope, where: SQL): Promise<OpenItem[]> {
    return this.#inTurn(scope.company, async () => {
      const last = this.#looks.get(scope.company);
      // Asked before the rows: what commits in between is read twice, never missed.
      const horizon = await horizonOf(scope);
      const changes = last ? await changesSince(scope, last.horizon, where) : null;
      if (last && changes) {
        const items = changes.length === 0 ? last.items : withChanges(last.items, changes);
        // What this transaction wrote may not come to be: such a look is its own, and the next begins where this one did.
        if (!changes.some((it) => it.own)) this.#keep(scope.company, { horizon, items });
        return [...items];
      }
      const items = await allOpen(scope, where);
      if (!(await hasWritten(scope))) this.#keep(scope.company, { horizon, items });
      return [...items];
    });
  }

  /** One look at a time: a later one never builds on rows that an earlier one does not know yet. */
  #inTurn<T>(company: CompanyId, look: () => Promise<T>): Promise<T> {
    const turn = (this.#turns.get(company) ?? Promise.resolve()).then(look);
    // Only that it ended is remembered: the list itself is the caller's, and a look that failed is no reason to fail.
    const ended = () => {};
    this.#turns.set(company, turn.then(ended, ended));
    return turn;
  }

  #keep(company: CompanyId, look: Look): void {
    this.#looks.delete(company);
    this.#looks.set(company, look);
    let count = 0;
    for (const [other, { items }] of [...this.#looks].reverse()) {
      count += items.length;
      if (count > KEPT_MAX) this.#looks.delete(other);
    }
  }
}

async function horizonOf({ db }: Scope): Promise<string> {
  const rows = await db.execute<{ horizon: string }>(
    sql`select pg_snapshot_xmin(pg_current_snapshot())::text as horizon`,
  );
  return only(rows).horizon;
}

async function hasWritten({ db }: Scope): Promise<boolean> {
  const rows = await db.execute<{ wrote: boolean }>(sql`select pg_current_xact_id_if_assigned() is not null as wrote`);
  return only(rows).wrote;
}

async function allOpen({ db, company }: Scope, where: SQL): Promise<OpenItem[]> {
  const rows = await db.execute<ItemRow>(sql`select ${selectItem} from ledger_lines l
    where l.company_id = ${company} and l.gone_at is null and ${where}`);
  return rows.map(itemOf).sort(byDayAndId);
}

/** Every line written since, with what it is now; null when there are too many. */
async function changesSince({ db, company }: Scope, horizon: string, where: SQL): Promise<Change[] | null> {
  const rows = await db.execute<ItemRow & { isOpen: boolean; isOwn: boolean }>(sql`
    select ${selectItem}, l.gone_at is null and ${where} as "isOpen",
      l.changed_in is not distinct from pg_current_xact_id_if_assigned() as "isOwn"
    from ledger_lines l where l.company_id = ${company} and l.changed_in >= ${horizon}::xid8 limit ${CHANGES_MAX + 1}`);
  if (rows.length > CHANGES_MAX) return null;
  return rows.map((row) => ({ item: itemOf(row), open: row.isOpen, own: row.isOwn }));
}

/**
 * The row in one fixed shape: as the driver makes it, name by name, V8 keeps it as a dictionary, which is ten times slower to read
 * and several times larger.
 */
function itemOf(row: ItemRow): OpenItem {
  return Object.freeze({
    id: row.id,
    account: row.account,
    role: row.role,
    partyId: row.partyId,
    journal: row.journal,
    entry: row.entry,
    document: row.document,
    label: row.label,
    day: row.day,
    documentDay: row.documentDay,
    dueDay: row.dueDay,
    dueComputed: row.dueComputed,
    amountMinor: row.amountMinor,
    currency: row.currency,
    foreign: row.foreign,
    kind: row.kind,
    letter: row.letter,
    paymentReference: row.paymentReference,
    clientReference: row.clientReference,
    discount: row.discount,
    vatMinor: row.vatMinor ?? null,
    vatWaitingMinor: row.vatWaitingMinor ?? null,
    residualMinor: row.residualMinor,
    foreignResidualMinor: row.foreignResidualMinor ?? null,
  });
}

function withChanges(items: readonly OpenItem[], changes: readonly Change[]): OpenItem[] {
  const changed = new Map<LedgerLineId, Change>(changes.map((it) => [it.item.id, it]));
  const rest = items.filter((item) => !changed.has(item.id));
  return [...rest, ...changes.filter((it) => it.open).map((it) => it.item)].sort(byDayAndId);
}

function byDayAndId(a: OpenItem, b: OpenItem): number {
  if (a.day !== b.day) return a.day < b.day ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
