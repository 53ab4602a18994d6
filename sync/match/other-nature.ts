// Lines that pay no open item: repeats of the feed, returns, transfers between own accounts, and what a rule puts elsewhere.
import type { Candidate, Reason } from '../model/match.ts';
import type { Memory } from '../model/memory.ts';
import type { PartyId } from '../model/party.ts';
import type { Batch } from './batch.ts';
import type { Decided } from './decide.ts';
import { findingsOf } from './finding.ts';
import type { Reading } from './reading/reading.ts';
import { ruleHolds } from './rule.ts';
import { because } from './situation.ts';
import { squash } from './squash.ts';

/** ISO 20022 reason codes of returns (external code list), as they stand in a label. */
const REASON_CODE =
  /\b(A[CGM]\d\d|B[EX]\d\d|[CD]NOR|CURR|CUST|DUPL|FF\d\d|FOCR|FRAD|M[DS]\d\d|NARR|R[CR]\d\d|SL\d\d|TECH|UPAY)\b/;

export function otherNature(reading: Reading, batch: Batch, memory: Memory): Decided | null {
  const { line } = reading;
  const original = batch.duplicates.get(line.id);
  if (original !== undefined) return nothing(reading, [because('duplicate', { line: original })]);
  const rule = memory.rules.find((one) => one.outcome.kind !== 'party' && ruleHolds(one.when, line));
  if (rule?.outcome.kind === 'never') return nothing(reading, []);
  if (rule?.outcome.kind === 'account')
    return suggestion(reading, 'rule', {
      adjustments: [{ kind: 'other', amountMinor: line.amountMinor, account: rule.outcome.account }],
      restMinor: 0,
      reasons: [because('rule-account', { account: rule.outcome.account, rule: rule.id })],
    });
  const own =
    line.counterpartyAccount !== null &&
    memory.ownAccounts.some((account) => squash(account) === squash(line.counterpartyAccount ?? ''));
  if (own || (reading.intents.has('internal') && reading.mentions.length === 0)) {
    const pair = batch.pairOf(reading);
    return suggestion(reading, 'transfer', {
      reasons: pair === null ? [because('own-transfer')] : [because('own-transfer-pair', { line: pair })],
    });
  }
  return isReturn(reading) ? returned(reading, batch) : null;
}

/** Money taken back: a return is an event of its own, never a receipt with a minus. */
function isReturn(reading: Reading): boolean {
  return (
    reading.intents.has('return') &&
    (reading.sign < 0 || reading.line.returnReason !== null || reading.mentions.length === 0)
  );
}

function returned(reading: Reading, batch: Batch): Decided {
  const { line } = reading;
  const original = batch.originalOf(reading);
  const stated = line.endToEndId !== null && squash(line.endToEndId) !== 'NOTPROVIDED' ? line.endToEndId : null;
  const code = line.returnReason ?? REASON_CODE.exec(reading.label.plain)?.[1] ?? '';
  const reasons = [because('return', { code, reference: stated ?? '' })];
  const partyId = reading.payer.parties.length === 1 ? reading.payer.parties[0]!.id : namedParty(reading);
  return suggestion(reading, 'return', { reasons, partyId, reverses: stated ?? original });
}

/** The one customer whose invoice of this amount the line names. */
function namedParty({ mentions, amount }: Reading): PartyId | null {
  const slots = mentions.flatMap((mention) => (mention.excluded ? [] : mention.slots));
  const parties = new Set(slots.filter((slot) => slot.item.amountMinor === amount).map((slot) => slot.item.partyId));
  const [only = null] = parties;
  return parties.size === 1 ? only : null;
}

function nothing(reading: Reading, doubts: Reason[]): Decided {
  const candidates = doubts.length === 0 ? [] : [candidate(reading, 'duplicate', { doubts })];
  return {
    proposal: { lineId: reading.line.id, verdict: 'none', signature: null, candidates, findings: findingsOf(reading) },
    bound: 0,
  };
}

function suggestion(reading: Reading, signature: string, facts: Partial<Candidate>): Decided {
  const candidates = [candidate(reading, signature, facts)];
  return {
    proposal: { lineId: reading.line.id, verdict: 'suggest', signature, candidates, findings: findingsOf(reading) },
    bound: 0,
  };
}

function candidate(reading: Reading, signature: string, facts: Partial<Candidate>): Candidate {
  return {
    partyId: null,
    allocations: [],
    adjustments: [],
    restMinor: reading.line.amountMinor,
    reverses: null,
    signature,
    score: 0,
    reasons: [],
    doubts: [],
    ...facts,
  };
}
