// The addon installed in an Odoo that worked beside Lettrage without it: nothing that was made there before is lost.
import { describe, expect, test } from 'vitest';
import { isFault } from '../../../../../sync/fault/index.ts';
import { bankLine } from '../../../../db/sample.ts';
import { type Seat, seatAt, withAddon } from '../../../../odoo/ask.ts';
import { openBooks } from '../books.ts';
import { productOn } from '../posting.ts';

const seat = await seatAt('19', 'install');
const where = 'absent' in seat ? seat.absent : 'with the addon';

describe.skipIf('absent' in seat)(`installing on live Odoo 19 (${where})`, { timeout: 400_000 }, () => {
  test('bank lines made before stay', async () => {
    const at = seat as Seat;
    const books = await openBooks(at);
    const [journal] = await books.search('account.journal', [['type', '=', 'bank']], ['code']);
    const line = bankLine('S1', 12_000, { bookingDay: '2026-06-15', valueDay: '2026-06-15', label: 'VIR DUPONT' });
    const statement = {
      ...{ id: 'S1', journal: journal.code, number: '1', day: '2026-06-15' as const },
      ...{ openingMinor: 0, closingMinor: 12_000 },
    };
    const made = await productOn(at).makeLines([statement], [{ line, journal: journal.code, statementId: 'S1' }]);
    if (isFault(made)) throw new Error(made.code);
    const standing = async () =>
      (await books.search('account.bank.statement.line', [], ['payment_ref'])).map((it) => it.payment_ref).sort();
    expect(await standing()).toEqual(['VIR DUPONT']);
    const { code, log } = await withAddon(at, false);
    expect(code, log.slice(-2_000)).toBe(0);
    expect(await standing()).toEqual(['VIR DUPONT']);
  });
});
