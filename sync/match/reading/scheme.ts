// Structured references in free text: found by form, proved by check digits, compared as strings.
import { inOrder, type OpenItems } from '../open-items.ts';
import { type Label, remainder97 } from './label.ts';
import { matchesOf } from './pattern.ts';
import type { Mention } from './reading.ts';

/** ISO 11649: RF, two check digits, up to 21 more, often in groups of four. */
const CREDITOR_REFERENCE = /(?<![A-Z0-9])RF\d{2}(?: ?[A-Z0-9]{1,4}){1,6}/g;
/** Belgium and Luxembourg print +++ddd/dddd/ddddd+++, or stars. */
const BELGIAN = /[+*]{3} ?(\d{3})\/?(\d{4})\/?(\d{5}) ?[+*]{3}/g;
/** Switzerland (27 digits), Finland, Norway, Sweden and others: a long run of digits, often in groups. */
const DIGIT_GROUPS = /(?<![\dA-Z])\d{2,}(?: \d{2,}){1,8}(?!\d)/g;

export type Structured = { mentions: Mention[]; unknown: { text: string; at: number | null }[] };

export function readSchemes(label: Label, index: OpenItems): Structured {
  const found: Structured = { mentions: [], unknown: [] };
  const text = label.plain;
  if (!/\d{2}/.test(text)) return found;
  for (const match of matchesOf(CREDITOR_REFERENCE, text)) {
    const length = longestKnown(match[0], index) ?? longestChecked(match[0]);
    if (length !== null) put(found, match[0].slice(0, length), match.index, 'rf', index);
  }
  for (const match of matchesOf(BELGIAN, text)) {
    const digits = match[1]! + match[2]! + match[3]!;
    if (belgianHolds(digits)) put(found, match[0], match.index, 'structured', index, digits);
  }
  for (const match of matchesOf(DIGIT_GROUPS, text)) {
    const digits = match[0].replace(/ /g, '');
    // Only whole references that an item carries: groups of digits are telephone numbers just as often.
    if (digits.length >= 10 && index.written(digits).some((slot) => slot.reference === digits)) {
      put(found, match[0], match.index, 'structured', index, digits);
    }
  }
  return found;
}

/** ISO 11649: RFxx moved to the end leaves 1 modulo 97. The check digits prove the form, never the identity. */
export function creditorReferenceHolds(squashed: string): boolean {
  return /^RF\d{2}[A-Z0-9]{1,21}$/.test(squashed) && remainder97(squashed.slice(4) + squashed.slice(0, 4)) === 1;
}

/** Belgium: the first ten digits modulo 97 are the last two, 97 for 0. */
export function belgianHolds(digits: string): boolean {
  if (!/^\d{12}$/.test(digits)) return false;
  const rest = Number(digits.slice(0, 10)) % 97;
  return Number(digits.slice(10)) === (rest === 0 ? 97 : rest);
}

/** Words may follow a reference in groups: the longest beginning that an item carries. */
function longestKnown(text: string, index: OpenItems): number | null {
  for (const length of ends(text)) {
    if (index.written(text.slice(0, length).replace(/ /g, '')).length > 0) return length;
  }
  return null;
}

function longestChecked(text: string): number | null {
  for (const length of ends(text)) {
    if (creditorReferenceHolds(text.slice(0, length).replace(/ /g, ''))) return length;
  }
  return null;
}

function ends(text: string): number[] {
  const lengths = [text.length];
  for (let at = text.lastIndexOf(' '); at > 4; at = text.lastIndexOf(' ', at - 1)) lengths.push(at);
  return lengths;
}

function put(
  found: Structured,
  text: string,
  at: number,
  type: 'rf' | 'structured',
  index: OpenItems,
  key = text.replace(/ /g, ''),
): void {
  const slots = index.written(key);
  if (slots.length === 0) found.unknown.push({ text, at });
  else found.mentions.push({ kind: 'scheme', type, text, at, slots: inOrder(slots), excluded: false, after: null });
}
