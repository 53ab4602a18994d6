// Signal: how the money meets the items, and how rare such an amount is.
import { sum } from '../../model/money.ts';
import type { Reading } from '../reading/reading.ts';
import { because, evidence, type Signal } from '../situation.ts';

export const amount: Signal = (guess, at) => {
  const { line } = at.reading;
  const first = guess.shares[0];
  if (!first) return evidence('rest');
  const difference = guess.adjustments[0]?.amountMinor ?? 0;
  const params = {
    amountMinor: Math.abs(line.amountMinor),
    currency: line.currency,
    differenceMinor: Math.abs(difference),
    count: guess.shares.length,
  };
  const left = sum(guess.shares.map((share) => Math.abs(share.slot.residual - share.amountMinor)));
  switch (guess.tie) {
    case 'exact':
      return evidence('exact', [because(guess.shares.length === 1 ? 'amount-exact' : 'amount-sum', params)]);
    case 'instructed':
      return evidence('instructed', [
        because('amount-instructed', {
          ...params,
          amountMinor: Math.abs(line.instructed?.amountMinor ?? 0),
          currency: line.instructed?.currency ?? '',
        }),
      ]);
    case 'discount':
      return evidence('discount', [
        because('amount-discount', { ...params, until: first.slot.item.discount?.until ?? '' }),
      ]);
    case 'late-discount':
      return evidence(
        'late-discount',
        [],
        [because('discount-late', { ...params, leftMinor: left, until: first.slot.item.discount?.until ?? '' })],
      );
    case 'over':
      return evidence('over', [], [because('too-much', { ...params, restMinor: Math.abs(guess.restMinor) })]);
    case 'converted':
      return evidence('converted', [], [because('rate-unknown', { ...params, foreign: first.slot.item.currency })]);
    case 'part':
      return evidence('part', [because('amount-part', { ...params, leftMinor: left })]);
    case 'short':
      return evidence('short', [], [because('too-little', { ...params, leftMinor: left, said: whyLess(at.reading) })]);
    default:
      return evidence(guess.tie, [], [because(`difference-${guess.adjustments[0]?.kind ?? 'other'}`, params)]);
  }
};

/** What the label says of the shortfall; empty when nothing. */
function whyLess({ intents }: Reading): string {
  return (['discount', 'retention', 'dispute'] as const).find((intent) => intents.has(intent)) ?? '';
}
