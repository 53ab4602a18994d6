// A line keeps its id through validation, another order of lines, new letters and the next exercise.
import { describe, expect, it } from 'vitest';
import { type Ledger, readLedger } from '../../../../connector/erp/fec/ledger.ts';
import { COMPANY, configOf, filesOf } from './fixture.ts';
import { PLAIN, type Written, writeFec } from './write.ts';

const DRAFT: Written[] = [
  ...sale('P7', '20240110', 'DUP', 'F001', 12_000),
  ...sale('P9', '20240112', 'MAR', 'F002', 24_000),
  ...receipt('P8', '20240205', 'DUP', 'R001', 12_000),
];

describe('a validated file has the ids of its draft', () => {
  it('with other numbers, in another order, with letters and a line more', () => {
    const [f1, f2, r1] = [DRAFT.slice(0, 2), DRAFT.slice(2, 4), DRAFT.slice(4)];
    const lettered = (lines: Written[]) => lines.map((line) => (line.aux === 'DUP' ? { ...line, letter: 'A' } : line));
    const final = renumbered(
      [...r1, ...f2, ...sale('x', '20240110', 'DUR', 'F003', 500), ...f1].flatMap((line) => lettered([line])),
    );
    const before = idsByPiece(ledgerOf(DRAFT));
    const after = idsByPiece(ledgerOf(final));
    expect(after).toMatchObject(before);
    expect(Object.keys(after).filter((piece) => !(piece in before))).toEqual(
      ['F003 411000', 'F003 706000'].slice(0, 1),
    );
  });

  it('also where lines are equal but for their label: the label says which is which', () => {
    const twins = [
      ...sale('1', '20240110', 'DUP', 'x', 5_000, 'Facture 1002'),
      ...sale('2', '20240110', 'DUP', 'x', 5_000, 'Facture 1001'),
    ];
    const swapped = renumbered([...twins.slice(2), ...twins.slice(0, 2)]);
    const labels = ({ lines }: Ledger) => new Map(lines.map((line) => [line.id, line.label]));
    expect(labels(ledgerOf(swapped))).toEqual(labels(ledgerOf(twins)));
    expect(new Set(labels(ledgerOf(twins)).values())).toEqual(new Set(['Facture 1001', 'Facture 1002']));
  });

  it('and a line that was changed is another line', () => {
    const changed = DRAFT.map((line) =>
      line.piece === 'F002' ? { ...line, amountMinor: line.amountMinor * 2 } : line,
    );
    expect(idsByPiece(ledgerOf(changed))['F002 411000']).not.toBe(idsByPiece(ledgerOf(DRAFT))['F002 411000']);
  });
});

describe('the next exercise', () => {
  it('gives an item that its opening repeats the id that it had', () => {
    const config = configOf('opening-in-detail');
    const alone = idsByPiece(read({ ...config, files: [config.files[0]!] }));
    const both = idsByPiece(read(config));
    expect(both).toMatchObject(alone);
  });

  it('loaded before the earlier one: the id of its opening line still finds the item', () => {
    const config = configOf('opening-in-detail');
    const alone = read({ ...config, files: [config.files[1]!] });
    const both = read(config);
    const opening = alone.lines.find((line) => line.document === 'F103')!;
    expect(opening.kind).toBe('opening');
    expect(both.items.get(opening.id)!.row.day).toBe('2023-12-20');
  });
});

