// One history of an account in windows that overlap, in any order and each twice, in every format that has no message of its own.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importFiles } from '../../../sync/job/import.ts';
import { importStatements } from '../../../sync/job/import-statement.ts';
import { addDays, type Day } from '../../../sync/model/day.ts';
import { formatMinor, sum } from '../../../sync/model/money.ts';
import type { TableMapping } from '../../../sync/model/table.ts';
import type { DeskFile } from '../../../sync/port/files.ts';
import { hasDatabase } from '../../db/harness.ts';
import { BY, type TestDesk, testDesk } from './desk.ts';
import { IBAN, type Movement, ofx } from './paper.ts';

const FIRST: Day = '2026-06-01';
const OPENING = 1_000_00;

/** Days from `from`, without `to`, counted from the first. */
type Window = { from: number; to: number };
type Days = readonly Movement[][];

/** Five weeks of days, some without any movement, some with two that look the same. */
const history = fc
  .array(
    fc.array(
      fc.record({ amount: fc.constantFrom(80_00, 80_00, 120_00, -35_00), payer: fc.constantFrom('DUPONT', 'MARTIN') }),
      { maxLength: 3 },
    ),
    { minLength: 6, maxLength: 35 },
  )
  .map((days) =>
    days.map((moves, at) =>
      moves.map(
        ({ amount, payer }, i): Movement => ({
          day: addDays(FIRST, at),
          amount,
          payer,
          text: `VIR ${payer}`,
          ref: `R${at}-${i}`,
        }),
      ),
    ),
  );

/** Windows that cover every day, most of them beginning before the last one ended. */
function windows(days: number): fc.Arbitrary<Window[]> {
  const piece = fc.record({ length: fc.constantFrom(1, 4, 7, 31), back: fc.constantFrom(0, 1, 3, 10) });
  return fc.array(piece, { minLength: days, maxLength: days }).chain((pieces) => {
    const made: Window[] = [];
    for (const { length, back } of pieces) {
      const next = made.at(-1)?.to ?? 0;
      if (next >= days) break;
      made.push({ from: Math.max(0, next - back), to: Math.min(days, next + length) });
    }
    return fc.shuffledSubarray(made, { minLength: made.length, maxLength: made.length });
  });
}

const balanceAt = (days: Days, day: number) =>
  OPENING + sum(days.slice(0, day).flatMap((it) => it.map((m) => m.amount)));
const bytes = (text: string) => new TextEncoder().encode(text);
const swiftDay = (day: string) => day.slice(2).replaceAll('-', '');
const frenchDay = (day: string) => day.split('-').reverse().join('/');
const comma = (minor: number) => formatMinor(Math.abs(minor), 'EUR').replace('.', ',');

/** One statement over the whole window. */
function mt940(days: Days, { from, to }: Window): DeskFile {
  const balance = (tag: string, at: number) => {
    const minor = balanceAt(days, at);
    return `:${tag}:${minor < 0 ? 'D' : 'C'}${swiftDay(addDays(FIRST, at - 1))}EUR${comma(minor)}`;
  };
  const entries = days.slice(from, to).flatMap((moves) =>
    moves.flatMap(({ day, amount, text }) => {
      const mark = `${swiftDay(day)}${swiftDay(day).slice(2)}${amount < 0 ? 'D' : 'C'}${comma(amount)}`;
      return [`:61:${mark}NTRFNONREF`, `:86:${text}`];
    }),
  );
  const head = [`:20:W${from}-${to}`, `:25:${IBAN}`, `:28C:${from + 1}/${to}`];
  const lines = [...head, balance('60F', from), ...entries, balance('62F', to), '-', ''];
  return { name: `${from}-${to}.sta`, bytes: bytes(lines.join('\r\n')) };
}

/** A statement for each day of the window, as banks make them. */
function cfonb(days: Days, { from, to }: Window): DeskFile {
  const signed = (minor: number) => {
    const digits = String(Math.abs(minor)).padStart(14, '0');
    return digits.slice(0, -1) + (minor < 0 ? '}JKLMNOPQR' : '{ABCDEFGHI')[Number(digits.at(-1))];
  };
  const cfonbDay = (day: Day) => day.slice(8) + day.slice(5, 7) + day.slice(2, 4);
  const record = (code: string, operation: string, day: Day, rest: string) =>
    `${code}19999    00100EUR2 00000070000${operation}${cfonbDay(day)}${rest}`.padEnd(120);
  const balance = (code: string, day: Day, minor: number) =>
    record(code, '  ', day, `${' '.repeat(50)}${signed(minor)}`);
  const lines = days.slice(from, to).flatMap((moves, i) => {
    const [at, day] = [from + i, addDays(FIRST, from + i)];
    return [
      balance('01', addDays(day, -1), balanceAt(days, at)),
      ...moves.map(({ amount, text = '' }) =>
        record('04', '05', day, `  ${cfonbDay(day)}${text.padEnd(31)}  0000000  ${signed(amount)}`),
      ),
      balance('07', day, balanceAt(days, at + 1)),
    ];
  });
  return { name: `${from}-${to}.txt`, bytes: bytes(`${lines.join('\r\n')}\r\n`) };
}

