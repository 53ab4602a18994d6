// When VAT is due that the ledger books as collected without a word: the company declares it, and the declaration stays in the audit.
import type { Fault } from '../fault/index.ts';
import type { CompanyId, VatDue } from '../model/company.ts';
import type { Desk } from './desk.ts';
import { once, type Request } from './once.ts';

/** Null takes the declaration back: then the report says that nobody tells. No figure but the report of VAT depends on it. */
export function declareVat(
  desk: Desk,
  company: CompanyId,
  vatDue: VatDue | null,
  request: Request,
): Promise<string | Fault> {
  return once(desk, company, request, async (tx) => {
    const before = await tx.company.get();
    await tx.company.update({ ...before, vatDue });
    const facts = { from: before.vatDue ?? null, to: vatDue };
    await tx.audit.append({ at: desk.clock.now(), by: request.by, what: 'setting', subject: 'vat due', facts });
    return vatDue ?? '';
  });
}
