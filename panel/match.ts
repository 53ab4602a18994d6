// The `match` command: the engine alone on three files of JSON lines, with no database and no clock.
import { readFileSync, writeFileSync } from 'node:fs';
import { explain } from '../sync/match/explain.ts';
import { match } from '../sync/match/index.ts';
import { POLICY } from '../sync/match/policy.ts';
import { type Day, parseDay } from '../sync/model/day.ts';
import type { OpenItem } from '../sync/model/ledger.ts';
import type { Candidate, Proposal } from '../sync/model/match.ts';
import { NO_MEMORY } from '../sync/model/memory.ts';
import type { Party } from '../sync/model/party.ts';
import type { BankLine } from '../sync/model/statement.ts';

export type MatchOptions = { partners: string; invoices: string; lines: string; out?: string; target?: number };
type Io = { stdout: (text: string) => void; stderr: (text: string) => void };
type Row = Readonly<Record<string, unknown>>;

/** Reads, matches, writes one decision per bank line sorted by line id. Returns the exit code: 0, or 1 with one line on stderr. */
export async function matchCommand(options: MatchOptions, io: Io): Promise<0 | 1> {
  try {
    const parties = readRows(options.partners).map(toParty);
    const items = readRows(options.invoices).map(toItem);
    const lines = readRows(options.lines).map(toLine);
    for (const [file, rows] of [
      [options.partners, parties],
      [options.invoices, items],
      [options.lines, lines],
    ] as const) {
      assertUnique(file, rows);
    }
    const open = items.filter((item) => item.residualMinor !== 0);
    const paid = items.filter((item) => item.residualMinor === 0);
    const policy = { ...POLICY, ...(options.target === undefined ? {} : { target: options.target }) };
    const memory = { ...NO_MEMORY, ownAccounts: [...new Set(lines.map((line) => line.account))].sort() };
    const proposals = match({ items: open, paid, parties, lines, policy, memory });
    proposals.sort((a, b) => Buffer.compare(Buffer.from(a.lineId), Buffer.from(b.lineId)));
    const text = proposals.map((proposal) => `${JSON.stringify(toDecision(proposal))}\n`).join('');
    if (options.out === undefined) io.stdout(text);
    else writeFileSync(options.out, text);
    return 0;
  } catch (error) {
    if (!(error instanceof InputError) && !(error instanceof Error && 'code' in error)) throw error;
    io.stderr(`match: ${error.message}\n`);
    return 1;
  }
}

/** What is wrong with an input file, with its place. */
class InputError extends Error {}

/** Of two rows with one id the last would count, and the order of the input would show. */
function assertUnique(file: string, rows: readonly { id: string }[]): void {
  const seen = new Set<string>();
  for (const { id } of rows) {
    if (seen.has(id)) throw new InputError(`${file}: "${id}" stands there twice. Nothing was matched.`);
    seen.add(id);
  }
}

function readRows(file: string): { row: Row; place: string }[] {
  const rows: { row: Row; place: string }[] = [];
  readFileSync(file, 'utf8')
    .split('\n')
    .forEach((text, i) => {
      if (text.trim() === '') return;
      const place = `${file}, line ${i + 1}`;
      let row: unknown;
      try {
        row = JSON.parse(text);
      } catch {
        throw new InputError(`${place} is not JSON. Nothing was matched.`);
      }
      if (typeof row !== 'object' || row === null || Array.isArray(row))
        throw new InputError(`${place} is not a JSON object. Nothing was matched.`);
      rows.push({ row: row as Row, place });
    });
  return rows;
}

function toParty({ row, place }: { row: Row; place: string }): Party {
  const ibans = Array.isArray(row['ibans']) ? row['ibans'].filter((one) => typeof one === 'string') : [];
  return {
    id: text(row, 'partner_id', place),
    name: text(row, 'name', place),
    city: textOrNull(row, 'city'),
    country: textOrNull(row, 'country'),
    ibans,
    parentId: textOrNull(row, 'parent_id'),
    shared: row['shared'] === true,
  };
}

