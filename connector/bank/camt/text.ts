// The text of an XML file, piece by piece, in the encoding that its first bytes tell.
import { type Decoded, type Decoder, encodingOf, openDecoder } from '../decode.ts';
import { asciiHead } from '../whole-text.ts';

/** Enough for any XML declaration, also in two bytes a character. */
const HEAD_BYTES = 512;

/** A piece of text that fits the young generation of V8's memory: twice this is a fifth slower. */
const PIECE_BYTES = 32_768;

const DECLARATION = /^<\?xml\s[^>]*?encoding\s*=\s*["']([A-Za-z][\w.:-]*)["']/;

/** A piece that is not ok is the last one: the bytes after its text are not of the encoding, or nobody knows the encoding. */
export type XmlPiece = Decoded & { encoding: string };

export async function* xmlText(chunks: AsyncIterable<Uint8Array>): AsyncIterable<XmlPiece> {
  let head: Uint8Array = new Uint8Array(0);
  let open: { decoder: Decoder | null; encoding: string } | null = null;
  for await (const chunk of chunks) {
    let bytes = chunk;
    if (open === null) {
      head = joined(head, chunk);
      if (head.length < HEAD_BYTES) continue;
      open = openedBy(head);
      bytes = head;
    }
    for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
      const part = bytes.subarray(at, at + PIECE_BYTES);
      const piece = pieceOf(open, (decoder) => decoder.push(part));
      yield piece;
      if (!piece.ok) return;
    }
  }
  if (open === null) {
    open = openedBy(head);
    const piece = pieceOf(open, (decoder) => decoder.push(head));
    yield piece;
    if (!piece.ok) return;
  }
  yield pieceOf(open, (decoder) => decoder.end());
}

/** A file's head as text, as far as it is valid, without a byte order mark; its ASCII where nobody knows the encoding. */
export function headText(head: Uint8Array): string {
  const open = openedBy(head);
  return open.decoder === null ? asciiHead(head, head.length) : open.decoder.push(head).text;
}

/** Without a decoder the encoding is the unknown one that the file declares. */
function openedBy(head: Uint8Array): { decoder: Decoder | null; encoding: string } {
  const declared = declaredIn(head);
  const encoding = encodingOf(head, { declared });
  return encoding === null ? { decoder: null, encoding: declared ?? '' } : { decoder: openDecoder(encoding), encoding };
}

/** The encoding that the XML declaration names; it is written in ASCII wherever it counts. */
function declaredIn(head: Uint8Array): string | null {
  const ascii = String.fromCharCode(...head.subarray(0, HEAD_BYTES));
  return DECLARATION.exec(ascii.replace(/^\xef\xbb\xbf/, ''))?.[1] ?? null;
}

function pieceOf(open: { decoder: Decoder | null; encoding: string }, decode: (decoder: Decoder) => Decoded): XmlPiece {
  const decoded = open.decoder === null ? { text: '', ok: false } : decode(open.decoder);
  return { ...decoded, encoding: open.encoding };
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const all = new Uint8Array(a.length + b.length);
  all.set(a);
  all.set(b, a.length);
  return all;
}
