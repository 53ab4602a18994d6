// An ERP put back from a backup is told by what it was seen to hold; deletions and undone matches are no such thing.
import { expect, test } from 'vitest';
import type { Host, Row } from '../../../../../connector/erp/odoo/host.ts';
import { testimonyOf } from '../../../../../connector/erp/odoo/pull/witness.ts';
import { isFault } from '../../../../../sync/fault/index.ts';

type Books = Record<string, Row[]>;

/** A record made and last changed at these minutes past eight. */
const record = (id: number, made: number, changed = made): Row => ({
  id,
  create_date: at(made),
  write_date: at(changed),
});
const at = (minute: number) => `2026-11-25 08:${String(minute).padStart(2, '0')}:00`;

const MOVES = [record(1, 0), record(2, 1), record(3, 5), record(4, 9), record(5, 10)];
const WHOLE: Books = {
  'account.move': MOVES,
  'res.partner': [record(1, 0), record(2, 3)],
  'account.partial.reconcile': [record(1, 4), record(2, 10)],
};

function hostOf(books: Books): Host {
  const newest = (model: string, limit: number) =>
    [...(books[model] ?? [])]
      .sort((a, b) => String(b['write_date']).localeCompare(String(a['write_date'])) || b.id - a.id)
      .slice(0, limit);
  const call: Host['call'] = async ({ model, named }) => ({ ok: true, value: newest(model, Number(named['limit'])) });
  return {
    call,
    async *pages(model: string, [condition]: readonly (readonly unknown[])[]) {
      const ids = condition?.[2];
      yield (books[model] ?? []).filter((row) => Array.isArray(ids) && ids.includes(row.id));
    },
  } as unknown as Host;
}

async function seenIn(...histories: Books[]) {
  let seen: Parameters<typeof testimonyOf>[2] = [];
  for (const books of histories) seen = (await told(books, seen)).witnesses;
  return seen;
}

async function told(books: Books, seen: Parameters<typeof testimonyOf>[2]) {
  const testimony = await testimonyOf(hostOf(books), 1, seen);
  if (isFault(testimony)) throw new Error(testimony.code);
  return testimony;
}

const wasRestored = async (books: Books, seen: Parameters<typeof testimonyOf>[2]) => (await told(books, seen)).restored;

const without = (moves: number[], more: Row[] = []): Books => ({
  ...WHOLE,
  'account.move': [...MOVES.filter(({ id }) => !moves.includes(id)), ...more],
});

test.each([
  ['nothing happened', WHOLE, false],
  ['work went on', without([], [record(6, 20)]), false],
  ['one entry was deleted', without([5]), false],
  ['two were deleted, and work went on', without([4, 5], [record(6, 20)]), false],
  ['a match was undone', { ...WHOLE, 'account.partial.reconcile': [record(1, 4)] }, false],
  ['a partner changed', { ...WHOLE, 'res.partner': [record(1, 0), record(2, 3, 30)] }, false],
  ['a record is as it was before its last change', { ...WHOLE, 'res.partner': [record(1, 0), record(2, 3, 2)] }, true],
  ['the newest entries are gone and nothing is newer', { ...without([4, 5]), 'account.partial.reconcile': [] }, true],
  ['other entries were made since under the same numbers', without([4, 5], [record(4, 21), record(5, 22)]), true],
  ['another match was made under the same number', { ...WHOLE, 'account.partial.reconcile': [record(2, 40)] }, true],
  ['nothing of it is left', { 'account.move': [], 'res.partner': [] }, true],
] satisfies [string, Books, boolean][])('%s', async (_, books, restored) => {
  expect(await wasRestored(books, await seenIn(WHOLE))).toBe(restored);
});

test('an entry that was gone and comes again as another was no deletion', async () => {
  const seen = await seenIn(WHOLE, without([5]), without([5]));
  expect(await wasRestored(without([5]), seen)).toBe(false);
  expect(await wasRestored(without([5], [record(5, 31)]), seen)).toBe(true);
});

test('before the first pull nothing is known', async () => {
  expect(await wasRestored(WHOLE, [])).toBe(false);
});
