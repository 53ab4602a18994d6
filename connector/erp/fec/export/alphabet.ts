// The letter after a letter, in whatever alphabet a program counts: Z, AA; 9, 10; A9, B1; A9, A10; AA999, AB000; AAAE, AAAF.

const LOWER = /^[a-z]+$/;

/** Longer is later, then by characters: how programs of all alphabets sort their letters. */
export function isAfter(a: string, b: string): boolean {
  return a.length === b.length ? a > b : a.length > b.length;
}

/** The highest of the letters that mark whole matches; null when there is none. */
export function highestOf(letters: Iterable<string>): string | null {
  let highest: string | null = null;
  for (const letter of letters) {
    if (!LOWER.test(letter) && (highest === null || isAfter(letter, highest))) highest = letter;
  }
  return highest;
}

/** What follows `letter`; `known` are the letters of the file, which show how a program counts on after a 9. */
export function nextLetter(letter: string, known: Iterable<string>): string {
  const numbered = /^([A-Za-z]+)([1-9]\d*)$/.exec(letter);
  if (numbered && numberGrows(numbered[1]!, numbered[2]!.length, known))
    return `${numbered[1]}${Number(numbered[2]) + 1}`;
  const signs = [...letter];
  for (let i = signs.length - 1; i >= 0; i--) {
    const sign = signs[i]!;
    if (/[0-8A-Ya-y]/.test(sign)) {
      signs[i] = String.fromCharCode(sign.charCodeAt(0) + 1);
      return signs.join('');
    }
    if (sign === '9') signs[i] = i === signs.length - 1 ? firstDigit(letter, known) : '0';
    else if (sign === 'Z') signs[i] = 'A';
    else break;
  }
  const all = signs.join('');
  return `${/^\d/.test(all) ? '1' : 'A'}${all}`;
}

/** The first letter of the shape that the shortest of the known letters has: 'AAAE' gives 'AAAA', 'AA017' gives 'AA001'. */
export function firstLetter(known: Iterable<string>): string | null {
  let shortest: string | null = null;
  for (const letter of known) {
    const counts = /^[A-Z]*\d*$/.test(letter);
    if (counts && (shortest === null || isAfter(shortest, letter))) shortest = letter;
  }
  if (shortest === null) return null;
  if (/^[1-9]\d*$/.test(shortest)) return '1';
  const shape = shortest.replaceAll(/[A-Z]/g, 'A').replaceAll(/\d/g, '0');
  return shape.endsWith('0') ? `${shape.slice(0, -1)}1` : shape;
}

/** The same letters stand before shorter numbers too: A9 was followed by A10, not by B1. */
function numberGrows(prefix: string, digits: number, known: Iterable<string>): boolean {
  for (const each of known) {
    const number = each.startsWith(prefix) ? each.slice(prefix.length) : '';
    if (/^[1-9]\d*$/.test(number) && number.length < digits) return true;
  }
  return false;
}

/** Behind letters a single digit starts from 1 unless the file shows a 0 there; a plain number goes on with 10. */
function firstDigit(letter: string, known: Iterable<string>): '0' | '1' {
  if (!/^[A-Za-z]+\d$/.test(letter)) return '0';
  for (const each of known) if (/^[A-Za-z]+0$/.test(each)) return '0';
  return '1';
}
