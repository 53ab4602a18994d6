// Which of the three encodings of A47 A-1 a file is in: by the evidence of its bytes, since a FEC never says.

export type Encoding = 'utf-8' | 'iso-8859-15' | 'windows-1252';

/**
 * UTF-8 when more of its multi-byte characters are whole than broken (programs cut labels in mid-character); else windows-1252 when a byte stands
 * where ISO-8859-15 has none; else by the eight places where the two differ. Null for UTF-16, which no FEC may be.
 */
export function encodingOf(bytes: Uint8Array): Encoding | null {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return null;
  const { whole, broken } = countUtf8(bytes);
  if (broken === 0 || whole > broken) return 'utf-8';
  return latinOf(bytes);
}

/** A decoder for pieces that end at a line's end. A broken UTF-8 character becomes U+FFFD. */
export function decoderOf(encoding: Encoding): (bytes: Uint8Array) => string {
  const decoder = new TextDecoder(encoding, { ignoreBOM: false });
  if (encoding === 'utf-8') return (bytes) => decoder.decode(bytes);
  // Always as a stream: Node 20 decodes a whole windows-1252 text as if it were Latin-1 and loses the euro sign.
  return (bytes) => decoder.decode(bytes, { stream: true });
}

function countUtf8(bytes: Uint8Array): { whole: number; broken: number } {
  let whole = 0;
  let broken = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    if (byte < 0x80) continue;
    const more =
      byte >= 0xc2 && byte <= 0xdf ? 1 : byte >= 0xe0 && byte <= 0xef ? 2 : byte >= 0xf0 && byte <= 0xf4 ? 3 : 0;
    let found = 0;
    while (found < more && (bytes[i + 1 + found]! & 0xc0) === 0x80) found++;
    if (more > 0 && found === more) whole++;
    else broken++;
    i += found;
  }
  return { whole, broken };
}

function latinOf(bytes: Uint8Array): Encoding {
  let latin9 = 0;
  let windows = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    if (byte < 0x80) continue;
    if (byte <= 0x9f) return 'windows-1252';
    const inWord = isLetter(bytes[i - 1]) || isLetter(bytes[i + 1]);
    // ISO-8859-15 has € at A4 and Œ œ Ÿ at BC to BE, where windows-1252 has ¤ ¼ ½ ¾; fractions do not stand inside words.
    if (byte === 0xa4 || (byte >= 0xbc && byte <= 0xbe && inWord)) latin9++;
    // An acute accent serves as an apostrophe (D´OR); French has no Š š Ž ž to put there.
    else if (byte === 0xa6 || byte === 0xa8 || byte === 0xb4 || byte === 0xb8 || (byte >= 0xbc && byte <= 0xbe))
      windows++;
  }
  return windows > latin9 ? 'windows-1252' : 'iso-8859-15';
}

function isLetter(byte: number | undefined): boolean {
  return byte !== undefined && ((byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a) || byte >= 0xc0);
}
