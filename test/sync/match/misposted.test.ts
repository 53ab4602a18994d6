// Proves what is said of receipts on the wrong customer's account: each case with its near miss, in an accountant's words.
import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { openIndex } from '../../../sync/match/index.ts';
import { misposted } from '../../../sync/match/misposted.ts';
import type { OpenItem } from '../../../sync/model/ledger.ts';
import { formatMinor } from '../../../sync/model/money.ts';
import { type Case, readCases } from './case-file.ts';

const FOLDER = new URL('../../fixtures/misposted/', import.meta.url).pathname;

for (const file of readdirSync(FOLDER).sort()) {
  describe(file.replace(/\.case$/, '').replaceAll('-', ' '), () => {
    for (const one of readCases(FOLDER + file)) {
      test(`${one.title} (${one.place})`, () => {
        const said = sentences(one);
        expect(one.expected.map((it) => it.text)).toEqual(said);
        const turned = { ...one, items: [...one.items].reverse(), parties: [...one.parties].reverse() };
        expect(sentences(turned), 'the order of items and customers says nothing').toEqual([...said].reverse());
      });
    }
  });
}

/** One sentence for each credit of the case, in their order. */
function sentences(one: Case): string[] {
  const credits = one.items.filter((item) => item.residualMinor < 0 && isAsked(item, one));
  const open = one.items.filter((item) => item.residualMinor !== 0);
  const index = openIndex(
    open,
    one.parties,
    one.items.filter((item) => item.residualMinor === 0),
  );
  const receipts = one.items
    .filter((item) => item.residualMinor < 0)
    .map((item) => ({ item, line: one.lines.find((line) => line.id === item.id) ?? null }));
  const found = new Map(misposted(receipts, index, one.memory).map((it) => [it.creditId, it]));
  return credits.map((credit) => {
    const it = found.get(credit.id);
    if (!it) return 'nothing';
    expect(it.allocations.reduce((sum, { amountMinor }) => sum + amountMinor, 0)).toBe(0);
    const debits = it.allocations.filter(({ amountMinor }) => amountMinor > 0);
    const items = debits
      .map(({ itemId, amountMinor }) => `${itemId} ${formatMinor(amountMinor, credit.currency)}`)
      .sort();
    const why = [
      it.reasons[0]?.key,
      ...(it.doubts.length > 0 ? [`because ${it.doubts.map(({ key }) => key).join(', ')}`] : []),
    ];
    const what = `${items.join(', ')}, ${why.join(' ')}`;
    return it.explained
      ? `look at ${credit.id} of ${it.holderId}: ${what}`
      : `move ${credit.id} from ${it.holderId} to ${it.partyId}: ${what}`;
  });
}

/** Credit notes are asked about only where a case is about them alone. */
function isAsked(item: OpenItem, { items }: Case): boolean {
  return item.kind === 'payment' || !items.some((other) => other.kind === 'payment');
}
