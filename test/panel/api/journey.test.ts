// The routes as the panel uses them: files in, decisions, letters and exports out.
import { zipSync } from 'fflate';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AgingView } from '../../../sync/model/aging.ts';
import type { AccountView } from '../../../sync/port/ledger-view.ts';
import type {
  AcceptBody,
  BulkView,
  DecisionView,
  FaultView,
  FileResult,
  LineDetail,
  PreviewView,
  QueuePage,
  UndoneView,
} from '../../../sync/port/view.ts';
import { hasDatabase } from '../../db/harness.ts';
import { camt, fec, IBAN, invoice, receipt } from '../../sync/job/paper.ts';
import { type Asking, type TestServer, testServer } from './server.ts';

const LEDGER = fec([
  ...invoice('FA001', '2026-09-01', 'DUPONT', 'Dupont SARL', 1_200_00),
  ...invoice('FA002', '2026-10-01', 'MARTIN', 'Martin SA', 600_00),
  ...receipt('BQ1', '2026-11-03', 'MARTIN', 'Martin SA', 240_00),
]);
const STATEMENT = camt([
  { day: '2026-11-03', amount: 240_00, ref: 'R1', payer: 'MARTIN SA', text: 'VIR MARTIN' },
  { day: '2026-11-05', amount: 1_200_00, ref: 'R2', payer: 'DUPONT SARL', text: 'VIR DUPONT FA001' },
]);

