// A pull gathered whole before anything is written: a ledger that turns out to be cut leaves nothing.
import { type Fault, fault } from '../fault/index.ts';
import type { BankAccount } from '../model/company.ts';
import type { Day } from '../model/day.ts';
import type { LedgerAccount, LedgerLine, Settlement } from '../model/ledger.ts';
import type { Party } from '../model/party.ts';
import type { PullPage } from '../port/erp.ts';

type Head = {
  siren: string | null;
  from: Day;
  to: Day;
  /** Of a ledger read from files: the places of those that count. */
  inForce: number[];
};

export type Pulled = Head & {
  accounts: LedgerAccount[];
  bankAccounts: BankAccount[];
  parties: Party[];
  lines: LedgerLine[];
  settlements: Settlement[];
  balances: { account: string; balanceMinor: number }[];
  warnings: Fault[];
};

/** Everything that a pull names; the faults alone when it was refused. The exercise spans all files that it read. */
export async function collectPull(pages: AsyncIterable<PullPage>): Promise<Pulled | { faults: Fault[] }> {
  const pulled: Omit<Pulled, keyof Head> = {
    accounts: [],
    bankAccounts: [],
    parties: [],
    lines: [],
    settlements: [],
    balances: [],
    warnings: [],
  };
  let company: Head | null = null;
  for await (const page of pages) {
    if (page.kind === 'refused') return { faults: page.faults };
    if (page.kind === 'company' && page.from !== null && page.to !== null)
      company = spanning(company, { ...page, from: page.from, to: page.to });
    if (page.kind === 'accounts') append(pulled.accounts, page.rows);
    if (page.kind === 'bank-accounts') append(pulled.bankAccounts, page.rows);
    if (page.kind === 'parties') append(pulled.parties, page.rows);
    if (page.kind === 'lines') append(pulled.lines, page.rows);
    if (page.kind === 'settlements') append(pulled.settlements, page.rows);
    if (page.kind === 'balances') append(pulled.balances, page.rows);
    if (page.kind === 'warning') pulled.warnings.push(page.fault);
    if (page.kind === 'end' && company) return { ...pulled, ...company };
  }
  return { faults: [fault('file-truncated', {}, { what: 'the reader stopped' })] };
}

function spanning(known: Head | null, { siren, from, to, inForce = [] }: Partial<Head> & Omit<Head, 'inForce'>): Head {
  if (!known) return { siren, from, to, inForce };
  return {
    siren: known.siren ?? siren,
    from: known.from < from ? known.from : from,
    to: known.to > to ? known.to : to,
    inForce: [...known.inForce, ...inForce],
  };
}

/** Spreading a hundred thousand rows into push would overflow the stack. */
function append<T>(all: T[], rows: readonly T[]): void {
  for (const row of rows) all.push(row);
}
