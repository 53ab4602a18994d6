// The :86: field in plain facts: structured by subfields, by code words, or free text.
import { isValidIBAN } from 'ibantools';
import type { Amount, Transaction } from '../../../sync/model/statement.ts';
import { amountOf } from './entry.ts';
import { LABELS, type Meaning, PLUS_WORDS, SLASH_WORDS } from './key-table.ts';
import { subfieldsOf } from './subfield.ts';

export type Narrative = Pick<
  Transaction,
  | 'counterparty'
  | 'counterpartyAccount'
  | 'endToEndId'
  | 'mandateId'
  | 'remittance'
  | 'note'
  | 'references'
  | 'returnReason'
> & {
  /** The three digits before the subfields: what kind of transaction it is, by the list of German banks. */
  digits: string | null;
  /** Why a payment came back, where it did (subfield 34). */
  germanReason: string | null;
  /** The amount that was asked for, without its currency. */
  original: Amount['amount'] | null;
  ultimateDebtor: string | null;
  ultimateCreditor: string | null;
};

/** Lines of :86: stop at 65 characters; a full one goes on in the next without a blank. */
const LINE_UNITS = 65;

/** A line this long was full before some program cut the blanks at its end. */
const NEARLY_FULL_UNITS = 62;

const PLUS = new RegExp(`(?:^|\\s)(${Object.keys(PLUS_WORDS).join('|')})\\+`, 'g');
const SLASH = new RegExp(`/(${Object.keys(SLASH_WORDS).join('|')})(?=/)`, 'g');

/** Reads the lines of :86:. A fact that is not there is null; text that means nothing special is remittance. */
export function narrativeOf(lines: readonly string[]): Narrative {
  const facts = empty();
  const structured = subfieldsOf(joined(lines, NEARLY_FULL_UNITS));
  if (structured) {
    facts.digits = structured.digits;
    facts.counterparty = structured.name;
    facts.counterpartyAccount = structured.account;
    facts.germanReason = structured.reason;
    facts.note.push(...structured.notes);
    addParts(facts, structured.text, PLUS, PLUS_WORDS);
    return facts;
  }
  const text = joined(lines, 0);
  if (text.search(SLASH) >= 0) addParts(facts, text, SLASH, SLASH_WORDS);
  else if (text.search(PLUS) >= 0) addParts(facts, text, PLUS, PLUS_WORDS);
  else addFree(facts, text, lines);
  return facts;
}

/** Free text is remittance as it stands; a labelled name or account, or an IBAN at its start, is taken out of it. */
function addFree(facts: Narrative, text: string, lines: readonly string[]): void {
  const unlabelled = text.replace(/^999(?=\D)/, '');
  add(facts, 'remittance', '', unlabelled);
  const start = /^[A-Z]{2}\d{2}[A-Z0-9]{10,30}/.exec(text)?.[0] ?? '';
  if (isValidIBAN(start)) facts.counterpartyAccount = start;
  const raw = lines.join('\n');
  for (const { label, meaning } of LABELS) {
    const found = label.exec(raw);
    const value = found && (raw.slice(found.index + found[0].length).split(/ {2}|[\n/]/)[0] ?? '').trim();
    if (value && !(meaning === 'account' && !isValidIBAN(value.replace(/ /g, '')))) add(facts, meaning, '', value);
  }
}

/**
 * The text before the first word, and the value of each word up to the next one. A party's word may stand alone before
 * NAME: '/ULTD//NAME/…' is the name of the ultimate debtor.
 */
function addParts(facts: Narrative, text: string, words: RegExp, meanings: Readonly<Record<string, Meaning>>): void {
  const found = [...text.matchAll(words)];
  add(facts, 'remittance', '', text.slice(0, found[0]?.index ?? text.length));
  let party: Meaning | null = null;
  for (const [i, match] of found.entries()) {
    const word = match[1]!;
    const value = text.slice(match.index + match[0].length, found[i + 1]?.index ?? text.length);
    const meaning: Meaning = word === 'NAME' && party ? party : meanings[word]!;
    add(facts, meaning, word, value);
    party = /^[\s/]*$/.test(value) ? meaning : null;
  }
}

