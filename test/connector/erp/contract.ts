// What every ERP connector must keep, whatever stands behind it: run by each connector's own test.
import { describe, expect, it } from 'vitest';
import { isFault } from '../../../sync/fault/index.ts';
import { addDays, type Day, laterOf } from '../../../sync/model/day.ts';
import { CUSTOMER_ROLES, WATCHED_ROLES } from '../../../sync/model/ledger.ts';
import type { Erp, Posting, PullPage } from '../../../sync/port/erp.ts';

export type ContractCase = {
  /** An ERP whose pull succeeds and gives at least one open and one settled customer line. */
  open(): Erp | Promise<Erp>;
  /** An ERP whose pull cannot be trusted; absent where the connector has no such state. */
  openBroken?(): Erp | Promise<Erp>;
  /** Names every account in `balances`, so that the lines kept must add up to them. */
  complete: boolean;
  /** The books contradict themselves: an opening is not what the exercise before it left. */
  contradicts?: boolean;
};

const CUSTOMER: ReadonlySet<string> = new Set(CUSTOMER_ROLES);

export function erpContract(name: string, { open, openBroken, complete, contradicts = false }: ContractCase): void {
  describe(`${name} keeps the contract of an ERP`, () => {
    pagesKeep(open);
    rowsKeep(open, complete);
    if (complete && !contradicts) balancesKeep(open);
    writesKeep(open);
    it.runIf(openBroken !== undefined)('refuses as a whole what it cannot trust', async () => {
      const pages = await pagesOf(await openBroken!());
      expect(pages.at(-1)!.kind).toBe('refused');
      const refused = pages.flatMap((page) => (page.kind === 'refused' ? page.faults : []));
      expect(refused.length).toBeGreaterThan(0);
    });
  });
}

type Open = ContractCase['open'];

function pagesKeep(open: Open): void {
  it('ends its pages with end, once, and names its company before', async () => {
    const pages = await pagesOf(await open());
    expect(pages.filter((page) => page.kind === 'end')).toHaveLength(1);
    expect(pages.at(-1)!.kind).toBe('end');
    expect(pages.filter((page) => page.kind === 'company')).toHaveLength(1);
  });

  it('gives the same pages to the same question', async () => {
    const erp = await open();
    expect(await pagesOf(erp)).toEqual(await pagesOf(erp));
  });
}

function rowsKeep(open: Open, complete: boolean): void {
  it('names every line once, on an account and for a party that it names', async () => {
    const { lines, accounts, parties } = rowsOf(await pagesOf(await open()));
    expect(lines.length).toBeGreaterThan(0);
    expect(new Set(lines.map((line) => line.id)).size).toBe(lines.length);
    const numbers = new Set(accounts.map((account) => account.number));
    const partyIds = new Set(parties.map((party) => party.id));
    expect(lines.filter((line) => !numbers.has(line.account))).toEqual([]);
    expect(lines.filter((line) => line.partyId !== null && !partyIds.has(line.partyId))).toEqual([]);
    expect(lines.filter((line) => CUSTOMER.has(line.role) && line.partyId === null)).toEqual([]);
    expect(lines.every((line) => Number.isSafeInteger(line.amountMinor))).toBe(true);
  });

  it('settles a debit with a credit of one account and party, never more than either holds, on the later day', async () => {
    const { lines, settlements } = rowsOf(await pagesOf(await open()));
    const byId = new Map(lines.map((line) => [line.id, line]));
    const left = new Map(lines.map((line) => [line.id, Math.abs(line.amountMinor)]));
    expect(settlements.length).toBeGreaterThan(0);
    expect(new Set(settlements.map((fact) => fact.id)).size).toBe(settlements.length);
    for (const { debitId, creditId, amountMinor, day } of settlements) {
      const [debit, credit] = [byId.get(debitId)!, byId.get(creditId)!];
      expect([debit.amountMinor > 0, credit.amountMinor < 0, amountMinor > 0]).toEqual([true, true, true]);
      expect([debit.account, debit.partyId]).toEqual([credit.account, credit.partyId]);
      expect(day).toBe(laterOf(debit.day, credit.day));
      for (const id of [debitId, creditId]) left.set(id, left.get(id)! - amountMinor);
    }
    expect([...left.values()].filter((rest) => rest < 0)).toEqual([]);
  });

  it.runIf(complete)('keeps lines that add up to the balances of their accounts', async () => {
    const { lines, balances } = rowsOf(await pagesOf(await open()));
    const sums = new Map<string, number>();
    for (const line of lines) sums.set(line.account, (sums.get(line.account) ?? 0) + line.amountMinor);
    const stated = new Map(balances.map((row) => [row.account, row.balanceMinor]));
    for (const [account, total] of sums) expect([account, stated.get(account) ?? 0]).toEqual([account, total]);
  });
}

