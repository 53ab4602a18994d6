// What a FEC's file name says: its SIREN (SIRENFECAAAAMMJJ). Names are often wrong, so nothing else rests on them.

/** Nine digits, or the fourteen of a SIRET, just before FEC; a copy's prefix or suffix does not matter. */
const NAMED = /(?<!\d)(\d{9})(?:\d{5})?[ _-]?FEC/i;

/** '999013006FEC20241231 (1).txt' is of 999013006; null when the name does not tell. */
export function sirenOfName(name: string): string | null {
  return NAMED.exec(name)?.[1] ?? null;
}
