// Payers who name what they pay, in every way that leaves no doubt, and the differences that come with it.
import { addDays } from '../../../../sync/model/day.ts';
import type { OpenItem } from '../../../../sync/model/ledger.ts';
import { written } from '../numbering.ts';
import { iban } from '../people.ts';
import type { World } from '../world.ts';
import { residual } from './cast.ts';

/** A label around numbers: openings, closings, a date or a telephone number now and then. */
export function say(w: World, numbers: string): string {
  const words = w.words();
  return `${w.by.pick(words.openings)}${numbers}${w.by.pick(words.closings)}`;
}

export function exact(w: World): void {
  const payer = w.busyParty();
  const item = w.item(payer);
  const line = w.line({ payer, amountMinor: item.residualMinor, label: say(w, written(item.document!, w.by)) });
  w.truth(line, 'exact', 'auto', [residual(item)]);
}

export function list(w: World): void {
  const payer = w.busyParty();
  const items = Array.from({ length: w.by.whole(2, 7) }, () => w.item(payer));
  const separator = w.by.pick([' ', ', ', ';', ' / ', '/', ' + ', ` ${w.words().and} `, '-', ' & ']);
  const line = w.line({
    payer,
    amountMinor: total(items),
    label: say(w, items.map((item) => item.document!).join(separator)).slice(0, 139),
  });
  const whole = items.every((item) => line.label.includes(item.document!));
  w.truth(line, 'list', whole ? 'auto' : 'suggest', items.map(residual));
}

/** "FA-2026-00123, 125, 00130": after a full number, the ends of others. */
export function tails(w: World): void {
  const payer = w.busyParty();
  const items = Array.from({ length: w.by.whole(2, 8) }, () => w.item(payer, { day: '2026-03-10' }));
  const [first, ...rest] = items.map((item) => item.document!);
  // Where the number ends with its year, or the next one is of another series, nobody writes its end alone.
  const head = (number: string) => number.replace(/\d{3,5}[A-Z]?$/, '');
  const ends = rest.map((number, i) =>
    head(number) !== head(i === 0 ? first! : rest[i - 1]!) || /\/20\d\d$/.test(number)
      ? number
      : (/\d{3,5}(?=[A-Z]?$)/.exec(number)?.[0].slice(-w.by.pick([3, 4, 5])) ?? number),
  );
  const line = w.line({
    payer,
    amountMinor: total(items),
    label: say(w, [first, ...ends].join(w.by.pick([', ', ' / ', ' ', '-', ` ${w.words().and} `]))),
  });
  w.truth(line, 'tails', 'auto', items.map(residual));
}

export function range(w: World): void {
  const payer = w.party();
  const items = Array.from({ length: w.by.whole(3, 6) }, () => w.item(payer, { day: '2026-02-10' }));
  const last = items.at(-1)!.document!;
  const end = w.by.yes(0.5) ? last : (/\d{3,5}(?=[A-Z]?$)/.exec(last)?.[0] ?? last);
  const line = w.line({
    payer,
    amountMinor: total(items),
    label: say(w, `${items[0]!.document} ${w.by.pick(w.words().to)} ${end}`),
  });
  w.truth(line, 'range', 'suggest', items.map(residual));
}

export function structured(w: World): void {
  const payer = w.party();
  const bare = w.by.digits(12);
  const item = w.item(payer, { paymentReference: creditorReference(bare) });
  const reference = item.paymentReference!;
  const grouped = reference.replace(/(.{4})(?=.)/g, '$1 ');
  const line = w.line({
    payer,
    amountMinor: item.residualMinor,
    ...(w.by.yes(0.6) ? { references: [reference] } : { label: say(w, w.by.yes(0.5) ? grouped : reference) }),
  });
  w.truth(line, 'structured', 'auto', [residual(item)]);
}

export function order(w: World): void {
  const payer = w.party();
  const item = w.item(payer, { clientReference: `45${w.by.digits(8)}` });
  const line = w.line({
    payer,
    amountMinor: item.residualMinor,
    label: `${w.by.pick(w.words().order)}${item.clientReference}`,
  });
  w.truth(line, 'order', 'auto', [residual(item)]);
}

/** Someone else pays and names the invoice: a private person, another customer, a firm of the group. */
export function thirdParty(w: World): void {
  const item = w.item(w.party());
  const payer = w.by.yes(0.45) ? w.stranger() : w.party();
  const owner = w.parties.find((party) => party.id === item.partyId)!;
  if (payer.id !== 'stranger' && payer.id !== owner.id && w.by.yes(0.45)) w.adopt(owner, payer);
  const line = w.line({ payer, amountMinor: item.residualMinor, label: say(w, written(item.document!, w.by)) });
  const owes = w.items.some(
    (other) =>
      other.partyId === payer.id &&
      other.residualMinor === item.residualMinor &&
      other !== item &&
      payer.id !== item.partyId,
  );
  w.truth(line, 'third-party', owes ? 'suggest' : 'auto', [residual(item)]);
}

export function publicAccountant(w: World): void {
  const byOrder = w.by.yes(0.4);
  const item = w.item(w.party(), byOrder ? { clientReference: `20${w.by.digits(9)}` } : {});
  const line = w.line({
    counterparty: w.by.pick(['SGC NORD', 'DRFIP 38', 'TRESORERIE MUNICIPALE']),
    counterpartyAccount: iban(w.by, '30001'),
    amountMinor: item.residualMinor,
    label: `MDT 2231 BORD 88 ${byOrder ? `EJ ${item.clientReference}` : item.document}`,
  });
  w.truth(line, 'public-accountant', 'auto', [residual(item)]);
}

