// Characters of OFX values: entities that banks write, control characters that none should, and escapes for XML.

/** Named entities: those of XML and, because banks paste HTML, those of Latin-1 letters and signs. */
const NAMED: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  euro: '€',
  ...letters('grave', 'AÀEÈIÌOÒUÙaàeèiìoòuù'),
  ...letters('acute', 'AÁEÉIÍOÓUÚYÝaáeéiíoóuúyý'),
  ...letters('circ', 'AÂEÊIÎOÔUÛaâeêiîoôuû'),
  ...letters('uml', 'AÄEËIÏOÖUÜaäeëiïoöuüyÿ'),
  ...letters('tilde', 'AÃNÑOÕaãnñoõ'),
  ...letters('cedil', 'CÇcç'),
  ...letters('ring', 'AÅaå'),
  ...letters('slash', 'OØoø'),
  AElig: 'Æ',
  aelig: 'æ',
  OElig: 'Œ',
  oelig: 'œ',
  szlig: 'ß',
  deg: '°',
  ordf: 'ª',
  ordm: 'º',
  pound: '£',
  sect: '§',
  laquo: '«',
  raquo: '»',
};

const ENTITY = /&(?:#([0-9]{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z]{2,8}));/g;

/** Decodes character references and named entities; what is none stays as it stands ('R&D'). */
export function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(ENTITY, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return Object.hasOwn(NAMED, name) ? NAMED[name]! : whole;
    const code = decimal === undefined ? Number.parseInt(hex!, 16) : Number(decimal);
    const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
    return isCharacter ? String.fromCodePoint(code) : whole;
  });
}

/** A value on one line: trimmed, and where it held line ends or control characters, with single blanks. */
export function oneLine(text: string): string {
  const trimmed = text.trim();
  if (trimmed === '' || !hasControl(trimmed)) return trimmed;
  return (trimmed.match(/[^\p{Cc}\s]+/gu) ?? []).join(' ');
}

/** A loop, because it runs for every value of a file and a Unicode expression takes twice as long. */
function hasControl(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x20 || (unit >= 0x7f && unit < 0xa0)) return true;
  }
  return false;
}

export function escaped(text: string): string {
  if (!/[&<>]/.test(text)) return text;
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** 'AÀEÈ' with 'grave' gives Agrave: À, Egrave: È. */
function letters(accent: string, pairs: string): Record<string, string> {
  const table: Record<string, string> = {};
  for (let at = 0; at < pairs.length; at += 2) table[`${pairs[at]}${accent}`] = pairs[at + 1]!;
  return table;
}
