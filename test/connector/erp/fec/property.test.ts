// Whatever the style, the same ledger is read; whatever is lettered, groups close and no other byte moves; whatever is broken, nothing is thrown.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportFec } from '../../../../connector/erp/fec/index.ts';
import { type Ledger, readLedger } from '../../../../connector/erp/fec/ledger.ts';
import { readFec } from '../../../../connector/erp/fec/text/file.ts';
import { COMPANY, filesOf } from './fixture.ts';
import { proveLetters } from './proof.ts';
import { residualsOf } from './text.ts';
import { PLAIN, type Style, type Written, writeFec } from './write.ts';

const styles: fc.Arbitrary<Style> = fc.record({
  encoding: fc.constantFrom('utf-8', 'iso-8859-15', 'windows-1252'),
  separator: fc.constantFrom('\t', '|'),
  amounts: fc.constantFrom('comma', 'padded', 'signed', 'blank', 'D/C', '+1/-1'),
  lineEnd: fc.constantFrom('\r\n', '\n', '\r\r\n'),
  lastLineEnd: fc.boolean(),
  trailing: fc.boolean(),
  width: fc.constantFrom(0, 3, 30),
});

const LABELS = ['Facture', 'Règlement reçu', 'Cœur de Ville', "L'Épi à 1 €", '27" écran', 'Œillet'];
const customers = fc.constantFrom('DUP', 'MAR', 'DUR');
const days = fc.integer({ min: 0, max: 11 }).map((month) => `2024${String(month + 1).padStart(2, '0')}15`);
const sale = fc.record({
  what: fc.constant('sale' as const),
  aux: customers,
  day: days,
  minor: fc.oneof(fc.constantFrom(100, 1200, 99_999_999), fc.integer({ min: 1, max: 5_000 })),
  label: fc.constantFrom(...LABELS),
});
const receipt = sale.map((each) => ({ ...each, what: 'receipt' as const }));
const ledgers: fc.Arbitrary<Written[]> = fc
  .array(fc.oneof(sale, receipt), { minLength: 1, maxLength: 25 })
  .map((entries) => entries.flatMap((entry, index) => linesOf(entry, index + 1)));

describe('a ledger', () => {
  it('is read as it was written, in every style', () => {
    fc.assert(
      fc.property(ledgers, styles, (lines, style) => {
        const file = readFec({ name: 'fec.txt', bytes: writeFec(lines, style) }, () => true);
        if (Array.isArray(file)) throw new Error(file.map((fault) => fault.code).join());
        const read = file.rows.map(({ detail, ...row }): Written => {
          const { aux, piece, label, letter } = detail!;
          const { journal, number, day, account, amountMinor } = row;
          return { journal, number, day: day.replaceAll('-', ''), account, aux, piece, label, amountMinor, letter };
        });
        expect(read).toEqual(lines);
      }),
    );
  });

  it('gives the same items under the same ids, numbered or not', () => {
    fc.assert(
      fc.property(ledgers, styles, fc.constantFrom('', '0', '00000000'), (lines, style, number) => {
        const numbered = ledgerOf(writeFec(lines, PLAIN));
        const draft = ledgerOf(
          writeFec(
            lines.map((line) => ({ ...line, number })),
            style,
          ),
        );
        const told = ({ lines: all }: Ledger) => all.map(({ entry: _, ...line }) => line);
        expect(told(draft)).toEqual(told(numbered));
      }),
    );
  });

  it('keeps lines that add up to its balances, and never settles more than there is', () => {
    fc.assert(
      fc.property(ledgers, (lines) => {
        const ledger = ledgerOf(writeFec(lines, PLAIN));
        const sums = new Map<string, number>();
        for (const { account, amountMinor } of ledger.lines) sums.set(account, (sums.get(account) ?? 0) + amountMinor);
        for (const [account, total] of sums) {
          expect(ledger.balances.find((row) => row.account === account)!.balanceMinor).toBe(total);
        }
        for (const line of ledger.lines) {
          const rest = residualsOf(ledger).get(line.id)!;
          expect(rest === 0 || Math.sign(rest) === Math.sign(line.amountMinor)).toBe(true);
        }
      }),
    );
  });
});

