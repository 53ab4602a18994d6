// Letters are written where they belong and nowhere else; a second checker, which shares no code, agrees.
import { describe, expect, it } from 'vitest';
import { exportFec, type FecConfig, type Lettered, letterList } from '../../../../connector/erp/fec/index.ts';
import { readLedger } from '../../../../connector/erp/fec/ledger.ts';
import { COMPANY, configOf } from './fixture.ts';
import { proveLetters } from './proof.ts';

const DAY = '2020-01-01';

describe('a letter', () => {
  it('stands on its lines with the later line’s day, and no other byte of the file differs', () => {
    const text = fec([
      'VE|1|20240110|411000|DUP|F001|120,00|0,00|A |20240210',
      'BQ|1|20240210|411000|DUP|R001|0,00|120,00|A |20240210',
      'VE|2|20240115|411000|DUP|F002|60,00|0,00|  |        ',
      'BQ|2|20240301|411000|DUP|R002|0,00|60,00|  |        ',
    ]);
    const { lettered, original } = letter(text, [['F002', 'R002']]);
    const expected = text
      .replace('|F002|60,00|0,00|  |        ', '|F002|60,00|0,00|B |20240301')
      .replace('|R002|0,00|60,00|  |        ', '|R002|0,00|60,00|B |20240301');
    expect(textOf(lettered)).toBe(expected);
    expect(proof(original, lettered)).toEqual({ violations: [], groups: 1, linesTouched: 2 });
  });

  it('continues after the highest of its account, over all customers, and of the other exercise', () => {
    const lines = (letters: string[]) =>
      letters.map((each, i) => `VE|${i}|202401${10 + i}|411000|C${i}|F${i}|10,00|0,00|${each}|`);
    const open = ['VE|8|20240120|411000|DUP|F8|7,00|0,00||', 'BQ|9|20240220|411000|DUP|R9|0,00|7,00||'];
    for (const [given, next] of [
      [['A', 'B', 'C'], 'D'],
      [['Y', 'Z'], 'AA'],
      [['AZ', 'B'], 'BA'],
      [['1', '2', '10'], '11'],
      [['A1', 'A9', 'B1', 'B2'], 'B3'],
      [['AAAA', 'AAAE'], 'AAAF'],
      [['AA001', 'AA009'], 'AA010'],
      [['a', 'b'], 'A'],
    ] as const) {
      const { lettered } = letter(fec([...lines([...given]), ...open]), [['F8', 'R9']]);
      expect([given, lettered.rows.map((row) => row.letter)]).toEqual([given, [next, next]]);
    }
  });

  it('is one of the whole file where the file counts so', () => {
    const paid = (n: number, account: string) => [
      `VE|${n}|20240110|${account}|C${n}|F${n}|10,00|0,00|${n}|20240210`,
      `BQ|${n}|20240210|${account}|C${n}|R${n}|0,00|10,00|${n}|20240210`,
    ];
    const text = fec([
      ...paid(1, '411000'),
      ...paid(2, '411000'),
      ...paid(3, '411000'),
      ...paid(4, '401000'),
      ...paid(5, '411000'),
      ...paid(6, '411000'),
      ...paid(9, '401000'),
      'VE|7|20240120|411000|DUP|F7|7,00|0,00||',
      'BQ|7|20240220|411000|DUP|R7|0,00|7,00||',
    ]);
    expect(letter(text, [['F7', 'R7']]).lettered.rows.map((row) => row.letter)).toEqual(['10', '10']);
  });

  it('has no day in a file whose letters have none', () => {
    const text = fec([
      'VE|1|20240110|411000|MAR|F001|5,00|0,00|A|',
      'BQ|1|20240210|411000|MAR|R001|0,00|5,00|A|',
      'VE|2|20240115|411000|DUP|F002|60,00|0,00||',
      'BQ|2|20240301|411000|DUP|R002|0,00|60,00||',
    ]);
    expect(textOf(letter(text, [['F002', 'R002']]).lettered)).toContain('|F002|60,00|0,00|B||||\r\n');
  });

  it('takes the place of a partial one, and of one whose group was left open', () => {
    const text = fec([
      'VE|1|20240110|411000|DUP|F001|60,00|0,00|a|20240210',
      'BQ|1|20240210|411000|DUP|R001|0,00|50,00|a|20240210',
      'BQ|2|20240310|411000|DUP|R002|0,00|10,00|Q|20240310',
    ]);
    const { lettered, original } = letter(text, [['F001', 'R001', 'R002']]);
    expect(lettered.rows.map(({ letter: each }) => each)).toEqual(['R', 'R', 'R']);
    expect(proof(original, lettered).violations).toEqual([]);
  });
});

