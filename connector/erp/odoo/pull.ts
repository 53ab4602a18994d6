// The receivable side of one company in Odoo, page by page: what changed since the last pull, and what exists at all.
import { type Fault, isFault } from '../../../sync/fault/index.ts';
import { sum } from '../../../sync/model/money.ts';
import type { PullPage } from '../../../sync/port/erp.ts';
import { ahead } from './ahead.ts';
import type { Chart } from './chart.ts';
import type { Host } from './host.ts';
import { bankLines, journalStatements, statements } from './pull/bank.ts';
import { balances, books } from './pull/books.ts';
import { type Cursor, cursorOf, cursorText, FROM_THE_START, overlapped, regimeOf } from './pull/cursor.ts';
import { lines, moved, settlements, supplierLines } from './pull/ledger.ts';
import type { Part, Pulling } from './pull/part.ts';
import { contactsOf, ibans, parties } from './pull/party.ts';
import { lastAccount, placesOf } from './pull/places.ts';
import { askStanding, noteStanding, nothingStanding, type Standing, standingPages } from './pull/standing.ts';
import { testimonyOf } from './pull/witness.ts';
import { together } from './together.ts';

/** What refers to a record comes after it. */
const PARTS: readonly Part[] = [parties, lines, supplierLines, statements, bankLines, settlements, moved];

/** Up to so many pages a pull is one whole; of a larger one each further page is stored while Odoo prepares the next. */
const WHOLE_PAGES = 3;
/** Pages that are read while earlier ones are stored. */
const PAGES_AHEAD = 2 * WHOLE_PAGES;

/**
 * Pages since `from` (null: of everything); `refused` ends them when Odoo stops answering, what was marked may be kept.
 * `source`: where the books are.
 */
export function pull(host: Host, chart: Chart, source: string, from: string | null): AsyncGenerator<PullPage> {
  return ahead(pages(host, chart, source, from), PAGES_AHEAD);
}

async function* pages(host: Host, chart: Chart, source: string, from: string | null): AsyncGenerator<PullPage> {
  const first = await together([begin(host, chart, cursorOf(from)), contactsOf(host), knowFields(host)]);
  if (isFault(first)) return yield refused(first);
  const [begun, contacts] = first;
  const it: Pulling = { host, chart, since: begun.cursor.since, given: new Set(), contacts };
  yield* frame(chart);
  // Where nothing was known before, what exists is what is brought.
  const brought = from === null ? nothingStanding() : null;
  for await (const page of records(it, begun.cursor)) {
    if (brought) noteStanding(brought, page);
    yield page;
    if (page.kind === 'refused') return;
  }
  const whole = await wholeOf(host, chart, source, begun.restored, brought);
  if (isFault(whole)) return yield refused(whole);
  yield* whole;
  const { next, witnesses, regime, last, places } = begun.cursor;
  const known = { witnesses, regime, last, places };
  yield { kind: 'end', snapshot: false, cursor: cursorText({ ...FROM_THE_START, since: next, ...known }) };
}

/** The fields of all models are asked for at once: each would be before its first page otherwise. */
async function knowFields(host: Host): Promise<readonly string[][] | Fault> {
  return together([...PARTS.map((part) => part.model), 'account.move'].map((model) => host.fields(model, [])));
}

type Begun = { cursor: Cursor; restored: boolean };

/** A pull that was cut goes on where it stood; a new one notes where the next will begin before it reads anything. */
async function begin(host: Host, chart: Chart, cursor: Cursor): Promise<Begun | Fault> {
  const regime = regimeOf(chart);
  const asked = await together([testimonyOf(host, chart.company, cursor.witnesses), lastAccount(host)]);
  if (isFault(asked)) return asked;
  const [{ restored, newest, witnesses }, last] = asked;
  const isPlaced = cursor.places === null || cursor.places === (await placesOf(chart, cursor.last));
  const isKnown = cursor.regime === regime && isPlaced;
  if (!restored && isKnown && (cursor.part > 0 || cursor.after > 0)) return { cursor, restored };
  const since = restored || !isKnown ? null : cursor.since;
  const known = { witnesses, regime, last, places: await placesOf(chart, last) };
  return { cursor: { ...FROM_THE_START, since, next: overlapped(newest), ...known }, restored };
}

function* frame(chart: Chart): Generator<PullPage> {
  yield { kind: 'accounts', rows: [...chart.accounts.values(), ...chart.otherAccounts], chart: chart.facts };
  yield { kind: 'bank-accounts', rows: chart.bankAccounts };
  yield { kind: 'statements', rows: journalStatements(chart) };
}

async function* records(it: Pulling, cursor: Cursor): AsyncGenerator<PullPage> {
  const parts = PARTS.map((part, i) => ({ i, part, domain: part.domain(it) })).slice(cursor.part);
  const count = () => together(parts.map(({ part, domain }) => it.host.count(part.model, domain)));
  let counting: ReturnType<typeof count> | null = null;
  let done = 0;
  let held = 0;
  let pagesToMark = WHOLE_PAGES;
  for (const { i, part, domain } of parts) {
    const after = i === cursor.part ? cursor.after : 0;
    for await (const step of part.steps(it, domain, after)) {
      if (isFault(step)) return yield refused(step);
      yield* step.pages;
      done += step.rows;
      held += sum(step.pages.map(rowsOf));
      // Only a mark says of how many: what is small is not counted, what is large while its further pages are read.
      if (held < it.host.pageRows) continue;
      counting ??= count();
      if (held < pagesToMark * it.host.pageRows) continue;
      held = 0;
      pagesToMark = 1;
      const counts = await counting;
      if (isFault(counts)) return yield refused(counts);
      const total = sum(counts);
      yield { kind: 'mark', cursor: cursorText({ ...cursor, part: i, after: step.last }), done, total };
    }
  }
}

function rowsOf(page: PullPage): number {
  return 'rows' in page ? page.rows.length : 0;
}

/** What is true of the books as a whole, and not of a record. `brought`: what exists, where this pull brought all of it. */
async function wholeOf(
  host: Host,
  chart: Chart,
  source: string,
  restored: boolean,
  brought: Standing | null,
): Promise<PullPage[] | Fault> {
  const whole = await together([
    ibans(host),
    brought ? Promise.resolve(brought) : askStanding(host, chart),
    balances(host, chart),
    books(host, chart, restored),
  ]);
  if (isFault(whole)) return whole;
  const [accounts, standing, sums, said] = whole;
  return [
    accounts,
    ...standingPages(standing),
    sums,
    { kind: 'books', books: said },
    { kind: 'company', siren: chart.siren, from: null, to: null, source, name: chart.name, currency: chart.currency },
  ];
}

function refused(it: Fault): PullPage {
  return { kind: 'refused', faults: [it] };
}
