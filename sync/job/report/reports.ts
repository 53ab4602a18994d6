// Every report: what it reads and how it becomes tables. A new one is one line here.
import { tiedTogether } from '../../ledger/group.ts';
import type { AgingView } from '../../model/aging.ts';
import type { Day } from '../../model/day.ts';
import type { Party } from '../../model/party.ts';
import type { Period } from '../../model/report.ts';
import { type Language, type Sheet, sayIn } from '../../model/sheet.ts';
import type { Tx } from '../../port/store.ts';
import { agingSheet, currencySheet } from '../../report/aging.ts';
import { auditSheet } from '../../report/audit.ts';
import { bookSheet, letterSheet } from '../../report/book.ts';
import { figureSheet } from '../../report/figures.ts';
import { confirmationSheet, statementSheet, unletteredSheet } from '../../report/items.ts';
import { lateSheet, unpaidSheet, yearOf } from '../../report/payment-terms.ts';
import { noReconciliation, reconciliationSheet } from '../../report/reconciliation.ts';
import { vatSheets } from '../../report/vat.ts';
import { agedBalance, agedItems } from '../aged.ts';
import { figuresOf, quarterTo } from '../figures.ts';
import type { Report, ReportAsking, Setting } from './setting.ts';

/** A period that begins on the first day there is. */
const EVER: Day = '0001-01-01';

export const REPORTS = {
  aging: async (tx, it) => {
    const report = await agedBalance(tx, it.asking);
    if (report.amounts === 'document') return documentSheets(report, it);
    return [agingSheet(report, it), ...(report.by === 'currency' ? await otherCurrencies(tx, it) : [])];
  },
  items: async (tx, it) => {
    const { only } = it.asking;
    return [unletteredSheet(await agedItems(tx, { ...it.asking, only }), await agedBalance(tx, it.asking), it)];
  },
  book: async (tx, it) => {
    const period = periodOf(it.asking);
    const { only = null } = it.asking;
    const lines = await tx.view.book(period, only);
    return [bookSheet(period, lines, await tx.view.bookOpenings(period, only), await agedBalance(tx, it.asking), it)];
  },
  letters: async (tx, it) => {
    const period = { ...periodOf(it.asking), from: it.asking.from ?? EVER };
    const { only = null } = it.asking;
    const tied = tiedTogether(await tx.view.ties(period));
    return [letterSheet(period, await tx.view.book(period, only), tied, await agedBalance(tx, it.asking), it)];
  },
  confirmations: async (tx, it) => {
    const report = await agedBalance(tx, { ...it.asking, by: 'party' });
    return [confirmationSheet(report, await tx.ledger.parties(), it)];
  },
  'payment-terms': paymentTerms,
  figures: async (tx, it) => {
    const { asOf, knownOn = null, from = quarterTo(asOf) } = it.asking;
    const period = { asOf, knownOn, from };
    return [figureSheet(period, await figuresOf(tx, period), await agedBalance(tx, it.asking), it)];
  },
  reconciliation: async (tx, it) => {
    const { asOf, bank } = it.asking;
    const at = { asOf, knownOn: null };
    const found = await tx.view.bankReconciliations(at, bank ?? null);
    if (found.length === 0) return [noReconciliation(at, (await tx.company.get()).currency, it)];
    return found.map((each) => reconciliationSheet(each, at, it));
  },
  vat: async (tx, it) => {
    const { asOf, knownOn = null, from = monthOf(asOf) } = it.asking;
    const period = { asOf, knownOn, from };
    const { currency, vatDue = null } = await tx.company.get();
    const declared = it.asking.vatDue ?? vatDue;
    const booked = await tx.view.book(period);
    const parts = [...(await tx.view.settledParts(period)), ...(await tx.view.creditedParts(period))];
    return vatSheets(period, parts, booked, { currency, declared }, it);
  },
  statement: accountStatement,
  audit: async (tx, it) => {
    const { from = null, asOf } = it.asking;
    return [auditSheet(await tx.view.auditEvents(from, asOf), await tx.audit.verify(), it)];
  },
} as const satisfies Record<string, Report>;

/** Those that say whether they equal the ledger. */
export const CONTROLLED: ReadonlySet<string> = new Set(['aging', 'items', 'book', 'confirmations', 'figures']);

/** One table a currency; where nothing is open the company's own stays, with the control. */
function documentSheets(report: AgingView, it: Setting): Sheet[] {
  if (report.currencies.length === 0) return [agingSheet(report, it)];
  return report.currencies.map((table) => currencySheet(table, report, it));
}

/** By currency, each other one than the company's has a table of its own, by customer. */
async function otherCurrencies(tx: Tx, it: Setting): Promise<Sheet[]> {
  const report = await agedBalance(tx, { ...it.asking, by: 'party', amounts: 'document' });
  const others = report.currencies.filter(({ currency }) => currency !== report.currency);
  return others.map((table) => currencySheet(table, report, it));
}

async function paymentTerms(tx: Tx, it: Setting): Promise<Sheet[]> {
  const period = periodOf(it.asking);
  const { terms, currency } = await tx.company.get();
  const [salesMinor, issued] = [await tx.view.salesMinor(period), await tx.view.issued(period)];
  const facts = { salesMinor, issued, terms, currency };
  const items = await agedItems(tx, { ...it.asking, basis: 'due', only: null });
  const parts = await tx.view.settledParts(period);
  return [unpaidSheet(period, items, facts, it), lateSheet(period, items, parts, facts, it)];
}

/** In the language that the customer reads, unless another is asked for. */
async function accountStatement(tx: Tx, it: Setting): Promise<Sheet[]> {
  const only = it.asking.only?.by === 'party' ? it.asking.only : { by: 'party' as const, key: null };
  const { currency } = await tx.company.get();
  const party = (await tx.ledger.parties()).find((each) => each.id === only.key) ?? null;
  const language = it.isAsked ? it.language : languageOf(party);
  const items = await agedItems(tx, { ...it.asking, basis: 'due', only });
  const asked = { asOf: it.asking.asOf, knownOn: it.asking.knownOn ?? null };
  return [statementSheet(party, items, asked, currency, { ...it, say: sayIn(language) })];
}

/** As the ERP says of whoever is written to ('fr_FR'), else by the country; ours where nothing is known. */
function languageOf(party: Party | null): Language {
  const said = party?.dealing?.contact?.language ?? null;
  if (said !== null) return said.toLowerCase().startsWith('fr') ? 'fr' : 'en';
  return party === null || party.country === null || FRENCH.has(party.country) ? 'fr' : 'en';
}

/** Countries where a statement in French is read. */
const FRENCH = new Set([
  'FR',
  'MC',
  'BE',
  'LU',
  'CH',
  'GP',
  'MQ',
  'GF',
  'RE',
  'YT',
  'PM',
  'BL',
  'MF',
  'PF',
  'NC',
  'WF',
]);

function periodOf({ asOf, knownOn = null, from = yearOf(asOf) }: ReportAsking): Period {
  return { asOf, knownOn, from };
}

function monthOf(day: Day): Day {
  return `${day.slice(0, 7)}-01` as Day;
}
