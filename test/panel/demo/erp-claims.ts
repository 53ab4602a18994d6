// The demo's ledger as the FEC connector gives it: no fault, balances that tie out, and open items that the waiting lines pay.
import { expect, test } from 'vitest';
import { openFec } from '../../../connector/erp/fec/index.ts';
import { CUSTOMER_ROLES, type LedgerLine } from '../../../sync/model/ledger.ts';
import type { PullPage } from '../../../sync/port/erp.ts';
import { type Made, totals } from './made.ts';

export async function pullAll({ demo }: Made): Promise<PullPage[]> {
  const { siren, accounts, terms } = demo.company;
  const files = demo.files.filter(({ name }) => name.includes('FEC'));
  const pages: PullPage[] = [];
  for await (const page of openFec({ files, siren, accounts, terms }).pull(null)) pages.push(page);
  return pages;
}

type Open = { line: LedgerLine; residual: number };

function openOf(pages: readonly PullPage[]): Open[] {
  const lines = pages.flatMap((page) => (page.kind === 'lines' ? page.rows : []));
  const settled = new Map<string, number>();
  const add = (id: string, minor: number) => settled.set(id, (settled.get(id) ?? 0) + minor);
  for (const page of pages) {
    if (page.kind !== 'settlements') continue;
    for (const { debitId, creditId, amountMinor } of page.rows) {
      add(debitId, amountMinor);
      add(creditId, -amountMinor);
    }
  }
  return lines
    .filter(({ role }) => CUSTOMER_ROLES.some((each) => each === role))
    .map((line) => ({ line, residual: line.amountMinor - (settled.get(line.id) ?? 0) }))
    .filter(({ residual }) => residual !== 0);
}

/** What holds of the ledger behind the connector. */
export function erpClaims({ demo, truth }: Made, pages: () => PullPage[]): void {
  test('the FEC files are pulled without a refusal or a warning', () => {
    expect(pages().filter(({ kind }) => kind === 'refused' || kind === 'warning')).toEqual([]);
    expect(pages().find(({ kind }) => kind === 'company')).toMatchObject({ siren: demo.company.siren });
  });

  test('the open items of every customer account make its balance', () => {
    const open = totals(
      openOf(pages()),
      ({ line }) => line.account,
      ({ residual }) => residual,
    );
    const balances = pages().flatMap((page) => (page.kind === 'balances' ? page.rows : []));
    for (const account of ['411000', '411700', '413000', '416000', '419100']) {
      expect([account, open.get(account)]).toEqual([
        account,
        balances.find((row) => row.account === account)?.balanceMinor,
      ]);
    }
  });

  test('what the waiting lines pay of customers is an open item, whole', () => {
    const key = (document: string | null, account: string, party: string | null, minor: number) =>
      [document, account, party, minor].join('|');
    const open = new Set(
      openOf(pages()).map(({ line, residual }) => key(line.document, line.account, line.partyId, residual)),
    );
    const booked = new Set(truth.filter((line) => line.booked).flatMap(({ pays }) => pays.map((pay) => pay.document)));
    const paid = truth.filter((line) => !line.booked).flatMap(({ pays }) => pays);
    const customers = paid.filter((pay) => /^41/.test(pay.account) && !booked.has(pay.document));
    const lost = customers.filter((pay) => !open.has(key(pay.document, pay.account, pay.customer, pay.itemMinor)));
    expect(customers.length).toBeGreaterThan(400);
    expect(lost.map((pay) => [pay.document, pay.account, pay.customer])).toEqual([]);
  });

  test('only the account of occasional customers is shared', () => {
    const parties = pages().flatMap((page) => (page.kind === 'parties' ? page.rows : []));
    expect(parties.filter(({ shared }) => shared).map(({ id }) => id)).toEqual(['411DIVERS']);
  });
}
