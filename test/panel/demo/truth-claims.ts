// The truth of the waiting lines agrees with the ledger: what is paid is open there, and nothing is paid twice over.
import { expect, test } from 'vitest';
import { type FecRow, type Made, totals } from './made.ts';

const itemKey = (document: string, account: string, customer: string | null, cents: number) =>
  [document, account, customer ?? '', cents].join('|');
const rowKey = (row: FecRow) =>
  itemKey(row['PieceRef'] ?? '', row['CompteNum'] ?? '', row['CompAuxNum'] ?? '', row.cents);

/** What holds of the truth on every day. */
export function truthClaims({ demo, truth, ledgers }: Made): void {
  const rows = ledgers.at(-1)?.rows ?? [];
  const waiting = truth.filter((line) => !line.booked);

  test('pays + adjustments + rest is the amount of every line', () => {
    const off = truth.filter((line) => {
      const paid = line.pays.reduce((sum, pay) => sum + pay.lineMinor, 0);
      const adjusted = line.adjustments.reduce((sum, { minor }) => sum + minor, 0);
      return paid + adjusted + line.restMinor !== line.amountMinor;
    });
    expect(off).toEqual([]);
  });

  test('what a waiting line pays is open in the running exercise', () => {
    const open = new Set(rows.filter((row) => row['EcritureLet'] === '').map(rowKey));
    const gone = waiting.flatMap((line) =>
      line.pays
        .filter((pay) => !open.has(itemKey(pay.document, pay.account, pay.customer, pay.itemMinor)))
        .map((pay) => [line.scenario, pay.document]),
    );
    expect(gone).toEqual([]);
  });

  test('no item is paid beyond its amount by all lines together', () => {
    const pays = truth.flatMap((line) => (line.pending ? [] : line.pays));
    const paid = totals(
      pays,
      (pay) => itemKey(pay.document, pay.account, pay.customer, pay.itemMinor),
      (pay) => pay.minor,
    );
    const items = totals(
      rows.filter((row) => row['EcritureLet'] === ''),
      rowKey,
      (row) => row.cents,
    );
    const over = [...paid].filter(([key, minor]) => Math.abs(minor) > Math.abs(items.get(key) ?? minor));
    expect(over).toEqual([]);
  });

  test('two hundred and fifty to three hundred and sixty lines, most received and not booked', () => {
    expect(truth.length).toBeGreaterThanOrEqual(250);
    expect(truth.length).toBeLessThanOrEqual(360);
    const booked = truth.filter((line) => line.booked).length;
    expect(booked).toBeGreaterThanOrEqual(25);
    expect(booked).toBeLessThan(truth.length / 4);
  });

  test('a returned collection names the collection or the document that it takes back', () => {
    const returned = truth.filter((line) => line.reverses !== null);
    expect(returned.length).toBeGreaterThanOrEqual(7);
    const text = demo.files.map(({ bytes }) => new TextDecoder('windows-1252').decode(bytes)).join('\n');
    expect(returned.filter((line) => !text.includes(line.reverses ?? ''))).toEqual([]);
  });
}
