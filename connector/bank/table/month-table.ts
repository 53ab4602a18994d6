// The names of months in French, English and German, whole or cut off, as tables write them.

const MONTHS = [
  'janvier january januar jänner janv jan',
  'février february februar févr fév feb',
  'mars march märz mär mar mrz',
  'avril april avr apr',
  'mai may',
  'juin june juni jun',
  'juillet july juli juil jul',
  'août august aou aug',
  'septembre september sept sep',
  'octobre october oktober oct okt',
  'novembre november nov',
  'décembre december dezember déc dec dez',
];

const BY_NAME = new Map(MONTHS.flatMap((names, i) => names.split(' ').map((name) => [folded(name), i + 1] as const)));

/** 1 to 12; null for a word that names no month. */
export function monthOf(name: string): number | null {
  return BY_NAME.get(folded(name)) ?? null;
}

function folded(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
