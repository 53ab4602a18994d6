// The frame: which reader, which events, and what is made of them.
import { describe, expect, test } from 'vitest';
import { collect, gather, openBankFile, READERS, readBankFile, sniff } from '../../../connector/bank/index.ts';
import type { ReadEvent } from '../../../sync/port/reader.ts';
import { entry, statement } from './camt/document.ts';
import { read } from './reading.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('registry', () => {
  test('every format has one reader, found by content', () => {
    expect(READERS.map((it) => it.name).sort()).toEqual(['camt', 'cfonb120', 'csv', 'mt940', 'ofx', 'xlsx']);
    expect(new Set(READERS.map((it) => it.name)).size).toBe(READERS.length);
    expect(sniff(bytes(statement(entry())))?.name).toBe('camt');
  });

  test.each(['', 'hello', '%PDF-1.7', 'JournalCode|JournalLib|EcritureNum', '<!DOCTYPE html><p>Session expirée</p>'])(
    '%j is no bank file',
    (text) => {
      expect(sniff(bytes(text))).toBeNull();
    },
  );
});

describe('a file that no reader takes is refused', () => {
  test('empty', async () => {
    expect(await read('')).toMatchObject({
      format: null,
      statements: [],
      faults: [{ code: 'file-empty', place: { file: 'releve.xml' } }],
    });
  });

  test('unknown', async () => {
    expect(await read('hello')).toMatchObject({
      format: null,
      faults: [{ code: 'file-unknown', place: { file: 'releve.xml' } }],
    });
  });
});

test('bytes in memory read like a stream', async () => {
  const text = statement(entry().repeat(2000));
  expect(await collect(openBankFile('releve.xml', bytes(text)))).toEqual(await read(text, { chunkBytes: 999 }));
});

test('the stream behind a file is released when nobody reads on', async () => {
  let released = false;
  async function* chunks() {
    try {
      yield bytes(statement(entry().repeat(500)));
      yield bytes(' ');
    } finally {
      released = true;
    }
  }
  for await (const event of readBankFile({ file: 'f', chunks: chunks() })) if (event.kind === 'open') break;
  expect(released).toBe(true);
});

describe('gathering', () => {
  const head = { id: 'S', account: 'A', currency: 'EUR', opening: null, closing: null };

  async function* events(...list: ReadEvent[]): AsyncIterable<ReadEvent> {
    yield* list;
  }

  test('the head after the transactions is the one that counts', async () => {
    const closed = { ...head, closing: { amount: '1.00', date: null } };
    const got = await collect(events({ kind: 'open', head }, { kind: 'close', head: closed }, { kind: 'end' }));
    expect(got.statements).toEqual([{ ...closed, balanced: null, transactions: [] }]);
  });

  test('a refusal takes everything back', async () => {
    const refused: ReadEvent = {
      kind: 'refused',
      faults: [{ code: 'file-malformed', place: {}, params: {}, retry: false }],
    };
    const got = await collect(
      events({ kind: 'version', version: 'V' }, { kind: 'open', head }, { kind: 'close', head }, refused),
    );
    expect(got).toMatchObject({ version: 'V', statements: [], faults: [{ code: 'file-malformed' }] });
  });

  test('a reader that just stops is our error, not an empty statement', () => {
    const gathering = gather();
    gathering.add({ kind: 'open', head });
    expect(() => gathering.file()).toThrow(/stopped/);
  });
});
