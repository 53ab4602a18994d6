// Reads .case files: small ledgers and payments in plain words, with what the engine must say of each payment.
import { readFileSync } from 'node:fs';
import { type Day, parseDay } from '../../../sync/model/day.ts';
import type { AccountRole, OpenItem } from '../../../sync/model/ledger.ts';
import type { HabitKind, Memory } from '../../../sync/model/memory.ts';
import { NO_MEMORY } from '../../../sync/model/memory.ts';
import { parseMinor } from '../../../sync/model/money.ts';
import type { Party } from '../../../sync/model/party.ts';
import type { BankLine } from '../../../sync/model/statement.ts';

export type Expectation = { text: string; line: number };

export type Case = {
  title: string;
  place: string;
  items: OpenItem[];
  parties: Party[];
  lines: BankLine[];
  memory: Memory;
  /** One a payment, in the order of the payments. */
  expected: Expectation[];
};

/**
 * A case is a title ("# …") and lines of: currency CODE · customer NAME [account IBAN]… [city PLACE] [parent NAME] [shared] [insolvent DAY]
 * · invoice|credit|settled|received NUMBER AMOUNT [CURRENCY] CUSTOMER with [on DAY] [due DAY] [ref TEXT] [order TEXT] [discount AMOUNT until DAY] [role ROLE] [left AMOUNT] [label "…"]
 * · payment AMOUNT [CURRENCY] with [on DAY] [from NAME] [account IBAN] [ref TEXT] [e2e TEXT] [told AMOUNT CURRENCY] [code TEXT] [entry TEXT] [reason CODE] [label "…"]
 * · agreement CUSTOMER (set-off) · habit KIND CUSTOMER TIMES RECEIPTS · rule … · => what must be said of the payment above. Names and texts of several words stand in quotes.
 */
