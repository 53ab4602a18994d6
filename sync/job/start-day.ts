// Where matching begins: for a ledger without letters a person chooses a day, and any other day later.
import { type Fault, isFault } from '../fault/index.ts';
import type { Company, CompanyId } from '../model/company.ts';
import { type Day, laterOf, startOfMonth } from '../model/day.ts';
import { CUSTOMER_ROLES, isBefore } from '../model/ledger.ts';
import { sum } from '../model/money.ts';
import type { FileRow, Tx } from '../port/store.ts';
import type { StartEffect, StartView } from '../port/view.ts';
import { applyPulled } from './apply-ledger.ts';
import { restate } from './booked.ts';
import { type Desk, refuse, seen } from './desk.ts';
import { followImport } from './import.ts';
import { once, type Request } from './once.ts';
import { collectPull, type Pulled } from './pull.ts';
import { tick } from './tick.ts';

const CUSTOMER: ReadonlySet<string> = new Set(CUSTOMER_ROLES);

/**
 * Begins on this day (null: at the beginning, as without a choice) by reading the ledger's files anew. Refused while decisions
 * stand on lines that would disappear (start-decided), and without a ledger (ledger-missing); nothing is changed then.
 */
export async function startOn(
  desk: Desk,
  company: CompanyId,
  day: Day | null,
  request: Request,
): Promise<StartView | Fault> {
  const done = await once(desk, company, request, async (tx) => {
    const before = await tx.company.get();
    const pulled = await pullFrom(desk, await ledgersOf(tx), { ...before, startDay: day });
    await tx.company.update({ ...before, startDay: day });
    await applyPulled(tx, desk, pulled);
    const overtaken = await tx.ledger.overtaken();
    if (overtaken.length > 0) refuse('start-decided', { count: overtaken.length });
    await tick(tx, desk);
    await restate(tx, await tx.bank.tickedLines(true));
    const facts = { startDay: day, before: before.startDay };
    await tx.audit.append({ at: desk.clock.now(), by: request.by, what: 'setting', subject: 'start day', facts });
    return day ?? '';
  });
  if (isFault(done)) return done;
  await followImport(desk, company);
  return startView(desk, company, day);
}

/** The view where there is something to choose: the ledger carries no letter at all, or a day was chosen before. */
export async function startOffer(desk: Desk, company: CompanyId): Promise<StartView | null | Fault> {
  const isOffered = await seen(desk, company, async (tx) => {
    const hasLedger = (await tx.ledger.accounts()).length > 0;
    return (await tx.company.get()).startDay !== null || (hasLedger && !(await tx.ledger.isLettered()));
  });
  return isOffered === true ? startView(desk, company) : isOffered === false ? null : isOffered;
}

/**
 * What starting on a day would do; without one, what the day in force does, else what the first day of the newest exercise
 * would. Told by the ledger alone: our own decisions do not matter here.
 */
export function startView(desk: Desk, company: CompanyId, asked: Day | null = null): Promise<StartView | Fault> {
  return seen(desk, company, async (tx) => {
    const own = await tx.company.get();
    const files = await ledgersOf(tx);
    const [first, ...others] = files.flatMap(({ ledger }) => (ledger ? [ledger.from] : []));
    if (first === undefined) refuse('ledger-missing');
    const suggested = startOfMonth(others.reduce(laterOf, first));
    const pulled = await pullFrom(desk, files, { ...own, startDay: null });
    const customers = pulled.lines.filter((line) => CUSTOMER.has(line.role));
    const unlettered = customers.length > 0 && customers.every((line) => line.letter === null);
    const effect = effectOf(pulled, asked ?? own.startDay ?? suggested);
    return { startDay: own.startDay, unlettered, suggested, effect, currency: own.currency };
  });
}

async function ledgersOf(tx: Tx): Promise<FileRow[]> {
  const files = await tx.files.currentLedgers();
  return files.length === 0 ? refuse('ledger-missing') : files;
}

async function pullFrom(desk: Desk, files: readonly FileRow[], company: Company): Promise<Pulled> {
  const pulled = await collectPull(desk.files.openLedger(files, company).pull(null));
  return 'faults' in pulled ? refuse(pulled.faults[0] ?? 'ledger-missing') : pulled;
}

/** Of the lines that no letter settles: those that stay, and those that become one balance for each customer. */
function effectOf({ lines, settlements }: Pulled, day: Day): StartEffect {
  const settled = new Set(settlements.flatMap(({ debitId, creditId }) => [debitId, creditId]));
  const open = lines.filter((line) => CUSTOMER.has(line.role) && !settled.has(line.id) && line.amountMinor !== 0);
  const earlier = open.filter((line) => isBefore(day, { day: line.day, opening: line.kind === 'opening' }));
  return {
    day,
    items: open.length - earlier.length,
    earlier: {
      items: earlier.length,
      parties: new Set(earlier.map((line) => line.partyId)).size,
      amountMinor: sum(earlier.map((line) => line.amountMinor)),
    },
  };
}
