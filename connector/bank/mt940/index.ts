// Reads MT940 statements and MT942 interim reports: fields, then statements, each proved complete as far as it can be.
import { type Fault, fault, isFault } from '../../../sync/fault/index.ts';
import type { ReadEvent, ReadLimits, StatementReader } from '../../../sync/port/reader.ts';
import { asciiHead, wholeText } from '../whole-text.ts';
import { envelopeOf, FieldReader, withLines } from './field.ts';
import { Assembly, type Finished } from './statement.ts';

const SNIFFED_UNITS = 65_536;
const TRANSACTIONS_PER_EVENT = 256;

export const mt940Reader = {
  name: 'mt940',
  sniff: (head) => isMt940(withLines(asciiHead(head, SNIFFED_UNITS))),
  async *read(source, limits) {
    const text = await wholeText(source, limits);
    if (isFault(text)) yield { kind: 'refused', faults: [text] };
    else yield* eventsOf(withLines(text), source.file, limits);
  },
} satisfies StatementReader;

/** A reference or an account, and a balance, an entry or a statement number, each at the start of a line. */
function isMt940(head: string): boolean {
  return /^(?:\{.*\{4:)?:2[05]P?:/m.test(head) && /^:(?:28C?|34F|6[02][FM]|61):/m.test(head);
}

function* eventsOf(text: string, file: string, limits: ReadLimits): Generator<ReadEvent> {
  const envelope = envelopeOf(text);
  yield { kind: 'version', version: envelope.message };
  const fields = new FieldReader(text);
  const assembly = new Assembly(file, limits, envelope);
  let line = 1;
  for (const it of fields.read()) {
    line = it.line;
    const refusal = it.kind === 'end' ? assembly.end() : assembly.add(it);
    if (refusal) return yield { kind: 'refused', faults: [refusal] };
    for (const finished of assembly.take()) yield* statementEvents(finished);
  }
  const isCut = assembly.isOpen && (fields.isInBlock || envelope.endsInLine);
  const refusal: Fault | null = isCut ? fault('file-truncated', { file, line }, { what: ':62F:' }) : assembly.end();
  if (refusal) return yield { kind: 'refused', faults: [refusal] };
  for (const finished of assembly.take()) yield* statementEvents(finished);
  if (assembly.isEmpty)
    yield { kind: 'refused', faults: [fault('file-malformed', { file, line: 1 }, { what: ':20:' })] };
  else yield { kind: 'end' };
}

function* statementEvents({ head, transactions }: Finished): Generator<ReadEvent> {
  yield { kind: 'open', head };
  for (let at = 0; at < transactions.length; at += TRANSACTIONS_PER_EVENT) {
    yield { kind: 'transactions', transactions: transactions.slice(at, at + TRANSACTIONS_PER_EVENT) };
  }
  yield { kind: 'close', head };
}
