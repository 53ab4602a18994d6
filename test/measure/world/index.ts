// Builds made-up worlds: a ledger and a month of bank lines in which every kind of event happens.

import * as elsewhere from './scenario/elsewhere.ts';
import * as imagined from './scenario/imagined.ts';
import * as imaginedBank from './scenario/imagined-bank.ts';
import * as imaginedNumber from './scenario/imagined-number.ts';
import * as imaginedPayer from './scenario/imagined-payer.ts';
import * as named from './scenario/named.ts';
import * as stranger from './scenario/stranger.ts';
import * as trap from './scenario/trap.ts';
import * as unclear from './scenario/unclear.ts';
import * as unforeseen from './scenario/unforeseen.ts';
import * as bank from './scenario/unforeseen-bank.ts';
import * as document from './scenario/unforeseen-document.ts';
import * as likeness from './scenario/unforeseen-likeness.ts';
import * as payment from './scenario/unforeseen-payment.ts';
import { newWorld, type Sizes, type World } from './world.ts';

type Scenario = (w: World) => void;

/** Every kind of event with its share among a hundred. How often each happens in truth, nobody has published. */
export const SCENARIOS: readonly (readonly [name: string, share: number, run: Scenario])[] = [
  ['exact', 22, named.exact],
  ['list', 7, named.list],
  ['tails', 4, named.tails],
  ['range', 1, named.range],
  ['structured', 4, named.structured],
  ['order', 3, named.order],
  ['third-party', 5, named.thirdParty],
  ['public-accountant', 1.5, named.publicAccountant],
  ['part-with-words', 3, named.partWithWords],
  ['instalments', 2, named.instalments],
  ['discount', 3, named.discount],
  ['credit-named', 3, named.creditNamed],
  ['foreign', 2, named.foreign],
  ['difference', 3, named.difference],
  ['except-one', 0.5, named.exceptOne],
  ['slip', 7, unclear.slip],
  ['slip-between-twins', 2, unclear.slipBetweenTwins],
  ['cut', 3, unclear.cut],
  ['cut-between-twins', 0.7, unclear.cutBetweenTwins],
  ['unnamed', 10, unclear.unnamed],
  ['unnamed-twins', 2, unclear.unnamedTwins],
  ['unnamed-sum', 4, unclear.unnamedSum],
  ['not-in-ledger', 3, unclear.notInLedger],
  ['homonym', 1, unclear.homonymPays],
  ['subscription', 3, unclear.subscription],
  ['cheque', 1, unclear.cheque],
  ['balance', 2.5, unclear.balance],
  ['stale-reference', 2, trap.staleReference],
  ['parent-pays', 1, trap.parentPays],
  ['paid-twice', 1, trap.paidTwice],
  ['delivered-twice', 1, trap.deliveredTwice],
  ['number-inside', 1, trap.numberInside],
  ['foreign-number', 1, trap.foreignNumber],
  ['shared-number', 0.6, trap.sharedNumber],
  ['factor', 1, trap.factor],
  ['collective', 1, trap.collective],
  ['account-and-name-disagree', 0.6, trap.accountAndNameDisagree],
  ['part-looks-whole', 0.6, trap.partLooksWhole],
  ['split-silently', 0.6, trap.splitSilently],
  ['arrears', 0.5, trap.arrears],
  ['instalment-lines', 0.6, trap.instalmentLines],
  ['deposit', 0.6, trap.deposit],
  ['names-one-of-two', 1, trap.namesOneOfTwo],
  ['advance', 1, stranger.advance],
  ['paid-again', 0.8, stranger.paidAgain],
  ['slip-hits-another', 0.8, stranger.slipHitsAnother],
  ['one-of-two-missing', 0.5, stranger.oneOfTwoMissing],
  ['sister-pays', 0.5, stranger.sisterPays],
  ['cut-hits-another', 0.5, stranger.cutHitsAnother],
  ['number-of-somebody', 0.6, stranger.numberOfSomebody],
  ['returned', 1, elsewhere.returned],
  ['own-transfer', 0.6, elsewhere.ownTransfer],
  ['outgoing', 3, elsewhere.outgoing],
  ['other-income', 2, elsewhere.otherIncome],
  ['customer-refunds', 0.6, elsewhere.customerRefunds],
];

