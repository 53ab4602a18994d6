// Proposals for the lines that wait, stored with the engine's version and the rules that hold.

import { type MatchOptions, matchLines, openIndex } from '../match/index.ts';
import { ruleHolds } from '../match/rule.ts';
import { DEFINITION_HASH } from '../match/signature.ts';
import type { Company } from '../model/company.ts';
import { inCurrency } from '../model/foreign.ts';
import type { LedgerLine, OpenItem } from '../model/ledger.ts';
import type { Proposal } from '../model/match.ts';
import type { CompanyRule, Memory } from '../model/memory.ts';
import { sum } from '../model/money.ts';
import { type Party, supplierCode } from '../model/party.ts';
import type { BankLine } from '../model/statement.ts';
import type { StoredLine, Tx } from '../port/store.ts';
import { besidesFor } from './beside.ts';
import { bookedItems } from './booked.ts';
import type { Desk } from './desk.ts';
import type { IndexShelf } from './index-shelf.ts';
import { leftOf, saidOfPart } from './left.ts';
import { doubtBooked } from './maybe-booked.ts';
import { memoryOf } from './memory.ts';
import { type Known, mispostedIn, moveOf } from './misposted.ts';
import { inForce, onlyNetted, owedTo } from './set-off.ts';
import { splitBatches } from './split.ts';
import { policyOf, trustAt } from './trust.ts';
import { twinsOf } from './twins.ts';

/** Changes with every change of what the evidence classes mean. */
export const ENGINE = `match ${DEFINITION_HASH}`;

/** Proposes anew for these lines (all that wait when null) inside a transaction, and stores what the engine says. */
export async function proposeFor(tx: Tx, desk: Desk, lineIds: readonly string[] | null): Promise<Proposal[]> {
  const proposals = await proposalsFor(tx, desk, lineIds);
  if (proposals.length > 0) await tx.proposals.put(proposals, ENGINE);
  return proposals;
}

/** What the engine says, without storing it; `other` makes of the company's memory another one, to see what it would change. */
export async function proposalsFor(
  tx: Tx,
  desk: Desk,
  lineIds: readonly string[] | null,
  other: (memory: Memory) => Memory = (memory) => memory,
): Promise<Proposal[]> {
  const waiting = await tx.bank.openLines();
  const lines = lineIds === null ? waiting : waiting.filter((line) => lineIds.includes(line.id));
  if (lines.length === 0) return [];
  const booked = await bookedItems(tx, waiting);
  const taken = new Set([...booked.values()].flat().map((item) => item.id));
  // A payment that another bank line stands for is no credit to net with.
  // Nor is a sum of what came before the start day anything that a payment could be seen to pay.
  const open = await tx.ledger.openItems();
  const items = open.filter((item) => !taken.has(item.id) && item.kind !== 'earlier');
  const company = await tx.company.get();
  const agreements = await inForce(tx);
  const isOfFiles = company.erp === 'fec';
  // What a ledger of files leaves open on accounts of collection was never lettered there, and says nothing.
  const beside = (await tx.ledger.besideItems()).filter((item) => !isOfFiles || item.role === 'payable');
  const owed = owedTo(agreements, beside).filter((item) => !taken.has(item.id));
  const paid = await tx.ledger.paidInvoices(lineIds === null ? null : lines.map((line) => line.label));
  const known = await tx.ledger.parties();
  const parties = known.filter((party) => supplierCode(party.id) === null);
  const memory = other(await memoryOf(tx, lines, agreements));
  const { counts } = await trustAt(tx, desk.clock.today(company.zone));
  const options: MatchOptions = { memory, counts, policy: policyOf(company) };
  const byId = new Map(lines.map((line) => [line.id, line]));
  const fresh = lines.filter((line) => line.booked.length === 0);
  const near: Near = { items, owed, beside, parties, known, paid };
  const home = fresh.filter((line) => isAtHome(line, company));
  const abroad = fresh.filter((line) => !isAtHome(line, company));
  const unbooked = [
    ...(await proposeNear(tx, company, home, near, options, desk.indexes)),
    ...(await proposeAbroad(tx, company, abroad, near, options)),
  ];
  const joined = joinBooked(lines, company, booked, items, parties, options);
  const proposals = [...unbooked, ...(await withMoves(tx, joined, unbooked, { items: open, parties, memory }))].map(
    (it) => {
      const line = byId.get(it.lineId);
      return withRules(line ? saidOfPart(it, line, leftOf(line, company)) : it, line, memory.rules);
    },
  );
  return withoutTwins(tx, await doubtBooked(tx, company, waiting, proposals));
}

/** What lines may take: customers' items, those that agreements let net (`owed`), those beside, and what is paid already. */
type Near = {
  items: readonly OpenItem[];
  owed: readonly OpenItem[];
  beside: readonly OpenItem[];
  parties: readonly Party[];
  /** Also the suppliers of a ledger of files, whom customers are matched without. */
  known: readonly Party[];
  paid: readonly LedgerLine[];
};

