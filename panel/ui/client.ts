// One function a route: every answer is a value or a fault in the reader's language.
import type { AgedItem, AgingView } from '../../sync/model/aging.ts';
import type { ClaimOutcome } from '../../sync/model/claim.ts';
import type { BankAccount, Mode, VatDue } from '../../sync/model/company.ts';
import type { CustomerView } from '../../sync/model/customer.ts';
import type { Day } from '../../sync/model/day.ts';
import type { CompanyRule } from '../../sync/model/memory.ts';
import type { Sheet } from '../../sync/model/sheet.ts';
import type { TableGuess } from '../../sync/model/table.ts';
import type { SwitchState, Tolerance } from '../../sync/model/trust.ts';
import type { AccountBook, AccountRow, PartyRow } from '../../sync/port/account-view.ts';
import type { ErpRecord, ErpThing } from '../../sync/port/erp.ts';
import type {
  AccountChoices,
  AccountView,
  ClaimRow,
  LetterBody,
  MoveRow,
  WaitingAccount,
} from '../../sync/port/ledger-view.ts';
import type { StatementPage, StatementView } from '../../sync/port/statement-view.ts';
import type {
  AgreementBody,
  AgreementView,
  MemoryView,
  RuleView,
  TrialView,
  TrustView,
} from '../../sync/port/trust-view.ts';
import type {
  AcceptBody,
  BulkView,
  Counter,
  DecisionView,
  FaultView,
  FileResult,
  HistoryRow,
  ImportRow,
  InverseView,
  ItemRow,
  LineDetail,
  PreviewView,
  QueueFilter,
  QueuePage,
  QueueRow,
  Shown,
  StartView,
  TableView,
  UndoneView,
} from '../../sync/port/view.ts';
import type { ConnectBody, ConnectView, HostView, PairingView, PlaceView } from '../../sync/port/view-host.ts';
import type { SlipCredit, StatementGap } from '../../sync/port/view-import.ts';
import type { CheckView, NightView, TwinView } from '../../sync/port/view-night.ts';
import type { SessionView } from '../../sync/port/view-session.ts';
import type { LineAction } from './line-action.ts';
import { type Answer, get, NO_ANSWER, newKey, post, type Request, reach, refusal, send } from './wire.ts';

/** An address where nothing answers is given up after some tries. */
const CONNECT_MS_MAX = 60_000;
/** Longer than the server keeps a stream open. */
const STREAM_MS_MAX = 60_000;
const IMPORT_MS_MAX = 300_000;