/** Kinds of events that no count was ever taken from. */
export const UNFORESEEN: typeof SCENARIOS = [
  ['prefix-collision', 4, unforeseen.prefixCollision],
  ['cut-to-another', 3, unforeseen.cutToAnother],
  ['year-reset', 3, unforeseen.yearReset],
  ['typo-hits-paying', 3, unforeseen.typoHitsPaying],
  ['swapped', 2, unforeseen.swapped],
  ['split-in-two', 3, payment.splitInTwo],
  ['late-fee', 3, payment.lateFee],
  ['parent-nets', 2, payment.parentNets],
  ['manager-pays', 2, payment.managerPays],
  ['account-changed', 3, payment.accountChanged],
  ['cut-name', 3, payment.cutName],
  ['second-account', 3, payment.secondAccount],
  ['number-is-amount', 4, unforeseen.numberIsAmount],
  ['code-looks-like-number', 3, unforeseen.codeLooksLikeNumber],
  ['again-next-month', 3, payment.againNextMonth],
  ['refund-then-again', 3, payment.refundThenAgain],
  ['ours-comes-back', 2, payment.oursComesBack],
  ['new-factor', 2, payment.newFactor],
  ['strokes', 3, unforeseen.strokes],
  ['cent-off', 2, payment.centOff],
  ['two-feeds', 3, payment.twoFeeds],
  ['other-currency', 3, likeness.otherCurrency],
  ['supplier-number', 3, likeness.supplierNumber],
  ['on-account-already', 3, likeness.onAccountAlready],
  ['names-one-pays-other', 3, likeness.namesOnePaysOther],
  ['strokes-make-one', 3, likeness.strokesMakeOne],
  ['letter-left-out', 3, likeness.letterLeftOut],
  ['less-deposit', 3, likeness.lessDeposit],
  ['near-name', 3, likeness.nearName],
  ['other-town', 3, likeness.otherTown],
  ['other-form', 3, likeness.otherForm],
  ['own-number', 4, likeness.ownNumber],
  ['place-number', 4, likeness.placeNumber],
  ['between-ours', 2, likeness.betweenOurs],
  ['account-of-two', 2, likeness.accountOfTwo],
  ['list-hits-another', 3, likeness.listHitsAnother],
  ['cancelled-by-credit', 3, likeness.cancelledByCredit],
  ['other-purpose', 4, likeness.otherPurpose],
  ['order-of-two', 3, likeness.orderOfTwo],
  ['reissued', 3, document.reissued],
  ['same-number-again', 3, document.sameNumberAgain],
  ['other-period', 3, document.otherPeriod],
  ['seat-prices', 3, document.seatPrices],
  ['old-program', 3, document.oldProgram],
  ['quote-paid', 3, document.quotePaid],
  ['names-credit', 2, document.namesCredit],
  ['order-is-number', 2, document.orderIsNumber],
  ['cut-anywhere', 3, document.cutAnywhere],
  ['skipped-month', 3, document.skippedMonth],
  ['transfer-rejected', 3, bank.transferRejected],
  ['handed-in', 4, bank.handedIn],
  ['marketplace', 3, bank.marketplace],
  ['mandate-numbers', 4, bank.mandateNumbers],
  ['own-end-to-end', 3, bank.ownEndToEnd],
  ['own-reference', 3, bank.ownReference],
  ['ultimate-stated', 3, bank.ultimateStated],
  ['for-somebody', 3, bank.forSomebody],
  ['rebate', 4, bank.rebate],
  ['two-payers', 3, bank.twoPayers],
  ['kind-of-house', 3, bank.kindOfHouse],
  ['family', 3, bank.family],
  ['insurer-pays', 2, bank.insurerPays],
];