describe('letters', () => {
  it('close to the cent, move no other byte, and settle what they join', () => {
    fc.assert(
      fc.property(ledgers, styles, (lines, style) => {
        const bytes = writeFec(lines, style);
        const ledger = ledgerOf(bytes);
        const groups = closing(ledger);
        const lettered = exportFec({ ...COMPANY, files: [{ name: 'fec.txt', bytes }] }, groups);
        if (Array.isArray(lettered)) throw new Error(lettered[0]!.code);
        expect(lettered.skipped).toEqual([]);
        const exported = lettered.files[0]!.bytes;
        const proof = proveLetters([{ name: 'fec.txt', original: bytes, exported }]);
        expect(proof.violations).toEqual([]);
        expect(proof.groups).toBe(groups.length);
        const after = residualsOf(ledgerOf(exported));
        for (const { itemIds } of groups) for (const id of itemIds) expect(after.get(id)).toBe(0);
      }),
    );
  });
});

describe('a damaged file', () => {
  it('is refused or read, never thrown over', () => {
    const files = ['ordinary', 'opening-in-detail', 'separator-in-a-text', 'number-zero-everywhere'].flatMap(filesOf);
    const damage = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      bytes: fc.uint8Array({ minLength: 0, maxLength: 8 }),
      drop: fc.integer({ min: 0, max: 40 }),
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...files),
        fc.array(damage, { minLength: 1, maxLength: 4 }),
        ({ name, bytes }, damages) => {
          const broken = damages.reduce((all, { at, bytes: put, drop }) => {
            const from = Math.floor(at * all.length);
            return Uint8Array.from([...all.subarray(0, from), ...put, ...all.subarray(from + drop)]);
          }, bytes);
          const ledger = readLedger({ ...COMPANY, files: [{ name, bytes: broken }] });
          if (Array.isArray(ledger)) expect(ledger.length).toBeGreaterThan(0);
          else expect(ledger.lines.every((line) => Number.isSafeInteger(line.amountMinor))).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('of random bytes is refused', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2_000 }), (bytes) => {
        expect(Array.isArray(readLedger({ ...COMPANY, files: [{ name: 'x', bytes }] }))).toBe(true);
      }),
    );
  });

  it('with a line of a megabyte is refused at that line', () => {
    const bytes = writeFec(
      linesOf({ what: 'sale', aux: 'DUP', day: '20240115', minor: 1200, label: 'x'.repeat(1 << 20) }, 1),
      PLAIN,
    );
    expect(readLedger({ ...COMPANY, files: [{ name: 'x', bytes }] })).toMatchObject([
      { code: 'fec-line', place: { line: 2 } },
      { code: 'fec-line', place: { line: 3 } },
    ]);
  });
});

type Entry = { what: 'sale' | 'receipt'; aux: string; day: string; minor: number; label: string };

function linesOf({ what, aux, day, minor, label }: Entry, n: number): Written[] {
  const journal = what === 'sale' ? 'VE' : 'BQ';
  const piece = `${what === 'sale' ? 'F' : 'R'}${n}`;
  const line = { journal, number: String(n), day, piece, label, letter: '' };
  const amountMinor = what === 'sale' ? minor : -minor;
  return [
    { ...line, account: '411000', aux, amountMinor },
    { ...line, account: what === 'sale' ? '706000' : '512000', aux: '', amountMinor: -amountMinor },
  ];
}

function ledgerOf(bytes: Uint8Array): Ledger {
  const ledger = readLedger({ ...COMPANY, files: [{ name: 'fec.txt', bytes }] });
  if (Array.isArray(ledger)) throw new Error(ledger.map((fault) => fault.code).join());
  return ledger;
}

/** A debit and a credit of one customer and of one amount, as often as there are such. */
function closing({ lines }: Ledger) {
  const open = lines.filter((line) => line.account === '411000' && line.amountMinor !== 0);
  const groups: { itemIds: string[]; day: '2000-01-01' }[] = [];
  const taken = new Set<string>();
  for (const debit of open.filter((line) => line.amountMinor > 0)) {
    const credit = open.find(
      (line) => line.partyId === debit.partyId && line.amountMinor === -debit.amountMinor && !taken.has(line.id),
    );
    if (!credit) continue;
    taken.add(credit.id);
    groups.push({ itemIds: [debit.id, credit.id], day: '2000-01-01' });
  }
  return groups;
}