export const client = {
  /** The stream of others' decisions, from an event on; null when there is no answer. */
  events: async (after: string | null): Promise<ReadableStream<Uint8Array> | null> => {
    const response = await reach('/events', { method: 'GET', msMax: STREAM_MS_MAX, after });
    return response?.ok ? response.body : null;
  },
  /** The text of an advice; the same file read twice has no effect, so any key does. */
  advice: (file: File) => {
    const body = new FormData();
    body.append('file', file, file.name);
    return send<{ name: string; text: string }>('/advice', {
      method: 'POST',
      body,
      key: newKey(),
      msMax: IMPORT_MS_MAX,
    });
  },
  session: () => get<SessionView>('/session'),
  queue: (at: { filter: QueueFilter; offset: number; limit: number; bank?: string }) => get<QueuePage>('/queue', at),
  counters: () => get<QueuePage>('/queue', { filter: 'to-do', offset: 0, limit: 1 }),
  line: (id: string) => get<LineDetail>(`/lines/${encodeURIComponent(id)}`),
  act: (id: string, action: LineAction, key: string) =>
    post<DecisionView>(`/lines/${encodeURIComponent(id)}/${action.act}`, action.body, key),
  halves: (id: string) => get<QueueRow[]>(`/lines/${encodeURIComponent(id)}/halves`),
  ledgerAccounts: (q: string, line: string | null, limit: number) =>
    get<AccountChoices>('/ledger-accounts', { q, line: line ?? undefined, limit }),
  waiting: () => get<WaitingAccount[]>('/ledger-accounts/waiting'),
  claims: (at: { limit: number; party?: string }) => get<ClaimRow[]>('/claims', at),
  closeClaim: (id: string, body: { outcome: ClaimOutcome; comment?: string }, key: string) =>
    post<DecisionView>(`/claims/${encodeURIComponent(id)}/close`, body, key),
  preview: (id: string, body: AcceptBody) =>
    post<PreviewView>(`/lines/${encodeURIComponent(id)}/preview`, body, newKey()),
  foresee: (id: string, body: AcceptBody) =>
    post<FaultView[]>(`/lines/${encodeURIComponent(id)}/foresee`, body, newKey()),
  acceptAll: (body: { lineIds: readonly string[]; shown: Record<string, Shown> }, key: string) =>
    post<BulkView>('/lines/accept', body, key),
  undo: (decisionId: string, key: string, on?: Day) =>
    post<DecisionView>(`/decisions/${encodeURIComponent(decisionId)}/undo`, on ? { on } : {}, key),
  undoAll: (decisionIds: readonly string[], key: string) => post<UndoneView>('/decisions/undo', { decisionIds }, key),
  /** What its undo would post on the first open day; null where no lock is over it. */
  inverse: (decisionId: string) => get<InverseView | null>(`/decisions/${encodeURIComponent(decisionId)}/inverse`),
  foreseeUndo: (decisionId: string) => get<FaultView[]>(`/decisions/${encodeURIComponent(decisionId)}/foresee`),
  decisions: (at: { limit: number; lineId?: string }) => get<HistoryRow[]>('/decisions', at),
  items: (q: string, limit: number, beside?: 'yes', currency?: string) =>
    get<ItemRow[]>('/items', { q, limit, beside, currency }),
  customers: (q: string, limit: number) => get<PartyRow[]>('/customers', { q, limit }),
  accounts: (which: 'to-letter' | 'all') => get<AccountRow[]>('/accounts', { which }),
  moves: () => get<MoveRow[]>('/accounts/moves'),
  accountBook: (at: { party: string; account: string; limit: number; offset: number; year: number | undefined }) =>
    get<AccountBook>('/accounts/book', at),
  accountItems: (at: { party: string | null; account: string }) =>
    get<AccountView>('/accounts/items', { party: at.party ?? '', account: at.account }),
  letter: (body: LetterBody, key: string) => post<DecisionView>('/accounts/letter', body, key),
  foreseeLetter: (body: LetterBody) => post<FaultView[]>('/accounts/foresee', body, newKey()),
  letterPreview: (body: LetterBody) => post<PreviewView>('/accounts/preview', body, newKey()),
  reports: () => get<string[]>('/reports'),
  vatDue: () => get<{ vatDue: VatDue | null }>('/reports/vat-due'),
  declareVat: (vatDue: VatDue | null, key: string) =>
    post<{ vatDue: VatDue | null }>('/reports/vat-due', { vatDue }, key),
  report: (name: string, query: Record<string, string>) => get<Sheet[]>(`/reports/${name}`, query),
  customer: (id: string, asOf: Day) => get<CustomerView>(`/customers/${encodeURIComponent(id)}`, { asOf }),
  aging: (query: Record<string, string>) => get<AgingView>('/aging', query),
  agingItems: (query: Record<string, string>) => get<AgedItem[]>('/aging/items', query),
  bankAccounts: () => get<BankAccount[]>('/bank-accounts'),
  linkBankAccount: (link: { account: string; ledgerAccount: string; journal: string }, key: string) =>
    post<BankAccount[]>('/bank-accounts', link, key),
  twins: () => get<TwinView[]>('/erp/twins'),
  settleTwin: (lineId: string, same: boolean, key: string) =>
    post<DecisionView>(`/erp/twins/${encodeURIComponent(lineId)}`, { same }, key),
  night: () => get<NightView>('/night'),
  nightNow: (key: string) => post<NightView>('/night', {}, key),
  resumeWriting: (key: string) => post<NightView>('/erp/resume', {}, key),
  erpRecord: (thing: ErpThing) => get<ErpRecord>('/erp/record', thing),
  place: (model: string, id: string) => get<PlaceView>('/erp/place', { model, id }),
  erpChecks: () => get<CheckView[]>('/erp/checks'),
  host: () => get<HostView>('/host'),
  signIn: (it: { login: string; password: string }, key: string) => post<object>('/host/sign-in', it, key),
  signOut: (key: string) => post<object>('/host/sign-out', {}, key),
  pairing: () => get<PairingView>('/host/pairing'),
  pair: (it: { url: string; code: string; database: string }, key: string) => post<PairingView>('/host/pair', it, key),
  connect: (it: ConnectBody, key: string) => post<ConnectView>('/host/connect', it, key, CONNECT_MS_MAX),
  unpair: (key: string) => post<PairingView>('/host/unpair', {}, key),
  startDay: (day?: Day) => get<StartView | null>('/start-day', { day }, IMPORT_MS_MAX),
  startOn: (day: Day | null, key: string) => post<StartView>('/start-day', { day }, key, IMPORT_MS_MAX),
  trust: () => get<TrustView>('/trust'),
  setMode: (mode: Mode, key: string) => post<TrustView>('/trust/mode', { mode }, key),
  switchClass: (it: { signature: string; state: SwitchState }, key: string) =>
    post<TrustView>('/trust/classes', it, key),
  setTolerance: (tolerance: Tolerance | null, key: string) => post<TrustView>('/trust/tolerance', { tolerance }, key),
  memory: () => get<MemoryView>('/memory'),
  forget: (thing: { kind: string; text: string; partyId: string | null }, key: string) =>
    post<MemoryView>('/memory/forget', thing, key),
  learnAccount: ({ text, partyId }: { text: string; partyId: string }, key: string) =>
    post<MemoryView>('/memory/accounts', { text, partyId }, key),
  agreements: () => get<AgreementView[]>('/agreements'),
  addAgreement: (it: AgreementBody, key: string) => post<AgreementView[]>('/agreements', it, key),
  endAgreement: (id: string, key: string) =>
    post<AgreementView[]>(`/agreements/${encodeURIComponent(id)}/end`, {}, key),
  rules: () => get<RuleView[]>('/rules'),
  addRule: (rule: Pick<CompanyRule, 'when' | 'outcome'> & { name: string; replaces: string | null }, key: string) =>
    post<RuleView[]>('/rules', rule, key),
  tryRule: (id: string, key: string) => post<TrialView>(`/rules/${encodeURIComponent(id)}/try`, {}, key),
  switchRule: (id: string, on: boolean, key: string) =>
    post<RuleView[]>(`/rules/${encodeURIComponent(id)}/switch`, { on }, key),
  deleteRule: (id: string, key: string) => post<RuleView[]>(`/rules/${encodeURIComponent(id)}/delete`, {}, key),
  imports: () => get<ImportRow[]>('/imports'),
  statementGaps: () => get<StatementGap[]>('/imports/gaps'),
  slipCredits: (slip: { account: string; day: Day }) => get<SlipCredit[]>('/imports/slip-credits', slip),
  statement: (id: string) => get<StatementView>(`/statements/${encodeURIComponent(id)}`),
  statementLines: (id: string, at: { offset: number; limit: number; waiting: string; line?: string | undefined }) =>
    get<StatementPage>(`/statements/${encodeURIComponent(id)}/lines`, at),
  importFiles: (files: readonly File[], key: string) => {
    const form = new FormData();
    for (const file of files) form.append('file', file, file.name);
    return send<{ results: FileResult[]; counters?: Counter[]; start?: StartView | null }>('/imports', {
      method: 'POST',
      body: form,
      key,
      msMax: IMPORT_MS_MAX,
    });
  },
  /** `choice` null: as remembered for these headings, else as the table itself suggests. */
  previewTable: (table: TableFile, choice: TableChoiceBody | null) =>
    send<TableView>('/imports/table', upload(table, choice, newKey())),
  confirmTable: (table: TableFile, choice: TableChoiceBody, key: string) =>
    send<{ results: FileResult[] }>('/imports/table/confirm', upload(table, choice, key)),
  /** The file as the server names it, and the names of all that belong to it; the bearer token cannot travel in a plain link. */
  download: async (
    what: string,
    query: Record<string, string> = {},
  ): Promise<Answer<{ name: string; bytes: Blob; all: string[] }>> => {
    const response = await reach(`/export/${what}?${new URLSearchParams(query)}`, {
      method: 'GET',
      msMax: IMPORT_MS_MAX,
    });
    if (!response) return NO_ANSWER;
    if (!response.ok) return refusal(response);
    const disposition = response.headers.get('content-disposition') ?? '';
    const name = decodeURIComponent(/filename\*=UTF-8''([^;]+)/.exec(disposition)?.[1] ?? `${what}.txt`);
    const all = (response.headers.get('x-files') ?? '')
      .split(',')
      .filter((it) => it !== '')
      .map(decodeURIComponent);
    return { ok: true, value: { name, bytes: await response.blob(), all } };
  },
};

export type TableChoiceBody = { mapping: TableGuess; account: string | null };

/** A table, or the archive that it lies in; `name` is that of the table as the server's answers have it. */
export type TableFile = { file: File; name: string };

function upload({ file, name }: TableFile, choice: TableChoiceBody | null, key: string): Request {
  const form = new FormData();
  form.append('file', file, file.name);
  if (name !== file.name) form.append('member', name);
  if (choice) form.append('choice', JSON.stringify(choice));
  return { method: 'POST', body: form, key, msMax: IMPORT_MS_MAX };
}
