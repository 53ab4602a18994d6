// Letters that the fonts of a page do not hold: a square stands for each, and a note says so.
import type { Language, Sheet } from '../../sync/model/sheet.ts';

/** Scripts that the fonts hold. */
const SHOWN =
  /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Common}\p{Script=Inherited}]/u;
/** Signs of every script that the fonts do not hold all the same: East Asian marks, pictures. */
const NOT_SHOWN = /[\u3000-\u33ff\uff00-\uffef]|[\u{10000}-\u{10ffff}]/u;

/**
 * Words are laid out one by one from the left. Those that are read from the right are kept together, and turned as one: else their order
 * is that of the page, not of the reader.
 */
const BETWEEN_RIGHT_TO_LEFT =
  /(?<=[\p{Script=Hebrew}\p{Script=Arabic}][^\p{L}\p{N} ]*) (?=[^\p{L}\p{N} ]*[\p{Script=Hebrew}\p{Script=Arabic}])/gu;

const AFTER_RIGHT_TO_LEFT = /(?<=[\p{Script=Hebrew}\p{Script=Arabic}][^\p{L}\p{N} ]*) (?=\S)/gu;

// biome-ignore lint/suspicious/noControlCharactersInRegex: plain ASCII is the usual case, and free.
const PLAIN = /^[\x00-\u024f]*$/;

const isDrawn = (letter: string) => SHOWN.test(letter) && !NOT_SHOWN.test(letter);

/** A letter that the fonts do not hold would be drawn over its neighbours: a square of known width stands for it. */
export function shown(text: string): string {
  if (PLAIN.test(text)) return text;
  const isRightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}]/u.test(text);
  const drawn = [...text].map((letter) => (isDrawn(letter) ? letter : '\u25a1')).join('');
  // The blank behind such words is turned with them, to their left.
  return isRightToLeft ? drawn.replace(BETWEEN_RIGHT_TO_LEFT, '\u00a0').replace(AFTER_RIGHT_TO_LEFT, '  ') : drawn;
}

export function isHidden({ title, facts, rows }: Sheet): boolean {
  const texts = [title, ...facts, ...rows.flatMap((row) => row.cells.filter((cell) => typeof cell === 'string'))];
  return texts.some((text) => !PLAIN.test(text) && [...text].some((letter) => !isDrawn(letter)));
}

export const HIDDEN: Readonly<Record<Language, string>> = {
  fr: '\u25a1 : lettre que la police de cette page ne contient pas ; les exports CSV et XLSX l’ont.',
  en: '\u25a1: a letter that the font of this page does not hold; the exports as CSV and XLSX have it.',
};