describe('two files of one exercise', () => {
  const SALES = [...sale('1', '20240110', 'DUP', 'F001', 100), ...sale('2', '20240630', 'DUP', 'F002', 200)];
  const validated = {
    name: 'validated.txt',
    bytes: writeFec(SALES, PLAIN),
  };

  it('are both in force where one is a draft of what the other lacks', () => {
    const bytes = writeFec(
      [...sale('', '20240315', 'MAR', 'F100', 300), ...sale('', '20240401', 'MAR', 'F101', 400)],
      PLAIN,
    );
    const draft = { name: 'draft.txt', bytes: unvalidated(bytes) };
    expect(read({ ...COMPANY, files: [validated, draft] }).books.map(({ file }) => file.name)).toEqual([
      'validated.txt',
      'draft.txt',
    ]);
  });

  it('hold an entry once that the draft still has and the other has by now, and one opening', () => {
    const opening = sale('AN1', '20240101', 'OLD', 'A1', 70)
      .filter((row) => !row.account.startsWith('44'))
      .map((row, i) => ({ ...row, journal: 'AN', ...(i === 0 ? {} : { account: '101000' }) }));
    const first = { ...validated, bytes: writeFec([...opening, ...SALES], PLAIN) };
    const own = [...opening, ...sale('', '20240110', 'DUP', 'F001', 100), ...sale('', '20240401', 'MAR', 'F101', 400)];
    const bytes = writeFec([...own, ...sale('', '20240402', 'MAR', 'F102', 500)], PLAIN);
    const { lines } = read({ ...COMPANY, files: [first, { name: 'draft.txt', bytes: unvalidated(bytes) }] });
    const pieces = lines.filter((line) => line.account.startsWith('411')).map((line) => line.document ?? line.label);
    expect(pieces.sort()).toEqual(['F001', 'F002', 'F101', 'F102', 'Facture A1']);
  });

  it('replace each other where one repeats the other', () => {
    const bytes = writeFec(
      [...sale('', '20240110', 'DUP', 'F001', 100), ...sale('', '20240401', 'MAR', 'F101', 400)],
      PLAIN,
    );
    const draft = { name: 'draft.txt', bytes: unvalidated(bytes) };
    expect(read({ ...COMPANY, files: [draft, validated] }).books.map(({ file }) => file.name)).toEqual([
      'validated.txt',
    ]);
  });
});

it('entries without a number are told apart by an ordinal within their journal and day', () => {
  const [file] = filesOf('number-zero-everywhere');
  const { lines } = read({ ...COMPANY, files: [file!] });
  const names = lines.map(({ journal, day, entry }) => `${journal} ${day} ${entry}`);
  expect(new Set(names.filter((name) => name.startsWith('VE'))).size).toBe(2);
});

function sale(
  number: string,
  day: string,
  aux: string,
  piece: string,
  minor: number,
  label = `Facture ${piece}`,
): Written[] {
  const line = { journal: 'VE', number, day, piece, label, letter: '' };
  return [
    { ...line, account: '411000', aux, amountMinor: minor },
    { ...line, account: '706000', aux: '', amountMinor: -minor },
  ];
}

function receipt(number: string, day: string, aux: string, piece: string, minor: number): Written[] {
  const line = { journal: 'BQ', number, day, piece, label: `Règlement ${aux}`, letter: '' };
  return [
    { ...line, account: '512000', aux: '', amountMinor: minor },
    { ...line, account: '411000', aux, amountMinor: -minor },
  ];
}

/** Numbers as validation gives them: in order of the file's entries. */
function renumbered(lines: readonly Written[]): Written[] {
  const numbers = new Map<string, string>();
  return lines.map((line) => {
    const entry = `${line.journal} ${line.number} ${line.label}`;
    numbers.set(entry, numbers.get(entry) ?? String(numbers.size + 1));
    return { ...line, number: numbers.get(entry)! };
  });
}

function unvalidated(bytes: Uint8Array): Uint8Array {
  return new TextEncoder().encode(new TextDecoder().decode(bytes).replaceAll('20250101', ''));
}

function ledgerOf(lines: readonly Written[]): Ledger {
  return read({ ...COMPANY, files: [{ name: 'fec.txt', bytes: writeFec(lines, PLAIN) }] });
}

function read(config: Parameters<typeof readLedger>[0]): Ledger {
  const ledger = readLedger(config);
  if (Array.isArray(ledger)) throw new Error(ledger.map((fault) => fault.code).join());
  return ledger;
}

function idsByPiece({ lines }: Ledger): Record<string, string> {
  return Object.fromEntries(lines.map((line) => [`${line.document} ${line.account}`, line.id]));
}
