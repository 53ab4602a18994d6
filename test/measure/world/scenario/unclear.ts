// Numbers that are damaged, cut or missing, where amount and payer must say the rest, or cannot.
import type { OpenItem } from '../../../../sync/model/ledger.ts';
import { slipped } from '../numbering.ts';
import { type Firm, isHomonym } from '../people.ts';
import type { Expected, World } from '../world.ts';
import { residual } from './cast.ts';
import { say, total } from './named.ts';

/**
 * auto only where payer and amount leave one answer; computed on the whole ledger when the world is complete. A pair of
 * other items that ties as well leaves a best guess; a second item of the amount leaves none.
 */
export function amountOnly(w: World, payer: Firm, amount: number, pays: readonly OpenItem[]): Expected {
  const own = w.items.filter((item) => item.partyId === payer.id && item.residualMinor !== 0);
  const singles = own.filter((item) => item.residualMinor === amount);
  if (singles.length > (pays.length === 1 ? 1 : 0)) return 'abstain';
  const seen = new Map<number, OpenItem[]>();
  for (const item of own) seen.set(item.residualMinor, [...(seen.get(item.residualMinor) ?? []), item]);
  for (const item of own) {
    for (const other of seen.get(amount - item.residualMinor) ?? []) {
      if (other !== item && !(pays.includes(item) && pays.includes(other)))
        return pays.length === 1 ? 'suggest' : 'abstain';
    }
  }
  return w.parties.some((other) => isHomonym(other, payer)) ? 'suggest' : 'auto';
}

/** In how many ways up to five of the amounts make the sum; counts to two. */
function waysToMake(sum: number, amounts: readonly number[]): number {
  const sorted = amounts.filter((amount) => amount <= sum).sort((a, b) => b - a);
  const walk = (from: number, rest: number, room: number): number => {
    let ways = 0;
    for (let i = from; i < sorted.length && ways < 2; i += 1) {
      const amount = sorted[i]!;
      if (amount * room < rest) break;
      if (amount === rest) ways += 1;
      else if (amount < rest && room > 1) ways += walk(i + 1, rest - amount, room - 1);
    }
    return ways;
  };
  return walk(0, sum, 5);
}

export function slip(w: World): void {
  const payer = w.busyParty();
  const item = w.item(payer);
  const text = slipped(item.document!, w.by);
  const line = w.line({ payer, amountMinor: item.residualMinor, label: say(w, text) });
  w.later(() => {
    // The slip may have made another document's number of it.
    const another = w.items.some((other) => other !== item && text.includes(other.document ?? '?'));
    const alone = amountOnly(w, payer, item.residualMinor, [item]);
    w.truth(line, 'slip', another || alone === 'abstain' ? 'suggest' : alone, [residual(item)]);
  });
}

/** Two invoices of one amount, and the slip fits one of them only; or, now and then, both. */
export function slipBetweenTwins(w: World): void {
  const payer = w.busyParty();
  const amountMinor = w.amount();
  const item = w.item(payer, { amountMinor });
  const twins = Array.from({ length: w.by.whole(1, 3) }, () => w.item(payer, { amountMinor }));
  const text = slipped(item.document!, w.by);
  // A slip that writes the twin's whole number leaves nothing to see.
  if (twins.some((twin) => text.includes(twin.document!))) return;
  const line = w.line({ payer, amountMinor, label: say(w, text) });
  w.truth(line, 'slip-between-twins', 'suggest', [residual(item)]);
}

/** The bank keeps 35 characters and the number runs over the edge. */
export function cut(w: World): void {
  const payer = w.busyParty();
  const item = w.item(payer);
  const label = `REGLEMENT DE NOTRE PART POUR LA FACTURE ${item.document}`;
  const from = label.length - item.document!.length - w.by.whole(35 - item.document!.length, 33);
  const line = w.line({
    payer,
    amountMinor: item.residualMinor,
    label: label.slice(Math.max(0, from), Math.max(0, from) + 35),
  });
  w.later(() => {
    const alone = line.label.includes(item.document!) ? 'auto' : amountOnly(w, payer, item.residualMinor, [item]);
    w.truth(line, 'cut', alone === 'abstain' ? 'suggest' : alone, [residual(item)]);
  });
}

/** Two invoices of one amount whose numbers differ in what the bank kept. */
export function cutBetweenTwins(w: World): void {
  const payer = w.busyParty();
  const amountMinor = w.amount();
  const far = w.item(payer, { amountMinor });
  for (let i = 0; i < 40; i += 1) w.item(w.busyParty());
  const item = w.item(payer, { amountMinor });
  const label = `REGLEMENT DE NOTRE PART POUR LA FACTURE ${item.document}`;
  const end = label.length - w.by.whole(1, 2);
  const kept = label.slice(Math.max(0, end - 35), end);
  const line = w.line({ payer, amountMinor, label: kept });
  const both = far.document!.startsWith(kept.split(' ').at(-1)!);
  w.truth(line, 'cut-between-twins', both ? 'abstain' : 'suggest', [residual(item)]);
}