/** Kinds of events that rules were never made for either. */
export const IMAGINED: typeof SCENARIOS = [
  ['merged-numbers', 3, imagined.mergedNumbers],
  ['sisters-code', 3, imagined.sistersCode],
  ['own-share', 3, imagined.ownShare],
  ['paid-twice-by-us', 3, imagined.paidTwiceByUs],
  ['order-of-another', 3, imagined.orderOfAnother],
  ['credit-as-invoice', 3, imagined.creditAsInvoice],
  ['town-in-label', 3, imagined.townInLabel],
  ['early-with-old-number', 3, imagined.earlyWithOldNumber],
  ['swapped-cents', 3, imagined.swappedCents],
  ['less-reserve', 3, imagined.lessReserve],
  ['look-alike', 3, imagined.lookAlike],
  ['nets-own-invoice', 3, imagined.netsOwnInvoice],
  ['bailiff', 3, imagined.bailiff],
  ['housing-aid', 3, imaginedPayer.housingAid],
  ['court-plan', 3, imaginedPayer.courtPlan],
  ['notary-sale', 3, imaginedPayer.notarySale],
  ['employee-pays', 3, imaginedPayer.employeePays],
  ['successor-pays', 3, imaginedPayer.successorPays],
  ['grant-paid', 3, imaginedPayer.grantPaid],
  ['managed-account', 5, imaginedPayer.managedAccount],
  ['nearly-one-name', 4, imaginedPayer.nearlyOneName],
  ['joint-contract', 3, imaginedPayer.jointContract],
  ['last-years-number', 4, imaginedNumber.lastYearsNumber],
  ['self-billed', 3, imaginedNumber.selfBilled],
  ['quote-of-another', 4, imaginedNumber.quoteOfAnother],
  ['order-payout', 3, imaginedNumber.orderPayout],
  ['rent-settled', 3, imaginedNumber.rentSettled],
  ['tax-back', 3, imaginedNumber.taxBack],
  ['dated-other', 3, imaginedNumber.datedOther],
  ['supplier-credit', 3, imaginedNumber.supplierCredit],
  ['refund-back', 3, imaginedBank.refundBack],
  ['corrected-by-bank', 3, imaginedBank.correctedByBank],
  ['feeds-differ', 3, imaginedBank.feedsDiffer],
  ['comes-back', 3, imaginedBank.comesBack],
  ['cut-by-limit', 3, imaginedBank.cutByLimit],
];

export type WorldOptions = Partial<Sizes> & {
  events?: number;
  without?: string;
  only?: readonly string[];
  unforeseen?: boolean;
  imagined?: boolean;
};

/** A world of about `events` events; `without` leaves a kind of event out, `only` keeps these kinds. */
export function buildWorld(seed: number, options: WorldOptions = {}): World {
  const w = newWorld(seed, options);
  const all = [...SCENARIOS, ...(options.unforeseen ? UNFORESEEN : []), ...(options.imagined ? IMAGINED : [])];
  const kinds = all.filter(([name]) => name !== options.without && (options.only?.includes(name) ?? true));
  const total = kinds.reduce((sum, [, share]) => sum + share, 0);
  for (let i = 0; i < (options.events ?? 1_200); i += 1) {
    const kind = kindAt(kinds, w.by.next() * total);
    kind[2](w);
  }
  return w.finish();
}

/** The kind whose share covers this place on the line of all shares. */
function kindAt(kinds: typeof SCENARIOS, place: number): (typeof SCENARIOS)[number] {
  let passed = 0;
  for (const kind of kinds) {
    passed += kind[1];
    if (place < passed) return kind;
  }
  return kinds[0]!;
}
