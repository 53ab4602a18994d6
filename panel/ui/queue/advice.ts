// A remittance advice as text: which open items it names, for how much, and which of its lines name none. Pure.
import type { ItemRow } from '../../../sync/port/view.ts';
import { readAmount } from '../money.ts';

export type AdviceLine = { text: string; minor: number | null };
export type Advice = { takes: { item: ItemRow; minor: number }[]; unknown: AdviceLine[] };

/** Digits that a document's number must share when the advice names it without its prefix. */
const TAIL_DIGITS_MIN = 4;

/**
 * Reads an advice line by line. A line pays the item whose document it names: whole, without punctuation, or by its last digits
 * where only one of the payer's open items ends so; of the items `elsewhere`, which are other customers', only whole. Its amount is the one that equals what is due, else the last on the line, else what is due.
 * Lines with an amount and no item are returned as unknown; a total (a line whose amount is the sum of the others) is neither.
 */
export function readAdvice(
  text: string,
  items: readonly ItemRow[],
  currency: string,
  elsewhere: readonly ItemRow[] = [],
): Advice {
  const takes = new Map<string, { item: ItemRow; minor: number }>();
  const unknown: AdviceLine[] = [];
  for (const line of text.split(/\r?\n/)) {
    const words = wordsOf(line);
    const item = itemNamed(words, items) ?? itemWhole(words, elsewhere);
    const amounts = amountsIn(words, item, currency);
    if (item) {
      const minor = amountFor(item, amounts);
      const before = takes.get(item.itemId)?.minor ?? 0;
      takes.set(item.itemId, { item, minor: clamp(before + minor, item.residualMinor) });
    } else if (amounts.length > 0) {
      unknown.push({ text: line.trim().replace(/\s+/g, ' '), minor: amounts.at(-1) ?? null });
    }
  }
  const taken = [...takes.values()];
  const total = taken.reduce((sum, it) => sum + it.minor, 0);
  return { takes: taken, unknown: unknown.filter((it) => it.minor === null || Math.abs(it.minor) !== Math.abs(total)) };
}

/** What may name a document in a text, most telling first: to look for the customer when nobody knows who paid. */
export function numbersIn(text: string): string[] {
  const found = text
    .split(/\r?\n/)
    .flatMap((line) =>
      wordsOf(line).filter((word) => /\d{4}/.test(word) && !isDay(word) && !/[.,]\d{1,3}$/.test(word)),
    );
  return [...new Set(found)].sort((a, b) => b.length - a.length);
}

/** Cells and words; blanks between groups of three digits keep an amount together, unless what stands before is no such group. */
function wordsOf(line: string): string[] {
  const joined = line.replace(/(?<![\d/])\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)/g, (amount) =>
    amount.replace(/\D/g, ''),
  );
  return joined.split(/[\s;|\u00a0\u202f"']+/).filter((word) => word !== '');
}

function itemNamed(words: readonly string[], items: readonly ItemRow[]): ItemRow | null {
  const whole = itemWhole(words, items);
  if (whole) return whole;
  for (const word of words) {
    if (!/^\d+$/.test(word) || word.length < TAIL_DIGITS_MIN || isDay(word)) continue;
    const ending = items.filter((item) => item.document !== null && digitsOf(item.document).endsWith(word));
    if (ending.length === 1) return ending[0] ?? null;
  }
  return null;
}

function itemWhole(words: readonly string[], items: readonly ItemRow[]): ItemRow | null {
  for (const word of words) {
    if (bare(word).length < TAIL_DIGITS_MIN || isDay(word)) continue;
    const whole = items.find((item) => isNamed(item, word));
    if (whole) return whole;
  }
  return null;
}

/** Is this the item's document, whole, but for punctuation? */
export function isNamed({ document }: ItemRow, word: string): boolean {
  return document !== null && bare(document) === bare(word);
}

function amountsIn(words: readonly string[], item: ItemRow | null, currency: string): number[] {
  const name = item?.document ? bare(item.document) : null;
  return words.flatMap((word) => {
    if (isDay(word) || bare(word) === name) return [];
    const minor = readAmount(word.replace(/[€$£]|EUR$/g, ''), currency);
    const looksLikeMoney = /[.,]\d{1,3}(?:€|EUR)?$|€/.test(word);
    return minor === null || !looksLikeMoney ? [] : [minor];
  });
}

/** On the item's own side: an advice writes credit notes with or without a minus. */
function amountFor(item: ItemRow, amounts: readonly number[]): number {
  const due = Math.abs(item.residualMinor);
  const size = amounts.some((minor) => Math.abs(minor) === due) ? due : Math.abs(amounts.at(-1) ?? item.residualMinor);
  return item.residualMinor < 0 ? -size : size;
}

function clamp(minor: number, residualMinor: number): number {
  return Math.abs(minor) > Math.abs(residualMinor) ? residualMinor : minor;
}

function isDay(word: string): boolean {
  return /^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}$|^\d{4}-\d{2}-\d{2}$/.test(word);
}

function bare(text: string): string {
  return text.toUpperCase().replace(/[^A-Z0-9]/g, '');
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}