/** The first, the last and some days between, and those on which nothing happened. */
function someDays(lines: readonly { day: Day }[]): Day[] {
  const days = [...new Set(lines.map((line) => line.day))].sort();
  const chosen = days.filter((_, i) => i % Math.ceil(days.length / 5) === 0 || i === days.length - 1);
  return [...chosen.flatMap((day) => [addDays(day, -1), day]), '2999-12-31'];
}

function balancesKeep(open: Open): void {
  it('says of every day what the lines of its customers up to that day add up to', async () => {
    const erp = await open();
    const { lines } = rowsOf(await pagesOf(erp));
    const watched = lines.filter((line) => WATCHED_ROLES.has(line.role));
    for (const asOf of someDays(watched)) {
      const stated = await erp.balances(asOf);
      // Before the day on which matching starts a ledger has one balance for each customer.
      if (stated === null) continue;
      if (isFault(stated)) throw new Error(`no balances of ${asOf}: ${stated.code}`);
      const sums = new Map<string, number>();
      for (const { account, day, amountMinor } of watched) {
        if (day <= asOf) sums.set(account, (sums.get(account) ?? 0) + amountMinor);
      }
      const held = stated.map(({ account, balanceMinor }) => [account, balanceMinor] as const);
      expect([asOf, somethingOf(held)]).toEqual([asOf, somethingOf([...sums])]);
    }
  });
}

function somethingOf(sums: readonly (readonly [string, number])[]): Record<string, number> {
  return Object.fromEntries(sums.filter(([, minor]) => minor !== 0).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function writesKeep(open: Open): void {
  it('answers a write that it cannot do with a fault, and does nothing', async () => {
    const erp = await open();
    if (erp.can.write) return;
    const before = await pagesOf(erp);
    expect(isFault(await erp.post(NOTHING))).toBe(true);
    expect(isFault(await erp.undo({ decisionId: 'd', facts: {} }))).toBe(true);
    expect(await pagesOf(erp)).toEqual(before);
  });

  it('checks itself in both languages', async () => {
    for (const check of await (await open()).check()) {
      expect(check.says.fr).not.toBe('');
      expect(check.says.en).not.toBe('');
    }
  });
}

const NOTHING: Posting = { decisionId: 'd', lineId: null, day: '2024-01-01', entry: [], settlements: [] };

async function pagesOf(erp: Erp): Promise<PullPage[]> {
  const pages: PullPage[] = [];
  for await (const page of erp.pull(null)) pages.push(page);
  return pages;
}

function rowsOf(pages: readonly PullPage[]) {
  return {
    lines: pages.flatMap((page) => (page.kind === 'lines' ? page.rows : [])),
    accounts: pages.flatMap((page) => (page.kind === 'accounts' ? page.rows : [])),
    parties: pages.flatMap((page) => (page.kind === 'parties' ? page.rows : [])),
    settlements: pages.flatMap((page) => (page.kind === 'settlements' ? page.rows : [])),
    balances: pages.flatMap((page) => (page.kind === 'balances' ? page.rows : [])),
  };
}
