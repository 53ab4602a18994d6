// Reads CFONB 120 account statements, the French interbank format: records, then statements, each from its 01 to its 07.
import { type Fault, fault, isFault } from '../../../sync/fault/index.ts';
import type { ReadEvent, ReadLimits, StatementReader } from '../../../sync/port/reader.ts';
import { asciiHead, wholeText } from '../whole-text.ts';
import { isCfonb120, recordsOf } from './record.ts';
import { Assembly, type Finished } from './statement.ts';

const TRANSACTIONS_PER_EVENT = 256;

export const cfonb120Reader = {
  name: 'cfonb120',
  sniff: (head) => isCfonb120(asciiHead(head)),
  async *read(source, limits) {
    const text = await wholeText(source, limits);
    if (isFault(text)) yield { kind: 'refused', faults: [text] };
    else yield* eventsOf(text, source.file, limits);
  },
} satisfies StatementReader;

function* eventsOf(text: string, file: string, limits: ReadLimits): Generator<ReadEvent> {
  yield { kind: 'version', version: 'CFONB120' };
  const assembly = new Assembly(file, limits);
  let refusal: Fault | null = null;
  let line = 0;
  for (const record of recordsOf(text)) {
    line = record.line;
    refusal = assembly.add(record);
    if (refusal) break;
    for (const finished of assembly.take()) yield* statementEvents(finished);
  }
  refusal ??= line === 0 ? fault('file-malformed', { file, line: 1 }, { what: '01' }) : assembly.end(line);
  yield refusal ? { kind: 'refused', faults: [refusal] } : { kind: 'end' };
}

function* statementEvents({ head, transactions }: Finished): Generator<ReadEvent> {
  yield { kind: 'open', head };
  for (let at = 0; at < transactions.length; at += TRANSACTIONS_PER_EVENT) {
    yield { kind: 'transactions', transactions: transactions.slice(at, at + TRANSACTIONS_PER_EVENT) };
  }
  yield { kind: 'close', head };
}
