// Signal: what is special about the customer, the account or the payer, whatever the line says. Its value is empty.
import type { AccountRole } from '../../model/ledger.ts';
import type { Reason } from '../../model/match.ts';
import type { PartyId } from '../../model/party.ts';
import { isPayable } from '../hypotheses/hypothesis.ts';
import { collectiveOf } from '../reading/collective.ts';
import type { Reading } from '../reading/reading.ts';
import { because, evidence, type Signal, type Situation } from '../situation.ts';
import { plain } from '../squash.ts';

/** Accounts whose lines are settled like invoices; on the others (doubtful, retention, bills, advances) a person decides. */
const ORDINARY: ReadonlySet<AccountRole> = new Set<AccountRole>(['receivable', 'other']);

export const standing: Signal = (guess, at) => {
  const doubts: Reason[] = [];
  guess.shares.forEach(({ slot: { item } }, i) => {
    const seen = guess.shares.findIndex(({ slot }) => slot.item.partyId === item.partyId) < i;
    if (!seen) addOfParty(doubts, item.partyId, at);
  });
  const odd = guess.shares.find(
    ({ slot }) => !ORDINARY.has(slot.item.role) && !(guess.extent === 'offset' && isPayable(slot)),
  );
  if (odd) doubts.push(because('special-account', { account: odd.slot.item.account }));
  if (isFactor(at.reading)) doubts.push(because('factor-pays'));
  if (at.reading.sign < 0 && guess.shares.length > 0) doubts.push(because('money-out'));
  return evidence('', [], doubts);
};

/** By its name, or where the bank gives the payer in the label only. */
function isFactor({ payer, label }: Reading): boolean {
  return (
    payer.collective === 'factor' ||
    (payer.how === 'absent' && collectiveOf(label.plain, null, NO_ACCOUNTS) === 'factor')
  );
}

const NO_ACCOUNTS: ReadonlySet<string> = new Set();

function addOfParty(doubts: Reason[], id: PartyId | null, { items, parties, memory, reading }: Situation): void {
  const party = parties.get(id);
  if (party?.shared) doubts.push(because('shared-account', { name: party.name }));
  const since = id === null ? undefined : memory.insolvent[id];
  if (since !== undefined) doubts.push(because('insolvent', { name: party?.name ?? '', day: since }));
  else if (items.isDoubtful(id) || isUnderCourt(party?.name) || isUnderCourt(reading.line.counterparty))
    doubts.push(because('doubtful', { name: party?.name ?? '' }));
}

/** What books and banks write beside the name of a firm that a court has taken in hand. */
function isUnderCourt(name: string | null | undefined): boolean {
  return name != null && COURT.test(plain(name));
}

const COURT =
  /\b(?:LIQUIDATION|REDRESSEMENT JUDICIAIRE|EN REDRESSEMENT|EN SAUVEGARDE|PROCEDURE COLLECTIVE|LIQUIDATEUR|MANDATAIRE JUDICIAIRE|IN ADMINISTRATION|IN RECEIVERSHIP|INSOLVENZ\w*|IN INSOLVENZ|CONCURSO|FALLIMENTO|IN LIQUIDAZIONE|FAILLITE|FAILLISSEMENT)\b|\((?:LJ|RJ|I\.?L\.?)\)/;
