// Reads OFX and QFX files, 1.x SGML and 2.x XML: the guard cuts and repairs, ofx-js parses all but the many transactions, the rest translates.
import { type Fault, fault, isFault } from '../../../sync/fault/index.ts';
import type { ReadEvent, ReadLimits, StatementReader } from '../../../sync/port/reader.ts';
import { asciiHead, wholeText } from '../whole-text.ts';
import { holdsCorrections } from './correction.ts';
import { Guard, type Piece } from './guard.ts';
import { encodingIn, isOfx, versionOf } from './header.ts';
import { Reading } from './reading.ts';
import { STATEMENTS } from './statement.ts';
import { BankAnswer } from './status.ts';

const SNIFFED_UNITS = 65_536;

export const ofxReader = {
  name: 'ofx',
  sniff: (head) => isOfx(asciiHead(head, SNIFFED_UNITS)),
  async *read(source, limits) {
    const text = await wholeText(source, limits, encodingIn);
    if (isFault(text)) yield { kind: 'refused', faults: [text] };
    else yield* eventsOf(text, source.file, limits);
  },
} satisfies StatementReader;

/** The events of a file; at the first fault, wherever it stands, the file is refused whole. */
function* eventsOf(text: string, file: string, limits: ReadLimits): Generator<ReadEvent> {
  yield { kind: 'version', version: versionOf(text) };
  const refusal = yield* statementEvents(text, file, limits);
  yield refusal ? { kind: 'refused', faults: [refusal] } : { kind: 'end' };
}

function* statementEvents(text: string, file: string, limits: ReadLimits): Generator<ReadEvent, Fault | null> {
  const guard = new Guard(text, file, limits);
  const answer = new BankAnswer(file);
  const hold = holdsCorrections(text);
  let statements = 0;
  let transactions = 0;
  let reading: Reading | null = null;
  for (const piece of guard.pieces()) {
    if (piece.name === 'STATUS') {
      answer.add(piece);
      continue;
    }
    const isStatement = STATEMENTS[piece.name] !== undefined;
    if (!isStatement && !isInPlace(piece.around)) return misplaced(piece, file);
    if (!isStatement && ++transactions > limits.transactionsMax) return tooMany(piece, file, limits);
    reading ??= new Reading({ file, number: ++statements, hold });
    if (!piece.whole) {
      yield* reading.begin(piece);
      continue;
    }
    const refusal: Fault | null = isStatement ? yield* reading.close(piece) : reading.add(piece);
    if (refusal) return refusal;
    if (isStatement) reading = null;
    else yield* reading.take();
  }
  return guard.refusal ?? answer.refusal(statements);
}

/** Outside a statement, or in an investment account elsewhere than in INVBANKTRAN, a transaction has lost its list. */
function isInPlace(around: readonly string[]): boolean {
  if (around.includes('INVSTMTRS')) return around.includes('INVBANKTRAN');
  return around.some((name) => STATEMENTS[name] !== undefined);
}

function misplaced(piece: Piece, file: string): Fault {
  return fault('file-malformed', { file, line: piece.line, path: piece.around.join('/') }, { what: `<${piece.name}>` });
}

function tooMany(piece: Piece, file: string, limits: ReadLimits): Fault {
  return fault('file-too-large', { file, line: piece.line }, { limit: limits.transactionsMax });
}
