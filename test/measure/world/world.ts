// A made-up ledger with bank lines and the truth about each: what scenarios write on.
import { addDays, type Day } from '../../../sync/model/day.ts';
import type { OpenItem } from '../../../sync/model/ledger.ts';
import type { BankLine } from '../../../sync/model/statement.ts';
import { type Chance, chance } from './chance.ts';
import { LANGUAGES, type Words } from './language.ts';
import { NUMBERINGS, type Numbering, UNSEEN_NUMBERINGS } from './numbering.ts';
import { type Firm, firms, iban, shownName } from './people.ts';

/** auto: the data settles it. suggest: a guess exists, a person should look. abstain: settling it alone is unsafe even if lucky. */
export type Expected = 'auto' | 'suggest' | 'abstain';

export type Truth = {
  lineId: string;
  scenario: string;
  kind: 'allocate' | 'reverse' | 'none';
  /** Item to fall of its residual. */
  allocations: ReadonlyMap<string, number>;
  expected: Expected;
  /** Lines of one group are interchangeable. */
  group: string | null;
  reverses: string | null;
};

export type LineFacts = Partial<BankLine> & { payer?: Firm | null; label?: string; amountMinor: number };

export type Sizes = {
  parties: number;
  background: number;
  currency: string;
  /** Numbers as in no world that counts were taken from. */
  unseen?: boolean | undefined;
};

/** What a world has of its own: each may be left out of the training, to see how the counts do without. */
export type Traits = { numbering: string; language: string; layout: Layout };

/** How the bank delivers a label: as written, in lines of 35, behind the marks of a telegram, or with the payer in it and nowhere else. */
export type Layout = (typeof LAYOUTS)[number];
export const LAYOUTS = ['as written', 'lines of 35', 'marked', 'payer in the label'] as const;

/** The language of a company's payers: French for three companies in eight. */
const SPOKEN = [0, 1, 0, 2, 3, 0, 4, 5];

export function traitsOf(seed: number): Traits {
  const round = Math.floor(seed / NUMBERINGS.length);
  return {
    numbering: NUMBERINGS[seed % NUMBERINGS.length]!.name,
    language: LANGUAGES[SPOKEN[round % SPOKEN.length]!]!.name,
    layout: LAYOUTS[(seed + round) % LAYOUTS.length]!,
  };
}

export const OWN_ACCOUNT = 'FR7630004000031234567890143';
const START: Day = '2026-01-02';

export class World {
  readonly by: Chance;
  readonly numbering: Numbering;
  readonly traits: Traits;
  readonly parties: Firm[];
  readonly items: OpenItem[] = [];
  readonly lines: BankLine[] = [];
  readonly truths: Truth[] = [];
  readonly currency: string;
  /** This company invoices subscriptions after the month that they are for. */
  readonly arrears: boolean;
  readonly #later: (() => void)[] = [];
  #counter = 0;
  #lineCounter = 0;

  constructor(seed: number, sizes: Sizes) {
    this.by = chance(seed);
    const styles = sizes.unseen ? UNSEEN_NUMBERINGS : NUMBERINGS;
    this.numbering = styles[seed % styles.length]!;
    this.traits = traitsOf(seed);
    this.currency = sizes.currency;
    this.arrears = seed % 5 === 0;
    this.parties = firms(sizes.parties, this.by);
    for (let i = 0; i < sizes.background; i += 1) this.item(this.busyParty());
  }

  /** The words of one label: three payers in four speak the language of their country. */
  words(): Words {
    const own = LANGUAGES.find((words) => words.name === this.traits.language)!;
    return this.by.yes(0.75) ? own : this.by.pick(LANGUAGES);
  }

  party(): Firm {
    return this.by.pick(this.parties);
  }

  /** A few customers have most of the items. */
  busyParty(): Firm {
    const place = Math.floor(this.parties.length * this.by.next() ** 2.2);
    return this.parties[Math.min(place, this.parties.length - 1)]!;
  }

  /** An amount with cents, a round one, or a price point that many customers share. */
  amount(): number {
    const { by } = this;
    if (by.yes(0.25)) return by.pick([4_900, 9_900, 12_000, 24_000, 36_000, 60_000, 120_000, 150_000]);
    if (by.yes(0.2)) return by.whole(3, 400) * 1_000;
    return by.whole(2_000, 900_000);
  }

