// Proves the `match` command: decisions of the documented shape, the same bytes for any order of lines, clear refusals.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { matchCommand } from '../../panel/match.ts';

const FOLDER = mkdtempSync(join(tmpdir(), 'lettrage-match-'));
const SHARED = new URL('../../../shared/data/matching/odoo-501/', import.meta.url).pathname;
afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

const partner = {
  partner_id: 'P1',
  name: 'DURAND MENUISERIE SARL',
  city: 'SENS',
  country: 'FR',
  ibans: [],
  parent_id: null,
};
const invoice = (facts: object) => ({
  invoice_id: 'I1',
  number: 'FA-2026-00101',
  type: 'invoice',
  partner_id: 'P1',
  issue_date: '2026-01-10',
  due_date: '2026-02-10',
  currency: 'EUR',
  total_minor: 50_000,
  residual_minor: 50_000,
  payment_reference: null,
  client_reference: null,
  discount: null,
  ...facts,
});
const line = (facts: object) => ({
  line_id: 'L1',
  entry_ref: 'E1',
  account_iban: 'FR7630004000031234567890143',
  booking_date: '2026-02-01',
  value_date: '2026-02-01',
  amount_minor: 50_000,
  currency: 'EUR',
  counterparty_name: 'DURAND MENUISERIE',
  counterparty_iban: null,
  remittance: 'FA-2026-00101',
  structured_ref: null,
  end_to_end_id: null,
  tx_code: 'PMNT-RCDT-ESCT',
  original_amount: null,
  ...facts,
});

async function run(invoices: object[], lines: object[]) {
  const path = (name: string, rows: object[]) => {
    writeFileSync(join(FOLDER, name), rows.map((row) => JSON.stringify(row)).join('\n'));
    return join(FOLDER, name);
  };
  let [out, err] = ['', ''];
  const code = await matchCommand(
    { partners: path('partners', [partner]), invoices: path('invoices', invoices), lines: path('lines', lines) },
    {
      stdout: (text) => {
        out += text;
      },
      stderr: (text) => {
        err += text;
      },
    },
  );
  return { code, out, err };
}

test('a named invoice, paid to the cent by its customer, is settled alone and says why', async () => {
  const { code, out } = await run([invoice({})], [line({})]);
  expect(code).toBe(0);
  const decision = JSON.parse(out);
  expect(decision).toMatchObject({
    line_id: 'L1',
    decision: 'auto',
    candidates: [
      {
        partner_id: 'P1',
        allocations: [{ invoice_id: 'I1', amount_minor: 50_000 }],
        adjustments: [],
        rest_minor: 0,
        reverses: null,
        doubts: [],
      },
    ],
  });
  expect(decision.candidates[0].reasons).toContain('Le libellé cite le n° FA-2026-00101');
});

test('the order of the lines changes no byte', async () => {
  const invoices = [
    invoice({}),
    invoice({ invoice_id: 'I2', number: 'FA-2026-00102', residual_minor: 7_000, total_minor: 7_000 }),
  ];
  const lines = [
    line({}),
    line({ line_id: 'L2', entry_ref: 'E2', remittance: '', amount_minor: 7_000 }),
    line({ line_id: 'L0', entry_ref: 'E3' }),
  ];
  const { out } = await run(invoices, lines);
  expect((await run(invoices, [...lines].reverse())).out).toBe(out);
  expect(
    out
      .trim()
      .split('\n')
      .map((text) => JSON.parse(text).line_id),
  ).toEqual(['L0', 'L1', 'L2']);
});

test.each([
  [
    'an amount that is no whole number',
    [invoice({ residual_minor: 12.5 })],
    [line({})],
    /invoices, line 1: residual_minor is no whole number/,
  ],
  [
    'a day that the calendar does not have',
    [invoice({})],
    [line({ value_date: '2026-02-30' })],
    /lines, line 1: value_date is no day/,
  ],
  ['a line id that stands there twice', [invoice({})], [line({}), line({})], /lines: "L1" stands there twice/],
])('%s is refused with its place', async (_, invoices, lines, says) => {
  const { code, out, err } = await run(invoices, lines);
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toMatch(says);
});

test.skipIf(!existsSync(SHARED))(
  'on a ledger of 6,000 items it settles alone what is true, and nothing else (skipped without ../shared/data)',
  async () => {
    const out = join(FOLDER, 'decisions');
    await matchCommand(
      { partners: `${SHARED}partners.jsonl`, invoices: `${SHARED}invoices.jsonl`, lines: `${SHARED}lines.jsonl`, out },
      { stdout: () => {}, stderr: () => {} },
    );
    const rows = (file: string) =>
      readFileSync(file, 'utf8')
        .trim()
        .split('\n')
        .map((text) => JSON.parse(text));
    const truths = new Map(rows(`${SHARED}truth.jsonl`).map((truth) => [truth.line_id, truth]));
    const alone = rows(out).filter((one) => one.decision === 'auto');
    expect(alone.length).toBeGreaterThan(1_600);
    for (const one of alone) {
      const truth = truths.get(one.line_id);
      // Of two lines that the bank or the customer sent twice, either may be the one that counts.
      if (truth.swap_group !== null) continue;
      expect(
        one.candidates[0].allocations
          .map((a: { invoice_id: string; amount_minor: number }) => `${a.invoice_id} ${a.amount_minor}`)
          .sort(),
      ).toEqual(
        truth.allocations
          .map((a: { invoice_id: string; amount_minor: number }) => `${a.invoice_id} ${a.amount_minor}`)
          .sort(),
      );
    }
  },
);
