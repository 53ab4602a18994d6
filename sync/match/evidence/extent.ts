// Signal: which and how many items, and whether the choice of them is proved.
import { because, evidence, type Signal } from '../situation.ts';

export const extent: Signal = (guess) => {
  const count = guess.shares.length;
  const value = guess.proof.chance === 'rare' ? guess.extent : `${guess.extent}~${guess.proof.chance}`;
  const doubts = [];
  if (guess.proof.state === 'several') doubts.push(because('several', { count }));
  if (guess.proof.state === 'unfinished') doubts.push(because('unfinished', { count }));
  if (guess.proof.chance === 'common') doubts.push(because('chance', { count }));
  switch (guess.extent) {
    case 'balance':
      return evidence(value, [because('balance', { count })], doubts);
    case 'sum-2':
    case 'sum-3':
    case 'sum-5':
      return evidence(value, guess.proof.state === 'proven' ? [because('sum-only', { count })] : [], doubts);
    case 'subset':
      return evidence(value, [], [because('subset', { count }), ...doubts]);
    case 'credit':
      return evidence(value, [], [because('credit-unnamed', { number: creditNumber(guess.shares) }), ...doubts]);
    case 'completed':
      return evidence(value, [], [because('list-completed', { count }), ...doubts]);
    case 'offset':
      return evidence(value, [because('offset-agreement', { count })], doubts);
    case 'lot':
      return evidence(value, [], count === 0 ? [because('nothing-ties')] : [because('spread', { count }), ...doubts]);
    default:
      return evidence(value, [], doubts);
  }
};

function creditNumber(shares: Parameters<Signal>[0]['shares']): string {
  return shares.find((share) => share.slot.residual < 0)?.slot.item.document ?? '';
}
