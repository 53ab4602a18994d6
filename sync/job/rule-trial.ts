// A rule tried in shadow: what it would have made of the lines of the last ninety days. Nothing but the trial itself is kept.
import type { Fault } from '../fault/index.ts';
import { ruleHolds } from '../match/rule.ts';
import type { CompanyId } from '../model/company.ts';
import { addDays, type Day } from '../model/day.ts';
import type { Proposal } from '../model/match.ts';
import type { CompanyRule } from '../model/memory.ts';
import type { RuleTrial, StoredRule } from '../model/rule.ts';
import type { StoredLine, Tx } from '../port/store.ts';
import type { TrialLine, TrialOutcome, TrialView } from '../port/trust-view.ts';
import { factsOf } from '../trust/lesson.ts';
import { attempt, type Desk } from './desk.ts';
import { proposalsFor } from './propose.ts';
import { known, viewOf } from './rule.ts';

const DAYS = 90;
/** Changed lines that are shown; all of them are counted. */
const SHOWN_MAX = 200;

/**
 * Tries a rule: for lines that wait, the engine with the rule against the engine without it (a rule may also change what other
 * lines are proposed); for decided ones, whether the rule says otherwise. The counts are kept as its trial.
 */
export function tryRule(desk: Desk, company: CompanyId, id: string): Promise<TrialView | Fault> {
  return attempt(desk, company, async (tx) => {
    const rule = await known(tx, id);
    const { zone } = await tx.company.get();
    const from = addDays(desk.clock.today(zone), -DAYS);
    const held = (await linesSince(tx, from, desk.clock.today(zone))).filter((line) => ruleHolds(rule.when, line));
    const waiting = await waitingChanges(tx, desk, rule);
    const settled = await decidedChanges(tx, rule, held);
    const lines = [...settled, ...waiting].sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0));
    const against = lines.filter((line) => line.against).length;
    const trial: RuleTrial = { at: desk.clock.now(), from, lines: held.length, changed: lines.length, against };
    await tx.rules.setTrial(id, trial);
    if (rule.state === 'draft') await tx.rules.setState(id, 'tried');
    const names = await namesOf(tx, rule);
    const state = rule.state === 'draft' ? 'tried' : rule.state;
    return { rule: viewOf({ ...rule, trial, state }, names), trial, lines: lines.slice(0, SHOWN_MAX) };
  });
}

async function linesSince(tx: Tx, from: Day, to: Day): Promise<StoredLine[]> {
  const accounts = await tx.bank.accounts();
  const found: StoredLine[] = [];
  for (const { account } of accounts) found.push(...(await tx.bank.linesBetween(account, from, to)));
  return found;
}

async function waitingChanges(tx: Tx, desk: Desk, rule: StoredRule): Promise<TrialLine[]> {
  const without = await proposalsFor(tx, desk, null, (memory) => ({
    ...memory,
    rules: memory.rules.filter((it) => it.id !== rule.id),
  }));
  const withIt = await proposalsFor(tx, desk, null, (memory) => ({
    ...memory,
    rules: [...memory.rules.filter((it) => it.id !== rule.id), rule],
  }));
  const unruled = new Map(without.map((it) => [it.lineId, it]));
  const lines: TrialLine[] = [];
  for (const proposal of withIt) {
    const old = unruled.get(proposal.lineId);
    const line = old && isOther(old, proposal) ? await tx.bank.line(proposal.lineId) : null;
    if (!line || !old) continue;
    const [was, now] = [await proposed(tx, old), await proposed(tx, proposal)];
    lines.push({ ...shown(line), old: was, now, against: false });
  }
  return lines;
}

function isOther(a: Proposal, b: Proposal): boolean {
  const said = ({ verdict, candidates: [best] }: Proposal) =>
    JSON.stringify([verdict === 'none', best?.partyId ?? null, best ? factsOf(best) : '', best?.signature === 'rule']);
  return said(a) !== said(b);
}

/** What was decided on lines that the rule holds for, where the rule says otherwise. */
async function decidedChanges(tx: Tx, rule: CompanyRule, held: readonly StoredLine[]): Promise<TrialLine[]> {
  const says = await outcomeOf(tx, rule);
  const lines: TrialLine[] = [];
  for (const line of held) {
    if (line.decisionId === null || (line.state !== 'settled' && line.state !== 'set-aside')) continue;
    const decision = await tx.decisions.get(line.decisionId);
    const partyId = decision?.candidate?.partyId ?? null;
    const isAside = line.state === 'set-aside';
    const agrees = isAside ? rule.outcome.kind !== 'party' : isSameParty(rule, partyId);
    if (agrees) continue;
    const documents = await documentsOf(tx, decision?.candidate?.allocations.map((it) => it.itemId) ?? []);
    const partyName = partyId === null ? null : ((await tx.view.names([partyId]))[partyId] ?? null);
    const old: TrialOutcome = { kind: isAside ? 'aside' : 'settled', partyName, documents, account: null };
    lines.push({ ...shown(line), old, now: says, against: true });
  }
  return lines;
}

function isSameParty({ outcome }: CompanyRule, partyId: string | null): boolean {
  return outcome.kind === 'party' && outcome.partyId === partyId;
}

async function outcomeOf(tx: Tx, rule: CompanyRule): Promise<TrialOutcome> {
  const { outcome } = rule;
  const nobody = { partyName: null, documents: [], account: null };
  if (outcome.kind === 'never') return { kind: 'nothing', ...nobody };
  if (outcome.kind === 'account') return { kind: 'account', ...nobody, account: outcome.account };
  return { kind: 'proposed', ...nobody, partyName: (await namesOf(tx, rule))[outcome.partyId] ?? null };
}

async function proposed(tx: Tx, { verdict, candidates: [best] }: Proposal): Promise<TrialOutcome> {
  const names = best?.partyId ? await tx.view.names([best.partyId]) : {};
  const partyName = best?.partyId ? (names[best.partyId] ?? null) : null;
  const account = best?.reasons.find((reason) => reason.key === 'rule-account')?.params['account'];
  if (account !== undefined) return { kind: 'account', partyName, documents: [], account: String(account) };
  if (verdict === 'none' || !best) return { kind: 'nothing', partyName: null, documents: [], account: null };
  const documents = await documentsOf(
    tx,
    best.allocations.map((it) => it.itemId),
  );
  return { kind: 'proposed', partyName, documents, account: null };
}

async function documentsOf(tx: Tx, itemIds: readonly string[]): Promise<string[]> {
  return (await tx.view.items(itemIds)).flatMap((item) => (item.document === null ? [] : [item.document]));
}

async function namesOf(tx: Tx, { outcome }: CompanyRule): Promise<Record<string, string>> {
  return outcome.kind === 'party' ? tx.view.names([outcome.partyId]) : {};
}

function shown(line: StoredLine): Omit<TrialLine, 'old' | 'now' | 'against'> {
  const { id: lineId, bookingDay: day, counterparty, ultimateParty, label, amountMinor, currency } = line;
  return { lineId, day, payer: counterparty ?? ultimateParty, label, amountMinor, currency };
}
