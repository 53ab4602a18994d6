// An amount as ledgers write it, in cents: signed, padded with zeros or blanks, comma or point, blank for nothing.
import { parseMinor } from '../../../../sync/model/money.ts';

const PLAIN = /^\d+(?:[.,]\d*)?$|^[.,]\d+$/;
/** Groups of three behind blanks or no-break blanks: forbidden by A47 A-1, met all the same, and not ambiguous. */
const GROUPED = /^\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:[.,]\d*)?$/;

/** '+000000069,40' is 6940, '' is 0; null when the text is no amount in cents. */
export function parseAmount(text: string, currency = 'EUR'): number | null {
  const trimmed = text.trim();
  if (trimmed === '') return 0;
  const sign = /^[+-]/.test(trimmed) ? trimmed[0] : trimmed.endsWith('-') ? '-' : '';
  const body = trimmed.replace(/^[+-]\s*|\s*-$/, '');
  if (!PLAIN.test(body) && !GROUPED.test(body)) return null;
  const digits = body.replaceAll(/[ \u00a0\u202f]/g, '').replace(',', '.');
  return parseMinor(`${sign}${digits.startsWith('.') ? '0' : ''}${digits}`, currency);
}

/** D, +1 and 1 are debit (1); C and -1 are credit (-1); null for anything else. */
export function parseSense(text: string): 1 | -1 | null {
  const sense = text.trim().toUpperCase();
  if (sense === 'D' || sense === '+1' || sense === '1' || sense === '+') return 1;
  if (sense === 'C' || sense === '-1' || sense === '-') return -1;
  return null;
}
