// The words of "Disputes and claims".
import type { claim as fr } from '../fr/claim.ts';
import type { Shape } from '../shape.ts';

export const claim: Shape<typeof fr> = {
  claims: {
    title: 'Disputes and claims',
    open: (n, amount) => `${n} open, ${amount}`,
    none: 'No claim.',
    noneNext: 'On a line paid short: Q, then Contested or Undue discount. The item stays due and shows up here.',
    since: 'Since',
    what: 'Reason',
    amount: 'Claimed',
    act: 'Close',
    accepted: 'Customer is right',
    dropped: 'Let go',
    reopen: 'Open again',
    saved: 'Claim updated',
    idle: 'A claim ends by itself when the item is paid. The credit note or loss is entered in the accounting program.',
    state: { settled: 'paid', gone: 'undone' },
  },
};
