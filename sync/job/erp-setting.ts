// What stands between an ERP and our writing: figures that must agree, and a look after it was put back from a backup.
import { type Fault, fault } from '../fault/index.ts';
import type { Company, CompanyId, Mode } from '../model/company.ts';
import type { Actor } from '../model/decision.ts';
import type { Tx } from '../port/store.ts';
import { controlFigures } from './control.ts';
import { attempt, type Desk, refuse } from './desk.ts';

/** Whether this change lets the program write to an ERP that it only read until now. */
export function endsShadow(company: Pick<Company, 'erp' | 'mode'>, mode: Mode): boolean {
  return company.erp !== 'fec' && company.mode === 'shadow' && mode !== 'shadow';
}

/** Refuses to leave shadow mode (control-differs) before the ERP was read whole, or while a control figure differs. */
export async function checkControl(tx: Tx, company: Company, mode: Mode): Promise<void> {
  if (!endsShadow(company, mode)) return;
  const { pulledAt } = await tx.link.get();
  const apart = (await controlFigures(tx)).filter((it) => it.erpMinor !== it.oursMinor);
  const what = apart.map((it) => [it.name, it.account].join(' ').trim()).join(', ');
  if (pulledAt === null || apart.length > 0) refuse(fault('control-differs', {}, { what: what || 'ERP' }));
}

/** A person has looked at what stopped the writing. */
export function resumeWriting(desk: Desk, companyId: CompanyId, by: Actor): Promise<CompanyId | Fault> {
  return attempt(desk, companyId, async (tx) => {
    const { halted } = await tx.link.get();
    await tx.link.put({ halted: null });
    const facts = { resumed: halted?.code ?? null };
    await tx.audit.append({ at: desk.clock.now(), by, what: 'setting', subject: companyId, facts });
    return companyId;
  });
}