/** Meanings whose value ends where its subfield ends; what a bank puts behind it is text. */
const IN_ONE_LINE: ReadonlySet<Meaning> = new Set(['end-to-end', 'mandate', 'account', 'original']);

function add(facts: Narrative, meaning: Meaning, word: string, raw: string): void {
  const end = IN_ONE_LINE.has(meaning) ? raw.indexOf('\n') : -1;
  if (end >= 0) add(facts, 'remittance', '', raw.slice(end));
  const value = unslashed(oneLine(end < 0 ? raw : raw.slice(0, end)));
  if (value === '' || meaning === 'drop') return;
  if (meaning === 'note') facts.note.push(`${word} ${value}`);
  else if (meaning === 'remittance') addRemittance(facts, value);
  else if (meaning === 'counterparty') addParty(facts, value);
  else if (meaning === 'ultimate-debtor') facts.ultimateDebtor ??= value;
  else if (meaning === 'ultimate-creditor') facts.ultimateCreditor ??= value;
  else if (meaning === 'account') addAccount(facts, value);
  else if (meaning === 'return-reason') facts.returnReason ??= value;
  else if (meaning === 'original') facts.original ??= amountOf(value);
  else if (/^(NOT ?(PROVIDED|AVAILABLE|AVAIL)|NONREF)$/i.test(value)) return;
  else if (meaning === 'end-to-end') facts.endToEndId ??= value;
  else facts.mandateId ??= value;
}

/** A name alone, or lines that each begin with a slash: account, name, and what the payment is for. */
const STACKED = /^([A-Z]{0,2}\d[A-Z0-9]{7,32}) \/([^/]+)(?:\/(.*))?$/;

function addParty(facts: Narrative, value: string): void {
  const [, account, name, purpose] = STACKED.exec(value) ?? [];
  facts.counterparty ??= name?.trim() ?? value;
  if (account !== undefined) facts.counterpartyAccount ??= account;
  if (purpose !== undefined) facts.remittance.push(purpose.trim());
}

/** 'USTD//text' is text, 'STRD/CUR/reference' a structured reference; without either it is text too. */
function addRemittance(facts: Narrative, value: string): void {
  const structured = /^STRD\/+(?:[A-Z]{3}\/+)?(.+)$/.exec(value)?.[1];
  if (structured !== undefined) facts.references.push(structured.trim());
  else facts.remittance.push(value.replace(/^USTD\/+/, ''));
}

/** An account alone, or 'account/BIC/name/town' after CNTP. */
function addAccount(facts: Narrative, value: string): void {
  const [account = '', , name = ''] = value.split('/').map((it) => it.trim());
  facts.counterpartyAccount ??= account.replace(/ /g, '') || null;
  facts.counterparty ??= name || null;
}

/**
 * A full line goes on without a blank, because banks cut words and numbers at its end. A line from `blankFrom` characters
 * that is not full had one; a shorter one is followed by none.
 */
function joined(lines: readonly string[], blankFrom: number): string {
  return lines.map((line) => (line.length < LINE_UNITS && line.length >= blankFrom ? `${line} ` : line)).join('');
}

/** Without the slashes around it. No expression: a run of them would be walked again and again. */
function unslashed(text: string): string {
  let start = 0;
  let end = text.length;
  while (text[start] === '/') start += 1;
  while (end > start && text[end - 1] === '/') end -= 1;
  return text.slice(start, end).trim();
}

function oneLine(text: string): string {
  return (text.match(/[^\s\p{Cc}]+/gu) ?? []).join(' ');
}

function empty(): Narrative {
  return {
    digits: null,
    germanReason: null,
    original: null,
    counterparty: null,
    counterpartyAccount: null,
    ultimateDebtor: null,
    ultimateCreditor: null,
    endToEndId: null,
    mandateId: null,
    remittance: [],
    note: [],
    references: [],
    returnReason: null,
  };
}
