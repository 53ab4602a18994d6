// What the header of an OFX file says: its version and the encoding of its text.

/** Where a header may be looked for: banks put blank lines, comments and licences before it. */
const HEADER_UNITS = 4096;

/** Whether the first characters are those of an OFX file. */
export function isOfx(head: string): boolean {
  return /OFXHEADER|<\?OFX\s|<OFX\s*>/i.test(head);
}

/** 'OFX 1.0.2' of VERSION:102 or VERSION="102"; 'OFX' where the file does not say. */
export function versionOf(text: string): string {
  const parts = /\bVERSION\s*[:=]\s*["']?(\d)(\d)(\d)(?!\d)/i.exec(headerOf(text));
  return parts ? `OFX ${parts[1]}.${parts[2]}.${parts[3]}` : 'OFX';
}

/** The encoding that the header declares: ENCODING decides in 1.x unless it is USASCII, then CHARSET; XML has its own. */
export function encodingIn(head: string): string | null {
  const header = headerOf(head);
  const xml = /<\?xml[^>]*\bencoding\s*=\s*["']([^"']+)["']/i.exec(header)?.[1];
  if (xml !== undefined) return /^us-?ascii$|^ascii$/i.test(xml) ? null : xml;
  const encoding = /\bENCODING\s*:\s*([\w-]+)/i.exec(header)?.[1]?.toUpperCase();
  if (encoding === 'UTF-8' || encoding === 'UTF8') return 'utf-8';
  if (encoding === 'UNICODE') return 'utf-16';
  const charset = /\bCHARSET\s*:\s*([\w-]+)/i.exec(header)?.[1];
  return charset === undefined || /^none$/i.test(charset) ? null : charset;
}

function headerOf(text: string): string {
  const start = text.slice(0, HEADER_UNITS);
  const body = start.search(/<OFX\s*>/i);
  return body < 0 ? start : start.slice(0, body);
}
