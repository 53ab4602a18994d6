// The form of a backup file: gzip'd lines. A header, then sections of JSON rows, then a trailer that proves it whole.
import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { type Fault, fault } from '../../sync/fault/index.ts';

/** `schema` is the number of migrations that the rows fit. */
export type Header = { lettrage: 'backup'; form: 1; schema: number; at: string; server: string };
/** Followed by its rows, a JSON object each, and a line with a full stop. */
export type Section = { table: string; columns: string[] };
/** `sha256` of every byte before the trailer, `rows` by table. */
export type Trailer = { end: true; rows: Record<string, number>; sha256: string };

export const SECTION_END = '.';

/** One line at a time, as bytes without the line's end; the last one may lack it. */
export type Line = { bytes: Buffer; ended: boolean };

/** Lines of a gzip'd file; one may be as large as an imported file. */
export async function* linesOf(file: string): AsyncGenerator<Line> {
  let rest: Buffer[] = [];
  const source = createReadStream(file);
  const plain = source.pipe(createGunzip());
  source.on('error', (error) => plain.destroy(error));
  for await (const chunk of plain as AsyncIterable<Buffer>) {
    let from = 0;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      yield { bytes: Buffer.concat([...rest, chunk.subarray(from, at)]), ended: true };
      rest = [];
      from = at + 1;
    }
    if (from < chunk.length) rest.push(chunk.subarray(from));
  }
  if (rest.length > 0) yield { bytes: Buffer.concat(rest), ended: false };
}

export type Checked = { header: Header; trailer: Trailer };

/** Reads the whole file once and proves it: header known, hash right, counts right. Fault: backup-unreadable. */
export async function check(file: string): Promise<Checked | Fault> {
  const refused = (what: string) => fault('backup-unreadable', { file }, { what });
  try {
    const hash = createHash('sha256');
    const scan: Scan = { header: null, trailer: null, section: null, rows: {}, hash };
    for await (const line of linesOf(file)) {
      if (scan.trailer) return refused('text after the end');
      scanLine(scan, line);
    }
    const { header, trailer, rows } = scan;
    if (!header) return refused('no backup of Lettrage');
    if (!trailer) return refused('the end is missing');
    if (trailer.sha256 !== hash.digest('hex')) return refused('its content was changed');
    if (!sameCounts(trailer.rows, rows)) return refused('rows are missing');
    return { header, trailer };
  } catch (error) {
    return refused(error instanceof Error ? error.message : String(error));
  }
}

type Scan = {
  header: Header | null;
  trailer: Trailer | null;
  section: string | null;
  rows: Record<string, number>;
  hash: Hash;
};

function scanLine(scan: Scan, { bytes, ended }: Line): void {
  if (scan.section !== null) {
    if (isSectionEnd(bytes)) scan.section = null;
    else scan.rows[scan.section] = (scan.rows[scan.section] ?? 0) + 1;
  } else {
    const part = JSON.parse(bytes.toString('utf8')) as Partial<Header & Section & Trailer>;
    if (!scan.header) {
      if (part.lettrage !== 'backup' || part.form !== 1) throw new Error('no backup of Lettrage, or of a newer one');
      scan.header = part as Header;
    } else if (part.end === true) {
      scan.trailer = part as Trailer;
      return;
    } else if (typeof part.table === 'string') {
      scan.section = part.table;
      scan.rows[part.table] ??= 0;
    } else throw new Error('an unknown part');
  }
  scan.hash.update(bytes);
  if (ended) scan.hash.update('\n');
}

export function isSectionEnd(bytes: Buffer): boolean {
  return bytes.length === 1 && bytes.toString('latin1') === SECTION_END;
}

function sameCounts(a: Record<string, number>, b: Record<string, number>): boolean {
  const tables = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...tables].every((table) => (a[table] ?? 0) === (b[table] ?? 0));
}
