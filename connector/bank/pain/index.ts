// The reader of our own collections (ISO 20022 pain.008) and of the bank's reports on them (pain.002).
import type { CollectionEvent, CollectionReader } from '../../../sync/port/collection.ts';
import type { ReadLimits, Source } from '../../../sync/port/reader.ts';
import { headText, xmlText } from '../camt/text.ts';
import { sizeText } from '../limits.ts';
import { PainDocument } from './document.ts';

export const painReader = { name: 'pain', sniff, read } satisfies CollectionReader;

function sniff(head: Uint8Array): boolean {
  const text = headText(head);
  return /^\s*</.test(text) && /<(?:[\w.-]+:)?(?:CstmrDrctDbtInitn|CstmrPmtStsRpt)[\s/>]/.test(text);
}

/** `refused` for anything that is not well-formed to its last byte, or whose sums and counts are not what it states. */
async function* read(source: Source, limits: ReadLimits): AsyncIterable<CollectionEvent> {
  const document = new PainDocument(source.file, limits);
  let bytes = 0;
  async function* bounded() {
    for await (const chunk of source.chunks) {
      bytes += chunk.length;
      if (bytes > limits.bytesMax) return;
      yield chunk;
    }
  }
  for await (const piece of xmlText(bounded())) {
    if (piece.text !== '') document.write(piece.text);
    if (!piece.ok) document.refuse('file-encoding', { encoding: piece.encoding });
    if (document.refusal) break;
    yield* document.take();
  }
  if (bytes > limits.bytesMax) document.refuse('file-too-large', { limit: sizeText(limits.bytesMax) });
  document.end();
  yield* document.take();
  yield document.refusal ? { kind: 'refused', faults: [document.refusal] } : { kind: 'end' };
}
