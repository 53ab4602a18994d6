// A working copy of the FEC files with letters: outside the letter columns of newly lettered lines no byte differs.
import { type Fault, fault, isFault } from '../../../../sync/fault/index.ts';
import { type Day, laterOf } from '../../../../sync/model/day.ts';
import type { LedgerLineId } from '../../../../sync/model/ledger.ts';
import { balanceOf, type Item, pairOf } from '../book/item.ts';
import type { FecConfig } from '../config.ts';
import { type Ledger, readLedger } from '../ledger.ts';
import { type Patch, patched } from './patch.ts';
import { sequenceOf } from './sequence.ts';
import { type Sites, sitesOf } from './site.ts';

/** Lines of one account and auxiliary whose debits equal their credits; `day` is the earliest day that DateLet may state. */
export type LetterGroup = { itemIds: readonly LedgerLineId[]; day: Day };

/** One line of the list of letters. */
export type LetterRow = {
  file: string;
  line: number;
  item: Item;
  letter: string;
  letterDay: Day;
};

export type Lettered = {
  /** One copy for each file in force, also where nothing was lettered in it. */
  files: { name: string; bytes: Uint8Array }[];
  rows: LetterRow[];
  /** Groups that could not be lettered, and why; the others are. */
  skipped: { group: LetterGroup; fault: Fault }[];
};

/** The copies and their letters, or the faults that forbid to read the files. */
export function exportFec(config: FecConfig, groups: readonly LetterGroup[]): Lettered | Fault[] {
  const ledger = readLedger(config);
  if (Array.isArray(ledger)) return ledger;
  const plans = groups.map((group) => ({ group, items: itemsOf(group, ledger) }));
  const sites = sitesOfAll(ledger, plans);
  const writer = writerOf(ledger, sites);
  const rows: LetterRow[] = [];
  const skipped: Lettered['skipped'] = [];
  const taken = new Set<Item>();
  for (const { group, items } of plans.sort(byPlace)) {
    const written = isFault(items) ? items : writer.write(items, group.day, taken);
    if (isFault(written)) skipped.push({ group, fault: written });
    else rows.push(...written);
  }
  const files = ledger.books.map(({ file }, book) => ({
    name: copyName(file.name),
    bytes: patched(file.bytes, writer.patches[book]!),
  }));
  return { files, rows, skipped };
}

/** 'SIRENFEC20241231.txt' becomes 'SIRENFEC20241231-copie-de-travail.txt': the legal file comes from the accounting program. */
export function copyName(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? `${name}-copie-de-travail` : `${name.slice(0, dot)}-copie-de-travail${name.slice(dot)}`;
}

/** The group's items, or why no letter may join them. */
function itemsOf(group: LetterGroup, ledger: Ledger): Item[] | Fault {
  const items: Item[] = [];
  for (const id of new Set(group.itemIds)) {
    const item = ledger.items.get(id);
    if (!item) return fault('letter-line-unknown', { record: id });
    if (item.state === 'settled') return fault('letter-taken', placeOf(item, ledger), { letter: item.letter });
    items.push(item);
  }
  const balance = balanceOf(items);
  if (items.length < 2 || balance !== 0)
    return fault('letters-unbalanced', {}, { amount: { minor: balance, currency: 'EUR' } });
  return new Set(items.map((item) => pairOf(item.row))).size === 1 ? items : fault('letters-mixed');
}

function placeOf({ now }: Item, ledger: Ledger): { file: string; line: number } {
  return { file: ledger.books[now.book]!.file.name, line: now.row.line };
}

type Plan = { group: LetterGroup; items: Item[] | Fault };

/** In order of the files, so that the same groups get the same letters in whatever order they come. */
function byPlace(a: Plan, b: Plan): number {
  const [x, y] = [firstOf(a), firstOf(b)];
  return x.book - y.book || x.row.line - y.row.line;
}

function firstOf({ items }: Plan): { book: number; row: { line: number } } {
  if (isFault(items)) return { book: 0, row: { line: 0 } };
  return items.map(({ now }) => now).reduce((a, b) => ((a.book - b.book || a.row.line - b.row.line) <= 0 ? a : b));
}

function sitesOfAll(ledger: Ledger, plans: readonly Plan[]): Sites[] {
  const lines = ledger.books.map(() => new Set<number>());
  for (const { items } of plans) {
    if (!isFault(items)) for (const { now } of items) lines[now.book]!.add(now.row.line);
  }
  return ledger.books.map(({ file }, book) => sitesOf(file.bytes, file.header, lines[book]!));
}

type Writer = {
  patches: Patch[][];
  write(items: readonly Item[], day: Day, taken: Set<Item>): LetterRow[] | Fault;
};

function writerOf(ledger: Ledger, sites: readonly Sites[]): Writer {
  const sequence = sequenceOf(ledger.books);
  const lettered = ledger.books.some(({ file }) => file.letters.size > 0);
  // A program that letters without days does not expect any; where nothing is lettered yet, the law asks for both.
  const dated = !lettered || ledger.books.some(({ file }) => file.dated);
  const patches: Patch[][] = ledger.books.map(() => []);
  return {
    patches,
    write(items, day, taken) {
      const twice = items.find((item) => taken.has(item));
      if (twice) return fault('letter-taken', placeOf(twice, ledger), { letter: twice.letter });
      const letterDay = items.reduce((latest, { now }) => laterOf(latest, now.row.day), day);
      const letter = sequence.next(items[0]!.row.account);
      const planned = items.map((item) => patchesOf(item, letter, dated ? letterDay : null, ledger, sites));
      const refused = planned.find(isFault);
      if (refused) return refused;
      items.forEach((item, index) => {
        taken.add(item);
        const own = planned[index]!;
        if (!isFault(own)) patches[item.now.book]!.push(...own);
      });
      return items.map((item) => ({ ...placeOf(item, ledger), item, letter, letterDay }));
    },
  };
}

function patchesOf(
  item: Item,
  letter: string,
  day: Day | null,
  ledger: Ledger,
  sites: readonly Sites[],
): Patch[] | Fault {
  const { header } = ledger.books[item.now.book]!.file;
  const { of, letterWidth, letterDayWidth, right } = sites[item.now.book]!;
  if (header.at.letter === undefined) return fault('letter-column-missing', placeOf(item, ledger));
  const site = item.now.row.shifted ? undefined : of.get(item.now.row.line);
  if (!site || letter.length > (letterWidth ?? letter.length)) {
    return fault('letter-no-room', placeOf(item, ledger), { letter });
  }
  const width = letterWidth ?? letter.length;
  const text = right ? letter.padStart(width) : letter.padEnd(width);
  const patches: Patch[] = [{ ...site.letter, text: header.quoted ? `"${letter}"` : text }];
  if (day === null || site.letterDay === null) return patches;
  const dayText = day.replaceAll('-', '');
  if (dayText.length > (letterDayWidth ?? dayText.length))
    return fault('letter-no-room', placeOf(item, ledger), { letter });
  const padded = dayText.padEnd(letterDayWidth ?? dayText.length);
  return [...patches, { ...site.letterDay, text: header.quoted ? `"${dayText}"` : padded }];
}
