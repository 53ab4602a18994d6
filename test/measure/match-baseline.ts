// Two matchers re-written from the published rules of well-known programs, to measure the engine against in the same run.

import type { OpenItem } from '../../sync/model/ledger.ts';
import type { Allocation, Proposal, Verdict } from '../../sync/model/match.ts';
import type { Party } from '../../sync/model/party.ts';
import type { BankLine } from '../../sync/model/statement.ts';

export type Ledger = { items: readonly OpenItem[]; parties: readonly Party[]; lines: readonly BankLine[] };

/**
 * As the default reconciliation rules of Odoo 14 to 18 (OCA account_reconcile_model_oca) work: guess a partner (account, name, then all
 * words of three letters or more in the text, first hit); compare digit tokens of four or more with each open item's digits; exact amount
 * first, else fill oldest first. Alone when a token hit and the payment covers the sum. Lines in sequence.
 */
export function odooLike({ items, parties, lines }: Ledger): Proposal[] {
  const left = new Map(items.map((item) => [item.id, item.residualMinor]));
  return lines.map((line) => {
    if (line.amountMinor <= 0) return proposal(line, 'none', []);
    const text = `${line.label} ${line.references.join(' ')} ${line.counterparty ?? ''}`.toUpperCase();
    const partner = guessPartner(line, text, parties);
    const pool = items.filter(
      (item) =>
        left.get(item.id)! > 0 && item.currency === line.currency && (partner === null || item.partyId === partner.id),
    );
    const tokens = new Set(
      (text.match(/\S+/g) ?? []).map((word) => word.replace(/\D/g, '')).filter((digits) => digits.length >= 4),
    );
    const hits = pool.filter(
      (item) =>
        tokens.has((item.document ?? '').replace(/\D/g, '')) ||
        tokens.has((item.clientReference ?? '').replace(/\D/g, '') || '-'),
    );
    const named = hits.length > 0;
    const order = [...(named ? hits : partner ? pool : [])].sort((a, b) =>
      (a.dueDay ?? a.day) < (b.dueDay ?? b.day) ? -1 : 1,
    );
    const exact = order.find((item) => left.get(item.id) === line.amountMinor);
    const allocations = exact
      ? [{ itemId: exact.id, amountMinor: line.amountMinor }]
      : fill(order, left, line.amountMinor);
    if (allocations.length === 0) return proposal(line, 'none', []);
    const covered = allocations.every((one) => one.amountMinor === left.get(one.itemId));
    const alone = (named && covered) || (partner !== null && exact !== undefined);
    if (alone) for (const one of allocations) left.set(one.itemId, left.get(one.itemId)! - one.amountMinor);
    return proposal(line, alone ? 'auto' : 'suggest', allocations);
  });
}

function guessPartner(line: BankLine, text: string, parties: readonly Party[]): Party | null {
  const account = line.counterpartyAccount;
  const byAccount = account ? parties.filter((party) => party.ibans.includes(account)) : [];
  if (byAccount.length === 1) return byAccount[0]!;
  const name = line.counterparty?.toUpperCase();
  const byName = name ? parties.find((party) => party.name.toUpperCase().includes(name)) : undefined;
  if (byName) return byName;
  return (
    parties.find((party) => (party.name.toUpperCase().match(/\S{3,}/g) ?? []).every((word) => text.includes(word))) ??
    null
  );
}

function fill(order: readonly OpenItem[], left: ReadonlyMap<string, number>, amount: number): Allocation[] {
  const allocations: Allocation[] = [];
  let rest = amount;
  for (const item of order) {
    const fall = Math.min(rest, left.get(item.id)!);
    if (fall <= 0) break;
    allocations.push({ itemId: item.id, amountMinor: fall });
    rest -= fall;
  }
  return allocations;
}

/**
 * As Business Central's payment application (codeunit 1255 and its rule table) works: for each line and entry the related party (fully by
 * account or unique name, partly, no), the document number found with word borders, and how many entries have the amount; the rule table
 * gives a confidence; all pairs sorted and applied greedily. High counts as alone.
 */