export function partWithWords(w: World): void {
  const payer = w.party();
  const item = w.item(payer, { amountMinor: w.by.whole(50_000, 900_000) });
  const paid = Math.floor((item.residualMinor * w.by.whole(15, 80)) / 10_000) * 100;
  const word = w.by.pick(w.words().part);
  const line = w.line({ payer, amountMinor: paid, label: `${word}${item.document}` });
  w.truth(line, 'part-with-words', 'auto', [[item, paid]]);
}

export function instalments(w: World): void {
  const payer = w.party();
  const of = w.by.whole(2, 4);
  const each = w.by.whole(5_000, 90_000);
  const words = w.words();
  const item = w.item(payer, { amountMinor: each * of });
  for (let nth = 1; nth <= of; nth += 1) {
    const line = w.line({
      payer,
      amountMinor: each,
      valueDay: addDays('2026-06-01', nth * 5),
      label: `${words.rate} ${nth}${words.of}${of} ${item.document}`,
    });
    w.truth(line, 'instalments', 'auto', [[item, each]]);
  }
}

export function discount(w: World): void {
  const payer = w.party();
  const amountMinor = w.amount();
  const off = Math.round(amountMinor * 0.02);
  const late = w.by.yes(0.35);
  const until = late ? addDays('2026-06-01', -10) : addDays('2026-06-29', 5);
  const item = w.item(payer, { amountMinor, discount: { percentBp: 200, until, discountedMinor: amountMinor - off } });
  const line = w.line({
    payer,
    amountMinor: amountMinor - off,
    label: `${item.document}${w.by.yes(0.7) ? ` ${w.words().discount}` : ''}`,
  });
  w.truth(line, late ? 'discount-late' : 'discount', late ? 'suggest' : 'auto', [
    [item, late ? amountMinor - off : amountMinor],
  ]);
}

export function creditNamed(w: World): void {
  const payer = w.party();
  const items = [
    w.item(payer, { amountMinor: w.by.whole(60_000, 500_000) }),
    w.item(payer, { amountMinor: w.by.whole(60_000, 500_000) }),
  ];
  const credit = w.item(payer, { amountMinor: -w.by.whole(1_000, 50_000) });
  const named = w.by.yes(0.7);
  const label = `${items.map((item) => item.document).join(' ')}${named ? ` - ${w.words().credit} ${credit.document}` : ''}`;
  const line = w.line({ payer, amountMinor: total([...items, credit]), label });
  w.truth(
    line,
    named ? 'credit-named' : 'credit-forgotten',
    named ? 'auto' : 'suggest',
    [...items, credit].map(residual),
  );
}

export function foreign(w: World): void {
  const payer = w.party();
  const item = w.item(payer, { currency: 'USD', amountMinor: w.by.whole(20_000, 900_000) });
  const told = w.by.yes(0.6);
  const line = w.line({
    payer,
    amountMinor: Math.round(item.residualMinor * 0.9137),
    label: item.document!,
    instructed: told ? { amountMinor: item.residualMinor, currency: 'USD' } : null,
  });
  w.truth(line, told ? 'foreign-told' : 'foreign-untold', told ? 'auto' : 'suggest', [residual(item)]);
}

/** Short or over by what someone took or forgot: a fee, cents, a retention, a deduction, an overpayment. */
export function difference(w: World): void {
  const payer = w.party();
  const item = w.item(payer, { amountMinor: w.by.whole(40_000, 900_000) });
  const [scenario, off, word] = w.by.pick([
    ['fee', w.by.pick([500, 750, 1_250, 1_800, 2_500]), ''],
    ['cents', w.by.whole(1, 60), ''],
    ['disputed', w.by.pick([500, 1_200, 2_500, 7_300]), w.by.pick(w.words().dispute)],
    ['retention', Math.round(item.residualMinor * 0.05), w.by.pick([w.words().retention, ''])],
    ['overpaid', -w.by.pick([9, 90, 900, 1_000, 10_000]), ''],
  ] as const);
  const line = w.line({ payer, amountMinor: item.residualMinor - off, label: say(w, item.document!) + word });
  w.truth(line, scenario, 'suggest', [
    [
      item,
      scenario === 'fee' || scenario === 'cents' || scenario === 'overpaid'
        ? item.residualMinor
        : item.residualMinor - off,
    ],
  ]);
}

/** "SOLDE SAUF FA-2026-00103": everything but the one named. */
export function exceptOne(w: World): void {
  const payer = w.parties[w.by.whole(Math.floor(w.parties.length * 0.6), w.parties.length - 1)]!;
  const items = w.items.filter(
    (item) => item.partyId === payer.id && item.residualMinor !== 0 && item.currency === w.currency,
  );
  const left = w.item(payer, { amountMinor: w.by.whole(10_000, 90_000) });
  const sum = total(items);
  if (items.length < 2 || items.length > 12 || sum <= 0) return;
  const words = w.words();
  const line = w.line({
    payer,
    amountMinor: sum,
    label: `${w.by.pick(words.balance)} ${w.by.pick(words.except)} ${left.document}`,
  });
  w.truth(line, 'except-one', 'suggest', items.map(residual));
}

export function total(items: readonly OpenItem[]): number {
  return items.reduce((sum, item) => sum + item.residualMinor, 0);
}

/** ISO 11649 with true check digits. */
function creditorReference(bare: string): string {
  let rest = 0;
  for (const digit of `${bare}271500`) rest = (rest * 10 + Number(digit)) % 97;
  return `RF${String(98 - rest).padStart(2, '0')}${bare}`;
}