export function unnamed(w: World): void {
  const payer = w.busyParty();
  const item = w.item(payer);
  const line = w.line({ payer, amountMinor: item.residualMinor, label: w.by.pick(w.words().plain) });
  w.later(() => w.truth(line, 'unnamed', amountOnly(w, payer, item.residualMinor, [item]), [residual(item)]));
}

export function unnamedTwins(w: World): void {
  const payer = w.party();
  const amountMinor = w.amount();
  const items = [w.item(payer, { amountMinor }), w.item(payer, { amountMinor })];
  const line = w.line({ payer, amountMinor, label: w.by.pick(w.words().plain) });
  w.truth(line, 'unnamed-twins', 'abstain', [residual(w.by.pick(items))]);
}

export function unnamedSum(w: World): void {
  const payer = w.party();
  const items = Array.from({ length: w.by.whole(2, 4) }, () =>
    w.item(payer, { amountMinor: w.by.whole(3_000, 700_000) }),
  );
  const line = w.line({ payer, amountMinor: total(items), label: w.by.pick(w.words().plain) });
  w.later(() => {
    const own = w.items
      .filter((item) => item.partyId === payer.id && item.residualMinor > 0)
      .map((item) => item.residualMinor);
    const several = own.filter((amount) => amount < line.amountMinor).length > 40 || waysToMake(total(items), own) > 1;
    const expected = several ? 'abstain' : amountOnly(w, payer, total(items), items);
    w.truth(line, 'unnamed-sum', expected, items.map(residual));
  });
}

/** The payer has money for an invoice that is not in the ledger yet; his other items may add up to it by accident. */
export function notInLedger(w: World): void {
  const payer = w.busyParty();
  const line = w.line({
    payer,
    amountMinor: w.by.yes(0.5) ? w.amount() : w.by.whole(20, 900) * 1_000,
    label: w.by.pick(w.words().plain),
  });
  w.later(() => {
    // One open item of exactly this amount would be the answer of any bookkeeper.
    if (w.items.some((item) => item.partyId === payer.id && item.residualMinor === line.amountMinor))
      return w.drop(line);
    w.truth(line, 'not-in-ledger', 'abstain', []);
  });
}

export function homonymPays(w: World): void {
  const pairs = w.parties.flatMap((a) => w.parties.filter((b) => isHomonym(a, b)).map((b) => [a, b] as const));
  if (pairs.length === 0) return;
  const [payer, other] = w.by.pick(pairs);
  const amountMinor = w.amount();
  const item = w.item(payer, { amountMinor });
  w.item(other, { amountMinor });
  const line = w.line({
    payer,
    amountMinor,
    counterparty: `${payer.root} ${payer.trade}`,
    counterpartyAccount: null,
    label: w.by.pick(w.words().plain),
  });
  w.truth(line, 'homonym', 'abstain', [residual(item)]);
}

/**
 * A subscription: the same amount each month, and the label names the month. Some companies invoice it on the first
 * day of the next month: there the month of the label is the one before the invoice's, and only other payers show it.
 */
export function subscription(w: World): void {
  const payer = w.party();
  const amountMinor = w.by.whole(3_000, 90_000);
  const items = ['03', '04', '05'].map((month) =>
    w.item(payer, { amountMinor, day: `2026-${month}-0${w.by.whole(1, 2)}` as `${number}-${number}-${number}` }),
  );
  const place = w.by.whole(0, 2);
  const words = w.words();
  const month = words.months[w.arrears ? place : place + 1];
  const line = w.line({
    payer,
    amountMinor,
    label: `${w.by.pick(words.monthly)} ${month} 2026`,
  });
  w.truth(line, w.arrears ? 'subscription-in-arrears' : 'subscription', w.arrears ? 'abstain' : 'auto', [
    residual(items[place]!),
  ]);
}

export function cheque(w: World): void {
  const item = w.item(w.party());
  const line = w.line({
    amountMinor: item.residualMinor,
    label: `REMISE CHEQUE ${w.by.digits(7)}`,
    bankCode: 'PMNT-RCHQ-CCHQ',
  });
  w.truth(line, 'cheque', 'abstain', [residual(item)]);
}

export function balance(w: World): void {
  const payer = w.parties[w.by.whole(Math.floor(w.parties.length * 0.4), w.parties.length - 1)]!;
  const line = w.line({ payer, amountMinor: 1, label: w.by.pick(w.words().balance) });
  w.later(() => {
    const items = w.items.filter(
      (item) => item.partyId === payer.id && item.residualMinor !== 0 && item.currency === w.currency,
    );
    const sum = total(items);
    if (items.length < 2 || sum <= 0) return w.drop(line);
    line.amountMinor = sum;
    w.truth(line, 'balance', 'suggest', items.map(residual));
  });
}
