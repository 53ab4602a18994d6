// Postings as a decision makes them, in cents, for lines of a live Odoo.
import { openOdoo } from '../../../../connector/erp/odoo/index.ts';
import { WIRE_LIMITS, type WireLimits } from '../../../../connector/erp/odoo/transport/transport.ts';
import { type Company, PLAN_COMPTABLE } from '../../../../sync/model/company.ts';
import type { Day } from '../../../../sync/model/day.ts';
import type { EntryLine } from '../../../../sync/model/entry.ts';
import type { Settlement } from '../../../../sync/model/ledger.ts';
import type { Erp, Posting, World } from '../../../../sync/port/erp.ts';
import type { Seat } from '../../../odoo/ask.ts';

export function world(): World {
  const clock: World['clock'] = { now: () => '2026-11-25T00:00:00Z', today: () => '2026-11-25', wait: async () => {} };
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  return { fetch, clock, log, signal: new AbortController().signal };
}

/** The product's connector on this seat, as the user with least rights. `wire` 'xmlrpc' hides the newer one. */
export function productOn(
  seat: Seat,
  wire: 'json2' | 'xmlrpc' = 'json2',
  url = seat.url,
  limits: Partial<WireLimits> = {},
  asked: typeof fetch = fetch,
  company = 1,
  roles: Company['accounts'] = PLAN_COMPTABLE,
): Erp {
  const hidden: typeof fetch = async (input, init) =>
    String(input).includes('/json/2/') ? new Response('', { status: 404 }) : asked(input, init);
  const at = { url, database: seat.database, user: 'lettrage', key: seat.keys['lettrage'] ?? '' };
  return openOdoo(
    { ...at, company, roles, limits: { ...WIRE_LIMITS, ...limits } },
    { ...world(), fetch: wire === 'json2' ? asked : hidden },
  );
}

/** Odoo 19 as if it had not the field by which 17 and 18 are told from it: what those do has the same names there. */
export const asBefore19: typeof fetch = async (input, init) => {
  const answer = await fetch(input, init);
  if (!String(init?.body).includes('fields_get')) return answer;
  const text = await answer.text();
  return new Response(text.replaceAll('reconciled_lines_ids', 'hidden_by_the_test'), { status: answer.status });
};

let counter = 0;

export type Parts = {
  line?: number;
  day?: Day;
  entry?: EntryLine[];
  joins?: readonly (readonly [debit: number, credit: number, amountMinor: number])[];
} & Partial<Omit<Posting, 'entry' | 'settlements' | 'day'>>;

/** A posting of its own decision. */
export function postingOf({ line, day = '2026-06-15', entry = [], joins = [], ...more }: Parts): Posting {
  counter += 1;
  const settlements = joins.map(
    ([debit, credit, amountMinor]): Settlement => ({
      id: `join/${debit}/${credit}`,
      debitId: String(debit),
      creditId: String(credit),
      amountMinor,
      day,
    }),
  );
  const decisionId = `d-${process.pid}-${counter}`;
  return { decisionId, lineId: line === undefined ? null : `stl/${line}`, day, entry, settlements, ...more };
}

export function bank(amountMinor: number, partyId: number | null = null): EntryLine {
  return row('bank', '512001', amountMinor, partyId, null);
}

/** Falls of an item: credit an invoice with a negative amount. */
export function customer(
  item: number,
  amountMinor: number,
  partyId: number,
  foreign?: EntryLine['foreign'],
): EntryLine {
  return { ...row('customer', '411100', amountMinor, partyId, item), ...(foreign ? { foreign } : {}) };
}

export function row(
  part: EntryLine['part'],
  account: string,
  amountMinor: number,
  partyId: number | null = null,
  settles: number | null = null,
): EntryLine {
  return {
    part,
    account,
    amountMinor,
    partyId: partyId === null ? null : String(partyId),
    label: `Test ${part}`,
    settles: settles === null ? null : String(settles),
  };
}
