// What each bank line of the waiting month really was, so that an engine can be measured on the demo company.
import type { Day } from '../../sync/model/day.ts';
import type { AdjustmentKind } from '../../sync/model/match.ts';
import { BANKS } from './account.ts';
import type { Expected, Movement, Payment } from './movement.ts';
import type { Timeline } from './timeline.ts';

/** A ledger line that falls: found by its document, account and amount. `minor` is in euro cents, `lineMinor` in the bank line's currency. */
export type TruthPay = {
  document: string;
  account: string;
  customer: string | null;
  itemMinor: number;
  minor: number;
  lineMinor: number;
};

export type LineTruth = {
  /** The bank line: account (IBAN), the bank's reference (AcctSvcrRef, FITID), and its place among the entry's details. */
  account: string;
  ref: string;
  detail: number;
  day: Day;
  amountMinor: number;
  currency: string;
  pending: boolean;
  situation: number;
  scenario: string;
  expected: Expected;
  /** In the ledger already: on 512, lettered or not. */
  booked: boolean;
  customer: string | null;
  pays: TruthPay[];
  adjustments: { kind: AdjustmentKind; minor: number }[];
  /** pays (in the line's currency) + adjustments + rest = amount. */
  restMinor: number;
  reverses: string | null;
};

/** Every line after the booked days, and older ones that nobody booked; oldest first. */
export function truthOf(movements: readonly Movement[], time: Timeline): LineTruth[] {
  return movements
    .filter((move) => move.day <= time.lastBankDay && (move.day > time.bookedUntil || move.state === 'waiting'))
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.ref < b.ref ? -1 : 1))
    .flatMap((move) => move.payments.map((payment, i) => lineTruth(move, payment, i)));
}

function lineTruth(move: Movement, payment: Payment, detail: number): LineTruth {
  const { truth } = payment;
  const bank = BANKS[move.bank];
  const pays = truth.pays.map(({ line, minor, lineMinor }) => ({
    document: line.entry.piece,
    account: line.account,
    customer: line.auxiliary?.code ?? null,
    itemMinor: line.minor,
    minor,
    lineMinor: lineMinor ?? minor,
  }));
  const sum = (list: readonly number[]) => list.reduce((total, n) => total + n, 0);
  const stated = sum(pays.map((pay) => pay.lineMinor)) + sum(truth.adjustments.map((a) => a.minor)) + truth.restMinor;
  if (stated !== payment.minor) throw new Error(`truth of ${truth.scenario}: ${stated} is not ${payment.minor}`);
  return {
    account: bank.account,
    ref: move.ref,
    detail,
    day: move.day,
    amountMinor: payment.minor,
    currency: bank.currency,
    pending: move.status === 'PDNG',
    situation: truth.situation,
    scenario: truth.scenario,
    expected: truth.expected,
    booked: move.state !== 'waiting',
    customer: truth.customer?.code ?? null,
    pays,
    adjustments: [...truth.adjustments],
    restMinor: truth.restMinor,
    reverses: truth.reverses?.() ?? null,
  };
}
