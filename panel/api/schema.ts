// The shapes of what comes in over HTTP; anything else is refused before a job sees it.
import { z } from 'zod';
import { AMOUNTS, GROUPINGS, USUAL_CUTS } from '../../sync/model/aging.ts';
import { parseDay } from '../../sync/model/day.ts';
import { FORMATS } from '../../sync/model/sheet.ts';
import { COLUMN_ROLES, DATE_ORDERS, DECIMAL_MARKS } from '../../sync/model/table.ts';

const TEXT_MAX = 2_000;
const LINES_MAX = 1_000;
const PAGE_MAX = 500;
/** No rate of VAT in Europe is higher. */
const RATE_BP_MAX = 3_000;

const minor = z.number().int().min(Number.MIN_SAFE_INTEGER).max(Number.MAX_SAFE_INTEGER);
const id = z.string().min(1).max(200);
const comment = z.string().max(TEXT_MAX).optional();

/** A day of the calendar, '2026-11-20'. */
export const day = z.string().transform((text, context) => {
  const found = parseDay(text);
  if (found) return found;
  context.addIssue({ code: 'custom', message: 'day' });
  return z.NEVER;
});

const adjustment = z.object({
  kind: z.enum([
    'discount',
    'bank_fee',
    'psp_fee',
    'factor_fee',
    'rounding',
    'short_pay',
    'withholding',
    'fx',
    'retention',
    'other',
  ]),
  amountMinor: minor,
  account: id.optional(),
  vat: z.object({ rateBp: z.number().int().min(0).max(RATE_BP_MAX), account: id }).optional(),
  dueDay: day.optional(),
});

const claim = z.object({
  kind: z.enum(['contested', 'undue-discount']),
  itemId: id,
  amountMinor: minor,
  note: comment,
});

export const accept = z.object({
  candidate: z.number().int().min(0).nullable(),
  partyId: id.nullable(),
  allocations: z.array(z.object({ itemId: id, amountMinor: minor })).max(LINES_MAX),
  adjustments: z.array(adjustment).max(20),
  rest: z.enum(['none', 'overpayment', 'advance', 'on-account', 'refund']),
  claims: z.array(claim).max(LINES_MAX).optional(),
  accepted: z.array(id).max(20).optional(),
});

/** A line's candidate as it was shown; without it the best of the moment is meant. */
const shown = z.object({ partyId: id.nullable(), itemIds: z.array(id).max(LINES_MAX) });

export const reject = z.object({
  reason: z.enum(['wrong-customer', 'wrong-invoice', 'wrong-amount', 'not-a-receipt', 'duplicate', 'other']),
  comment,
  shown: shown.optional(),
});

export const later = z.object({ until: day, comment });
export const transfer = z.object({ otherLineId: id.nullable() });
export const closeClaim = z.object({ outcome: z.enum(['accepted', 'dropped']), comment });
export const flag = z.object({ flagged: z.boolean(), comment });
export const setAside = z.object({ reason: z.string().min(1).max(TEXT_MAX) });
export const acceptAll = z.object({
  lineIds: z.array(id).min(1).max(LINES_MAX),
  /** By line id. */
  shown: z.record(id, shown).optional(),
});
export const letter = z.object({
  itemIds: z.array(id).min(2).max(LINES_MAX),
  adjustments: z.array(adjustment).max(20).default([]),
  leave: z.boolean().default(false),
  accepted: z.array(z.string().max(60)).max(20).optional(),
  /** One receipt of one customer to what another owes. */
  move: z.boolean().optional(),
});
export const nothing = z.object({});
export const undo = z.object({ on: day.optional() });
export const undoAll = z.object({ decisionIds: z.array(id).min(1).max(LINES_MAX) });
export const inverseQuery = z.object({ on: day.optional() });
export const startQuery = z.object({ day: day.optional() });
export const slipQuery = z.object({ account: id, day });
export const startDay = z.object({ day: day.nullable() });
export const accountUse = z.object({
  use: z.enum([
    ...(['discount', 'discount_vat', 'bank_fee', 'small', 'small_gain', 'withholding', 'exchange'] as const),
    ...(['exchange_gain', 'advance', 'retention', 'transfer'] as const),
  ]),
  account: id.nullable(),
});
export const bankAccount = z.object({ account: id, ledgerAccount: id, journal: id });

export const mode = z.object({ mode: z.enum(['shadow', 'suggest', 'auto']) });
export const classSwitch = z.object({ signature: z.string().min(1).max(500), state: z.enum(['on', 'off', 'mode']) });
export const tolerance = z.object({
  tolerance: z.object({ lineMax: minor.min(0), yearMax: minor.min(0) }).nullable(),
});
export const forget = z.object({
  kind: z.enum(['account', 'name', 'refusal', 'habit']),
  text: z.string().min(1).max(TEXT_MAX),
  partyId: id.nullable(),
});
export const learnAccount = z.object({ text: id, partyId: id });

