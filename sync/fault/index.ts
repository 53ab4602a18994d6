// The closed list of what can go wrong outside: a value with its place, words for a bookkeeper, and whether a retry helps.
import type { Money } from '../model/money.ts';
import { amountText } from './amount.ts';
import { bankWords } from './bank.ts';
import { hardBlanks } from './blank.ts';
import { momentText } from './day.ts';
import { deskWords } from './desk.ts';
import { erpWords } from './erp.ts';
import { ledgerWords } from './ledger.ts';
import { sessionWords } from './session.ts';
import { storeWords } from './store.ts';
import { trustWords } from './trust.ts';

export type Language = 'fr' | 'en';

/** Values that the words name: amounts and days (written the reader's way), counts, names; `text` is what stands in a file, as it is. */
export type Params = Record<string, string | number | Money>;

/** Both languages of one fault. A sentence says what happened, what was or was not done, and one next action. */
export type Words = Record<Language, (p: Record<string, string | number>) => string>;

const WORDS = {
  ...bankWords,
  ...ledgerWords,
  ...erpWords,
  ...storeWords,
  ...deskWords,
  ...sessionWords,
  ...trustWords,
} satisfies Record<string, Words>;

export type FaultCode = keyof typeof WORDS;

/** Where it happened; every part that is known. Lines and columns count from 1. */
export type Place = { file?: string; line?: number; column?: number; path?: string; record?: string };

export type Fault = {
  readonly code: FaultCode;
  readonly place: Place;
  readonly params: Params;
  /** True when the same call may succeed later without anyone changing anything. */
  readonly retry: boolean;
};

const RETRY: ReadonlySet<FaultCode> = new Set<FaultCode>([
  'erp-unreachable',
  'erp-busy',
  'store-unreachable',
  'store-busy',
]);

export function fault(code: FaultCode, place: Place = {}, params: Params = {}): Fault {
  return { code, place, params, retry: RETRY.has(code) };
}

/** The fault in words, with its place. */
export function says(it: Fault, language: Language): string {
  const sentence = WORDS[it.code][language](written(it.params, language));
  return language === 'fr' ? hardBlanks(sentence) : sentence;
}

function written(params: Params, language: Language): Record<string, string | number> {
  const word = (name: string, it: Params[string]) => {
    if (typeof it === 'object') return amountText(it, language);
    return typeof it === 'string' && name !== 'text' ? momentText(it, language) : it;
  };
  return Object.fromEntries(Object.entries(params).map(([name, it]) => [name, word(name, it)]));
}

/** The place as one line: 'releve.xml, line 412, column 17, Stmt[1]/Ntry[3]'. */
export function placeText(place: Place, language: Language = 'en'): string {
  const line = language === 'fr' ? 'ligne' : 'line';
  const column = language === 'fr' ? 'colonne' : 'column';
  return [
    place.file,
    place.line === undefined ? undefined : `${line} ${place.line}`,
    place.column === undefined ? undefined : `${column} ${place.column}`,
    place.path,
    place.record,
  ]
    .filter((part) => part !== undefined)
    .join(', ');
}

export function isFault(value: unknown): value is Fault {
  return typeof value === 'object' && value !== null && 'code' in value && 'place' in value && 'retry' in value;
}

/** Every code, for the test that checks the documentation and the HTTP status of each. */
export const FAULT_CODES = Object.keys(WORDS) as FaultCode[];
