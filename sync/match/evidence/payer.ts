// Signal: what the payer has to do with the customer of the guess.
import { because, evidence, type Signal } from '../situation.ts';

/** Payers by whom a customer counts as identified, independently of any reference. */
export const IDENTIFIED: ReadonlySet<string> = new Set(['account', 'alias', 'ultimate', 'name', 'near']);

export const payer: Signal = (guess, at) => {
  const { payer: who, named } = at.reading;
  const id = guess.partyId;
  const name = at.parties.get(id)?.name ?? '';
  const payerName = who.parties[0]?.name ?? at.reading.line.counterparty ?? '';
  const params = { name, payer: payerName, account: at.reading.line.counterpartyAccount ?? '' };
  if (id !== null && who.parties.some((party) => party.id === id)) {
    const known = IDENTIFIED.has(who.how) || who.how === 'part';
    const reason = because(`payer-${who.how}`, {
      ...params,
      count: who.how === 'alias' ? who.confirmed : who.parties.length,
    });
    return known ? evidence(who.how, [reason]) : evidence(who.how, [], [reason]);
  }
  const collective = who.collective === 'public' ? 'public' : 'collective';
  if (who.collective !== null) return evidence(collective, [], [because(`collective-${who.collective}`, params)]);
  if (id !== null && named.some((party) => party.id === id)) return evidence('text', [because('payer-text', params)]);
  if (who.parties.length > 0) {
    const group = who.parties.some((party) => at.parties.groupOf(party.id).some((member) => member.id === id));
    return group
      ? evidence('group', [because('payer-group', params)])
      : evidence('other', [], [because('payer-other', params)]);
  }
  return who.how === 'absent'
    ? evidence('absent', [], [because('payer-absent')])
    : evidence('stranger', [], [because('payer-stranger', params)]);
};