describe('no letter is written', () => {
  const text = fec([
    'VE|1|20240110|411000|DUP|F001|60,00|0,00|A|20240210',
    'BQ|1|20240210|411000|DUP|R001|0,00|60,00|A|20240210',
    'VE|2|20240110|411000|DUP|F002|30,00|0,00||',
    'BQ|2|20240210|411000|DUP|R002|0,00|29,99||',
    'BQ|3|20240210|411000|MAR|R003|0,00|30,00||',
    'BQ|4|20240210|411000|DUP|R004|0,00|30,00||',
    'VE|5|20240110|411000|DUP|F005|30,00|0,00||',
  ]);

  it.each([
    ['on lines that do not close to the cent', ['F002', 'R002'], 'letters-unbalanced'],
    ['on one line', ['F002'], 'letters-unbalanced'],
    ['on lines of two customers', ['F002', 'R003'], 'letters-mixed'],
    ['on a line that a balanced letter holds', ['F002', 'R001'], 'letter-taken'],
    ['on a line that no file has', ['F002', 'gone'], 'letter-line-unknown'],
  ])('%s', (_, documents, code) => {
    const { lettered, original } = letter(text, [documents]);
    expect(lettered.skipped.map(({ fault }) => fault.code)).toEqual([code]);
    expect(lettered.files[0]!.bytes).toEqual(original);
  });

  it('twice on one line, and the first of the two groups keeps it', () => {
    const { lettered } = letter(text, [
      ['F002', 'R004'],
      ['F005', 'R004'],
    ]);
    expect(lettered.skipped.map(({ fault }) => fault.code)).toEqual(['letter-taken']);
    expect(lettered.rows.map(({ item }) => item.row.detail?.piece).sort()).toEqual(['F002', 'R004']);
  });

  it('where a fixed column is too narrow, a line too short, or a separator shifts the columns', () => {
    const narrow = fec([
      'VE|1|20240110|411000|DUP|F001|60,00|0,00|Z|20240210',
      'BQ|1|20240210|411000|DUP|R001|0,00|60,00|Z|20240210',
      'VE|2|20240110|411000|DUP|F002|30,00|0,00| |        ',
      'BQ|2|20240210|411000|DUP|R002|0,00|30,00| |        ',
    ]);
    expect(letter(narrow, [['F002', 'R002']]).lettered.skipped[0]!.fault.code).toBe('letter-no-room');
    const short = fec(['VE|2|20240110|411000|DUP|F002|30,00|0,00||', 'BQ|2|20240210|411000|DUP|R002|0,00|30,00']);
    expect(letter(short, [['F002', 'R002']]).lettered.skipped[0]!.fault.code).toBe('letter-no-room');
    const config = configOf('separator-in-a-text');
    const ledger = readLedger(config);
    if (Array.isArray(ledger)) throw new Error('refused');
    const written = exportFec(config, [{ itemIds: ledger.lines.map((line) => line.id), day: DAY }]);
    expect(Array.isArray(written) ? [] : written.files[0]!.bytes).toEqual(config.files[0]!.bytes);
  });
});

