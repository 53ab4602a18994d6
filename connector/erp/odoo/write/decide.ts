// A decision in one call to the addon, where it is installed: checked again, written, noted and named there in one transaction.
import { type Fault, type FaultCode, fault, isFault } from '../../../../sync/fault/index.ts';
import type { Posting, Receipt } from '../../../../sync/port/erp.ts';
import type { Chart } from '../chart.ts';
import type { Host } from '../host.ts';
import type { BankSide } from './bank.ts';
import type { ItemSide } from './item.ts';
import type { Part, Plan } from './plan.ts';
import { type Place, receiptOf } from './receipt.ts';
import type { Released } from './release.ts';
import { isWhole, placedIn } from './standing.ts';
import { itemValues, wireAmount } from './vals.ts';

const MODEL = 'lettrage.decision';
/** The addon's field that says in which form it takes decisions. */
const FORM = 'form_1';

/** Where the parts go: a bank line's entry, one of their own (`journal`), or none where only lines of the ledger are joined. */
export type Target = { bank: BankSide } | { journal: number; reference: string } | null;

/** Whether this host takes the plan in one call: known by the addon's own field, never by a version. */
export async function canDecide(host: Host, plan: Plan, onBankLine: boolean): Promise<boolean> {
  // Odoo may add tax lines of its own to an entry that is made as a draft first: the public way reads what became of it.
  if (!onBankLine && plan.parts.some((part) => Object.keys(part.tax).length > 0)) return false;
  // It takes joins in the company's currency.
  if (plan.joins.some((join) => join.foreign !== null)) return false;
  return hasAddon(host);
}

/** Asked once of each host that answered: without the addon every write would ask in vain. */
const answered = new WeakMap<Host, boolean>();

async function hasAddon(host: Host): Promise<boolean> {
  const before = answered.get(host);
  if (before !== undefined) return before;
  const known = await host.fields(MODEL, [FORM]);
  const has = !isFault(known) && known.length > 0;
  if (!isFault(known) || known.code === 'erp-refused') answered.set(host, has);
  return has;
}

/** True when the addon wrote this decision before, its note included. */
export async function wasDecided(host: Host, { decisionId }: Posting): Promise<boolean> {
  if (!(await hasAddon(host))) return false;
  const reply = await host.call({ model: MODEL, method: 'answer_of', effect: 'read', named: { key: decisionId } });
  return reply.ok && typeof reply.value === 'object' && reply.value !== null;
}

/**
 * Writes it, or changes nothing. Faults: what the addon found otherwise than it was decided on (item-moved, item-draft,
 * line-decided, match-rival, period-locked), Odoo's own refusals, and those of a lost answer, after which it is asked again.
 * Null, with nothing written, where the addon was removed meanwhile.
 */
export async function decide(
  host: Host,
  chart: Chart,
  posting: Posting,
  plan: Plan,
  target: Target,
  released: Released,
): Promise<Receipt | Fault | null> {
  const named = { decision: decisionOf(chart, host, posting, plan, target, released) };
  const reply = await host.call({ model: MODEL, method: 'post_decision', effect: 'write', named });
  if (!reply.ok) return reply.done === 'no' && !(await isStillThere(host)) ? null : reply.fault;
  const answer = typeof reply.value === 'object' && reply.value !== null ? { ...reply.value } : {};
  if ('refused' in answer) return refusalOf(answer);
  const move = 'move' in answer && typeof answer.move === 'number' ? answer.move : null;
  if ('again' in answer && answer.again === true && move !== null) {
    // It was written before; whether it still stands is told by the books.
    const placed = await placedIn(host, chart, move, plan.parts);
    if (isFault(placed)) return placed;
    if (placed === null || !placed.every(isWhole)) return fault('line-decided', {}, { by: 'Odoo' });
  }
  const receipt = receiptOf(posting, plan, placeOf(target, move), released);
  const isNoted = !('noted' in answer) || answer.noted === true;
  return { ...receipt, facts: { ...receipt.facts, note: isNoted ? 'left' : 'missing' } };
}

/** Asked anew: what was found out when the program began may have been taken away since. */
async function isStillThere(host: Host): Promise<boolean> {
  const named = { attributes: ['type'] };
  const reply = await host.call({ model: MODEL, method: 'fields_get', effect: 'read', named });
  const is = reply.ok || reply.fault.code !== 'erp-refused';
  if (!is) answered.set(host, false);
  return is;
}

function placeOf(target: Target, move: number | null): Place {
  if (target && 'bank' in target) {
    return { kind: 'line', statementLine: target.bank.statementLine, move: target.bank.move };
  }
  return move === null ? { kind: 'join' } : { kind: 'entry', move };
}

function decisionOf(
  chart: Chart,
  host: Host,
  posting: Posting,
  plan: Plan,
  target: Target,
  released: Released,
): Record<string, unknown> {
  const onLine = target && 'bank' in target ? target.bank : null;
  const own = target && 'journal' in target ? target : null;
  return {
    key: posting.decisionId,
    line: onLine?.statementLine ?? false,
    payer: onLine && onLine.others > 0 ? false : (plan.payer ?? false),
    entry: own ? { journal: own.journal, date: posting.day, ref: own.reference } : false,
    parts: plan.parts.map((part) => ({
      values: itemValues(part, chart, host.dialect.write.amount),
      settles: part.settles?.id ?? false,
      wanted: wantedOf(part, chart),
    })),
    joins: plan.joins.map((it) => [it.debit.id, it.credit.id, wireAmount(it.amountMinor, chart.currency)]),
    releases: released.live.map((row) => row.id),
    items: [...plan.items.values()].map((item) => expectedOf(item, chart)),
    by: posting.by ?? false,
  };
}

function wantedOf({ settles, foreign, balanceMinor }: Part, chart: Chart): number {
  if (settles === null) return 0;
  return foreign
    ? wireAmount(Math.abs(foreign.minor), foreign.currency)
    : wireAmount(Math.abs(balanceMinor), chart.currency);
}

/** The item as it was read and compared with what was decided on, just before. */
function expectedOf({ id, partner, residualMinor, foreign }: ItemSide, chart: Chart): Record<string, unknown> {
  return {
    id,
    partner: partner ?? false,
    residual: wireAmount(residualMinor, chart.currency),
    residual_currency: foreign ? wireAmount(foreign.minor, foreign.currency) : false,
  };
}

const REFUSALS = [
  'item-moved',
  'item-draft',
  'line-decided',
  'match-rival',
  'period-locked',
] as const satisfies FaultCode[];

function refusalOf(answer: object): Fault {
  const said = new Map(Object.entries(answer).map(([name, value]) => [name, String(value)]));
  const refused = said.get('refused');
  said.delete('refused');
  const code = REFUSALS.find((it) => it === refused);
  if (code === undefined) return fault('erp-refused', {}, { erp: 'Odoo', what: String(refused) });
  return fault(code, {}, { erp: 'Odoo', what: 'Odoo', ...Object.fromEntries(said) });
}
