// An ERP in memory for jobs: invoices and statement lines that a test writes down, matched as Odoo would by its own rules.
import { fault } from '../../../sync/fault/index.ts';
import type { ChartFacts } from '../../../sync/model/chart.ts';
import { addDays, type Day } from '../../../sync/model/day.ts';
import {
  type AccountBalance,
  type LedgerAccount,
  type LedgerLine,
  type Settlement,
  WATCHED_ROLES,
} from '../../../sync/model/ledger.ts';
import { sum } from '../../../sync/model/money.ts';
import type { Books, Erp, Inverse, Posting, PullPage, Receipt } from '../../../sync/port/erp.ts';
import { bankLine, ledgerLine, party } from '../../db/sample.ts';

const BANK = { account: 'FR1', name: 'Banque', ledgerAccount: '512001', journal: 'BNK1', currency: 'EUR' };
const BOOKS: Books = { lockedUntil: null, taxLockedUntil: null, keyUntil: null, restored: false };

type StatementLine = { id: number; day: LedgerLine['day']; amountMinor: number; label: string; ours: string | null };

/** The books of the made-up ERP; a test changes them as its people would. */
export class FakeErp implements Erp {
  readonly name = 'fake';
  readonly can = { write: true, undo: true, attached: false, lines: true };
  books = BOOKS;
  /** `chart`: what it says of its accounts, where it does. */
  accounts: readonly LedgerAccount[] = ACCOUNTS;
  chart: ChartFacts | null = null;
  invoices: { id: string; document: string; partyId: string; amountMinor: number }[] = [];
  statementLines: StatementLine[] = [];
  /** Statement line to the invoice that it pays; `by` who matched them. */
  matches = new Map<number, { invoice: string; amountMinor: number }>();
  /** What else a line pays, besides its first item: waiting payments and further invoices. */
  more = new Map<number, { invoice: string; amountMinor: number }[]>();
  /** Payments that somebody registered in it, and that wait for the bank on an account of their own. */
  payments: { id: string; partyId: string; amountMinor: number }[] = [];
  /** How much of a matched line stays in suspense. */
  kept = new Map<number, number>();
  /** Payments that stand in the ledger without a bank line, and what joins them with invoices. */
  credits: { id: string; partyId: string; amountMinor: number }[] = [];
  joins: Settlement[] = [];
  /** Lines of entries that are neither a document, a payment nor a bank line. */
  entries: LedgerLine[] = [];
  /** Matches of locked lines that were taken off, and the days that were asked for. */
  freed = new Map<number, { invoice: string; amountMinor: number }>();
  undoneOn: string[] = [];
  posted: string[] = [];
  pulls = 0;
  /** The next write does its work and loses its answer, or never arrives. */
  breaks: 'after' | 'before' | null = null;
  /** It does not answer what its accounts hold. */
  isGone = false;

  invoice(id: string, document: string, name: string, amountMinor: number): void {
    this.invoices.push({ id, document, partyId: name, amountMinor });
  }

  credit(id: string, name: string, amountMinor: number): void {
    this.credits.push({ id, partyId: name, amountMinor });
  }

  payment(id: string, name: string, amountMinor: number): void {
    this.payments.push({ id, partyId: name, amountMinor });
  }

  line(id: number, amountMinor: number, label: string, ours: string | null = null): void {
    this.statementLines.push({ id, day: '2026-11-20', amountMinor, label, ours });
  }

  async check() {
    return [];
  }

  async *pull(): AsyncGenerator<PullPage> {
    this.pulls += 1;
    const names = [...new Set(this.invoices.map((it) => it.partyId))];
    yield { kind: 'accounts', rows: [...this.accounts], ...(this.chart ? { chart: this.chart } : {}) };
    yield { kind: 'bank-accounts', rows: [BANK] };
    yield { kind: 'statements', rows: [JOURNAL] };
    yield { kind: 'parties', rows: names.map((name) => party(name, { name })) };
    const lines = this.lines();
    yield { kind: 'lines', rows: lines };
    yield {
      kind: 'bank-lines',
      rows: this.statementLines.map(({ id, day, amountMinor, label, ours }) => ({
        line: bankLine(`stl/${id}`, amountMinor, {
          account: 'BNK1',
          bookingDay: day,
          valueDay: day,
          label,
          counterparty: null,
        }),
        journal: 'BNK1',
        statement: JOURNAL.id,
        ledgerLineIds: this.matches.has(id) && !this.kept.has(id) ? [`b${id}`] : [],
        waitingMinor: this.kept.get(id) ?? (this.matches.has(id) ? 0 : amountMinor),
        ours,
      })),
    };
    const settlements = this.settlements();
    yield { kind: 'settlements', rows: settlements };
    yield { kind: 'standing', of: 'settlements', ids: settlements.map((it) => it.id) };
    yield { kind: 'standing', of: 'bank-lines', ids: this.statementLines.map((it) => `stl/${it.id}`) };
    yield { kind: 'standing', of: 'lines', ids: lines.map((it) => it.id) };
    yield { kind: 'balances', rows: sums(lines) };
    yield { kind: 'books', books: this.books };
    yield { kind: 'end', snapshot: false, cursor: String(this.pulls) };
  }