export function readCases(file: string): Case[] {
  const cases: Case[] = [];
  let currency = 'EUR';
  readFileSync(file, 'utf8')
    .split('\n')
    .forEach((text, i) => {
      const place = `${file.split('/').slice(-1)}:${i + 1}`;
      const line = text.trim();
      if (line === '') return;
      if (line.startsWith('#')) {
        currency = 'EUR';
        cases.push({
          title: line.replace(/^#+\s*/, ''),
          place,
          items: [],
          parties: [],
          lines: [],
          memory: structuredClone(NO_MEMORY),
          expected: [],
        });
        return;
      }
      const one = cases.at(-1);
      if (!one) throw new Error(`${place}: a case begins with "# title"`);
      if (line.startsWith('=>')) {
        one.expected.push({ text: line.slice(2).trim(), line: i + 1 });
        return;
      }
      const words = line.match(/"[^"]*"|\S+/g)!.map((word) => word.replace(/^"|"$/g, ''));
      const verb = words.shift()!;
      if (verb === 'currency') currency = words[0]!;
      else if (verb === 'customer') one.parties.push(customer(words, one, place));
      else if (verb === 'payment') one.lines.push(payment(words, one, currency, place));
      else if (verb in REMEMBERED) one.memory = { ...one.memory, ...REMEMBERED[verb]!(words, one.memory) };
      else if (['invoice', 'credit', 'settled', 'received'].includes(verb))
        one.items.push(item(verb, words, one, currency, place));
      else throw new Error(`${place}: "${verb}" is no word of a case`);
    });
  return cases;
}

/** What a case says that the company remembers. */
const REMEMBERED: Record<string, (words: readonly string[], known: Memory) => Partial<Memory>> = {
  refused: (words, known) => ({
    refusals: [...known.refusals, { fingerprint: words[0]!, itemIds: words.slice(1) }],
  }),
  'not-of': (words, known) => ({
    refusals: [...known.refusals, { fingerprint: words[0]!, itemIds: [], wrongPartyId: words[1]! }],
  }),
  learned: (words, known) => ({
    aliases: [
      ...known.aliases,
      {
        kind: words[0] === 'account' ? 'account' : 'name',
        text: words[1]!,
        partyId: words[2]!,
        confirmed: Number(words[3] ?? 1),
        undone: Number(words[4] ?? 0),
      },
    ],
  }),
  agreement: (words, known) => ({
    offsetAgreements: [...known.offsetAgreements, { partyId: words[0]!, since: (words[1] ?? '2000-01-01') as Day }],
  }),
  habit: (words, known) => ({
    habits: [
      ...known.habits,
      { kind: words[0] as HabitKind, partyId: words[1]!, times: Number(words[2]), receipts: Number(words[3]) },
    ],
  }),
};

type Options = Record<string, string[]>;

/** Splits "A B on X from Y Z" into the leading words and the options by their keyword. */
function options(words: readonly string[], keys: Record<string, number>): { head: string[]; of: Options } {
  const head: string[] = [];
  const of: Options = {};
  for (let i = 0; i < words.length; ) {
    const key = words[i]!;
    const count = keys[key];
    if (count === undefined) {
      head.push(key);
      i += 1;
    } else {
      of[key] = [...(of[key] ?? []), ...words.slice(i + 1, i + 1 + count)];
      i += 1 + count;
    }
  }
  return { head, of };
}

function customer(words: readonly string[], one: Case, place: string): Party {
  const { head, of } = options(words, { account: 1, city: 1, parent: 1, shared: 0, insolvent: 1 });
  const name = head[0] ?? fail(place, 'a customer has a name');
  const since = of['insolvent']?.[0];
  if (since) one.memory = { ...one.memory, insolvent: { ...one.memory.insolvent, [name]: day(since, place) } };
  return {
    id: name,
    name,
    city: of['city']?.[0] ?? null,
    country: 'FR',
    ibans: of['account'] ?? [],
    parentId: of['parent']?.[0] ?? null,
    shared: of['shared'] !== undefined,
  };
}

function item(verb: string, words: readonly string[], one: Case, currency: string, place: string): OpenItem {
  const { head, of } = options(words, {
    on: 1,
    due: 1,
    ref: 1,
    order: 1,
    discount: 1,
    until: 1,
    role: 1,
    left: 1,
    lettered: 1,
    label: 1,
  });
  const [number, amount, ...rest] = head;
  const foreign = /^[A-Z]{3}$/.test(rest[0] ?? '') ? rest.shift()! : currency;
  const name = rest[0] ?? fail(place, 'an invoice belongs to a customer');
  if (!one.parties.some((party) => party.id === name))
    one.parties.push({ id: name, name, city: null, country: 'FR', ibans: [], parentId: null, shared: false });
  const size = minor(amount, foreign, place);
  const amountMinor = verb === 'credit' || verb === 'received' ? -Math.abs(size) : size;
  const residualMinor = verb === 'settled' ? 0 : of['left'] ? minor(of['left'][0], foreign, place) : amountMinor;
  const issued = day(of['on']?.[0] ?? '2026-01-15', place);
  const off = of['discount']?.[0];
  return {
    // Two lines of one document are told apart by their due day.
    id: one.items.some((other) => other.id === number) ? `${number}@${of['due']?.[0]}` : number!,
    account: '411000',
    role: (of['role']?.[0] ?? 'receivable') as AccountRole,
    partyId: name,
    journal: 'VE',
    entry: number!,
    document: number!,
    label: of['label']?.[0] ?? '',
    day: issued,
    documentDay: issued,
    dueDay: of['due'] ? day(of['due'][0]!, place) : null,
    dueComputed: false,
    amountMinor,
    currency: foreign,
    foreign: null,
    kind: verb === 'received' ? 'payment' : amountMinor < 0 ? 'credit-note' : 'invoice',
    letter: null,
    paymentReference: of['ref']?.[0] ?? null,
    clientReference: of['order']?.[0] ?? null,
    discount: off
      ? {
          percentBp: 0,
          until: day(of['until']?.[0] ?? '', place),
          discountedMinor: amountMinor - minor(off, foreign, place),
        }
      : null,
    residualMinor,
  };
}

function payment(words: readonly string[], one: Case, currency: string, place: string): BankLine {
  const { head, of } = options(words, {
    on: 1,
    from: 1,
    account: 1,
    ref: 1,
    e2e: 1,
    told: 2,
    code: 1,
    entry: 1,
    label: 1,
    id: 1,
    to: 1,
    reason: 1,
    ultimate: 1,
  });
  const [amount, own] = head;
  const held = own ?? currency;
  const told = of['told'];
  const number = one.lines.length + 1;
  const booked = day(of['on']?.[0] ?? '2026-02-10', place);
  return {
    id: of['id']?.[0] ?? `payment-${number}`,
    account: of['to']?.[0] ?? 'FR7630004000031234567890143',
    entryRef: of['entry']?.[0] ?? `entry-${number}`,
    bookingDay: booked,
    valueDay: booked,
    amountMinor: minor(amount, held, place),
    currency: held,
    counterparty: of['from']?.[0] ?? null,
    counterpartyAccount: of['account']?.[0] ?? null,
    ultimateParty: of['ultimate']?.[0] ?? null,
    endToEndId: of['e2e']?.[0] ?? null,
    mandateId: null,
    label: of['label']?.[0] ?? '',
    references: of['ref'] ?? [],
    bankCode: of['code']?.[0] ?? 'PMNT-RCDT-ESCT',
    instructed: told ? { amountMinor: minor(told[0], told[1]!, place), currency: told[1]! } : null,
    returnReason: of['reason']?.[0] ?? null,
  };
}

function minor(text: string | undefined, currency: string, place: string): number {
  return parseMinor(text ?? '', currency) ?? fail(place, `"${text}" is no amount in ${currency}`);
}

function day(text: string, place: string): Day {
  return parseDay(text) ?? fail(place, `"${text}" is no day`);
}

function fail(place: string, what: string): never {
  throw new Error(`${place}: ${what}`);
}