describe('an item that two exercises hold', () => {
  it('is lettered in the newer one where its opening is in detail, in its own where it is a balance', () => {
    const detail = configOf('opening-in-detail');
    const open = idsOf(detail, ['F103', 'R103', 'F201']);
    expect(Object.keys(open)).toEqual(['F103', 'R103', 'F201']);
    const written = exportFec(detail, [{ itemIds: [open['F103']!, open['R103']!], day: DAY }]);
    // 60,00 less 25,00 does not close: nothing may be written.
    expect(Array.isArray(written) ? [] : written.skipped.map(({ fault }) => fault.code)).toEqual([
      'letters-unbalanced',
    ]);
    const [ledger] = [readLedger(detail)];
    if (Array.isArray(ledger)) throw new Error('refused');
    expect(ledger.items.get(open['F103']!)!.now.book).toBe(1);
    const balance = readLedger(configOf('opening-as-balance'));
    if (Array.isArray(balance)) throw new Error('refused');
    const id = idsOf(configOf('opening-as-balance'), ['F103'])['F103']!;
    expect(balance.items.get(id)!.now.book).toBe(0);
  });
});

describe('the list of letters', () => {
  it('names each line in the legal words, safe for spreadsheets', () => {
    const text = fec(['VE|2|20240115|411000|DUP|=F002|60,00|0,00||', 'BQ|2|20240301|411000|DUP|R002|0,00|60,00||']);
    const list = new TextDecoder().decode(letterList(letter(text, [['=F002', 'R002']]).lettered.rows));
    expect(list.split('\r\n').slice(0, 3)).toEqual([
      'Fichier;Ligne;JournalCode;EcritureNum;EcritureDate;CompteNum;CompAuxNum;PieceRef;EcritureLib;Debit;Credit;EcritureLet;DateLet',
      "fec.txt;2;VE;2;20240115;411000;DUP;'=F002;'=F002;60,00;0,00;A;20240301",
      'fec.txt;4;BQ;2;20240301;411000;DUP;R002;R002;0,00;60,00;A;20240301',
    ]);
  });
});

/** Customer lines in short, each followed by the line that balances it: journal, number, day, account, aux, piece, D, C, letter, day. */
function fec(rows: readonly string[]): string {
  const header =
    'JournalCode|JournalLib|EcritureNum|EcritureDate|CompteNum|CompteLib|CompAuxNum|CompAuxLib|PieceRef|PieceDate|EcritureLib|Debit|Credit|EcritureLet|DateLet|ValidDate|Montantdevise|Idevise';
  const lines = rows.flatMap((row) => {
    const [journal, number, day, account, aux, piece, debit, credit, letterField, letterDay] = row.split('|');
    const start = [journal, journal, number, day];
    const tail = letterField === undefined ? [] : [letterField, letterDay, '', '', ''];
    const blank = tail.map((field) => field?.replace(/./g, ' '));
    return [
      [...start, account, 'Clients', aux, aux, piece, day, piece, debit, credit, ...tail],
      [...start, '512000', 'Banque', '', '', piece, day, piece, credit, debit, ...blank],
    ].map((fields) => fields.join('|'));
  });
  return `${[header, ...lines].join('\r\n')}\r\n`;
}

function letter(text: string, groups: readonly (readonly string[])[]): { lettered: Lettered; original: Uint8Array } {
  const original = new TextEncoder().encode(text);
  const config = { ...COMPANY, files: [{ name: 'fec.txt', bytes: original }] };
  const ids = idsOf(config, groups.flat());
  const lettered = exportFec(
    config,
    groups.map((documents) => ({ itemIds: documents.map((each) => ids[each] ?? each), day: DAY })),
  );
  if (Array.isArray(lettered)) throw new Error(`refused: ${lettered[0]!.code}`);
  return { lettered, original };
}

function idsOf(config: FecConfig, pieces: readonly string[]): Record<string, string> {
  const ledger = readLedger(config);
  if (Array.isArray(ledger)) throw new Error(`refused: ${ledger[0]!.code}`);
  const customers = ledger.lines.filter((line) => line.account === '411000');
  return Object.fromEntries(
    pieces.flatMap((piece) => {
      const line = customers.find((each) => each.document === piece);
      return line ? [[piece, line.id]] : [];
    }),
  );
}

function textOf(lettered: Lettered): string {
  return new TextDecoder().decode(lettered.files[0]!.bytes);
}

function proof(original: Uint8Array, { files }: Lettered) {
  return proveLetters([{ name: 'fec.txt', original, exported: files[0]!.bytes }]);
}