  async balances(asOf: Day) {
    if (this.isGone) return fault('erp-unreachable', {}, { erp: this.name });
    return sums(this.lines().filter(({ day, role }) => day <= asOf && WATCHED_ROLES.has(role)));
  }

  async changed(_: string, accounts: readonly string[]) {
    return this.lines().filter((it) => accounts.includes(it.account));
  }

  private lines(): LedgerLine[] {
    const party = (id: string) => [...this.invoices, ...this.payments].find((it) => it.id === id)?.partyId ?? null;
    const waits = { account: '512002', role: 'collection', journal: 'BNK1' } as const;
    const on = (id: string) => (this.payments.some((it) => it.id === id) ? waits : { account: '411100' });
    return [
      ...this.entries,
      ...this.invoices.map((it) =>
        ledgerLine(it.id, it.amountMinor, {
          document: it.document,
          partyId: it.partyId,
          account: '411100',
          dueDay: '2026-11-10',
        }),
      ),
      ...this.credits.map((it) =>
        ledgerLine(it.id, -it.amountMinor, { partyId: it.partyId, account: '411100', journal: 'OD', document: it.id }),
      ),
      ...this.payments.map((it) =>
        ledgerLine(it.id, it.amountMinor, {
          ...{ ...waits, entry: `PBNK1/${it.id}`, kind: 'payment', day: '2026-11-18', partyId: it.partyId },
        }),
      ),
      ...this.statementLines.flatMap((it) => {
        const match = this.matches.get(it.id);
        const more = this.more.get(it.id) ?? [];
        const entry = { journal: 'BNK1', entry: `BNK1/${it.id}`, day: it.day } as const;
        const kept = this.kept.get(it.id) ?? (match ? 0 : it.amountMinor);
        const paid = { ...entry, ...on(match?.invoice ?? ''), partyId: party(match?.invoice ?? '') };
        const rest = it.amountMinor - sum(more.map((each) => each.amountMinor));
        return [
          ledgerLine(`b${it.id}`, it.amountMinor, { ...entry, account: '512001', role: 'bank' }),
          ...(match ? [ledgerLine(`c${it.id}`, kept - rest, paid)] : []),
          ...more.map(({ invoice, amountMinor }, i) =>
            ledgerLine(`c${it.id}+${i}`, -amountMinor, { ...entry, ...on(invoice), partyId: party(invoice) }),
          ),
          ...(kept === 0 ? [] : [ledgerLine(`s${it.id}`, -kept, { ...entry, account: '471000', role: 'suspense' })]),
        ];
      }),
    ];
  }

  private settlements(): Settlement[] {
    const matched = [...this.matches]
      .filter(([id]) => !this.freed.has(id))
      .map(([id, { invoice, amountMinor }]) => ({
        id: `partial/${id}`,
        debitId: invoice,
        creditId: `c${id}`,
        amountMinor,
        day: '2026-11-20' as const,
      }));
    const more = [...this.more].flatMap(([id, parts]) =>
      parts.map(({ invoice, amountMinor }, i) => ({
        ...{ id: `partial/${id}+${i}`, debitId: invoice, creditId: `c${id}+${i}`, amountMinor },
        day: '2026-11-20' as const,
      })),
    );
    return [...matched, ...more, ...this.joins];
  }

  async post(posting: Posting): Promise<Receipt | ReturnType<typeof fault>> {
    const id = Number(/^stl\/(\d+)$/.exec(posting.lineId ?? '')?.[1]);
    const broken = this.breaks;
    this.breaks = null;
    if (broken === 'before') return fault('erp-unreachable', {}, { erp: this.name });
    if (posting.lineId === null) return this.join(posting, broken);
    const [settled, ...others] = posting.entry.filter((it) => it.settles !== null);
    const there = this.matches.get(id);
    if (there && there.invoice !== settled?.settles) return fault('line-decided', {}, { by: '', documents: '' });
    const taken = [...this.matches].some(([other, it]) => other !== id && it.invoice === settled?.settles);
    if (taken) return fault('item-settled', {}, { document: settled?.settles ?? '' });
    if (!there) this.matches.set(id, { invoice: settled?.settles ?? '', amountMinor: -(settled?.amountMinor ?? 0) });
    if (!there && others.length > 0)
      this.more.set(
        id,
        others.map((it) => ({ invoice: it.settles ?? '', amountMinor: -it.amountMinor })),
      );
    const kept = posting.entry.find((it) => it.account === '471000');
    if (kept) this.kept.set(id, -kept.amountMinor);
    this.posted.push(posting.decisionId);
    if (broken === 'after') return fault('erp-unexpected', {}, { erp: this.name, what: 'cut' });
    return { decisionId: posting.decisionId, facts: { kind: 'line', statementLine: id } };
  }