describe.skipIf(!hasDatabase())('over HTTP', () => {
  let at: TestServer;
  beforeAll(async () => {
    at = await testServer();
  });
  beforeEach(async () => {
    await at.next();
  });
  afterAll(() => at.close());

  async function got<T>(path: string, asking: Asking = {}): Promise<T> {
    const { status, body, text } = await at.ask(path, asking);
    if (status !== 200) throw new Error(`${path}: ${status} ${text}`);
    return body as T;
  }
  const aging = () => got<AgingView>('/api/aging');
  const queue = () => got<QueuePage>('/api/queue?limit=10');

  it('a ledger and a statement come in, a line is accepted, undone and accepted again', async () => {
    const { body } = await at.upload([STATEMENT, LEDGER]);
    const { results } = body as { results: FileResult[] };
    expect(results.map(({ name, ok, kind }) => [name, ok, kind])).toEqual([
      ['S1.xml', true, 'camt'],
      ['999000019FEC20261231.txt', true, 'fec'],
    ]);
    expect(results[0]?.warnings[0]).toMatchObject({ code: 'statement-account-linked' });

    const { rows } = await queue();
    const row = rows.find((each) => each.payer === 'DUPONT SARL')!;
    const detail = await got<LineDetail>(`/api/lines/${row.lineId}`);
    expect(detail.toAllocateMinor).toBe(1_200_00);
    expect(detail.postingDay).toBe(detail.line.bookingDay);
    const [best] = detail.candidates;
    expect(best?.allocations[0]).toMatchObject({ document: 'FA001', allocatedMinor: 1_200_00 });
    expect(best?.entry.map(({ account, debitMinor, creditMinor }) => [account, debitMinor, creditMinor])).toEqual([
      ['512100', 1_200_00, 0],
      ['411000', 0, 1_200_00],
    ]);
    expect(best?.reasons.length).toBeGreaterThan(0);

    const accept: AcceptBody = {
      candidate: 0,
      partyId: best!.partyId,
      allocations: best!.allocations.map(({ itemId, allocatedMinor }) => ({ itemId, amountMinor: allocatedMinor })),
      adjustments: [],
      rest: 'none',
    };
    const shown = await got<PreviewView>(`/api/lines/${row.lineId}/preview`, { body: accept });
    expect(shown.entry).toEqual(best?.entry);
    const before = await aging();
    expect(before.totals.totalMinor).toBe(1_560_00);

    const taken = await got<DecisionView>(`/api/lines/${row.lineId}/accept`, { body: accept, key: 'once-only' });
    expect(taken).toMatchObject({ decision: { action: 'accept', documents: ['FA001'] }, row: { state: 'settled' } });
    expect(taken.counters.find(({ filter }) => filter === 'settled')).toMatchObject({
      count: 1,
      amountMinor: 1_200_00,
    });
    const repeated = await got<DecisionView>(`/api/lines/${row.lineId}/accept`, { body: accept, key: 'once-only' });
    expect(repeated.decision.decisionId).toBe(taken.decision.decisionId);
    const other = await at.ask(`/api/lines/${row.lineId}/accept`, {
      body: { ...accept, rest: 'advance' },
      key: 'once-only',
    });
    expect(other).toMatchObject({ status: 409, body: { fault: { code: 'key-reused' } } });
    expect((await aging()).totals).toMatchObject({ totalMinor: 1_560_00, receivedMinor: 1_200_00 });
    expect((await aging()).control.differenceMinor).toBe(0);

    const undone = await got<DecisionView>(`/api/decisions/${taken.decision.decisionId}/undo`, { body: {} });
    expect(undone).toMatchObject({ decision: { action: 'undo' }, row: { state: 'open' } });
    expect((await aging()).totals).toEqual(before.totals);

    await got<DecisionView>(`/api/lines/${row.lineId}/accept`, { body: accept });
    const again = await at.ask(`/api/lines/${row.lineId}/accept`, { body: accept });
    expect(again).toMatchObject({ status: 409, body: { fault: { code: 'line-decided' } } });
    const entries = await at.ask('/api/export/entries');
    expect(entries.headers.get('content-disposition')).toContain('ecritures-a-importer');
    expect(entries.text).toContain('ecritures-a-importer.csv');
    expect(entries.text).toContain('ecritures-a-importer.txt');
    const history = await got<{ action: string; undone: boolean }[]>('/api/decisions?limit=10');
    expect(history.map(({ action, undone: gone }) => [action, gone])).toEqual([
      ['accept', false],
      ['undo', false],
      ['accept', true],
    ]);
  });

  it('the accounts show what ties, and a letter joins it', async () => {
    await at.upload([
      fec([...invoice('FA1', '2026-09-01', 'D', 'D', 90_00), ...receipt('RG1', '2026-10-01', 'D', 'D', 90_00)]),
    ]);
    const [account] = await got<{ account: string; partyId: string }[]>('/api/accounts');
    const found = await got<AccountView>(`/api/accounts/items?party=${account?.partyId}&account=${account?.account}`);
    expect(found.groups).toMatchObject([
      {
        itemIds: [expect.any(String), expect.any(String)],
        reasons: expect.arrayContaining([expect.stringContaining('90,00')]),
      },
    ]);
    const lettered = await got<DecisionView>('/api/accounts/letter', { body: { itemIds: found.groups[0]?.itemIds } });
    expect(lettered).toMatchObject({ decision: { action: 'letter', lineId: null }, row: null });
    expect(await got('/api/accounts')).toEqual([]);
    const copy = await at.ask('/api/export/fec');
    expect(copy.headers.get('content-disposition')).toContain('copie-de-travail');
    expect(copy.text.split('\r\n').filter((line) => line.split('\t')[13] === 'A')).toHaveLength(2);
  });

  it('lines accepted together each have their own outcome', async () => {
    await at.upload([LEDGER, STATEMENT]);
    const { rows } = await queue();
    const proven = rows.filter((row) => row.certainty === 'strong').map((row) => row.lineId);
    const { accepted, refused } = await got<BulkView>('/api/lines/accept', {
      body: { lineIds: [...rows.map((row) => row.lineId), 'nobody'] },
    });
    expect(accepted.map(({ lineId, row }) => [lineId, row.lineId, row.state])).toEqual(
      proven.map((lineId) => [lineId, lineId, 'settled']),
    );
    expect(refused.at(-1)).toMatchObject({ lineId: 'nobody', fault: { code: 'line-unknown' } });
    expect(accepted.length + refused.length).toBe(rows.length + 1);
  });

  it('decisions undone together each have their own outcome, the last first, once for a key', async () => {
    const two = [
      ...invoice('FA101', '2026-09-01', 'DUPONT', 'Dupont SARL', 1_200_00),
      ...invoice('FA102', '2026-09-02', 'MARTIN', 'Martin SA', 600_00),
      ...receipt('BQ1', '2026-08-03', 'MARTIN', 'Martin SA', 240_00),
    ];
    const paid = [
      { day: '2026-11-05', amount: 1_200_00, ref: 'R1', payer: 'DUPONT SARL', text: 'VIR DUPONT FA101' },
      { day: '2026-11-06', amount: 600_00, ref: 'R2', payer: 'MARTIN SA', text: 'VIR MARTIN FA102' },
    ];
    await at.upload([fec(two), camt(paid)]);
    const before = await aging();
    const { rows } = await queue();
    const { accepted } = await got<BulkView>('/api/lines/accept', { body: { lineIds: rows.map((row) => row.lineId) } });
    const taken = accepted.map((it) => it.decisionId);
    expect(taken).toHaveLength(2);
    const body = { decisionIds: [...taken, 'nobody'] };
    const first = await got<UndoneView>('/api/decisions/undo', { body, key: 'all-of-them' });
    expect(first.undone.map((it) => it.decisionId)).toEqual(taken.toReversed());
    expect(first.rows.map(({ lineId, state }) => [lineId, state]).sort()).toEqual(
      accepted.map(({ lineId }) => [lineId, 'open']).sort(),
    );
    expect(first.refused).toMatchObject([{ decisionId: 'nobody', fault: { code: 'nothing-to-undo' } }]);
    expect(first.counters).toEqual((await queue()).counters);
    expect((await aging()).totals).toEqual(before.totals);
    expect((await got<UndoneView>('/api/decisions/undo', { body, key: 'all-of-them' })).undone).toEqual(first.undone);
    const again = await got<UndoneView>('/api/decisions/undo', { body, key: 'another-key' });
    expect(again.undone).toEqual([]);
    expect(again.refused).toHaveLength(accepted.length + 1);
  });

  it('an archive is its files, a wrong file among good ones is refused alone', async () => {
    const bytes = zipSync({
      'livre.txt': LEDGER.bytes,
      'releve.xml': STATEMENT.bytes,
      'notes.md': new TextEncoder().encode('# rien'),
    });
    const { body } = await at.upload([{ name: 'tout.zip', bytes }]);
    const { results } = body as { results: FileResult[] };
    expect(results.map(({ name, ok, faults }) => [name, ok, faults.map((it: FaultView) => it.code)])).toEqual([
      ['tout.zip/livre.txt', true, []],
      ['tout.zip/releve.xml', true, []],
      ['tout.zip/notes.md', false, ['file-unknown']],
    ]);
    expect(await got<unknown[]>('/api/imports')).toHaveLength(2);
  });

  it('an upload repeated with its key gets the same answer, with other files it is refused', async () => {
    const first = await at.upload([LEDGER], { key: 'upload-1' });
    expect((await at.upload([LEDGER], { key: 'upload-1' })).body).toEqual(first.body);
    expect((await at.upload([STATEMENT], { key: 'upload-1' })).status).toBe(409);
    expect(await at.ask('/api/imports', { form: new FormData() })).toMatchObject({ status: 400 });
  });

  it('the aged balance leaves as a table that adds up, and no customer’s name is a formula', async () => {
    await at.upload([fec(invoice('FA1', '2026-09-01', 'X', '=HYPERLINK("x")', 90_00))]);
    const { text, headers } = await at.ask('/api/export/aging?asOf=2026-11-25');
    expect(headers.get('content-type')).toContain('text/csv');
    const cells = text
      .trim()
      .split('\r\n')
      .map((line) => line.split(';'));
    expect(cells[1]?.[0]).toBe(`"'=HYPERLINK(""x"")"`);
    const total = (row: readonly string[] | undefined) => row?.at(cells[0]?.indexOf('Solde') ?? -1);
    expect([total(cells[1]), total(cells[2])]).toEqual(['90,00', '90,00']);
    expect(text).toContain('Égale au grand livre');
    const english = await at.ask('/api/export/aging?asOf=2026-11-25&language=en&format=csv');
    expect(english.text).toContain('90.00');
  });

  it('a manager says which account of the ledger a bank account is', async () => {
    await at.upload([LEDGER]);
    const body = { account: IBAN, ledgerAccount: '512100', journal: 'BQ' };
    expect((await at.ask('/api/bank-accounts', { body, role: 'bookkeeper' })).status).toBe(403);
    expect(await got('/api/bank-accounts', { body, role: 'manager' })).toMatchObject([
      { account: IBAN, ledgerAccount: '512100' },
    ]);
    const { body: read } = await at.upload([STATEMENT]);
    expect((read as { results: FileResult[] }).results[0]?.warnings).toEqual([]);
  });

  it('what has not the right shape is named', async () => {
    const wrong = async (path: string, asking: Asking = {}) => {
      const { status, body } = await at.ask(path, asking);
      return [status, (body as { fault: FaultView }).fault.says];
    };
    expect(await wrong('/api/queue?limit=100000')).toEqual([400, 'Demande incomplète\u00a0: limit.']);
    expect(await wrong('/api/aging?asOf=2026-02-30')).toEqual([400, 'Demande incomplète\u00a0: asOf.']);
    expect(await wrong('/api/lines/x/later', { body: { until: 'demain' } })).toEqual([
      400,
      'Demande incomplète\u00a0: until.',
    ]);
    expect(await wrong('/api/lines/x/accept', { body: { candidate: 0 } })).toEqual([
      400,
      'Demande incomplète\u00a0: partyId.',
    ]);
  });
});

describe.skipIf(!hasDatabase())('a ledger of another company dropped on the demonstration', () => {
  it('opens that company, brings the rest of the drop there, and stays with it', async () => {
    const at = await testServer();
    await at.desk.store.createCompany({ ...(await demo()), siren: '999042187' });
    const { body } = await at.upload([STATEMENT, LEDGER]);
    const { results } = body as { results: FileResult[] };
    expect(results.map(({ ok }) => ok)).toEqual([true, true]);
    expect(results[0]?.warnings.map(({ code }) => code)).toContain('company-opened');
    const session = (await at.ask('/api/session')).body;
    expect(session).toMatchObject({ company: { id: 'siren-999000019', demo: false, mode: 'suggest' } });
    expect(((await at.ask('/api/queue')).body as QueuePage).total).toBe(2);
    const back = await at.ask('/api/session', { headers: { 'lettrage-company': 'demo' } });
    expect(back.body).toMatchObject({ company: { id: 'demo', demo: true } });
    await at.close();
  });
});

async function demo() {
  const { company } = await import('../../db/harness.ts');
  return company('demo', { mode: 'auto' });
}
