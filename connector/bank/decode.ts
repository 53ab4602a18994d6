// Bytes to text: by byte order mark, by the shape of UTF-16, by what the file declares, and by evidence of the bytes.
import { type Fault, fault } from '../../sync/fault/index.ts';

export type EncodingHints = {
  file?: string;
  /** The name that the file declares, as it stands there ('ISO-8859-1', '1252', 'UTF-8'). */
  declared?: string | null;
  /**
   * 'declaration' (the default): a file whose bytes contradict what it declares is refused; XML is meant so.
   * 'bytes': valid UTF-8 is UTF-8, all else the declared or most likely single-byte set; headers of OFX lie.
   */
  trust?: 'declaration' | 'bytes';
};

/** A whole file as text, without its byte order mark; `file-encoding` with line and column when it is no text of its encoding. */
export function decodeText(bytes: Uint8Array, hints: EncodingHints = {}): { text: string; encoding: string } | Fault {
  const encoding = encodingOf(bytes, hints, true);
  if (encoding === null) return unknownEncoding(hints);
  const decoder = openDecoder(encoding);
  const body = decoder.push(bytes);
  const rest = body.ok ? decoder.end() : body;
  if (rest.ok) return { text: body.text + rest.text, encoding };
  const lines = (body.text + (body.ok ? rest.text : '')).split(/\r\n|\r|\n/);
  const place = { ...fileOf(hints), line: lines.length, column: lines.at(-1)!.length + 1 };
  return fault('file-encoding', place, { encoding });
}

/** The fault of a declaration that names no encoding that we know. */
export function unknownEncoding(hints: EncodingHints): Fault {
  return fault('file-encoding', { ...fileOf(hints), line: 1, column: 1 }, { encoding: hints.declared ?? '' });
}

/** WHATWG name of the encoding; null when the declared one is binding and unknown. `bytes` is a file's head unless it is `whole`. */
export function encodingOf(bytes: Uint8Array, hints: EncodingHints, whole = false): string | null {
  const marked = markedEncoding(bytes) ?? shapedEncoding(bytes);
  if (marked) return marked;
  const declared = hints.declared ? canonicalName(hints.declared) : null;
  // Bytes that are not in the shape of UTF-16 contradict such a declaration: it survived a conversion to UTF-8.
  const believed = declared?.startsWith('utf-16') ? 'utf-8' : declared;
  if (hints.trust !== 'bytes') return hints.declared ? believed : 'utf-8';
  if (isUtf8(bytes, whole)) return 'utf-8';
  return believed && believed !== 'utf-8' ? believed : likelySingleByte(bytes);
}

/** One decoded piece; `ok` is false when the bytes after `text` are none of the encoding. */
export type Decoded = { text: string; ok: boolean };

/** Decodes a stream piece by piece; after a piece that is not ok it must not be used again. */
export type Decoder = { push(bytes: Uint8Array): Decoded; end(): Decoded };

export function openDecoder(encoding: string): Decoder {
  return encoding === 'utf-8' ? utf8Decoder() : otherDecoder(encoding);
}

function utf8Decoder(): Decoder {
  const first = new TextDecoder('utf-8', { fatal: true });
  const further = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let tail: Uint8Array = new Uint8Array(0);
  let started = false;
  const decode = (bytes: Uint8Array): Decoded => {
    const decoder = started ? further : first;
    started ||= bytes.length > 0;
    try {
      return { text: decoder.decode(bytes), ok: true };
    } catch {
      return { text: longestValid(bytes), ok: false };
    }
  };
  return {
    push(bytes) {
      const all = tail.length === 0 ? bytes : joined(tail, bytes);
      const cut = all.length - unfinished(all);
      tail = all.slice(cut);
      return decode(all.subarray(0, cut));
    },
    end: () => decode(tail),
  };
}

function otherDecoder(encoding: string): Decoder {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const decode = (bytes: Uint8Array, stream: boolean): Decoded => {
    try {
      return { text: decoder.decode(bytes, { stream }), ok: true };
    } catch {
      return { text: '', ok: false };
    }
  };
  // Always as a stream: Node 20 decodes a whole windows-1252 text as if it were Latin-1 and loses the euro sign.
  return { push: (bytes) => decode(bytes, true), end: () => decode(new Uint8Array(0), false) };
}

/** Bisects for the longest prefix that is UTF-8 up to an unfinished character. */
function longestValid(bytes: Uint8Array): string {
  const valid = (length: number) => {
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, length), { stream: true });
    } catch {
      return null;
    }
  };
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (valid(middle) === null) bad = middle;
    else good = middle;
  }
  return valid(good) ?? '';
}

/** Bytes at the end that begin a UTF-8 character without finishing it: 0 to 3. */
function unfinished(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
  }
  return 0;
}

/** A head may end inside a character; at the end of a whole file such bytes are letters of a single-byte set. */
function isUtf8(bytes: Uint8Array, whole: boolean): boolean {
  const decoder = openDecoder('utf-8');
  return decoder.push(bytes).ok && (!whole || decoder.end().ok);
}

function markedEncoding(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/** UTF-16 without a mark: two ASCII characters at the start, each with a zero byte beside it. */
function shapedEncoding(bytes: Uint8Array): string | null {
  const [a = 0, b = 0, c = 0, d = 0] = bytes;
  if (a !== 0 && b === 0 && c !== 0 && d === 0) return 'utf-16le';
  if (a === 0 && b !== 0 && c === 0 && d !== 0) return 'utf-16be';
  return null;
}

/** Latin-9 where only it has a meaning: its euro sign stands at 0xA4, and 0x80 to 0x9F hold no letters. */
function likelySingleByte(bytes: Uint8Array): string {
  return bytes.includes(0xa4) && !bytes.some((byte) => byte >= 0x80 && byte <= 0x9f) ? 'iso-8859-15' : 'windows-1252';
}

/** 'CP1252', '1252' and 'Windows-1252' are one; null when no TextDecoder knows the name. */
function canonicalName(declared: string): string | null {
  const name = declared.trim().toLowerCase();
  const page = /^(?:cp|ibm|ms)?-?(125\d|65001)$/.exec(name)?.[1];
  try {
    return new TextDecoder(page === undefined ? name : page === '65001' ? 'utf-8' : `windows-${page}`).encoding;
  } catch {
    return null;
  }
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const all = new Uint8Array(a.length + b.length);
  all.set(a);
  all.set(b, a.length);
  return all;
}

function fileOf(hints: EncodingHints): { file?: string } {
  return hints.file === undefined ? {} : { file: hints.file };
}