function toItem({ row, place }: { row: Row; place: string }): OpenItem {
  const currency = text(row, 'currency', place);
  const discount = objectOrNull(row, 'discount');
  return {
    id: text(row, 'invoice_id', place),
    account: '411',
    role: 'receivable',
    partyId: textOrNull(row, 'partner_id'),
    journal: '',
    entry: '',
    document: textOrNull(row, 'number'),
    label: '',
    day: day(row, 'issue_date', place),
    documentDay: day(row, 'issue_date', place),
    dueDay: row['due_date'] === null || row['due_date'] === undefined ? null : day(row, 'due_date', place),
    dueComputed: false,
    amountMinor: minor(row, 'total_minor', place),
    currency,
    foreign: null,
    kind: row['type'] === 'credit_note' ? 'credit-note' : 'invoice',
    letter: null,
    paymentReference: textOrNull(row, 'payment_reference'),
    clientReference: textOrNull(row, 'client_reference'),
    discount: discount && {
      percentBp: minor(discount, 'percent_bp', place),
      until: day(discount, 'until', place),
      discountedMinor: minor(discount, 'discounted_minor', place),
    },
    residualMinor: minor(row, 'residual_minor', place),
  };
}

function toLine({ row, place }: { row: Row; place: string }): BankLine {
  const original = objectOrNull(row, 'original_amount');
  const structured = textOrNull(row, 'structured_ref');
  return {
    id: text(row, 'line_id', place),
    account: textOrNull(row, 'account_iban') ?? '',
    entryRef: textOrNull(row, 'entry_ref'),
    bookingDay: day(row, 'booking_date', place),
    valueDay: day(row, 'value_date', place),
    amountMinor: minor(row, 'amount_minor', place),
    currency: text(row, 'currency', place),
    counterparty: textOrNull(row, 'counterparty_name'),
    counterpartyAccount: textOrNull(row, 'counterparty_iban'),
    ultimateParty: null,
    endToEndId: textOrNull(row, 'end_to_end_id'),
    mandateId: null,
    label: textOrNull(row, 'remittance') ?? '',
    references: structured === null ? [] : [structured],
    bankCode: textOrNull(row, 'tx_code'),
    instructed: original && {
      amountMinor: minor(original, 'amount_minor', place),
      currency: text(original, 'currency', place),
    },
    returnReason: null,
  };
}

function toDecision(proposal: Proposal) {
  return {
    line_id: proposal.lineId,
    decision: proposal.verdict,
    signature: proposal.signature,
    candidates: proposal.candidates.map(toCandidate),
  };
}

function toCandidate(candidate: Candidate) {
  return {
    partner_id: candidate.partyId,
    allocations: candidate.allocations.map((one) => ({
      invoice_id: one.itemId,
      amount_minor: one.amountMinor,
      ...(one.lineMinor === undefined ? {} : { line_minor: one.lineMinor }),
    })),
    adjustments: candidate.adjustments.map((one) => ({ kind: one.kind, amount_minor: one.amountMinor })),
    rest_minor: candidate.restMinor,
    reverses: candidate.reverses,
    score: candidate.score,
    reasons: candidate.reasons.map((reason) => explain(reason, 'fr')),
    doubts: candidate.doubts.map((doubt) => explain(doubt, 'fr')),
  };
}

function text(row: Row, key: string, place: string): string {
  const value = row[key];
  if (typeof value !== 'string' || value === '')
    throw new InputError(`${place}: ${key} is missing. Nothing was matched.`);
  return value;
}

function textOrNull(row: Row, key: string): string | null {
  const value = row[key];
  return typeof value === 'string' && value !== '' ? value : null;
}

function minor(row: Row, key: string, place: string): number {
  const value = row[key];
  if (!Number.isSafeInteger(value))
    throw new InputError(`${place}: ${key} is no whole number of minor units. Nothing was matched.`);
  return Number(value);
}

function day(row: Row, key: string, place: string): Day {
  const value = parseDay(String(row[key] ?? ''));
  if (value === null) throw new InputError(`${place}: ${key} is no day (YYYY-MM-DD). Nothing was matched.`);
  return value;
}

function objectOrNull(row: Row, key: string): Row | null {
  const value = row[key];
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Row) : null;
}
