// Pulls a company's ERP into the store: what came between two marks is one transaction, so that a cut pull goes on from its mark.
import { type Fault, fault, isFault } from '../fault/index.ts';
import type { CompanyId } from '../model/company.ts';
import type { Erp, PullPage } from '../port/erp.ts';
import type { StoredLine, Tx } from '../port/store.ts';
import { applyPages } from './apply-pages.ts';
import { restate } from './booked.ts';
import { closeByErp, closeLetters } from './close-by-erp.ts';
import { attempt, type Desk } from './desk.ts';

/** `read`: bank lines that are new here. */
export type Pulled = { read: number };

/**
 * Pulls what changed since the last time (everything at first) and closes what the ERP settled, undid or removed by itself.
 * Faults: erp-* when it stopped answering; what was marked until then is kept, and the next pull goes on there.
 */
export async function pullErp(
  desk: Desk,
  erp: Erp,
  company: CompanyId,
  tell: (done: number, total: number) => Promise<void> = async () => {},
): Promise<Pulled | Fault> {
  const { cursor, progress } = await desk.store.within(company, (tx) => tx.link.get());
  let held: PullPage[] = [];
  let read = 0;
  const touched = new Set<string>();
  const keep = async (finish: (tx: Tx) => Promise<void>): Promise<Fault | null> => {
    const pages = held;
    held = [];
    for (const page of pages) if (page.kind === 'bank-lines') for (const { line } of page.rows) touched.add(line.id);
    const kept = await attempt(desk, company, async (tx) => {
      const applied = await applyPages(tx, desk, pages);
      await finish(tx);
      return applied;
    });
    if (isFault(kept)) return kept;
    read += kept.read;
    return null;
  };
  for await (const page of erp.pull(cursor)) {
    if (page.kind === 'refused') return page.faults[0] ?? fault('erp-unexpected', {}, { erp: erp.name, what: 'pull' });
    if (page.kind === 'mark') {
      const { done, total } = page;
      const failed = await keep((tx) => tx.link.mark({ cursor: page.cursor, progress: { done, total } }));
      if (failed) return failed;
      await tell(done, total);
    } else if (page.kind === 'end') {
      const failed = await keep(async (tx) => {
        await closeByErp(tx, desk);
        await closeLetters(tx, desk);
        // Which lines a pull that was cut had touched is not known any more.
        await restateAll(tx, progress === null ? [...touched] : null);
        await tx.link.put({ cursor: page.cursor, progress: null, pulledAt: desk.clock.now() });
      });
      if (failed) return failed;
      desk.log.info('pulled', { company, read });
      return { read };
    } else held.push(page);
  }
  return fault('erp-unexpected', {}, { erp: erp.name, what: 'the pull stopped' });
}

/** So many lines and what stands around them are held at a time. */
const RESTATED_AT_ONCE = 2_000;

/** Every line whose state may not be what the ledger says now; `touched`: the ERP's names of those that the pull brought, null: all. */
async function restateAll(tx: Tx, touched: readonly string[] | null): Promise<void> {
  // Of most lines nothing is left open: the database says so of all at once, and reads no entries for it.
  await tx.bank.settleWhole();
  let lines: StoredLine[] = [];
  let after = '';
  do {
    lines = await tx.bank.restatable(touched, after, RESTATED_AT_ONCE);
    after = lines.reduce((last, { id }) => (id > last ? id : last), after);
    await restate(tx, lines);
  } while (lines.length === RESTATED_AT_ONCE);
}
