// A ledger's history in the plainest form there is: every version of every line and every fact, with the step that brought it.
import { addDays, type Day, daysBetween, laterOf } from '../../../sync/model/day.ts';
import type { LedgerLine, Settlement } from '../../../sync/model/ledger.ts';

export type Fact = Settlement;

type Version = { line: LedgerLine | null; known: number };
type Told = Fact & { known: number; until: number | null };

export class History {
  private now = 0;
  private readonly lines = new Map<string, Version[]>();
  private readonly facts: Told[] = [];

  /** A step is over: what comes now is known later. */
  tick(): void {
    this.now += 1;
  }

  put(line: LedgerLine): void {
    this.version(line.id, line);
  }

  remove(id: string): void {
    if (this.lines.has(id)) this.version(id, null);
  }

  settle(fact: Fact): void {
    this.facts.push({ ...fact, known: this.now, until: null });
  }

  revoke(fact: Fact): void {
    const told = this.inForce().find((it) => it.id === fact.id);
    if (told) told.until = this.now;
  }

  standing(): LedgerLine[] {
    return [...this.lines.keys()].flatMap((id) => this.lineAt(id, this.now) ?? []);
  }

  isSettled(id: string): boolean {
    return this.inForce().some((fact) => fact.debitId === id || fact.creditId === id);
  }

  settledLine(id: string): LedgerLine | null {
    return this.isSettled(id) ? this.lineAt(id, this.now) : null;
  }

  nth(n: number): Fact | undefined {
    const all = this.inForce();
    return all[n % Math.max(1, all.length)];
  }

  /** The n-th pair of an open debit and an open credit of one customer, matched in part. */
  proposed(n: number, share: number, decisionId: string): Fact | null {
    const pairs = this.standing().flatMap((debit) =>
      this.standing().flatMap((credit) => {
        const most = Math.min(this.residual(debit), -this.residual(credit));
        return debit.partyId === credit.partyId && most > 0 ? [{ debit, credit, most }] : [];
      }),
    );
    const pair = pairs[n % Math.max(1, pairs.length)];
    if (!pair) return null;
    const { debit, credit, most } = pair;
    const amountMinor = Math.max(1, Math.trunc((most * share) / 100));
    const id = `${decisionId}/${debit.id}/${credit.id}`;
    return { id, debitId: debit.id, creditId: credit.id, amountMinor, day: laterOf(debit.day, credit.day) };
  }

  /** A receipt on the bank that the ledger does not hold takes the n-th open debit off. */
  received(n: number, day: Day, decisionId: string): Fact | null {
    const open = this.standing().filter((line) => this.residual(line) > 0);
    const debit = open[n % Math.max(1, open.length)];
    if (!debit) return null;
    const id = `${decisionId}/${debit.id}/bank`;
    return { id, debitId: debit.id, creditId: 'bank', amountMinor: this.residual(debit), day: laterOf(debit.day, day) };
  }

  /** By customer and column, as the trade reads it, with what had been told by the end of step `known`. */
  aged(asOf: Day, known: number) {
    const cells: Record<string, number> = {};
    let balanceMinor = 0;
    let receivedMinor = 0;
    for (const id of this.lines.keys()) {
      const line = this.lineAt(id, known);
      if (!line || line.day > asOf) continue;
      balanceMinor += line.amountMinor;
      let open = line.amountMinor;
      for (const fact of this.facts) {
        const counts = fact.day <= asOf && fact.known <= known && (fact.until === null || fact.until > known);
        if (!counts || (fact.debitId !== id && fact.creditId !== id)) continue;
        if (fact.creditId === 'bank') receivedMinor += fact.amountMinor;
        else open += fact.debitId === id ? -fact.amountMinor : fact.amountMinor;
      }
      const key = `${line.partyId} ${columnOf(line, open, asOf)}`;
      if (open !== 0) cells[key] = (cells[key] ?? 0) + open;
    }
    return {
      cells: Object.fromEntries(Object.entries(cells).filter(([, minor]) => minor !== 0)),
      balanceMinor,
      receivedMinor,
    };
  }

  private version(id: string, line: LedgerLine | null): void {
    this.lines.set(id, [...(this.lines.get(id) ?? []), { line, known: this.now }]);
  }

  private lineAt(id: string, known: number): LedgerLine | null {
    return (
      this.lines
        .get(id)
        ?.filter((it) => it.known <= known)
        .at(-1)?.line ?? null
    );
  }

  private inForce(): Told[] {
    return this.facts.filter((fact) => fact.until === null);
  }

  private residual(line: LedgerLine): number {
    return this.inForce().reduce(
      (open, { debitId, creditId, amountMinor }) =>
        open - (debitId === line.id ? amountMinor : 0) + (creditId === line.id ? amountMinor : 0),
      line.amountMinor,
    );
  }
}

/** Written out by hand, so that it shares nothing with what it proves. */
function columnOf(line: LedgerLine, open: number, asOf: Day): string {
  if (open < 0) return line.kind === 'credit-note' ? 'credit-note' : 'unallocated';
  if (line.dueDay === null) return 'no-due-day';
  const late = daysBetween(line.dueDay, asOf);
  if (late <= 0) return 'not-due';
  if (asOf <= addDays(line.dueDay, 30)) return '1-30';
  if (asOf <= addDays(line.dueDay, 60)) return '31-60';
  return late > 90 ? 'over-90' : '61-90';
}
