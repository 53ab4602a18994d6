// A ledger without letters that matching begins with on a day: what stays, what becomes one balance, and that nothing is lost.
import { describe, expect, it } from 'vitest';
import { openFec } from '../../../../connector/erp/fec/index.ts';
import { PLAN_COMPTABLE } from '../../../../sync/model/company.ts';
import type { Day } from '../../../../sync/model/day.ts';
import { formatMinor, sum } from '../../../../sync/model/money.ts';
import { fec, invoice, type Row, receipt, SIREN } from '../../../sync/job/paper.ts';
import { erpContract } from '../contract.ts';
import { pullWhole, residualsOf } from './text.ts';

const YEAR_1 = fec(
  [
    ...invoice('F1', '2025-03-01', 'DUPONT', 'Dupont SARL', 100_00),
    ...receipt('B1', '2025-04-01', 'DUPONT', 'Dupont SARL', 100_00),
    ...invoice('F2', '2025-11-20', 'DUPONT', 'Dupont SARL', 70_00),
    ...invoice('F3', '2025-12-20', 'MARTIN', 'Martin SA', 50_00),
    ...receipt('B2', '2025-12-30', 'MARTIN', 'Martin SA', 50_00),
  ],
  { year: 2025 },
);
const AN = { journal: 'AN', entry: 'AN1', day: '2026-01-01', piece: 'AN' };
const OPENING: Row[] = [
  { ...AN, account: '411000', aux: 'DUPONT', name: 'Dupont SARL', amount: 70_00 },
  { ...AN, account: '512100', amount: 150_00 },
  { ...AN, account: '101000', amount: -220_00 },
];
const MOVES_2 = [
  ...invoice('F4', '2026-02-01', 'DUPONT', 'Dupont SARL', 40_00),
  ...receipt('B3', '2026-02-20', 'DUPONT', 'Dupont SARL', 40_00),
  ...invoice('F5', '2026-03-01', 'MARTIN', 'Martin SA', 30_00),
];
const YEAR_2 = fec([...OPENING, ...MOVES_2], { year: 2026 });

const config = (start: Day | null, files = [YEAR_1, YEAR_2]) => ({
  files,
  siren: SIREN,
  accounts: PLAN_COMPTABLE,
  terms: { days: 30, endOfMonth: false, extraDays: 0 },
  start,
});

/** 'day customer document-or-label amount' of what is open, and the codes of the warnings. */
async function openOf(start: Day | null, files = [YEAR_1, YEAR_2]) {
  const pulled = await pullWhole(openFec(config(start, files)));
  if (Array.isArray(pulled)) throw new Error(pulled[0]?.code);
  const residuals = residualsOf(pulled);
  const open = pulled.lines.filter((line) => line.role === 'receivable' && residuals.get(line.id) !== 0);
  return {
    open: open.map(
      ({ day, partyId, document, label, amountMinor }) =>
        `${day} ${partyId} ${document ?? label} ${formatMinor(amountMinor, 'EUR')}`,
    ),
    totalMinor: sum(open.map((line) => residuals.get(line.id) ?? 0)),
    kinds: [...new Set(open.map((line) => line.kind))],
    warnings: pulled.warnings.map((it) => it.code),
  };
}

for (const start of ['2026-01-01', '2026-02-10'] as const) {
  // A letter settles two lines of the year, as the contract asks for; the rest of the ledger carries none.
  const lettered = fec(
    [
      ...MOVES_2,
      ...invoice('F6', '2026-04-01', 'MARTIN', 'Martin SA', 20_00, 'A'),
      ...receipt('B6', '2026-04-02', 'MARTIN', 'Martin SA', 20_00, 'A'),
    ],
    { year: 2026 },
  );
  erpContract(`a FEC that starts on ${start}`, {
    open: () => openFec(config(start, [YEAR_1, lettered])),
    complete: true,
  });
}

describe('a ledger without any letter', () => {
  it('is open as a whole until a day is chosen, and says so', async () => {
    const { open, warnings } = await openOf(null);
    expect(open).toHaveLength(8);
    expect(warnings).toContain('ledger-unlettered');
  });

  it('on a chosen day has one earlier balance for each customer that has one, and all lines since', async () => {
    const { open, warnings } = await openOf('2026-01-01');
    expect(open).toEqual([
      '2026-02-01 DUPONT F4 40.00',
      '2026-02-20 DUPONT B3 -40.00',
      '2026-03-01 MARTIN F5 30.00',
      '2025-12-31 DUPONT Solde antérieur au 01/01/2026 70.00',
    ]);
    expect(warnings).toEqual([]);
  });

  it('loses nothing: whatever the day, what is open adds up to the same', async () => {
    const { totalMinor } = await openOf(null);
    expect(totalMinor).toBe(100_00);
    for (const day of ['2024-01-01', '2025-04-01', '2025-12-25', '2026-01-01', '2026-02-10', '2027-01-01'] as const) {
      expect((await openOf(day)).totalMinor).toBe(totalMinor);
    }
  });

  it('takes the opening of the chosen day for earlier, also when the exercise before is not loaded', async () => {
    const { open, warnings } = await openOf('2026-01-01', [YEAR_2]);
    expect(open.at(-1)).toBe('2025-12-31 DUPONT Solde antérieur au 01/01/2026 70.00');
    expect(open).toHaveLength(4);
    // It was chosen to be without detail.
    expect(warnings).toEqual([]);
  });

  it('of a later start keeps what a letter joins across the day, and only that', async () => {
    const across = fec([
      ...invoice('G1', '2026-01-10', 'DUPONT', 'Dupont SARL', 10_00, 'A'),
      ...invoice('G2', '2026-01-11', 'DUPONT', 'Dupont SARL', 5_00),
      ...receipt('B9', '2026-02-02', 'DUPONT', 'Dupont SARL', 10_00, 'A'),
    ]);
    const pulled = await pullWhole(openFec(config('2026-02-01', [across])));
    if (Array.isArray(pulled)) throw new Error(pulled[0]?.code);
    const customers = pulled.lines.filter((line) => line.role === 'receivable');
    expect(customers.map((line) => line.document ?? line.kind)).toEqual(['G1', 'B9', 'earlier']);
    expect(pulled.settlements).toHaveLength(1);
  });

  it('calls its earlier balance by one id, whatever the day', async () => {
    const idsOn = async (day: Day) => {
      const pulled = await pullWhole(openFec(config(day)));
      return Array.isArray(pulled) ? [] : pulled.lines.filter((line) => line.kind === 'earlier').map((line) => line.id);
    };
    expect(await idsOn('2026-01-01')).toEqual(['earlier.411000.DUPONT']);
    expect(await idsOn('2026-02-10')).toEqual(['earlier.411000.DUPONT']);
  });
});
