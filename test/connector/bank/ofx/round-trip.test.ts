// Statements written in every style that banks write, and read back: amounts, days, parties and order stay.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ofxReader } from '../../../../connector/bank/ofx/index.ts';
import { readText } from '../text-file.ts';

type Entry = { cents: number; day: string; name: string; memo: string; id: string };

/** How a bank writes: with end tags or without, in which case, with which white space, as which decimal mark. */
type Style = { ends: boolean; lower: boolean; gap: string; comma: boolean; empty: boolean; listEnd: boolean };

const word = fc.stringMatching(/^[A-Za-z0-9éÀ&.;/-]{1,12}$/);
const text = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
const day = fc.integer({ min: 0, max: 20_000 }).map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10));
const entry: fc.Arbitrary<Entry> = fc.record({
  cents: fc.integer({ min: -(10 ** 9), max: 10 ** 9 }),
  day,
  name: text,
  memo: text,
  id: word,
});
const style: fc.Arbitrary<Style> = fc.record({
  ends: fc.boolean(),
  lower: fc.boolean(),
  gap: fc.constantFrom('', '\n', '\r\n\t', ' '),
  comma: fc.boolean(),
  empty: fc.boolean(),
  listEnd: fc.boolean(),
});

function plain(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

function written(entries: readonly Entry[], how: Style): string {
  const name = (it: string) => (how.lower ? it.toLowerCase() : it);
  const leaf = (tag: string, value: string) =>
    `<${name(tag)}>${value.replaceAll('&', '&amp;')}${how.ends ? `</${name(tag)}>` : ''}${how.gap}`;
  const group = (tag: string, body: string) => `<${name(tag)}>${how.gap}${body}</${name(tag)}>${how.gap}`;
  const amount = (cents: number) => (how.comma ? plain(cents).replace('.', ',') : plain(cents));
  const list = entries.map((it) =>
    group(
      'STMTTRN',
      leaf('TRNTYPE', 'OTHER') +
        leaf('DTPOSTED', `${it.day.replaceAll('-', '')}235959[-3:BRT]`) +
        leaf('TRNAMT', amount(it.cents)) +
        leaf('FITID', it.id) +
        leaf('NAME', it.name) +
        (how.empty ? `<${name('CHECKNUM')}>${how.gap}` : '') +
        leaf('MEMO', it.memo),
    ),
  );
  const transactions = `<${name('BANKTRANLIST')}>${list.join('')}${how.listEnd ? `</${name('BANKTRANLIST')}>` : ''}`;
  const balance = group('LEDGERBAL', leaf('BALAMT', amount(entries.reduce((sum, it) => sum + it.cents, 0))));
  const head = leaf('CURDEF', 'EUR') + group('BANKACCTFROM', leaf('BANKID', '1') + leaf('ACCTID', '42'));
  return group('OFX', group('BANKMSGSRSV1', group('STMTTRNRS', group('STMTRS', head + transactions + balance))));
}

describe('a statement reads back', () => {
  it('whatever the style of its bank', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { maxLength: 70 }), style, async (entries, how) => {
        const read = await readText(ofxReader, written(entries, how));
        expect(read.faults).toEqual([]);
        const [statement] = read.statements;
        expect(statement?.account).toBe('42');
        expect(statement?.closing?.amount).toBe(plain(entries.reduce((sum, it) => sum + it.cents, 0)));
        expect(
          statement?.transactions.map((it) => [
            it.amount,
            it.bookingDate,
            it.counterparty,
            it.remittance,
            it.bankReference,
          ]),
        ).toEqual(entries.map((it) => [plain(it.cents), it.day, it.name, [it.memo], it.id]));
      }),
      { numRuns: 150 },
    );
  });

  it('is refused at every length short of the whole', async () => {
    const entries = [
      { cents: 1234, day: '2026-04-01', name: 'A', memo: 'F 1', id: '1' },
      { cents: -50, day: '2026-04-02', name: 'B', memo: 'F 2', id: '2' },
    ];
    const whole = written(entries, { ends: false, lower: false, gap: '\n', comma: false, empty: false, listEnd: true });
    for (let length = 1; length < whole.trimEnd().length; length++) {
      const read = await readText(ofxReader, whole.slice(0, length));
      expect(read.statements, whole.slice(0, length)).toEqual([]);
      expect(read.faults).toHaveLength(1);
    }
  });
});
