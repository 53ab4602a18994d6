// Text made comparable: capitals without accents, and numbers without their separators.

const ACCENTED = new Map<string, string>();

/** Capitals without accents, one UTF-16 unit for each of the input, so that positions stay true. */
export function plain(text: string): string {
  if (isAscii(text)) return text.toUpperCase();
  let out = '';
  for (let i = 0; i < text.length; i += 1) {
    const unit = text[i]!;
    let known = ACCENTED.get(unit);
    if (known === undefined) {
      // A ligature or sharp s becomes its first letter: length matters more here than spelling.
      known = unit.normalize('NFKD').charAt(0).toUpperCase().charAt(0) || ' ';
      if (known.charCodeAt(0) >= 0xd800) known = ' ';
      ACCENTED.set(unit, known);
    }
    out += known;
  }
  return out;
}

/** A number or reference without anything but capitals and digits: 'Fac/2026-00560' is 'FAC202600560'. */
export function squash(text: string): string {
  if (isSquashed(text)) return text;
  return plain(text).replace(/[^A-Z0-9]+/g, '');
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i += 1) if (text.charCodeAt(i) > 0x7f) return false;
  return true;
}

/** Accounts and most references come squashed already. */
function isSquashed(text: string): boolean {
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (!((unit >= 65 && unit <= 90) || (unit >= 48 && unit <= 57))) return false;
  }
  return true;
}
