// A whole FEC from its bytes: every line read, or the faults that forbid to trust any of it.
import { type Fault, fault, isFault } from '../../../../sync/fault/index.ts';
import { decoderOf, type Encoding, encodingOf } from './encoding.ts';
import { type Header, headerOf, looksHeadless, looksLikeHeader } from './header.ts';
import { firstLineOf, LINE_BYTES_MAX, spansOf } from './line.ts';
import { type Known, mended, withoutTail } from './mend.ts';
import { sirenOfName } from './name.ts';
import { cellsOf, type Row, rowOf } from './row.ts';

export type FecFile = {
  name: string;
  bytes: Uint8Array;
  siren: string | null;
  header: Header;
  encoding: Encoding;
  /** In the file's order. */
  rows: Row[];
  accountNames: ReadonlyMap<string, string>;
  journalNames: ReadonlyMap<string, string>;
  /** Every letter of every account, kept or not: a new one must be none of them. */
  letters: ReadonlyMap<string, ReadonlySet<string>>;
  /** Some letter has its day. */
  dated: boolean;
};

const BYTES_MAX = 512 * 1024 * 1024;
/** A bookkeeper reads the first few; a file that is not a FEC would give thousands. */
const FAULTS_MAX = 20;
const MENDING_PASSES = 3;

/** True when the first bytes are a FEC's: its header, or its lines with the header lost. */
export function sniffFec(head: Uint8Array): boolean {
  const line = firstLineOf(head);
  return looksLikeHeader(line) || looksHeadless(line);
}

/** Linear in the file's size. `keeps` says which accounts are kept line by line, `owes` which are suppliers'. */
export function readFec(
  file: { name: string; bytes: Uint8Array },
  keeps: (account: string) => boolean,
  owes: (account: string) => boolean = () => false,
): FecFile | Fault[] {
  const { name, bytes } = file;
  if (bytes.length > BYTES_MAX) return [fault('file-too-large', { file: name }, { limit: '512 Mo' })];
  if (bytes.length === 0) return [fault('file-empty', { file: name })];
  const encoding = encodingOf(bytes);
  if (encoding === null) return [fault('file-encoding', { file: name, line: 1 }, { encoding: 'UTF-8' })];
  const decode = decoderOf(encoding);
  const header = headerOf(firstLineOf(bytes, decode));
  if ('missing' in header)
    return [fault('fec-header', { file: name, line: 1 }, { missing: header.missing.join(', ') })];
  const read = linesOf(name, bytes, decode, header, { keeps, owes });
  if (isCut(bytes, read)) return [fault('fec-truncated', { file: name })];
  if (read.faults.length > 0) return read.faults;
  if (read.rows.length === 0) return [fault('fec-empty', { file: name, line: 1 })];
  const { rows, accountNames, journalNames, letters, dated } = read;
  return { name, bytes, siren: sirenOfName(name), header, encoding, rows, accountNames, journalNames, letters, dated };
}

/** Lines become rows as they are met; only those with too many fields wait, until the names that mend them are known. */
function linesOf(
  file: string,
  bytes: Uint8Array,
  decode: (part: Uint8Array) => string,
  header: Header,
  { keeps, owes }: Record<'keeps' | 'owes', (account: string) => boolean>,
): Read {
  const read = emptyRead();
  const long: { line: number; fields: string[] }[] = [];
  const add = (fields: string[], line: number, shifted: boolean) => {
    const row = rowOf(fields, header, { file, line }, keeps, owes);
    addLine(read, fields, header, isFault(row) ? row : { ...row, shifted });
  };
  for (const { line, start, end } of spansOf(bytes)) {
    if (line === 1) continue;
    if (read.faults.length >= FAULTS_MAX) return read;
    const text = end - start > LINE_BYTES_MAX ? null : decode(bytes.subarray(start, end));
    if (text === null) read.faults.push(fault('fec-line', { file, line }, { what: `${end - start} octets` }));
    else if (text.includes('\0')) read.faults.push(fault('file-hostile', { file, line }, { what: 'NUL' }));
    else if (!isBlank(text)) {
      const fields = text.split(header.separator);
      read.fewest = Math.min(read.fewest, read.last);
      read.last = fields.length;
      const whole = fields.length > header.width ? withoutTail(fields, header) : fields;
      if (whole) add(whole, line, false);
      else long.push({ line, fields });
    }
  }
  let waiting = long;
  // A line that can be mended may bring the name that mends another.
  for (let pass = 0; pass < MENDING_PASSES && waiting.length > 0; pass++) {
    waiting = waiting.filter(({ line, fields }) => {
      const whole = mended(fields, header, read);
      if (whole) add(whole, line, true);
      return whole === null;
    });
  }
  for (const { line, fields } of waiting) {
    read.faults.push(fault('fec-line-long', { file, line }, { found: fields.length, expected: header.width }));
  }
  if (long.length > 0) read.rows.sort((a, b) => a.line - b.line);
  read.faults.splice(FAULTS_MAX);
  return read;
}

type Read = Known & {
  rows: Row[];
  faults: Fault[];
  accountNames: Map<string, string>;
  auxNames: Map<string, string>;
  journalNames: Map<string, string>;
  letters: Map<string, Set<string>>;
  dated: boolean;
  /** Fields of the last line, and the fewest of all before it. */
  last: number;
  fewest: number;
};

function emptyRead(): Read {
  return {
    rows: [],
    faults: [],
    accountNames: new Map(),
    auxNames: new Map(),
    journalNames: new Map(),
    letters: new Map(),
    dated: false,
    last: Number.POSITIVE_INFINITY,
    fewest: Number.POSITIVE_INFINITY,
  };
}

/** Some programs close the file with the end mark of old (0x1A). */
function isBlank(text: string): boolean {
  const trimmed = text.trim();
  return trimmed === '' || trimmed === '\u001a';
}

/** A final line end may be missing; on a line with fewer fields than any other it means that the rest is missing too. */
function isCut(bytes: Uint8Array, { last, fewest }: Read): boolean {
  const end = bytes.at(-1);
  return end !== 0x0a && end !== 0x0d && last < fewest && fewest !== Number.POSITIVE_INFINITY;
}

function addLine(read: Read, fields: string[], header: Header, row: Row | Fault): void {
  if (isFault(row)) {
    read.faults.push(row);
    return;
  }
  read.rows.push(row);
  const cells = cellsOf(fields, header);
  note(read.accountNames, row.account, cells('accountName'));
  note(read.auxNames, cells('aux'), cells('auxName'));
  note(read.journalNames, row.journal, cells('journalName'));
  const letter = cells('letter');
  if (letter === '') return;
  const letters = read.letters.get(row.account);
  if (letters) letters.add(letter);
  else read.letters.set(row.account, new Set([letter]));
  read.dated ||= cells('letterDay') !== '';
}

/** The first name that a line gives stands. */
function note(names: Map<string, string>, key: string, name: string): void {
  if (key !== '' && name !== '' && !names.has(key)) names.set(key, name);
}
