// Where statements of the company's accounts are missing.
import type { Fault } from '../fault/index.ts';
import type { CompanyId } from '../model/company.ts';
import type { StatementGap } from '../port/view-import.ts';
import { gapsOf } from '../statement/continuity.ts';
import { type Desk, seen } from './desk.ts';

/** Of every account, the holes between its statements; what the ERP keeps may be half typed and counts for nothing. */
export async function statementGaps(desk: Desk, company: CompanyId): Promise<StatementGap[] | Fault> {
  return seen(desk, company, async (tx) => {
    const gaps: StatementGap[] = [];
    for (const { account, currency } of await tx.bank.accounts()) {
      const rows = (await tx.bank.statementsOf(account)).filter((row) => row.format !== 'erp');
      for (const gap of gapsOf(rows)) gaps.push({ account, currency, ...gap });
    }
    return gaps;
  });
}
