// The demo as a whole: the same for a day, sensible for another, and of nobody real.
import { isValidIBAN } from 'ibantools';
import { beforeAll, describe, expect, test } from 'vitest';
import { demoCompany } from '../../../panel/demo/index.ts';
import { timelineOf } from '../../../panel/demo/timeline.ts';
import { addDays, type Day } from '../../../sync/model/day.ts';
import type { PullPage } from '../../../sync/port/erp.ts';
import { bankClaims, feedClaims, type Read, readAll } from './bank-claims.ts';
import { erpClaims, pullAll } from './erp-claims.ts';
import { entryClaims, figureClaims, letterClaims } from './ledger-claims.ts';
import { DAYS, madeOn } from './made.ts';
import { situationClaims, trapClaims, wordingClaims } from './situation-claims.ts';
import { truthClaims } from './truth-claims.ts';

const text = (day: Day) => madeOn(day).demo.files.map(({ bytes }) => new TextDecoder('windows-1252').decode(bytes));

test('the same day gives the same bytes', () => {
  const day = '2026-11-25';
  const again = demoCompany(day);
  expect(again.files.map(({ name }) => name)).toEqual(madeOn(day).demo.files.map(({ name }) => name));
  for (const [i, { bytes }] of again.files.entries())
    expect(Buffer.compare(bytes, madeOn(day).demo.files[i]!.bytes)).toBe(0);
  expect(again.situations).toEqual(madeOn(day).demo.situations);
});

test('another day has the same customers at other dates', () => {
  const customers = (day: Day) =>
    new Set(text(day).flatMap((file) => [...file.matchAll(/\tCL\d{4}\t([^\t]+)/g)].map((m) => m[1])));
  const [a, b] = [customers('2026-11-25'), customers('2028-02-29')];
  const common = [...a].filter((name) => b.has(name));
  expect(common.length).toBeGreaterThan(a.size * 0.95);
  expect(text('2026-11-25').join()).not.toBe(text('2028-02-29').join());
});

test('every day of four years can be a today', () => {
  for (let day: Day = '2026-01-01'; day < '2030-01-01'; day = addDays(day, 1)) {
    const time = timelineOf(day);
    expect(time.start <= addDays(day, -729) && time.start >= addDays(day, -825)).toBe(true);
    expect(time.ledgerEnd <= time.lastBankDay && time.lastBankDay < day).toBe(true);
    expect(time.validatedUntil < time.bookedUntil && time.statementStart < time.validatedUntil).toBe(true);
    expect(time.window.length).toBeGreaterThan(18);
    expect([2, 3]).toContain(time.exercises.length);
  }
});

describe.each(DAYS)('the demo of %s', (day) => {
  let read: Read[] = [];
  let pages: PullPage[] = [];
  beforeAll(async () => {
    read = await readAll(madeOn(day));
    pages = await pullAll(madeOn(day));
  });
  for (const claims of [letterClaims, figureClaims, truthClaims, situationClaims, wordingClaims, trapClaims]) {
    claims(madeOn(day));
  }
  entryClaims(day, madeOn(day));
  bankClaims(madeOn(day), () => read);
  feedClaims(madeOn(day), () => read);
  erpClaims(madeOn(day), () => pages);

  test('company and bank accounts are ready to be loaded', () => {
    const { company, bankAccounts } = madeOn(day).demo;
    expect(company).toMatchObject({ id: 'demo', erp: 'fec', mode: 'auto', currency: 'EUR' });
    expect(bankAccounts.map(({ ledgerAccount }) => ledgerAccount)).toEqual(['512100', '512200', '512300', '512400']);
    expect(bankAccounts.map(({ currency }) => currency)).toEqual(['EUR', 'EUR', 'EUR', 'USD']);
  });

  test('files come in the order of import: exercises first, then the bank by its days', () => {
    const names = madeOn(day).demo.files.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    const first = names.findIndex((name) => !name.includes('FEC'));
    expect(names.slice(0, first).every((name) => name.includes('FEC'))).toBe(true);
    const lastDays = names.slice(first).map((name) => name.match(/(\d{8})\.\w+$/)?.[1] ?? '');
    expect(lastDays).toEqual([...lastDays].sort());
  });

  test('every IBAN is valid and of an invented bank, or of the public treasury', () => {
    const found = new Set(text(day).flatMap((file) => [...file.matchAll(/<IBAN>([^<]+)</g)].map((m) => m[1] ?? '')));
    expect(found.size).toBeGreaterThan(100);
    expect([...found].filter((iban) => !isValidIBAN(iban))).toEqual([]);
    expect(
      [...found].filter((iban) => !/^(FR\d\d(19999|18888|30001)|BE\d\d99|CH\d\d09999|LU\d\d999)/.test(iban)),
    ).toEqual([]);
  });

  test('the SIREN is of the range that nobody bears, with a right Luhn key', () => {
    const siren = madeOn(day).demo.company.siren ?? '';
    const sum = [...siren].reduce((total, digit, i) => {
      const n = Number(digit) * ((siren.length - i) % 2 === 0 ? 2 : 1);
      return total + (n > 9 ? n - 9 : n);
    }, 0);
    expect(siren).toMatch(/^9990\d{5}$/);
    expect(sum % 10).toBe(0);
  });

  test('wages are paid without a name', () => {
    const wages = madeOn(day).truth.filter(({ scenario }) => scenario === 'wages');
    expect(wages.length).toBeGreaterThanOrEqual(10);
    const entries = text(day).flatMap((file) => [...file.matchAll(/<STMTTRN>[\s\S]*?<\/STMTTRN>/g)].map((m) => m[0]));
    const salaries = entries.filter((entry) => entry.includes('SALAIRE'));
    expect(salaries.length).toBeGreaterThanOrEqual(10);
    expect(salaries.filter((entry) => !/<NAME>VIR SEPA EMIS/.test(entry) || !/MATRICULE \d{4}/.test(entry))).toEqual(
      [],
    );
  });
});
