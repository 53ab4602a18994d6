// Whether a rule of the company holds for a bank line: by account, amount, and plain words with a star; nothing is ever compiled.
import type { CompanyRule } from '../model/memory.ts';
import type { BankLine } from '../model/statement.ts';
import { plain, squash } from './squash.ts';

/** True when every condition that the rule gives holds for the line; a rule without conditions holds for none. */
export function ruleHolds(when: CompanyRule['when'], line: BankLine): boolean {
  if (Object.values(when).every((condition) => condition === undefined)) return false;
  if (when.account !== undefined && squash(when.account) !== squash(line.account)) return false;
  if (
    when.counterpartyAccount !== undefined &&
    squash(when.counterpartyAccount) !== squash(line.counterpartyAccount ?? '')
  )
    return false;
  if (when.amountMinorFrom !== undefined && line.amountMinor < when.amountMinorFrom) return false;
  if (when.amountMinorTo !== undefined && line.amountMinor > when.amountMinorTo) return false;
  return when.label === undefined || labelHolds(when.label, `${line.counterparty ?? ''} ${line.label}`);
}

/**
 * True when the pattern's words follow each other somewhere in the text, accents, case and punctuation aside. A star within a
 * word stands for any letters or digits, one by itself for any words: 'EDF*' is not in 'PEDFORD', 'LOYER' not in 'EMPLOYER'.
 * Takes time in proportion to pattern × text at most. A pattern without a word holds for nothing.
 */
export function labelHolds(pattern: string, text: string): boolean {
  const runs = runsOf(pattern);
  if (runs.length === 0) return false;
  const words = wordsOf(text);
  let from = 0;
  for (const run of runs) {
    // The first place that fits leaves the most room for what follows.
    const at = placeOf(run, words, from);
    if (at < 0) return false;
    from = at + run.length;
  }
  return true;
}

/** Letters and digits that a pattern spells out: with fewer than three it would hold for half of all lines. */
export function spelled(pattern: string): number {
  return runsOf(pattern).flat().join('').replaceAll('*', '').length;
}

/** Words that follow each other, between stars that stand alone. */
function runsOf(pattern: string): string[][] {
  const runs: string[][] = [[]];
  for (const word of plain(pattern).split(/[^A-Z0-9*]+/)) {
    if (word === '') continue;
    if (/^\*+$/.test(word)) runs.push([]);
    else runs.at(-1)!.push(word);
  }
  return runs.filter((run) => run.length > 0);
}

function wordsOf(text: string): string[] {
  return plain(text)
    .split(/[^A-Z0-9]+/)
    .filter((word) => word !== '');
}

function placeOf(run: readonly string[], words: readonly string[], from: number): number {
  for (let at = from; at + run.length <= words.length; at += 1) {
    if (run.every((part, i) => wordHolds(part, words[at + i]!))) return at;
  }
  return -1;
}

/** One word against one with stars: the first and last pieces are fixed, each piece between takes its first place. */
function wordHolds(part: string, word: string): boolean {
  if (!part.includes('*')) return part === word;
  const pieces = part.split('*');
  const [first = '', last = ''] = [pieces[0], pieces.at(-1)];
  if (word.length < first.length + last.length || !word.startsWith(first) || !word.endsWith(last)) return false;
  const until = word.length - last.length;
  let from = first.length;
  for (const piece of pieces.slice(1, -1)) {
    const at = word.indexOf(piece, from);
    if (at < 0 || at + piece.length > until) return false;
    from = at + piece.length;
  }
  return true;
}