/** Words of a label are short; a long pattern only takes time. */
const pattern = z.string().trim().min(1).max(200);
export const rule = z.object({
  name: z.string().trim().min(1).max(200),
  when: z.object({
    account: id.optional(),
    counterpartyAccount: id.optional(),
    label: pattern.optional(),
    amountMinorFrom: minor.optional(),
    amountMinorTo: minor.optional(),
  }),
  outcome: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('party'), partyId: id }),
    z.object({ kind: z.literal('account'), account: id }),
    z.object({ kind: z.literal('never') }),
  ]),
  replaces: id.nullable().default(null),
});
export const agreement = z.object({
  customerId: id,
  supplierId: id,
  since: day,
  note: z.string().trim().min(1).max(500).nullable().default(null),
});
export const ruleSwitch = z.object({ on: z.boolean() });
/** What a person says of a table; what is still open is null. */
export const tableChoice = z.object({
  mapping: z.object({
    columns: z.array(z.enum(COLUMN_ROLES).nullable()).max(200),
    dateOrder: z.enum(DATE_ORDERS).nullable(),
    decimal: z.enum(DECIMAL_MARKS).nullable(),
  }),
  account: id.nullable(),
});

const whole = z.coerce.number().int();

export const queueQuery = z.object({
  filter: z.enum(['to-do', 'approve', 'difference', 'none', 'later', 'auto', 'settled', 'set-aside']).default('to-do'),
  bank: id.optional(),
  offset: whole.min(0).default(0),
  limit: whole.min(1).max(PAGE_MAX).default(100),
});

export const statementLinesQuery = z.object({
  offset: whole.min(0).default(0),
  limit: whole.min(1).max(PAGE_MAX).default(200),
  /** Only lines that nobody decided. */
  waiting: z.enum(['true', 'false']).default('false'),
  /** The page on which this line stands. */
  line: id.optional(),
});

export const decisionsQuery = z.object({
  limit: whole.min(1).max(PAGE_MAX).default(100),
  line: id.optional(),
  lineId: id.optional(),
});

export const claimsQuery = z.object({
  limit: whole.min(1).max(PAGE_MAX).default(200),
  party: id.optional(),
});

const searchQuery = z.object({
  q: z.string().max(200).default(''),
  limit: whole.min(1).max(PAGE_MAX).default(50),
});

/** `beside`: also payments that wait for the bank and items of suppliers. `currency`: of the line that would take them. */
export const itemsQuery = searchQuery.extend({
  beside: z.literal('yes').optional(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
});

export const ledgerAccountsQuery = searchQuery.extend({ line: id.optional() });

export const accountsQuery = z.object({ which: z.enum(['to-letter', 'all']).default('to-letter') });

/** An empty party stands for lines that name no customer. */
export const accountQuery = z.object({ party: z.string().max(200).default(''), account: id });

export const accountBookQuery = accountQuery.extend({
  year: whole.min(1900).max(9999).optional(),
  offset: whole.min(0).default(0),
  limit: whole.min(1).max(PAGE_MAX).default(100),
});

/** Rising whole days, '30,60,90'; at most eight columns. */
const cuts = z
  .string()
  .regex(/^(\d{1,4}(,\d{1,4}){0,7})?$/)
  .transform((text) =>
    text
      .split(',')
      .filter((part) => part !== '')
      .map(Number),
  )
  .refine((days) => days.every((it, i) => it > (days[i - 1] ?? 0)));

/** What every dated report may be asked; an empty `key` stands for lines without one. */
const asked = z.object({
  asOf: day.optional(),
  knownOn: day.optional(),
  basis: z.enum(['due', 'issue']).default('due'),
  ahead: cuts.default([]),
  late: cuts.default([...USUAL_CUTS.late]),
  by: z.enum(GROUPINGS).default('party'),
  onlyBy: z.enum(GROUPINGS).optional(),
  onlyKey: z.string().max(200).default(''),
  amounts: z.enum(AMOUNTS).default('company'),
});

function asking<T extends z.infer<typeof asked>>({ ahead, late, onlyBy, onlyKey, ...rest }: T) {
  const only = onlyBy === undefined ? null : { by: onlyBy, key: onlyKey === '' ? null : onlyKey };
  return { ...rest, cuts: { ahead, late }, only };
}

export const agingQuery = asked.transform(asking);

export const customerQuery = z.object({ asOf: day.optional() });

const vatDueWord = z.enum(['debits', 'receipts']);

/** When VAT is due where the ledger's entries do not tell; null: nobody says. */
export const vatDue = z.object({ vatDue: vatDueWord.nullable() });

/**
 * `from` opens a period that ends on `asOf`; `bank` and `party` name the account or the customer of reports of one; `vatDue`: taken
 * for this once instead of what the company has declared.
 */
export const reportQuery = asked
  .extend({
    from: day.optional(),
    bank: id.optional(),
    vatDue: vatDueWord.optional(),
    format: z.enum(FORMATS).default('csv'),
    language: z.enum(['fr', 'en']).optional(),
  })
  .transform(asking);

export const twin = z.object({ same: z.boolean() });

/** Some hundred bytes; the signature is looked at before anything else. */
export const handOver = z.object({ token: z.string().min(1).max(4096) });

export const signIn = z.object({ login: z.string().min(1).max(200), password: z.string().min(1).max(500) });

/** `url` is cut to its origin; a database is named where one address serves several. */
export const pairing = z.object({
  url: z.url({ protocol: /^https?$/ }).max(500),
  code: z.string().min(1).max(40),
  database: z.string().max(100).default(''),
});

/** `companies`: the ERP's numbers; none where the user sees one alone. */
export const connect = z.object({
  url: z.url({ protocol: /^https?$/ }).max(500),
  database: z.string().min(1).max(100),
  user: z.string().min(1).max(200),
  key: z.string().min(1).max(500),
  companies: z.array(z.number().int().positive()).max(100).default([]),
});

export const erpThing = z.object({ kind: z.enum(['party', 'item', 'line']), id });

export const erpRecord = z.object({ model: z.string().max(80), id: z.string().max(80) });
