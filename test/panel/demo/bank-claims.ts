// The demo's bank files: read by the real readers without a fault, continuous, and apart from the ledger by what is not booked.
import { expect, test } from 'vitest';
import { camtReader } from '../../../connector/bank/camt/index.ts';
import { collect, type ReadFile } from '../../../connector/bank/collect.ts';
import { READ_LIMITS } from '../../../connector/bank/limits.ts';
import { ofxReader } from '../../../connector/bank/ofx/index.ts';
import { cents, type Made } from './made.ts';

export type Read = ReadFile & { name: string };

export async function readAll({ demo }: Made): Promise<Read[]> {
  const files = demo.files.filter(({ name }) => !name.includes('FEC'));
  return Promise.all(
    files.map(async ({ name, bytes }) => {
      const reader = name.endsWith('.ofx') ? ofxReader : camtReader;
      expect(reader.sniff(bytes.subarray(0, 65_536))).toBe(true);
      const chunks = (async function* () {
        yield bytes;
      })();
      return { name, ...(await collect(reader.read({ file: name, chunks }, READ_LIMITS))) };
    }),
  );
}

const booked = (statement: Read['statements'][number]) =>
  statement.transactions.filter(({ status }) => status !== 'PDNG');

/** What holds of the bank files on every day, as the readers give them. */
export function bankClaims({ demo }: Made, readFiles: () => Read[]): void {
  const accounts = demo.bankAccounts;
  const camtOf = (account: string) =>
    readFiles()
      .filter(({ name }) => name.endsWith('.xml'))
      .flatMap((file) => file.statements.filter((s) => s.account === account));

  test('are read without a fault, as CAMT.053.001.08 and OFX 1.0.2', () => {
    expect(readFiles().flatMap(({ name, faults }) => faults.map((fault) => ({ name, fault })))).toEqual([]);
    expect(new Set(readFiles().map(({ version }) => version))).toEqual(new Set(['camt.053.001.08', 'OFX 1.0.2']));
  });

  test('every CAMT statement balances', () => {
    const statements = readFiles()
      .filter(({ name }) => name.endsWith('.xml'))
      .flatMap((file) => file.statements);
    expect(statements.length).toBeGreaterThan(100);
    expect(statements.filter(({ balanced }) => balanced !== true)).toEqual([]);
  });

  test('every account but the second goes on from statement to statement', () => {
    for (const { account } of accounts.filter(({ ledgerAccount }) => ledgerAccount !== '512200')) {
      const byDay = new Map(camtOf(account).map((statement) => [statement.closing?.date ?? '', statement]));
      const ordered = [...byDay].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, statement]) => statement);
      expect(ordered.length).toBeGreaterThan(3);
      for (const [i, statement] of ordered.entries()) {
        const before = ordered[i - 1];
        if (before) expect(statement.opening?.amount).toBe(before.closing?.amount);
      }
    }
  });

  test('OFX closing balances go on: the one before and the lines of the month', () => {
    const monthly = readFiles()
      .filter(({ name }) => name.endsWith('.ofx'))
      .flatMap((file) => file.statements);
    expect(monthly.length).toBeGreaterThan(3);
    for (const [i, statement] of monthly.entries()) {
      const before = monthly[i - 1];
      if (!before) continue;
      const moved = booked(statement).reduce((sum, { amount }) => sum + cents(amount), 0);
      expect(cents(statement.closing?.amount)).toBe(cents(before.closing?.amount) + moved);
    }
  });
}

/** How the bank files stand to the ledger, to the truth and to each other. */
export function feedClaims({ demo, truth, ledgers }: Made, readFiles: () => Read[]): void {
  const accounts = demo.bankAccounts;
  test('bank and ledger differ exactly by the lines that are not booked', () => {
    const rows = ledgers.at(-1)?.rows ?? [];
    for (const { account, ledgerAccount, currency } of accounts) {
      const own = rows.filter((row) => row['CompteNum'] === ledgerAccount);
      const ledger = own.reduce(
        (sum, row) => sum + (currency === 'EUR' ? row.cents : Math.sign(row.cents) * cents(row['Montantdevise'])),
        0,
      );
      const last = readFiles()
        .flatMap((file) => file.statements.filter((s) => s.account === account && s.closing))
        .at(-1);
      const waiting = truth
        .filter((line) => line.account === account && !line.booked && !line.pending)
        .reduce((sum, line) => sum + line.amountMinor, 0);
      expect({ account, ledger: ledger + waiting }).toEqual({ account, ledger: cents(last?.closing?.amount) });
    }
  });

  test('every recent line has one truth of its amount, and every truth a line', () => {
    const lines = new Map<string, number>();
    for (const statement of readFiles().flatMap((file) => file.statements)) {
      const seen = new Map<string, number>();
      for (const { bankReference, amount } of statement.transactions) {
        const ref = bankReference ?? '';
        const detail = seen.get(ref) ?? 0;
        seen.set(ref, detail + 1);
        lines.set(`${ref}/${detail}`, cents(amount));
      }
    }
    const stated = truth.map((line) => [`${line.ref}/${line.detail}`, line.amountMinor] as const);
    expect(new Set(stated.map(([key]) => key)).size).toBe(stated.length);
    expect(stated.filter(([key, minor]) => lines.get(key) !== minor)).toEqual([]);
  });

  test('two feeds of one account and a statement fetched twice repeat the bank references', () => {
    const refs = (name: RegExp) =>
      new Set(
        readFiles()
          .filter((file) => name.test(file.name))
          .flatMap((f) => f.statements.flatMap((s) => s.transactions.map((t) => t.bankReference))),
      );
    const feeds = refs(/^valmorin.*xml$/);
    const ofx = refs(/^valmorin.*ofx$/);
    expect(feeds.size).toBeGreaterThan(0);
    expect([...feeds].filter((ref) => !ofx.has(ref))).toEqual([]);
    const daily = refs(/^armelane_\d{8}\.xml$/);
    const again = refs(/^armelane_\d{8}_\d{8}\.xml$/);
    expect(again.size).toBeGreaterThan(0);
    expect([...again].filter((ref) => !daily.has(ref))).toEqual([]);
  });

  test('pending entries are announced and stand in no balance', () => {
    const pending = readFiles().flatMap((file) =>
      file.statements.flatMap((s) => s.transactions.filter((t) => t.status === 'PDNG')),
    );
    expect(pending.length).toBeGreaterThanOrEqual(3);
  });
}
