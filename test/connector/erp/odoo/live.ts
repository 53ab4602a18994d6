// The live hosts that the suites run on: each version with each of its wires, or the reason why one cannot be had.
import { describe } from 'vitest';
import type { Erp } from '../../../../sync/port/erp.ts';
import { type Seat, seatAt, withAddon } from '../../../odoo/ask.ts';
import { type Books, openBooks } from './books.ts';
import { asBefore19, productOn } from './posting.ts';

const HOSTS = [
  ['19', 'json2', ''],
  ['19', 'json2', ' addon'],
  ['19', 'xmlrpc', ''],
  ['19', 'xmlrpc', ' as before 19'],
  ['14', 'xmlrpc', ''],
] as const;
const PLAIN = ['19 json2', '19 xmlrpc', '14 xmlrpc'];
/** What writes is proved with the addon too, which takes a decision in one call. */
export const WITH_ADDON = ['19 json2', '19 json2 addon', '19 xmlrpc', '14 xmlrpc'];

/** A test makes some twenty calls, of 0.1 s on a quiet machine. */
const TEST_MS_MAX = 240_000;

/** The way of 17 and 18, which are not here: that of 19 without what only 19 has. */
export const BEFORE_19 = '19 xmlrpc as before 19';

export type Stage = { seat: Seat; books: Books; erp: Erp; wire: 'json2' | 'xmlrpc'; modern: boolean; addon: boolean };

/** Runs a suite on every host, each with a database of its own; skipped by name where there is no such Odoo. `only`: these of them ('19 json2 addon'). */
export async function onLiveHosts(
  name: string,
  suite: (stage: Stage) => void,
  only: readonly string[] = PLAIN,
): Promise<void> {
  for (const [version, wire, as] of HOSTS) {
    if (!only.includes(`${version} ${wire}${as}`)) continue;
    const addon = as === ' addon';
    const seat = await seatAt(version, `${name}_${wire}`);
    if ('absent' in seat) {
      describe.skip(`${name} on live Odoo ${version} by ${wire}: ${seat.absent}`, () =>
        // What a suite takes apart at its head is there, and none of its tests runs.
        suite({ books: {} } as Stage));
      continue;
    }
    if (addon) {
      const { code, log } = await withAddon(seat, false);
      if (code !== 0) throw new Error(log.slice(-2_000));
    }
    const books = await openBooks(seat);
    describe(`${name} on live Odoo ${version} by ${wire}${as}`, { timeout: TEST_MS_MAX }, () => {
      const erp = productOn(seat, wire, seat.url, {}, as === ' as before 19' ? asBefore19 : fetch);
      suite({ seat, books, erp, wire, modern: version === '19', addon });
    });
  }
}
