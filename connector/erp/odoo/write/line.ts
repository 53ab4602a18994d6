// A posting whose entry is a bank line's own: released, written in one transaction, read back.
import { type Fault, fault, isFault } from '../../../../sync/fault/index.ts';
import { sum } from '../../../../sync/model/money.ts';
import type { Posting, Receipt } from '../../../../sync/port/erp.ts';
import type { Chart } from '../chart.ts';
import type { Host } from '../host.ts';
import type { Reply } from '../transport/transport.ts';
import { type BankSide, bankSide } from './bank.ts';
import { locked, unaccepted, wrongItem } from './check.ts';
import { canDecide, decide } from './decide.ts';
import { completesParts, matchPlaced, writeMatch } from './match.ts';
import type { Plan } from './plan.ts';
import { receiptOf } from './receipt.ts';
import { freedBy, type Released, release } from './release.ts';
import { isWhole, type Placed, placedAmong, placedIn } from './standing.ts';
import { undoLine } from './undo-line.ts';
import { locksAndWarnings } from './vat.ts';

/** Faults as `Erp.post`; after erp-unreachable, erp-busy and erp-unexpected it is asked again, and finds what stands. */
export async function postOnLine(
  host: Host,
  chart: Chart,
  posting: Posting,
  plan: Plan,
  bank: BankSide,
): Promise<Receipt | Fault> {
  const found = await placedAmong(host, chart, bank.entry, plan.parts);
  if (isFault(found)) return found;
  const released = await freedBy(host, chart, posting);
  if (isFault(released)) return released;
  const done = async (placed: readonly Placed[]) =>
    (await givePartners(host, placed)) ??
    receiptOf(posting, plan, { kind: 'line', statementLine: bank.statementLine, move: bank.move }, released);
  const finish = async (around: BankSide, placed: readonly Placed[]) => {
    const whole = await matchedWhole(host, chart, around, plan, placed);
    return isFault(whole) ? whole : done(whole);
  };
  if (found !== null && plan.parts.length > 0) return finish(withoutOurs(bank, plan), found);
  const wrong = await refusal(host, chart, posting, plan, bank, released);
  if (wrong) return wrong;
  const isOneCall = await canDecide(host, plan, true);
  const decided = isOneCall ? await decide(host, chart, posting, plan, { bank }, released) : null;
  if (decided) return decided;
  const freed = await release(host, released);
  if (isFault(freed)) return freed;
  const reply = await writeMatch(host, chart, bank, plan);
  if (!reply.ok && reply.done === 'no') return reply.fault;
  const placed = await placedIn(host, chart, bank.move, plan.parts);
  // Neither yes nor no can be read now; asked again, the next call begins by reading.
  if (isFault(placed)) return reply.ok ? unread(bank) : reply.fault;
  if (placed === null) return otherwise(host, chart, bank, reply, plan);
  return finish(bank, placed);
}

/** What stands there, matched whole; else all of it is taken back. After a match whose answer was lost the posting is asked again. */
async function matchedWhole(
  host: Host,
  chart: Chart,
  bank: BankSide,
  plan: Plan,
  placed: readonly Placed[],
): Promise<readonly Placed[] | Fault> {
  if (placed.every(isWhole)) return placed;
  const failed = await matchPlaced(host, plan, placed);
  if (failed?.done === 'unknown') return failed.fault;
  const now = await placedIn(host, chart, bank.move, plan.parts);
  if (isFault(now)) return now;
  if (now?.every(isWhole)) return now;
  const taken = await rival(host, bank, plan);
  return failed && taken.code === 'match-rival' ? failed.fault : taken;
}

async function refusal(
  host: Host,
  chart: Chart,
  posting: Posting,
  plan: Plan,
  bank: BankSide,
  released: Released,
): Promise<Fault | null> {
  const total = sum(plan.parts.map((part) => part.balanceMinor));
  if (bank.suspense?.balanceMinor !== total) return fault('line-decided', {}, { by: 'Odoo' });
  if (bank.others > 0 && !completesParts(host) && !(await canDecide(host, plan, true)))
    return fault('line-partly', {}, { erp: 'Odoo' });
  const happening = { day: bank.date, isReceipt: true, released: released.live };
  const looked = await locksAndWarnings(host, chart, plan, happening);
  if (isFault(looked)) return looked;
  const { locks, warnings } = looked;
  return locked(bank.date, plan, locks) ?? wrongItem(posting, plan, released.freed) ?? unaccepted(posting, warnings);
}

/** The plan does not stand there: nothing does, or something else, which is not left standing. */
async function otherwise(host: Host, chart: Chart, bank: BankSide, reply: Reply, plan: Plan): Promise<Fault> {
  const now = await bankSide(host, chart, bank.statementLine);
  if (isFault(now)) return reply.ok ? unread(bank) : reply.fault;
  const untouched =
    now.suspense?.id === bank.suspense?.id || now.suspense?.balanceMinor === bank.suspense?.balanceMinor;
  if (!untouched) return rival(host, bank, plan);
  return reply.ok ? fault('erp-refused', {}, { erp: 'Odoo', what: 'nothing was written' }) : reply.fault;
}

/** Where the host gave every line the bank line's partner, each gets its own: an auxiliary account must add up. */
async function givePartners(host: Host, placed: readonly Placed[]): Promise<Fault | null> {
  for (const { part, line, partner } of placed) {
    if (part.partner === null || part.partner === partner) continue;
    const vals = { partner_id: part.partner };
    const reply = await host.call({
      model: 'account.move.line',
      method: 'write',
      effect: 'write',
      ids: [line],
      named: { vals },
    });
    if (!reply.ok) return reply.fault;
  }
  return null;
}

/** Somebody was faster, and Odoo matched what was left without a word: all of ours is taken back. */
async function rival(host: Host, bank: BankSide, plan: Plan): Promise<Fault> {
  const document = [...plan.items.values()].map((item) => item.name).join(', ');
  // Odoo undoes the whole line only, and with it what somebody else matched before: a person looks.
  if (bank.others > 0) return fault('match-partial', {}, { erp: 'Odoo', document });
  const undone = await undoLine(host, bank.statementLine);
  return fault(undone === null ? 'match-rival' : 'match-partial', {}, { erp: 'Odoo', document });
}

/** The line as it was before what of the plan stands there. */
function withoutOurs(bank: BankSide, { parts }: Plan): BankSide {
  return { ...bank, others: bank.others - parts.length };
}

function unread(bank: BankSide): Fault {
  return fault('erp-unexpected', {}, { erp: 'Odoo', what: `line ${bank.statementLine} could not be read back` });
}