/** A bank's table, newest first, with the balance after each row. */
function csv(days: Days, { from, to }: Window): DeskFile {
  let balance = balanceAt(days, from);
  const cell = (minor: number) => `${minor < 0 ? '-' : ''}${comma(minor)}`;
  const rows = days.slice(from, to).flatMap((moves) =>
    moves.map(({ day, amount, text }) => {
      balance += amount;
      return `${frenchDay(day)};${text};${cell(amount)};${cell(balance)}`;
    }),
  );
  const lines = [`Compte;${IBAN}`, '', 'Date;Libellé;Montant EUR;Solde', ...rows.reverse(), ''];
  return { name: `${from}-${to}.csv`, bytes: bytes(lines.join('\n')) };
}

/** The card of a window: its lines and what the account holds after them, no opening. */
function ofxOf(days: Days, { from, to }: Window): DeskFile {
  return ofx(days.slice(from, to).flat(), { closing: balanceAt(days, to), key: '96' });
}

const MAPPING: TableMapping = { columns: ['date', 'label', 'amount', 'balance'], dateOrder: 'dmy', decimal: ',' };

/** The formats; `isSilent`: a window without any movement says nothing at all. */
const FORMATS: Record<string, { make: (days: Days, window: Window) => DeskFile; isSilent?: boolean }> = {
  'MT940, one statement a file': { make: mt940 },
  'CFONB 120, a statement a day': { make: cfonb },
  OFX: { make: ofxOf, isSilent: true },
  CSV: { make: csv, isSilent: true },
};

describe.skipIf(!hasDatabase())('windows of one history, in any order and twice', () => {
  let at: TestDesk;
  beforeAll(async () => {
    at = await testDesk();
  });
  afterAll(() => at.close());

  const lines = () =>
    at.see(async (tx) =>
      (await tx.bank.linesBetween(IBAN, '2026-01-01', '2026-12-31'))
        .map((it) => `${it.bookingDay} ${it.amountMinor} ${it.label}`)
        .sort(),
    );

  const unproved = async () =>
    (await at.see((tx) => tx.bank.statementsOf(IBAN))).filter(
      (it) =>
        it.openingMinor !== null && it.closingMinor !== null && it.openingMinor + it.linesMinor !== it.closingMinor,
    );

  it('OFX that overlaps, in the order of days: openings that no file states hold as well', async () => {
    const story = history.chain((days) => fc.tuple(fc.constant(days), windows(days.length)));
    await fc.assert(
      fc.asyncProperty(story, async ([days, all]) => {
        const company = await at.next();
        const inOrder = all
          .filter(({ from, to }) => days.slice(from, to).some((moves) => moves.length > 0))
          .sort((a, b) => a.from - b.from || a.to - b.to);
        for (const window of inOrder) await importFiles(at.desk, company, [ofxOf(days, window)], BY);
        expect(await unproved()).toEqual([]);
      }),
      { seed: 29, numRuns: 10 },
    );
  }, 240_000);

  it.each(Object.entries(FORMATS))(
    '%s: every line once, and every stated balance proved',
    async (_, { make, isSilent }) => {
      const story = history.chain((days) => fc.tuple(fc.constant(days), windows(days.length)));
      await fc.assert(
        fc.asyncProperty(story, async ([days, all]) => {
          const company = await at.next();
          const files = all
            .filter(({ from, to }) => !isSilent || days.slice(from, to).some((moves) => moves.length > 0))
            .map((window) => make(days, window));
          for (const [i, file] of files.entries()) {
            const confirmed = i === 0 && file.name.endsWith('.csv') ? { mapping: MAPPING, account: IBAN } : null;
            const outcome = confirmed
              ? await importStatements(at.desk, company, file, BY, confirmed)
              : (await importFiles(at.desk, company, [file], BY))[0];
            expect(outcome).toMatchObject({ ok: true });
          }
          const again = await importFiles(at.desk, company, files, BY);
          expect(again.every((it) => it.ok)).toBe(true);
          expect(await lines()).toEqual(
            days
              .flat()
              .map((it) => `${it.day} ${it.amount} ${it.text}`)
              .sort(),
          );
          expect((await unproved()).filter((it) => !it.openingCarried)).toEqual([]);
        }),
        { seed: 29, numRuns: 5 },
      );
    },
    240_000,
  );
});