async function proposeNear(
  tx: Tx,
  company: Company,
  lines: readonly StoredLine[],
  { items, owed, beside, parties, known, paid }: Near,
  options: MatchOptions,
  kept: IndexShelf | null = null,
): Promise<Proposal[]> {
  if (lines.length === 0) return [];
  const byId = new Map(lines.map((line) => [line.id, line]));
  const owedIds = new Set(owed.map((item) => item.id));
  const left = lines.map((line) => ({ ...line, amountMinor: leftOf(line, company) }));
  const batches = await splitBatches(tx, left);
  const all = [...items, ...owed];
  const index = kept?.of(company.id, all.length).bring(all, parties, paid) ?? openIndex(all, parties, paid);
  const own = matchLines(index, batches.lines, options).map((it) => onlyNetted(it, byId.get(it.lineId), owedIds));
  const near = { items: beside, customers: items, parties: known };
  // In a ledger of files only suppliers stand beside, who are paid: what comes in is the customers' alone.
  const mayBeBeside = (it: Pick<BankLine, 'amountMinor'>) => company.erp !== 'fec' || it.amountMinor < 0;
  return batches.join(await besidesFor(tx, batches.lines.filter(mayBeBeside), own, near, options));
}

/**
 * The same engine on the items in each line's own currency. Its record is of the company's money alone: a person decides. Set-offs
 * are agreed in the company's currency.
 */
async function proposeAbroad(
  tx: Tx,
  company: Company,
  lines: readonly StoredLine[],
  { items, beside, parties, known, paid }: Near,
  options: MatchOptions,
): Promise<Proposal[]> {
  const proposals: Proposal[] = [];
  for (const currency of new Set(lines.map((line) => line.currency))) {
    const settled = inCurrency(
      paid.map((line) => ({ ...line, residualMinor: 0, foreignResidualMinor: 0 })),
      currency,
    );
    const near = {
      items: inCurrency(items, currency),
      owed: [],
      beside: inCurrency(beside, currency),
      parties,
      known,
      paid: settled,
    };
    const own = lines.filter((line) => line.currency === currency);
    proposals.push(...(await proposeNear(tx, company, own, near, options)));
  }
  return proposals.map((it): Proposal => (it.verdict === 'auto' ? { ...it, verdict: 'suggest' } : it));
}

/** In the currency of the company's items. A ledger of files decides no other line: what it may be about is shown all the same. */
function isAtHome({ currency }: StoredLine, company: Company): boolean {
  return company.erp === 'fec' || currency === company.currency;
}

/** A line that may stand in the ERP a second time never acts alone: its money may be matched there already. */
async function withoutTwins(tx: Tx, proposals: readonly Proposal[]): Promise<Proposal[]> {
  const twins = await twinsOf(tx);
  const doubtful = new Set([...twins].flatMap(([id, { erp }]) => [id, erp.id]));
  return proposals.map(
    (it): Proposal => (it.verdict === 'auto' && doubtful.has(it.lineId) ? { ...it, verdict: 'suggest' } : it),
  );
}

/**
 * A booked line proposes to join its own customer's lines: the ledger says who paid and how much of it is open. That is the
 * same engine on that customer's items alone; with fewer rivals than it has in truth, it proves nothing and is only suggested.
 */
function joinBooked(
  lines: readonly StoredLine[],
  company: Company,
  booked: ReadonlyMap<string, readonly OpenItem[]>,
  items: readonly OpenItem[],
  parties: readonly Party[],
  options: MatchOptions,
): Proposal[] {
  const groups = new Map<string, { own: OpenItem; lines: StoredLine[] }>();
  const proposals: Proposal[] = [];
  for (const line of lines.filter((each) => each.booked.length > 0)) {
    const [own] = booked.get(line.id) ?? [];
    const amountMinor = -sum((booked.get(line.id) ?? []).map((item) => item.residualMinor));
    if (!own || amountMinor === 0 || !isAtHome(line, company)) {
      proposals.push({ lineId: line.id, verdict: 'none', signature: null, candidates: [], findings: [] });
      continue;
    }
    const key = JSON.stringify([own.account, own.partyId]);
    const group = groups.get(key) ?? { own, lines: [] };
    group.lines.push({ ...line, amountMinor });
    groups.set(key, group);
  }
  for (const { own, lines: together } of groups.values()) {
    const near = items.filter((item) => item.account === own.account && item.partyId === own.partyId);
    const index = openIndex(
      near,
      parties.filter((party) => party.id === own.partyId),
    );
    const found = matchLines(index, together, options);
    proposals.push(...found.map((it): Proposal => (it.verdict === 'auto' ? { ...it, verdict: 'suggest' } : it)));
  }
  return proposals;
}

/**
 * A booked line whose receipt seems to pay another customer's items says so first: nothing of its own account takes it. What a
 * line among `others` pays is left to that.
 */
async function withMoves(
  tx: Tx,
  proposals: Proposal[],
  others: readonly Proposal[],
  known: Required<Known>,
): Promise<Proposal[]> {
  if (proposals.length === 0) return proposals;
  const awaited = new Set(others.flatMap(({ candidates: [best] }) => best?.allocations.map((it) => it.itemId) ?? []));
  const moves = (await mispostedIn(tx, known)).filter(
    (it) => !it.explained && !it.allocations.some(({ itemId }) => awaited.has(itemId)),
  );
  const moveOn = new Map(moves.flatMap((it) => (it.lineId === null ? [] : [[it.lineId, moveOf(it)] as const])));
  return proposals.map((it): Proposal => {
    const move = moveOn.get(it.lineId);
    if (!move) return it;
    return { ...it, verdict: 'suggest', signature: move.signature, candidates: [move, ...it.candidates] };
  });
}

/** Which rules of the company hold for the line, kept with the proposal and so with what is decided on it. */
function withRules(proposal: Proposal, line: StoredLine | undefined, rules: readonly CompanyRule[]): Proposal {
  if (!line || rules.length === 0) return proposal;
  return { ...proposal, rules: rules.filter((rule) => ruleHolds(rule.when, line)).map((rule) => rule.id) };
}
