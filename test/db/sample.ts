// Rows as short as a test needs them: what is not said is ordinary.
import type { Decision } from '../../sync/model/decision.ts';
import type { LedgerLine, Settlement } from '../../sync/model/ledger.ts';
import type { Candidate, Proposal } from '../../sync/model/match.ts';
import type { Party } from '../../sync/model/party.ts';
import type { BankLine } from '../../sync/model/statement.ts';
import type { FileRow, StatementRow, Tx } from '../../sync/port/store.ts';

export function party(id: string, facts: Partial<Party> = {}): Party {
  return { id, name: `Client ${id}`, city: null, country: null, ibans: [], parentId: null, shared: false, ...facts };
}

/** A customer invoice when positive, a payment when negative. */
export function ledgerLine(id: string, amountMinor: number, facts: Partial<LedgerLine> = {}): LedgerLine {
  return {
    id,
    account: '411000',
    role: 'receivable',
    partyId: null,
    journal: amountMinor < 0 ? 'BQ' : 'VE',
    entry: id,
    document: amountMinor < 0 ? null : `FAC-${id}`,
    label: `ligne ${id}`,
    day: '2026-03-01',
    documentDay: null,
    dueDay: null,
    dueComputed: false,
    amountMinor,
    currency: 'EUR',
    foreign: null,
    kind: amountMinor < 0 ? 'payment' : 'invoice',
    letter: null,
    paymentReference: null,
    clientReference: null,
    discount: null,
    vatMinor: null,
    vatWaitingMinor: null,
    ...facts,
  };
}

export function settlement(
  id: string,
  debitId: string,
  creditId: string,
  amountMinor: number,
  day: Settlement['day'] = '2026-03-10',
): Settlement {
  return { id, debitId, creditId, amountMinor, day };
}

export function bankLine(id: string, amountMinor: number, facts: Partial<BankLine> = {}): BankLine {
  return {
    id,
    account: 'FR7612345',
    entryRef: null,
    bookingDay: '2026-03-10',
    valueDay: '2026-03-10',
    amountMinor,
    currency: 'EUR',
    counterparty: `PAYEUR ${id}`,
    counterpartyAccount: null,
    ultimateParty: null,
    endToEndId: null,
    mandateId: null,
    label: `VIR ${id}`,
    references: [],
    bankCode: null,
    instructed: null,
    returnReason: null,
    batch: null,
    ...facts,
  };
}

export function file(id: string, facts: Partial<FileRow> = {}): FileRow {
  const hash = Buffer.from(id.padEnd(32, '.')).toString('hex').slice(0, 64);
  const bytes = new Uint8Array([1, 2, 0, 255]);
  const importedAt = '2026-03-11T05:00:00.000Z';
  return { id, name: `${id}.xml`, hash, kind: 'camt', bytes, importedAt, current: true, ledger: null, ...facts };
}

export function statement(id: string, fileId: string, facts: Partial<StatementRow> = {}): StatementRow {
  return {
    id,
    fileId,
    account: 'FR7612345',
    format: 'camt',
    number: '1',
    currency: 'EUR',
    openingMinor: 0,
    openingDay: '2026-03-10',
    closingMinor: 0,
    closingDay: '2026-03-10',
    balanced: true,
    openingCarried: false,
    lineCount: 0,
    linesMinor: 0,
    duplicateCount: 0,
    apart: [],
    ...facts,
  };
}

/** Stores lines of one bank statement of its own. */
export async function receive(tx: Tx, statementId: string, lines: BankLine[]): Promise<void> {
  const fileId = `file of ${statementId}`;
  await tx.files.add(file(fileId));
  await tx.bank.addStatement(statement(statementId, fileId, { lineCount: lines.length }));
  await tx.bank.addLines(statementId, lines);
}

export function candidate(facts: Partial<Candidate> = {}): Candidate {
  const nothing = { allocations: [], adjustments: [], restMinor: 0, reverses: null, reasons: [], doubts: [] };
  return { partyId: null, signature: 'reference+amount', score: 1, ...nothing, ...facts };
}

export function proposal(lineId: string, facts: Partial<Proposal> = {}): Proposal {
  return { lineId, verdict: 'suggest', signature: null, candidates: [candidate()], findings: [], rules: [], ...facts };
}

export function decision(id: string, facts: Partial<Decision> = {}): Decision {
  return {
    id,
    action: 'accept',
    lineId: null,
    by: { kind: 'person', id: 'u1', name: 'Anne Roy' },
    at: '2026-03-12T08:30:00.000Z',
    candidate: null,
    proposal: null,
    engine: '1',
    rejectReason: null,
    until: null,
    comment: null,
    undoes: null,
    grounds: null,
    ...facts,
  };
}
