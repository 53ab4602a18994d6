// Mutated files, always the same ones: each is read or refused, never half; nothing crashes, and what was lost is refused.
import { readdirSync, readFileSync } from 'node:fs';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { read } from '../reading.ts';

const FOLDER = new URL('../../../fixtures/bank/camt/', import.meta.url).pathname;

/** LETTRAGE_FUZZ_RUNS makes a longer run by command; the default suits every commit. */
const RUNS = Number(process.env['LETTRAGE_FUZZ_RUNS'] ?? 150);

/** A small generator of numbers below n, the same for the same seed (mulberry32). */
function numbers(seed: number): (n: number) => number {
  let state = seed;
  return (n) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % n;
  };
}

const PIECES = [
  '<',
  '>',
  '</',
  '/>',
  '&',
  '&amp;',
  '"',
  ']]>',
  '<![CDATA[',
  '<!--',
  '\0',
  '\u00e9',
  '<Ntry>',
  '</Ntry>',
  '</TxDtls>',
  '-',
  '9',
  ' ',
];

function mutated(bytes: Uint8Array, below: (n: number) => number): Buffer {
  let out: Buffer = Buffer.from(bytes);
  for (let n = 1 + below(3); n > 0; n--) {
    const at = below(out.length);
    const length = below(40);
    const piece = Buffer.from(PIECES[below(PIECES.length)] ?? '');
    const change = below(5);
    if (change === 0) out = Buffer.concat([out.subarray(0, at), out.subarray(at + length)]);
    else if (change === 1) out = Buffer.concat([out.subarray(0, at), piece, out.subarray(at)]);
    else if (change === 2) out = Buffer.concat([out.subarray(0, at + length), out.subarray(at)]);
    else if (change === 3) out = Buffer.concat([out.subarray(0, at), Buffer.from([below(256)]), out.subarray(at + 1)]);
    else out = out.subarray(0, Math.max(1, at));
  }
  return out;
}

/** The entries of a document by another way: every path that ends as an entry's does. */
function entriesIn(text: string): number {
  let entries = 0;
  const path: string[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', (tag) => {
    path.push(tag.name.replace(/^.*:/, ''));
    if (/\/(BkToCstmrStmt\/Stmt|BkToCstmrAcctRpt\/Rpt|BkToCstmrDbtCdtNtfctn\/Ntfctn)\/Ntry$/.test(`/${path.join('/')}`))
      entries += 1;
  });
  parser.on('closetag', () => {
    path.pop();
  });
  parser.write(text).close();
  return entries;
}

describe('mutated fixtures', () => {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith('.xml'));

  test.each(names)('%s', async (name) => {
    const bytes = readFileSync(FOLDER + name);
    const below = numbers(names.indexOf(name) + 1);
    for (let run = 0; run < RUNS; run++) {
      const input = mutated(bytes, below);
      const got = await read(input, { chunkBytes: 1 + below(300) });
      if (got.faults.length > 0) {
        expect(got.statements).toEqual([]);
        expect(got.faults[0]?.place.file).toBe('releve.xml');
        continue;
      }
      const entries = new Set(
        got.statements.flatMap((it) => it.transactions.map((each) => each.place.replace(/(Ntry\[\d+\]).*/, '$1'))),
      );
      expect(entries.size).toBe(entriesIn(input.toString('utf8')));
      for (const each of got.statements.flatMap((it) => it.transactions))
        expect(each.amount).toMatch(/^-?(0|[1-9]\d*)(\.\d+)?$/);
    }
  });
});
