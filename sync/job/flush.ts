// What a person just decided goes to the ERP at once, and what the ERP then says comes back: the night's last step, for one company.
import { type Fault, fault, isFault } from '../fault/index.ts';
import type { CompanyId } from '../model/company.ts';
import { proposeAll } from './alone.ts';
import type { Desk } from './desk.ts';
import { exclusively } from './exclusive.ts';
import { makeMissing } from './make-lines.ts';
import { pullErp } from './pull-erp.ts';
import { sendOutbox } from './send.ts';

/**
 * Sends what is planned, reads the ERP again and proposes anew for the lines that wait. Null when all is done or nothing was to
 * do. Faults: company-busy when a night is under way (it sends too), erp-* when the ERP does not answer: the rest waits.
 */
export async function flushOutbox(desk: Desk, companyId: CompanyId): Promise<Fault | null> {
  const company = await desk.store.within(companyId, (tx) => tx.company.get());
  const erp = desk.erps.open(company);
  if (!erp || company.mode === 'shadow') return null;
  const waiting = await desk.store.within(companyId, (tx) => tx.outbox.waiting());
  if (waiting.length === 0) return null;
  const failed = await exclusively(desk, companyId, async (stay): Promise<Fault | 'done'> => {
    const made = await makeMissing(desk, erp, company);
    if (isFault(made)) return made;
    const sent = await sendOutbox(desk, erp, company, stay);
    const pulled = await pullErp(desk, erp, companyId, stay);
    if (isFault(sent)) return sent;
    if (isFault(pulled)) return pulled;
    const proposed = await proposeAll(desk, companyId);
    return isFault(proposed) ? proposed : 'done';
  });
  if (failed === null) return fault('company-busy');
  return failed === 'done' ? null : failed;
}
