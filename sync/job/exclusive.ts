// Work with a company's ERP that only one program does at a time: a pull that was read before a write must not be kept after it.
import type { CompanyId } from '../model/company.ts';
import type { Desk } from './desk.ts';

/** `stay` is called now and then during long work, so that the lock is not taken for forgotten. */
export type Stay = () => Promise<void>;

/** Runs `work` unless somebody else is at it: then null. The lock goes with its transaction, also when the program dies. */
export function exclusively<T>(desk: Desk, company: CompanyId, work: (stay: Stay) => Promise<T>): Promise<T | null> {
  return desk.store.within(company, async (lock) => {
    if (!(await lock.company.alone('erp'))) return null;
    return work(async () => {
      await lock.company.get();
    });
  });
}
