// How text looks at a bank and in an older accounting program: capitals without accents, cut fields, windows-1252.

/** Capitals and ASCII, as banks carry names and words. */
export function bankText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/œ/gi, 'OE')
    .replace(/[’`]/g, "'")
    .toUpperCase()
    .replace(/[^ -~]/g, ' ')
    .replace(/ +/g, ' ')
    .trim();
}

/** Cut where the field ends, blank or not, as a form of fixed width does. */
export function cut(text: string, length: number): string {
  return text.slice(0, length).trimEnd();
}

const WINDOWS_1252 = new Map([
  ['€', 0x80],
  ['Œ', 0x8c],
  ['’', 0x92],
  ['–', 0x96],
  ['œ', 0x9c],
]);

/** Bytes of windows-1252. A character that the code page lacks is our error and throws. */
export function windows1252(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const byte = unit < 0x80 || (unit >= 0xa0 && unit <= 0xff) ? unit : WINDOWS_1252.get(text.charAt(i));
    if (byte === undefined) throw new Error(`windows-1252 has no ${text.charAt(i)}`);
    bytes[i] = byte;
  }
  return bytes;
}

export function compactDay(day: string): string {
  return day.replaceAll('-', '');
}

/** 2026-11-04 as people write it: 04/11/2026. */
export function frenchDay(day: string): string {
  return `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}