  /** As Odoo joins lines of the ledger: what stands is found, what somebody took is refused. */
  private join(posting: Posting, broken: typeof this.breaks): Receipt | ReturnType<typeof fault> {
    const isSame = (a: Settlement, b: Settlement) =>
      `${a.debitId}:${a.creditId}:${a.amountMinor}` === `${b.debitId}:${b.creditId}:${b.amountMinor}`;
    const fresh = posting.settlements.filter((it) => !this.joins.some((other) => isSame(it, other)));
    const rival = fresh.find((it) =>
      this.settlements().some((s) => s.debitId === it.debitId || s.creditId === it.creditId),
    );
    if (rival) return fault('item-moved', {}, { erp: this.name, document: rival.debitId, what: 'residual' });
    this.joins.push(...fresh.map((it) => ({ ...it, id: `partial/${it.debitId}-${it.creditId}` })));
    this.posted.push(posting.decisionId);
    if (broken === 'after') return fault('erp-unexpected', {}, { erp: this.name, what: 'cut' });
    const joins = posting.settlements.map((it) => `${it.debitId}:${it.creditId}`).join(',');
    return { decisionId: posting.decisionId, facts: { kind: 'join', joins } };
  }

  /** A match of a locked day comes off, and its receipt stays the customer's. */
  async undo(receipt: Receipt, on?: Day): Promise<Receipt | ReturnType<typeof fault>> {
    const until = this.books.lockedUntil;
    const line = Number(receipt.facts['statementLine']);
    const there = this.matches.get(line);
    const isLocked = until !== null && this.statementLines.some((it) => it.id === line && it.day <= until);
    if (isLocked && (on === undefined || on <= until)) return fault('period-locked', {}, { until });
    if (isLocked && there) {
      this.freed.set(line, there);
      this.undoneOn.push(on ?? '');
      return receipt;
    }
    const joined = String(receipt.facts['joins'] ?? '').split(',');
    this.joins = this.joins.filter((it) => !joined.includes(`${it.debitId}:${it.creditId}`));
    this.matches.delete(line);
    this.more.delete(line);
    return receipt;
  }

  foresee = async () => [];
  foreseeUndo = async () => [];

  async inverse(_: Receipt, on?: Day): Promise<Inverse | null> {
    const until = this.books.lockedUntil;
    if (until === null) return null;
    const firstDay = addDays(until, 1);
    return { day: on ?? firstDay, firstDay, entry: [] };
  }

  find = async () => ({ model: 'res.partner', id: 1, url: 'https://erp.example/1' });

  async *attached(): AsyncGenerator<never> {}

  async makeLines(_: unknown, lines: Parameters<Erp['makeLines']>[1]) {
    return lines.map(({ line }) => {
      let made = this.statementLines.find((it) => it.ours === line.id);
      if (!made) {
        made = {
          id: 900 + this.statementLines.length,
          day: line.bookingDay,
          amountMinor: line.amountMinor,
          label: line.label,
          ours: line.id,
        };
        this.statementLines.push(made);
      }
      return { id: line.id, erpId: `stl/${made.id}`, day: made.day };
    });
  }
}

function sums(lines: readonly LedgerLine[]): AccountBalance[] {
  const accounts = [...new Set(lines.map((it) => it.account))];
  const of = (account: string) => sum(lines.filter((it) => it.account === account).map((it) => it.amountMinor));
  return accounts.map((account) => ({ account, balanceMinor: of(account) }));
}

export const ACCOUNTS = [
  { number: '411100', name: 'Clients', role: 'receivable' as const },
  { number: '512001', name: 'Banque', role: 'bank' as const },
  { number: '512002', name: 'Encaissements', role: 'collection' as const },
  { number: '471000', name: 'Attente', role: 'suspense' as const },
];

const JOURNAL = {
  ...{ id: 'journal/BNK1', journal: 'BNK1', number: null, day: null },
  ...{ openingMinor: null, closingMinor: null },
};
