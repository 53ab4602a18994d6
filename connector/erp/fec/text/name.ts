// What a FEC's file name says: SIREN and closing day (SIRENFECAAAAMMJJ). Names are often wrong, so nothing else rests on them.
import { type Day, parseCompactDay } from '../../../../sync/model/day.ts';

/** Nine digits, or the fourteen of a SIRET, just before FEC; a copy's prefix or suffix does not matter. */
const NAMED = /(?<!\d)(\d{9})(?:\d{5})?[ _-]?FEC[ _-]?(\d{8})?/i;

/** '999013006FEC20241231 (1).txt' is of 999013006; null when the name does not tell. */
export function sirenOfName(name: string): string | null {
  return NAMED.exec(name)?.[1] ?? null;
}

/** The closing day that the name states; null when it states none. */
export function closingOfName(name: string): Day | null {
  return parseCompactDay(NAMED.exec(name)?.[2] ?? '');
}
