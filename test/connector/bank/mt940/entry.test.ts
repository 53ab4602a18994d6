// :61: lines of MT940, with every mark and stretch that banks know.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountOf, dayOfDigits, entryOf } from '../../../../connector/bank/mt940/entry.ts';

/** The facts of a :61: line in the order of the table's columns. */
function facts(line: string): unknown[] {
  const entry = entryOf([line]);
  if ('code' in entry) return [entry.code];
  const mark = `${entry.reversal ? 'R' : ''}${entry.expected ? 'E' : ''}`;
  return [
    entry.valueDate,
    entry.bookingDate,
    entry.amount,
    mark,
    entry.type,
    entry.ownerReference,
    entry.bankReference,
  ];
}

describe('a :61: line', () => {
  it.each([
    // line                                         value         entry         amount      mark type    owner's ref     bank's ref
    ['2604010401C1234,56NTRFNONREF//B1', '2026-04-01', '2026-04-01', '1234.56', '', 'NTRF', null, 'B1'],
    ['2604010401D1234,NTRFNONREF', '2026-04-01', '2026-04-01', '-1234', '', 'NTRF', null, null],
    ['2604010401RC10,00NMSCNONREF', '2026-04-01', '2026-04-01', '-10.00', 'R', 'NMSC', null, null],
    ['2604010401RD10,00NMSCNONREF', '2026-04-01', '2026-04-01', '10.00', 'R', 'NMSC', null, null],
    ['2604010401EC10,00NMSCNONREF', '2026-04-01', '2026-04-01', '10.00', 'E', 'NMSC', null, null],
    ['2604010401ED10,00NMSCNONREF', '2026-04-01', '2026-04-01', '-10.00', 'E', 'NMSC', null, null],
    ['2604010401CR2,00NTRFNONREF', '2026-04-01', '2026-04-01', '2.00', '', 'NTRF', null, null],
    ['2604010401RCR204,88NRTINONREF', '2026-04-01', '2026-04-01', '-204.88', 'R', 'NRTI', null, null],
    ['240312    DD212,39NMSCNONREF//', '2024-03-12', null, '-212.39', '', 'NMSC', null, null],
    ['240312    CD0,00NDEFNONREF//', '2024-03-12', null, '0.00', '', 'NDEF', null, null],
    ['1701190119CN0,01NTRFNONREF//MB17', '2017-01-19', '2017-01-19', '0.01', '', 'NTRF', null, 'MB17'],
    ['140102C000000000400,00N541NONREF', '2014-01-02', null, '400.00', '', 'N541', null, null],
    ['260116c10.5N654NONREF', '2026-01-16', null, '10.5', '', 'N654', null, null],
    ['2006080608D12,35 NRTIKREF+//2016', '2020-06-08', '2020-06-08', '-12.35', '', 'NRTI', null, '2016'],
    ['120810C1,41NOV EV41411REP170112 ', '2012-08-10', null, '1.41', '', 'NOV', 'EV41411REP170112', null],
    ['1901011231C6,44NMSC0987654321', '2019-01-01', '2018-12-31', '6.44', '', 'NMSC', '0987654321', null],
    ['2512310102C6,44NMSCNONREF', '2025-12-31', '2026-01-02', '6.44', '', 'NMSC', null, null],
    ['2402280229C1,00NMSCNONREF', '2024-02-28', '2024-02-29', '1.00', '', 'NMSC', null, null],
    ['2604010401D20,00NONREF', '2026-04-01', '2026-04-01', '-20.00', '', null, null, null],
    ['2604010401CN220000,00//19239782213', '2026-04-01', '2026-04-01', '220000.00', '', null, null, '19239782213'],
    ['991231C1,00NMSCNONREF', '1999-12-31', null, '1.00', '', 'NMSC', null, null],
  ])('%s', (line, ...expected) => {
    expect(facts(line)).toEqual(expected);
  });

  it.each([
    ['260230C1,00NMSCNONREF', 'date-unreadable'],
    ['261301C1,00NMSCNONREF', 'date-unreadable'],
    ['260201C1,0,0NMSCNONREF', 'amount-unreadable'],
    ['260201C,NMSCNONREF', 'amount-unreadable'],
    ['260201X1,00NMSCNONREF', 'record-unreadable'],
    ['260201C-1,00NMSCNONREF', 'record-unreadable'],
    ['', 'record-unreadable'],
  ])('%j is refused', (line, code) => {
    expect(facts(line)).toEqual([code]);
  });

  it('has its original amount and charges in the lines behind, and other words as details', () => {
    const entry = entryOf(['2604010401D48,00NRTIKREF+', '/OCMT/USD45,00//CHGS/EUR3,00/', 'ZAHLUNG 7']);
    expect(entry).toMatchObject({
      original: { amount: '45.00', currency: 'USD' },
      charges: [{ amount: '3.00', currency: 'EUR' }],
      details: 'ZAHLUNG 7',
    });
  });

  it('reads back every amount, day and direction', () => {
    const day = fc
      .date({ min: new Date('1980-01-01'), max: new Date('2069-12-31'), noInvalidDate: true })
      .map((it) => it.toISOString().slice(0, 10));
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 0, max: 10 ** 12 }),
        fc.constantFrom('C', 'D', 'RC', 'RD'),
        (it, cents, mark) => {
          const amount = `${Math.trunc(cents / 100)},${String(cents % 100).padStart(2, '0')}`;
          const entry = entryOf([
            `${it.slice(2).replaceAll('-', '')}${it.slice(5).replace('-', '')}${mark}${amount}NTRFNONREF`,
          ]);
          const sign = (mark === 'D' || mark === 'RC') && cents > 0 ? '-' : '';
          expect(entry).toMatchObject({
            valueDate: it,
            bookingDate: it,
            amount: sign + amount.replace(',', '.'),
            reversal: mark.length === 2,
          });
        },
      ),
    );
  });
});

describe('amounts and days of MT940', () => {
  it.each([
    ['0,', '0'],
    ['000000004433,52', '4433.52'],
    ['10.5', '10.5'],
    ['1.234,56', null],
    ['-1,00', null],
    ['', null],
  ])('%j is %j', (text, amount) => {
    expect(amountOf(text)).toBe(amount);
  });

  it.each([
    ['260401', '2026-04-01'],
    ['021131', null],
    ['26040', null],
    ['nullnu', null],
  ])('%j is the day %j', (text, day) => {
    expect(dayOfDigits(text)).toBe(day);
  });
});
