// The company's rules: written, tried in shadow, switched on and off, deleted; each step leaves its trace.
import type { Fault } from '../fault/index.ts';
import { ruleHolds, spelled } from '../match/rule.ts';
import type { CompanyId } from '../model/company.ts';
import type { CompanyRule } from '../model/memory.ts';
import type { RuleState, StoredRule } from '../model/rule.ts';
import type { Tx } from '../port/store.ts';
import type { RuleView } from '../port/trust-view.ts';
import { openAccounts } from './complete.ts';
import { type Desk, refuse } from './desk.ts';
import { once, type Request } from './once.ts';
import { proposeFor } from './propose.ts';

/** A label must spell out so many letters or digits, unless the payer's account says enough. */
const SPELLED_MIN = 3;

export type RuleDraft = Pick<CompanyRule, 'when' | 'outcome'> & { name: string; replaces: string | null };

export async function ruleViews(tx: Tx): Promise<RuleView[]> {
  const rules = await tx.rules.list();
  const parties = rules.flatMap(({ outcome }) => (outcome.kind === 'party' ? [outcome.partyId] : []));
  const names = await tx.view.names([...new Set(parties)]);
  return rules.map((rule) => viewOf(rule, names));
}

export function viewOf({ by, ...rule }: StoredRule, names: Readonly<Record<string, string>>): RuleView {
  const { outcome } = rule;
  const partyName = outcome.kind === 'party' ? (names[outcome.partyId] ?? null) : null;
  return { ...rule, by: by.kind === 'person' ? by.name : by.signature, partyName };
}

/** Writes a rule down as a draft that does nothing yet. One that replaces another takes it out of force at once. */
export function addRule(desk: Desk, company: CompanyId, draft: RuleDraft, request: Request): Promise<string | Fault> {
  return once(desk, company, request, async (tx) => {
    await check(tx, draft);
    const { replaces } = draft;
    const old = replaces === null ? null : await known(tx, replaces);
    if (old) await move(tx, desk, old, 'gone');
    const facts = { id: desk.newId(), state: 'draft', trial: null, by: request.by, at: desk.clock.now() } as const;
    const rule: StoredRule = { ...draft, ...facts };
    await tx.rules.add(rule);
    await audit(tx, desk, rule, 'added', request);
    return rule.id;
  });
}

/** Switches a rule on, which needs its trial, or off. The lines that it holds for are proposed anew at once. */
export function switchRule(
  desk: Desk,
  company: CompanyId,
  id: string,
  on: boolean,
  request: Request,
): Promise<string | Fault> {
  return once(desk, company, request, async (tx) => {
    const rule = await known(tx, id);
    if (on && rule.trial === null) refuse('rule-untried');
    await move(tx, desk, rule, on ? 'on' : 'off');
    await audit(tx, desk, rule, on ? 'on' : 'off', request);
    return id;
  });
}

/** Takes a rule away for good; what was decided under it keeps naming it. */
export function deleteRule(desk: Desk, company: CompanyId, id: string, request: Request): Promise<string | Fault> {
  return once(desk, company, request, async (tx) => {
    const rule = await known(tx, id);
    await move(tx, desk, rule, 'gone');
    await audit(tx, desk, rule, 'deleted', request);
    return id;
  });
}

export async function known(tx: Tx, id: string): Promise<StoredRule> {
  const rule = await tx.rules.get(id);
  if (!rule || rule.state === 'gone') refuse('rule-unknown');
  return rule;
}

async function check(tx: Tx, { when, outcome }: RuleDraft): Promise<void> {
  if (when.counterpartyAccount === undefined && spelled(when.label ?? '') < SPELLED_MIN) refuse('rule-too-wide');
  if (outcome.kind === 'party') {
    const names = await tx.view.names([outcome.partyId]);
    if (names[outcome.partyId] === undefined) refuse('party-missing');
  }
  if (outcome.kind === 'account') {
    const open = await openAccounts(tx);
    if (!open.has(outcome.account)) refuse('request-invalid', { what: outcome.account });
  }
}

async function move(tx: Tx, desk: Desk, rule: StoredRule, state: RuleState): Promise<void> {
  await tx.rules.setState(rule.id, state);
  if (rule.state !== 'on' && state !== 'on') return;
  const lines = (await tx.bank.openLines()).filter((line) => ruleHolds(rule.when, line));
  if (lines.length > 0)
    await proposeFor(
      tx,
      desk,
      lines.map((line) => line.id),
    );
}

async function audit(tx: Tx, desk: Desk, rule: StoredRule, what: string, { by }: Request): Promise<void> {
  const { name, when, outcome, replaces, trial } = rule;
  const facts = { rule: what, name, when, outcome, replaces, trial };
  await tx.audit.append({ at: desk.clock.now(), by, what: 'setting', subject: rule.id, facts });
}
