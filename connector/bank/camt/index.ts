// The reader of CAMT files (ISO 20022 camt.052, 053, 054): bytes in, events out, one entry in memory at a time.
import type { ReadEvent, ReadLimits, Source, StatementReader } from '../../../sync/port/reader.ts';
import { sizeText } from '../limits.ts';
import { CamtDocument } from './document.ts';
import { MESSAGES } from './shape.ts';
import { headText, xmlText } from './text.ts';

export const camtReader = { name: 'camt', sniff, read } satisfies StatementReader;

const MESSAGE = new RegExp(`<(?:[\\w.-]+:)?(?:${Object.keys(MESSAGES).join('|')})[\\s/>]|camt\\.05[234]\\.\\d{3}`);

/**
 * XML that names one of the messages or their namespaces. XML with a document type is ours as well, unless it says of what:
 * no other reader takes it, and this one refuses it by name instead of calling it unknown.
 */
function sniff(head: Uint8Array): boolean {
  const text = headText(head);
  if (!/^\s*</.test(text)) return false;
  return MESSAGE.test(text) || (/<!DOCTYPE/.test(text) && !/<!DOCTYPE\s+html|<OFX/i.test(text));
}

/**
 * `refused` for anything that is not well-formed to its last byte, states an amount that is no number, or exceeds the limits:
 * a statement cut in transfer must never pass for a short one.
 */
async function* read(source: Source, limits: ReadLimits): AsyncIterable<ReadEvent> {
  const document = new CamtDocument(source.file, limits);
  const { chunks, exceeded } = bounded(source.chunks, limits.bytesMax);
  for await (const piece of xmlText(chunks)) {
    if (piece.text !== '') document.write(piece.text);
    if (exceeded()) document.refuse('file-too-large', { limit: sizeText(limits.bytesMax) });
    else if (!piece.ok) document.refuse('file-encoding', { encoding: piece.encoding });
    if (document.refusal) break;
    yield* document.take();
  }
  document.end();
  yield* document.take();
  yield document.refusal ? { kind: 'refused', faults: [document.refusal] } : { kind: 'end' };
}

/** The chunks until they exceed the bytes allowed. */
function bounded(chunks: AsyncIterable<Uint8Array>, bytesMax: number) {
  let bytes = 0;
  async function* counted() {
    for await (const chunk of chunks) {
      bytes += chunk.length;
      if (bytes > bytesMax) return;
      yield chunk;
    }
  }
  return { chunks: counted(), exceeded: () => bytes > bytesMax };
}