export function businessCentralLike({ items, parties, lines }: Ledger): Proposal[] {
  type Pair = { line: BankLine; item: OpenItem; confidence: number };
  const pairs: Pair[] = [];
  for (const line of lines) {
    if (line.amountMinor <= 0) continue;
    const text = ` ${`${line.label} ${line.references.join(' ')}`.toUpperCase()} `;
    const amounts = items.filter(
      (item) => item.residualMinor === line.amountMinor && item.currency === line.currency,
    ).length;
    const related = new Map<string, 'fully' | 'partly'>();
    for (const party of parties) {
      const fit =
        line.counterpartyAccount && party.ibans.includes(line.counterpartyAccount)
          ? 'fully'
          : nearness(line.counterparty, party.name);
      if (fit) related.set(party.id, fit);
    }
    for (const item of items) {
      if (item.residualMinor <= 0 || item.currency !== line.currency) continue;
      const party = related.get(item.partyId ?? '') ?? 'no';
      const document =
        item.document !== null &&
        item.document.length >= 4 &&
        new RegExp(`[^A-Z0-9]${literal(item.document.toUpperCase())}[^A-Z0-9]`).test(text);
      const amount = item.residualMinor === line.amountMinor ? (amounts === 1 ? 'one' : 'several') : 'none';
      const confidence = confidenceOf(party, document, amount);
      if (confidence > 0) pairs.push({ line, item, confidence });
    }
  }
  pairs.sort((a, b) => b.confidence - a.confidence);
  const used = new Set<string>();
  const decided = new Map<string, Proposal>();
  for (const { line, item, confidence } of pairs) {
    if (decided.has(line.id) || used.has(item.id)) continue;
    used.add(item.id);
    const amountMinor = Math.min(item.residualMinor, line.amountMinor);
    decided.set(line.id, proposal(line, confidence >= 3 ? 'auto' : 'suggest', [{ itemId: item.id, amountMinor }]));
  }
  return lines.map((line) => decided.get(line.id) ?? proposal(line, 'none', []));
}

/** 3 high, 2 medium, 1 low, 0 none. */
function confidenceOf(party: 'fully' | 'partly' | 'no', document: boolean, amount: 'one' | 'several' | 'none'): number {
  if (party === 'fully') return document || amount === 'one' ? 3 : amount === 'several' ? 2 : 0;
  if (document) return amount === 'none' ? 2 : 3;
  if (party === 'partly') return amount === 'one' ? 2 : amount === 'several' ? 1 : 0;
  return amount === 'one' ? 1 : 0;
}

/** A name is near when the letters that it shares in runs of four or more make 95 % of it, partly near at 60 %. */
function nearness(payer: string | null, name: string): 'fully' | 'partly' | null {
  if (!payer) return null;
  let a = payer.toUpperCase();
  let b = name.toUpperCase();
  const length = Math.min(a.length, b.length);
  let shared = 0;
  for (let run = longestCommon(a, b); run.length >= 4; run = longestCommon(a, b)) {
    shared += run.length;
    a = a.replace(run, '\u0001');
    b = b.replace(run, '\u0002');
  }
  const near = (100 * shared) / length;
  return near >= 95 ? 'fully' : near >= 60 ? 'partly' : null;
}

function longestCommon(a: string, b: string): string {
  let best = '';
  for (let i = 0; i < a.length; i += 1) {
    for (let j = 0; j < b.length; j += 1) {
      let size = 0;
      while (i + size < a.length && a[i + size] === b[j + size]) size += 1;
      if (size > best.length) best = a.slice(i, i + size);
    }
  }
  return best;
}

function literal(text: string): string {
  return text.replace(/[^A-Z0-9]/g, '\\$&');
}

function proposal(line: BankLine, verdict: Verdict, allocations: Allocation[]): Proposal {
  const rest = line.amountMinor - allocations.reduce((sum, one) => sum + one.amountMinor, 0);
  const candidate = {
    partyId: null,
    allocations,
    adjustments: [],
    restMinor: rest,
    reverses: null,
    signature: '',
    score: 0,
    reasons: [],
    doubts: [],
  };
  return {
    lineId: line.id,
    verdict,
    signature: null,
    candidates: allocations.length > 0 ? [candidate] : [],
    findings: [],
  };
}
