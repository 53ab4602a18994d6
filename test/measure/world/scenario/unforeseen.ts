// Numbers that no count was taken from: beginnings of others, years anew, slips and codes. The hard rules must hold them back.
import { addDays } from '../../../../sync/model/day.ts';
import { isHomonym } from '../people.ts';
import type { World } from '../world.ts';
import { residual } from './cast.ts';
import { say } from './named.ts';

/** One number is the beginning of another customer's, as INV-2024-1 of INV-2024-11; the amounts are the same now and then. */
export function prefixCollision(w: World): void {
  const [payer, other] = [w.busyParty(), w.party()];
  if (payer === other) return;
  const amountMinor = w.amount();
  const item = w.item(payer, { amountMinor });
  const longer = `${item.document}${w.by.whole(0, 9)}`;
  if (w.items.some((one) => one.document === longer)) return;
  w.item(other, { document: longer, amountMinor: w.by.yes(0.6) ? amountMinor : w.amount() });
  const line = w.line({ payer: w.by.yes(0.7) ? payer : w.stranger(), amountMinor, label: say(w, item.document!) });
  w.truth(line, 'prefix-collision', 'suggest', [residual(item)]);
}

/** The bank's column ends within the longer number: what is left is another customer's whole number, of the same amount. */
export function cutToAnother(w: World): void {
  const [payer, other] = [w.party(), w.party()];
  if (payer === other) return;
  const amountMinor = w.amount();
  const shorter = w.item(other, { amountMinor });
  const longer = `${shorter.document}${w.by.whole(0, 9)}`;
  if (w.items.some((one) => one.document === longer)) return;
  const item = w.item(payer, { document: longer, amountMinor });
  const known = w.by.yes(0.5);
  const line = w.line({
    payer: known ? payer : w.stranger(),
    amountMinor,
    label: `REGLEMENT DE NOTRE PART POUR LA FACTURE ${shorter.document}`.slice(-35),
  });
  w.truth(line, 'cut-to-another', known ? 'suggest' : 'abstain', [residual(item)]);
}

/** Numbers begin anew each year, and the payer writes no year. */
export function yearReset(w: World): void {
  const payer = w.party();
  const running = w.by.digits(4);
  const amountMinor = w.amount();
  const same = w.by.yes(0.5);
  const item = w.item(payer, { document: `V${running}/26`, amountMinor });
  w.item(same || w.by.yes(0.5) ? payer : w.party(), {
    document: `V${running}/25`,
    amountMinor: same ? amountMinor : w.amount(),
    day: '2026-01-04',
  });
  const line = w.line({ payer, amountMinor, label: say(w, `V${running}`) });
  w.truth(line, 'year-reset', same ? 'abstain' : 'suggest', [residual(item)]);
}

/** A customer whose own invoice is not in the ledger mistypes the number into a neighbour's of the same price, who pays as well. */
export function typoHitsPaying(w: World): void {
  const [payer, owner] = [w.party(), w.party()];
  if (payer === owner) return;
  const amountMinor = w.by.pick([4_900, 9_900, 24_000, 36_000]);
  const item = w.item(owner, { amountMinor });
  if (w.items.some((one) => one.partyId === payer.id && one.residualMinor === amountMinor)) return;
  const wrong = w.line({ payer, amountMinor, valueDay: '2026-06-04', label: say(w, item.document!) });
  w.truth(wrong, 'typo-hits-paying', 'abstain', []);
  const right = w.line({
    payer: owner,
    amountMinor,
    valueDay: addDays('2026-06-04', w.by.whole(0, 12)),
    label: w.by.yes(0.5) ? say(w, item.document!) : w.by.pick(w.words().plain),
  });
  w.truth(right, 'typo-hits-paying', 'suggest', [residual(item)]);
}

/** Two customers of the same price write each other's numbers. */
export function swapped(w: World): void {
  const [one, two] = [w.party(), w.party()];
  // Of two of one name, nothing but the number says which.
  if (one === two || isHomonym(one, two)) return;
  const amountMinor = w.by.pick([4_900, 9_900, 24_000, 36_000]);
  const [first, second] = [w.item(one, { amountMinor }), w.item(two, { amountMinor })];
  for (const [payer, written, own] of [
    [one, second, first],
    [two, first, second],
  ] as const) {
    const line = w.line({ payer, amountMinor, label: say(w, written.document!) });
    w.truth(line, 'swapped', 'abstain', [residual(own)]);
  }
}

/** An amount in the label has the digits of somebody's invoice. */
export function numberIsAmount(w: World): void {
  const victim = w.item(w.party(), { amountMinor: w.by.pick([4_900, 9_900, 24_000]) });
  const digits = victim.document!.replace(/\D/g, '');
  const label = w.by.pick([
    `VIREMENT EUR ${digits}`,
    `VIR ${digits}E`,
    `REGLEMENT DE ${digits} EUROS`,
    `TOTAL TTC ${digits}`,
    `VIREMENT € ${digits}`,
    `NET A PAYER ${digits},00`,
    `MONTANT TTC : ${digits}`,
  ]);
  const line = w.line({ payer: w.by.yes(0.5) ? w.stranger() : null, amountMinor: victim.residualMinor, label });
  w.truth(line, 'number-is-amount', 'abstain', []);
}

/** The payer's customer code looks just like an invoice number, letters and all. */
export function codeLooksLikeNumber(w: World): void {
  const victim = w.item(w.party(), { amountMinor: w.by.pick([4_900, 9_900, 24_000]) });
  const line = w.line({
    payer: w.stranger(),
    amountMinor: victim.residualMinor,
    label: `${w.by.pick(['CLIENT ', 'CLIENT N° ', 'CODE CLIENT ', 'CONTRAT ', 'DEVIS ', 'DOSSIER '])}${victim.document}`,
  });
  w.truth(line, 'code-looks-like-number', 'abstain', []);
}

/** Instalments carry the number of the invoice with a stroke; the label names the invoice, or the instalment. */
export function strokes(w: World): void {
  const payer = w.party();
  const amountMinor = w.amount();
  const number = w.item(w.party(), { residualMinor: 0 }).document!;
  const items = [1, 2].map((nth) => w.item(payer, { document: `${number}/${nth}`, amountMinor }));
  const whole = w.by.yes(0.5);
  const line = w.line({ payer, amountMinor, label: say(w, whole ? number : items[1]!.document!) });
  w.truth(line, 'strokes', whole ? 'abstain' : 'suggest', [residual(items[1]!)]);
}
