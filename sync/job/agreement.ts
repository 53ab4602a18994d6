// Agreements to set off, as people write them down and end them; each step leaves its trace.
import type { Fault } from '../fault/index.ts';
import type { Agreement } from '../model/agreement.ts';
import type { CompanyId } from '../model/company.ts';
import type { Tx } from '../port/store.ts';
import type { AgreementView } from '../port/trust-view.ts';
import { type Desk, refuse } from './desk.ts';
import { once, type Request } from './once.ts';
import { proposeFor } from './propose.ts';
import { inForce } from './set-off.ts';

export type AgreementDraft = Pick<Agreement, 'customerId' | 'supplierId' | 'since' | 'note'>;

/** Those in force, oldest first. */
export async function agreementViews(tx: Tx): Promise<AgreementView[]> {
  const agreements = await inForce(tx);
  const names = await tx.view.names([...new Set(agreements.flatMap((it) => [it.customerId, it.supplierId]))]);
  return agreements.map(({ id, customerId, supplierId, since, note, by }) => ({
    id,
    customerId,
    customerName: names[customerId] ?? null,
    supplierId,
    supplierName: names[supplierId] ?? null,
    since,
    note,
    by: by.kind === 'person' ? by.name : by.signature,
  }));
}

/** Writes an agreement down. What waits of the customer is proposed anew at once; nothing is settled by it alone. */
export function addAgreement(
  desk: Desk,
  company: CompanyId,
  draft: AgreementDraft,
  request: Request,
): Promise<string | Fault> {
  return once(desk, company, request, async (tx) => {
    const { customerId, supplierId } = draft;
    const names = await tx.view.names([customerId, supplierId]);
    if (names[customerId] === undefined || names[supplierId] === undefined) refuse('party-missing');
    if ((await inForce(tx)).some((it) => it.customerId === customerId && it.supplierId === supplierId))
      refuse('agreement-twice');
    const agreement: Agreement = { ...draft, id: desk.newId(), by: request.by, at: desk.clock.now(), ended: null };
    await tx.agreements.add(agreement);
    await follow(tx, desk, agreement, 'added', request);
    return agreement.id;
  });
}

/** Ends it from now on; what was decided by it stands. */
export function endAgreement(desk: Desk, company: CompanyId, id: string, request: Request): Promise<string | Fault> {
  return once(desk, company, request, async (tx) => {
    const agreement = (await inForce(tx)).find((it) => it.id === id);
    if (!agreement) refuse('agreement-unknown');
    await tx.agreements.end(id, { by: request.by, at: desk.clock.now() });
    await follow(tx, desk, agreement, 'ended', request);
    return id;
  });
}

async function follow(tx: Tx, desk: Desk, it: Agreement, what: string, { by }: Request): Promise<void> {
  const { customerId, supplierId, since, note } = it;
  const facts = { agreement: what, customerId, supplierId, since, note };
  await tx.audit.append({ at: desk.clock.now(), by, what: 'setting', subject: it.id, facts });
  const waiting = await tx.bank.openLines();
  if (waiting.length > 0) await proposeFor(tx, desk, null);
}
