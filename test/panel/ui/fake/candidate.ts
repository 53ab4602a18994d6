// What is proposed for a made-up line, the entry that it would post, and what was read in the label.
import type { AdjustmentKind, Finding, Vat } from '../../../../sync/model/match.ts';
import type { CandidateView, EntryRow, ItemRow, QueueRow } from '../../../../sync/port/view.ts';
import type { Kind } from './line.ts';
import type { World } from './model.ts';

const ACCOUNTS: Readonly<Record<string, string>> = { bank_fee: '627000', discount: '665000' };

export function candidatesOf(
  world: World,
  kind: Kind,
  items: ItemRow[],
  amountMinor: number,
  certainty: QueueRow['certainty'],
): CandidateView[] {
  const take = (item: ItemRow) => ({ ...item, allocatedMinor: kind === 'part' ? amountMinor : item.residualMinor });
  const allocated = items.reduce((total, item) => total + take(item).allocatedMinor, 0);
  const fee = kind === 'fee' ? [{ kind: 'bank_fee' as AdjustmentKind, amountMinor: amountMinor - allocated }] : [];
  const first: CandidateView = {
    partyId: items[0]?.partyId ?? null,
    partyName: items[0]?.partyName ?? null,
    allocations: items.map(take),
    adjustments: fee,
    restMinor: kind === 'fee' ? 0 : amountMinor - allocated,
    certainty,
    reasons: [
      'Références et IBAN connus : vu 4 649 fois, aucune annulée',
      `N° ${items[0]?.document} cité en entier, unique parmi 1 846 factures ouvertes`,
      'IBAN déjà utilisé par ce client pour 31 règlements',
    ],
    doubts: kind === 'medium' ? ['Le nom du payeur ne ressemble qu’à moitié à celui du client'] : [],
    signature: `ref+amount+iban#${kind}`,
    reverses: null,
    entry: [],
  };
  first.entry = entryOf(world, amountMinor, first.allocations, fee, first.restMinor);
  if (kind !== 'list' && kind !== 'fee' && kind !== 'medium') return [first];
  const alone = first.allocations.slice(0, 1);
  const second: CandidateView = {
    ...first,
    allocations: alone,
    adjustments: [],
    restMinor: amountMinor - (alone[0]?.allocatedMinor ?? 0),
    certainty: 'medium',
    reasons: ['Montant proche'],
    doubts: ['Laisse de côté un numéro pourtant cité', 'Profil vu 212 fois, annulé 9 fois'],
    signature: 'amount',
  };
  second.entry = entryOf(world, amountMinor, alone, [], second.restMinor);
  return [first, second];
}

type Posted = { kind: string; amountMinor: number; account?: string | undefined; vat?: Vat | undefined };

export function entryOf(
  world: World,
  amountMinor: number,
  allocations: readonly { document?: string | null; allocatedMinor: number }[],
  adjustments: readonly Posted[],
  restMinor: number,
): EntryRow[] {
  const side = (account: string, label: string, minor: number): EntryRow => ({
    account,
    label,
    debitMinor: Math.max(0, minor),
    creditMinor: Math.max(0, -minor),
  });
  return [
    side('512001', 'Banque', amountMinor),
    ...adjustments.flatMap((it) => {
      const vatMinor = it.vat ? Math.round((it.amountMinor * it.vat.rateBp) / (10_000 + it.vat.rateBp)) : 0;
      const base = side(it.account ?? ACCOUNTS[it.kind] ?? '658000', it.kind, vatMinor - it.amountMinor);
      return it.vat && vatMinor !== 0 ? [base, side(it.vat.account, 'TVA', -vatMinor)] : [base];
    }),
    ...allocations.map((it) => side('411000', it.document ?? '', -it.allocatedMinor)),
    ...(restMinor === 0 ? [] : [side('419100', world.currency, -restMinor)]),
  ];
}

export function findingsOf(label: string, items: readonly ItemRow[]): Finding[] {
  const named = items.flatMap((item): Finding[] => {
    const at = label.indexOf(item.document ?? '\0');
    return at < 0 || !item.document ? [] : [{ type: 'invoice-number', text: item.document, at, itemId: item.itemId }];
  });
  const stray = label.indexOf('ACOMPTE');
  return [
    ...named,
    ...(stray < 0 ? [] : [{ type: 'unknown' as const, text: 'ACOMPTE', at: stray, itemId: null }]),
    ...(items.length > 1 ? [{ type: 'end-to-end' as const, text: 'VUIL-20261117-0042', at: null, itemId: null }] : []),
  ];
}
