// Whose money a receipt on an account is, by what it says: a whole number of one other customer's open items, or that customer's name or bank account.
import type { Reason } from '../model/match.ts';
import type { Party, PartyId } from '../model/party.ts';
import { formsDiffer } from './company-name.ts';
import type { Index } from './index.ts';
import type { Slot } from './open-items.ts';
import type { Intent, Mention, Reading } from './reading/reading.ts';
import { because } from './situation.ts';

export type Pointed = { partyId: PartyId; debits: readonly Slot[]; reasons: Reason[]; doubts: Reason[] };

/** Numbers that stand for one document by themselves; orders and shortened ones may be another firm's. */
const EXACT: ReadonlySet<Mention['kind']> = new Set(['whole', 'scheme', 'e2e', 'tail', 'range']);
const KNOWN: ReadonlySet<string> = new Set(['account', 'alias', 'ultimate', 'name']);
const OTHER_MONEY: readonly Intent[] = ['return', 'refund', 'internal', 'compensation', 'purpose'];

/** The other customer's items that this credit pays to the cent, as all readings of it agree; null where they leave a choice. */
export function pointsAt(credit: Slot, holder: Party, readings: readonly Reading[], index: Index): Pointed | null {
  if (readings.some(({ intents }) => OTHER_MONEY.some((intent) => intents.has(intent)))) return null;
  const mentions = readings
    .flatMap((it) => it.mentions.filter(({ kind, excluded }) => kind !== 'weak' && !excluded))
    .flatMap(documented);
  return mentions.length > 0
    ? byNumber(credit, holder, mentions, readings, index)
    : byPayer(credit, holder, readings, index);
}

/** Receipts of one day may bear one number, that of the statement: it names no document. */
function documented(mention: Mention): Mention[] {
  const slots = mention.slots.filter(({ item }) => item.kind !== 'payment');
  return slots.length === 0 ? [] : [{ ...mention, slots }];
}

/** All numbers are open items of one other customer, and together the amount. */
function byNumber(
  credit: Slot,
  holder: Party,
  mentions: readonly Mention[],
  readings: readonly Reading[],
  index: Index,
): Pointed | null {
  const debits = [...new Set(mentions.flatMap((mention) => mention.slots))];
  const partyId = debits[0]?.item.partyId ?? null;
  const customer = index.parties.get(partyId);
  if (!customer || customer.id === holder.id) return null;
  if (debits.some((slot) => slot.paid || slot.item.partyId !== partyId)) return null;
  if (debits.reduce((sum, slot) => sum + slot.residual, 0) !== -credit.residual) return null;
  const payer = payerOf(readings);
  const isHis = payer?.id === customer.id;
  const isExact = mentions.some(({ kind, after }) => EXACT.has(kind) && after === null);
  if (!isExact && !isHis) return null;
  // A third customer in the label may be whose document it is.
  if (readings.some(({ named }) => named.some(({ id }) => id !== holder.id && id !== customer.id))) return null;
  const byHolder = !isHis && (payer?.id === holder.id || (names(readings, holder) && !names(readings, customer)));
  const [mention] = mentions;
  const numbers =
    debits.length > 1
      ? because('reference-list', { count: debits.length })
      : because(`reference-${mention!.kind}`, { text: mention!.text, number: debits[0]!.item.document ?? '' });
  return {
    partyId: customer.id,
    debits,
    reasons: [said(byHolder, holder, customer, debits), numbers, ...(isHis ? payerReasons(readings, customer) : [])],
    doubts: byHolder && !isGroup(holder, customer, index) ? [because('payer-other', { payer: holder.name })] : [],
  };
}

/** Without a number: the payer is one other customer for certain, and owes one item of just this amount. */
function byPayer(credit: Slot, holder: Party, readings: readonly Reading[], index: Index): Pointed | null {
  const customer = payerOf(readings);
  if (!customer || customer.id === holder.id || customer.shared) return null;
  // Firms of one group pay for each other: whose name it is says little about whose invoice it is.
  if (isGroup(holder, customer, index) || index.parties.namesakes(customer).length > 0) return null;
  // Part of the money was the holder's already, or the label speaks of a document or a customer that nobody here knows.
  if (credit.residual !== credit.item.amountMinor || readings.some(({ unknown }) => unknown.length > 0)) return null;
  // The ledger's own words name whom it was booked on; the bank's must not.
  if (readings[0]?.named.some(({ id }) => id !== customer.id)) return null;
  const debits = index.items.ofPartyWithAmount(customer.id, credit.item.currency, -credit.residual);
  if (debits.length !== 1) return null;
  const reasons = [said(false, holder, customer, debits), ...payerReasons(readings, customer)];
  return { partyId: customer.id, debits, reasons, doubts: [] };
}

/** Who paid, where the bank says it and nobody else could be meant. */
function payerOf(readings: readonly Reading[]): Party | null {
  for (const { payer, line } of readings) {
    const [party, other] = payer.parties;
    if (!party || other || payer.collective !== null || payer.similar.length > 0 || !KNOWN.has(payer.how)) continue;
    if (payer.how === 'name' && formsDiffer(line.counterparty ?? '', party.name)) continue;
    return party;
  }
  return null;
}

function payerReasons(readings: readonly Reading[], { name }: Party): Reason[] {
  const how = readings.find(({ payer }) => KNOWN.has(payer.how))?.payer;
  return how ? [because(`payer-${how.how}`, { name, count: how.confirmed })] : [];
}

function names(readings: readonly Reading[], { id }: Party): boolean {
  return readings.some(({ named, payer }) => [...named, ...payer.parties].some((party) => party.id === id));
}

function isGroup({ id }: Party, other: Party, { parties }: Index): boolean {
  return parties.groupOf(id).some((member) => member.id === other.id);
}

function said(byHolder: boolean, holder: Party, customer: Party, debits: readonly Slot[]): Reason {
  const documents = debits.map(({ item }) => item.document ?? item.label).join(', ');
  return because(byHolder ? 'paid-for-other' : 'misposted', { holder: holder.name, name: customer.name, documents });
}
