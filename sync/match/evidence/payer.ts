// Signal: what the payer has to do with the customer of the guess.
import type { Reason } from '../../model/match.ts';
import type { Party } from '../../model/party.ts';
import { abbreviates, formsDiffer, nameWords } from '../company-name.ts';
import type { Hypothesis } from '../hypotheses/hypothesis.ts';
import { because, evidence, type Signal, type Situation } from '../situation.ts';
import { squash } from '../squash.ts';
import { isNamed } from './reference.ts';

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
    return known ? evidence(who.how, [reason], mistaken(guess, at)) : evidence(who.how, [], [reason]);
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

/**
 * Without a reference, a payer's name or account that another customer may have just as well says less than it seems: the bank's
 * column ends where the longer name goes on, or one firm has two customer accounts and the bank account stands on one.
 */
function mistaken(guess: Hypothesis, at: Situation): Reason[] {
  const { payer: who, line } = at.reading;
  if (isNamed(guess, at.reading)) return [];
  const own = at.parties.get(guess.partyId);
  const [twin] = own && who.how === 'account' ? at.parties.namesakes(own) : [];
  if (twin) return [because('name-twice', { name: twin.name })];
  const shown = line.counterparty?.trimEnd() ?? '';
  if (own && who.how === 'account' && isSomebodyElse(shown, own, at))
    return [because('account-lent', { payer: shown, name: own.name })];
  if (own && who.how !== 'account' && formsDiffer(shown, own.name))
    return [because('form-other', { payer: shown, name: own.name })];
  const cut = NAME_COLUMNS.some((column) => shown.length === column || shown.length === column - 1)
    ? squash(shown)
    : '';
  const longer = cut === '' ? undefined : who.similar.find((party) => goesOn(squash(party.name), cut));
  return longer ? [because('name-cut', { name: longer.name })] : [];
}

/**
 * The account is this customer's in the books, and the bank calls its holder something else altogether: a manager, an accountant
 * or a parent who pays for others too. Unless a person has said before that this name pays for the customer.
 */
function isSomebodyElse(shown: string, own: Party, { parties, memory }: Situation): boolean {
  const { best, full, part } = parties.fit(shown);
  if ([...best, ...full, ...part].some((named) => named.party === own)) return false;
  const words = nameWords(shown);
  if (words.length === 0 || parties.alias(memory, 'name', shown)?.partyId === own.id) return false;
  const place = nameWords(own.city ?? '');
  const names = nameWords(own.name).filter((word) => !place.includes(word));
  return names.length > 0 && !words.some((word) => names.some((name) => abbreviates(word, name)));
}

/** Columns at which banks cut names: 27 of MT940, 32 of CFONB, 35 of ISO 20022's older forms. */
const NAME_COLUMNS = [27, 32, 35];

function goesOn(name: string, cut: string): boolean {
  return name.length > cut.length && name.startsWith(cut);
}
