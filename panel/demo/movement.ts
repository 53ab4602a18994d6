// Movements of the company's bank accounts: what the bank says of each, and what it really was.
import type { Day } from '../../sync/model/day.ts';
import type { AdjustmentKind } from '../../sync/model/match.ts';
import type { Amount } from '../../sync/model/statement.ts';
import type { BankKey } from './account.ts';
import type { Auxiliary, Entry, Line, LineSpec } from './ledger.ts';

/** How a movement is named by the bank: ISO 20022 domain, family and sub-family, and the bank's own words. */
export const KINDS = {
  transfer: { code: ['PMNT', 'RCDT', 'ESCT'], words: 'VIR SEPA RECU' },
  instant: { code: ['PMNT', 'RRCT', 'ESCT'], words: 'VIR INST RECU' },
  foreign: { code: ['PMNT', 'RCDT', 'XBCT'], words: 'VIR ETRANGER RECU' },
  cheques: { code: ['PMNT', 'RCHQ', 'CCHQ'], words: 'REMISE CHEQUES' },
  'cheque-unpaid': { code: ['PMNT', 'RCHQ', 'UPCQ'], words: 'CHEQUE IMPAYE' },
  debits: { code: ['PMNT', 'IDDT', 'ESDD'], words: 'REMISE PRLV SEPA' },
  'debit-unpaid': { code: ['PMNT', 'IDDT', 'UPDD'], words: 'REJET PRLV SEPA' },
  cards: { code: ['PMNT', 'MCRD', 'POSP'], words: 'REMISE CARTES' },
  bills: { code: ['PMNT', 'DRFT', 'STAM'], words: 'REMISE LCR' },
  'bills-discounted': { code: ['PMNT', 'DRFT', 'DDFT'], words: 'ESCOMPTE EFFETS' },
  'bill-unpaid': { code: ['PMNT', 'DRFT', 'UDFT'], words: 'LCR IMPAYEE' },
  cash: { code: ['PMNT', 'CNTR', 'CDPT'], words: 'VERSEMENT ESPECES' },
  'own-in': { code: ['PMNT', 'RCDT', 'BOOK'], words: 'VIR INTERNE RECU' },
  'own-out': { code: ['PMNT', 'ICDT', 'BOOK'], words: 'VIR INTERNE EMIS' },
  paid: { code: ['PMNT', 'ICDT', 'ESCT'], words: 'VIR SEPA EMIS' },
  'paid-foreign': { code: ['PMNT', 'ICDT', 'XBCT'], words: 'VIR ETRANGER EMIS' },
  salary: { code: ['PMNT', 'ICDT', 'SALA'], words: 'VIR SEPA EMIS' },
  debited: { code: ['PMNT', 'RDDT', 'ESDD'], words: 'PRLV SEPA' },
  fees: { code: ['ACMT', 'MDOP', 'FEES'], words: 'COMMISSIONS' },
  loan: { code: ['LDAS', 'FTLN', 'PPAY'], words: 'ECHEANCE PRET' },
} as const;

export type Kind = keyof typeof KINDS;

/** A transfer from this country: SEPA within the euro countries of the demo, else foreign. */
export function transferFrom(country: string): Kind {
  return ['FR', 'BE', 'LU'].includes(country) ? 'transfer' : 'foreign';
}

/** `minor` (in euro cents) of an open line falls; `lineMinor` is the same in the bank line's currency, where that differs. */
export type Pay = { line: Line; minor: number; lineMinor?: number };

/** auto: the evidence settles it. suggest: a best guess exists, a person should look. abstain: the evidence does not settle it. */
export type Expected = 'auto' | 'suggest' | 'abstain';

export type Truth = {
  /** The number and the name of the situation; 0 for the history that is booked already. */
  situation: number;
  scenario: string;
  expected: Expected;
  customer: Auxiliary | null;
  pays: readonly Pay[];
  adjustments: readonly { kind: AdjustmentKind; minor: number }[];
  /** What pays no open item. */
  restMinor: number;
  /** The end-to-end id or bank reference of the movement that this one takes back. */
  reverses: (() => string) | null;
};

/** One payment; a batch has several. Texts are asked for last, when every document has its number. */
export type Payment = {
  /** Signed, in the minor unit of the bank account. */
  minor: number;
  name: string | null;
  iban: string | null;
  ultimate: string | null;
  town: string | null;
  country: string | null;
  text: () => readonly string[];
  reference: (() => string) | null;
  endToEnd: string | null;
  mandate: string | null;
  charges: readonly Amount[];
  instructed: Amount | null;
  returnReason: string | null;
  /** How the ledger books it, the bank's line aside; null: as the truth says, on the customers' accounts. */
  contra: readonly LineSpec[] | null;
  /** Open lines that `contra` settles, by the account they stand on. */
  settles: readonly Line[];
  truth: Truth;
};

export type Movement = {
  readonly bank: BankKey;
  readonly kind: Kind;
  readonly day: Day;
  readonly valueDay: Day;
  readonly status: 'BOOK' | 'PDNG';
  readonly payments: readonly Payment[];
  /** The bank states the count of a batch and no details. */
  readonly countOnly: number | null;
  readonly reversal: boolean;
  /** booked: in the ledger, lettered. by-hand: in the ledger, not lettered. waiting: received, not yet booked. */
  readonly state: 'booked' | 'by-hand' | 'waiting';
  /** The bank's own reference, given when the statements are written. */
  ref: string;
  entry: Entry | null;
};

export type PaymentSpec = Partial<Omit<Payment, 'truth' | 'minor'>> & { minor: number; truth: Truth };

export function payment(spec: PaymentSpec): Payment {
  return {
    name: null,
    iban: null,
    ultimate: null,
    town: null,
    country: null,
    text: () => [],
    reference: null,
    endToEnd: null,
    mandate: null,
    charges: [],
    instructed: null,
    returnReason: null,
    contra: null,
    settles: [],
    ...spec,
  };
}

export type MovementSpec = Partial<Omit<Movement, 'payments'>> &
  Pick<Movement, 'bank' | 'kind' | 'day'> & { payments: readonly Payment[] };

export function movement(spec: MovementSpec): Movement {
  return {
    valueDay: spec.day,
    status: 'BOOK',
    countOnly: null,
    reversal: false,
    state: 'booked',
    ref: '',
    entry: null,
    ...spec,
  };
}

export function totalOf(move: Movement): number {
  return move.payments.reduce((total, { minor }) => total + minor, 0);
}

/** The truth of what the ledger itself settles. */
export function history(customer: Auxiliary | null, pays: readonly Pay[]): Truth {
  return {
    situation: 0,
    scenario: 'history',
    expected: 'auto',
    customer,
    pays,
    adjustments: [],
    restMinor: 0,
    reverses: null,
  };
}