  item(party: Firm | null, facts: Partial<OpenItem> = {}): OpenItem {
    const { by } = this;
    this.#counter += 1;
    // One in ten is dated after some of the payments.
    const day = facts.day ?? addDays(START, by.yes(0.1) ? by.whole(150, 175) : by.whole(0, 150));
    const amountMinor = facts.amountMinor ?? this.amount();
    const year = Number(day.slice(0, 4));
    const document =
      amountMinor < 0
        ? this.numbering.credit(this.#counter, year)
        : this.numbering.invoice(this.#counter, year, Number(day.slice(5, 7)));
    const item: OpenItem = {
      id: `I${by.digits(7)}${this.#counter}`,
      account: '411000',
      role: 'receivable',
      partyId: party?.id ?? null,
      journal: 'VE',
      entry: String(this.#counter),
      document,
      label: '',
      day,
      documentDay: day,
      dueDay: addDays(day, by.pick([0, 30, 45, 60])),
      dueComputed: false,
      amountMinor,
      currency: this.currency,
      foreign: null,
      kind: amountMinor < 0 ? 'credit-note' : 'invoice',
      letter: null,
      paymentReference: null,
      clientReference: by.yes(0.3) ? `45${by.digits(8)}` : null,
      discount: null,
      residualMinor: amountMinor,
      ...facts,
    };
    this.items.push(item);
    return item;
  }

  /** A settled item. */
  paidItem(party: Firm | null, facts: Partial<OpenItem> = {}): OpenItem {
    return this.item(party, { ...facts, residualMinor: 0 });
  }

  /** The bank line as the feed gives it: one in four without account, its name and label cut. */
  line(facts: LineFacts): BankLine {
    const { by } = this;
    this.#lineCounter += 1;
    const poor = by.yes(0.25);
    const { payer, label = '', ...rest } = facts;
    const name = payer ? shownName(payer, by) : null;
    const day = addDays('2026-06-01', by.whole(0, 28));
    const line: BankLine = {
      id: `L${by.digits(6)}${this.#lineCounter}`,
      account: OWN_ACCOUNT,
      entryRef: `E${by.digits(12)}`,
      bookingDay: facts.valueDay ?? day,
      valueDay: facts.valueDay ?? day,
      amountMinor: facts.amountMinor,
      currency: this.currency,
      counterparty: name === null ? null : poor ? name.slice(0, 32) : name,
      counterpartyAccount: payer && !poor ? payer.paysFrom : null,
      ultimateParty: null,
      endToEndId: by.yes(0.4) ? 'NOTPROVIDED' : by.yes(0.5) ? `E2E${by.digits(9)}` : null,
      mandateId: null,
      label: this.#layOut(label.slice(0, 140)),
      references: [],
      bankCode: 'PMNT-RCDT-ESCT',
      instructed: null,
      returnReason: null,
    };
    // All lines have one shape, as those of a store have.
    Object.assign(line, rest);
    if (this.traits.layout === 'payer in the label' && line.amountMinor > 0) this.#putPayerInLabel(line);
    this.lines.push(line);
    return line;
  }

  /** As tables, OFX and many telegrams have it: no field for the payer, and no account. */
  #putPayerInLabel(line: BankLine): void {
    const opening = this.by.pick(['VIR', 'VIR SEPA', 'VIR SEPA RECU DE', 'VIREMENT', 'VIR INST DE']);
    line.label = [opening, line.counterparty, line.label].filter(Boolean).join(' ').slice(0, 140);
    line.counterparty = null;
    line.counterpartyAccount = null;
  }

  #layOut(label: string): string {
    if (this.traits.layout === 'lines of 35' && label.length > 35)
      return (label.match(/.{1,35}/g) ?? []).map((part) => part.trim()).join(' ');
    return this.traits.layout === 'marked' && this.by.yes(0.5) ? `/REMI/${label}` : label;
  }

  truth(
    line: BankLine,
    scenario: string,
    expected: Expected,
    pays: readonly (readonly [OpenItem, number])[],
    facts: Partial<Truth> = {},
  ): void {
    this.truths.push({
      lineId: line.id,
      scenario,
      kind: pays.length > 0 ? 'allocate' : 'none',
      allocations: new Map(pays.map(([item, amount]) => [item.id, amount])),
      expected,
      group: null,
      reverses: null,
      ...facts,
    });
  }

  /** What depends on the whole ledger is settled when the world is complete. */
  later(work: () => void): void {
    this.#later.push(work);
  }

  finish(): this {
    for (const work of this.#later.splice(0)) work();
    return this;
  }

  drop(line: BankLine): void {
    this.lines.splice(this.lines.indexOf(line), 1);
  }

  /** The ERP records that one firm is the other's parent; false when it records another parent already. */
  adopt(child: Firm, parent: Firm): boolean {
    if (parent.parentId === child.id || (child.parentId !== null && child.parentId !== parent.id)) return false;
    child.parentId = parent.id;
    return true;
  }

  stranger(): Firm {
    const { by } = this;
    const root = by.pick(['MARTEL', 'ROUVIERE', 'CHASTAIN', 'FERRAND', 'LEBLOND', 'POIRIER']);
    const first = by.pick(['JEAN', 'CLAIRE', 'HUGO', 'NADIA', 'YVES', 'INES']);
    const name = `${by.pick(['M', 'MME', 'MR'])} ${first} ${root}`;
    return {
      id: 'stranger',
      name,
      city: null,
      country: 'FR',
      ibans: [],
      parentId: null,
      shared: false,
      root: first,
      trade: root,
      form: 'M',
      paysFrom: iban(by),
    };
  }
}

export function newWorld(seed: number, sizes: Partial<Sizes> = {}): World {
  return new World(seed, { parties: 160, background: 1_400, currency: 'EUR', ...sizes });
}
