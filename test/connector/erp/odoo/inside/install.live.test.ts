// The addon installed, updated and removed in an Odoo where Lettrage worked before: nothing that was made there is lost or made twice.
import { beforeAll, describe, expect, test } from 'vitest';
import { isFault } from '../../../../../sync/fault/index.ts';
import type { NewBankLine, NewStatement } from '../../../../../sync/port/erp.ts';
import { bankLine } from '../../../../db/sample.ts';
import { type Seat, seatAt, withAddon } from '../../../../odoo/ask.ts';
import { type Books, openBooks } from '../books.ts';
import { productOn } from '../posting.ts';

const seat = await seatAt('19', 'install');
const where = 'absent' in seat ? seat.absent : 'with the addon';

describe.skipIf('absent' in seat)(`the addon comes and goes on live Odoo 19 (${where})`, { timeout: 400_000 }, () => {
  const at = seat as Seat;
  let books: Books;
  let journal = '';

  beforeAll(async () => {
    books = await openBooks(at);
    journal = (await books.search('account.journal', [['type', '=', 'bank']], ['code']))[0].code;
    for (const id of ['NEW', 'OLD1']) await made(id);
    await namedAsBefore('OLD1');
    const { code, log } = await withAddon(at, false);
    expect(code, log.slice(-2_000)).toBe(0);
  });

  const fileOf = (id: string): [NewStatement[], NewBankLine[]] => {
    const line = bankLine(id, 12_000, { bookingDay: '2026-06-15', valueDay: '2026-06-15', label: `VIR ${id}` });
    const statement = {
      ...{ id, journal, number: id, day: '2026-06-15' as const },
      ...{ openingMinor: 0, closingMinor: 12_000 },
    };
    return [[statement], [{ line, journal, statementId: id }]];
  };

  /** As the import makes it; asked again, the same. */
  async function made(id: string): Promise<string[]> {
    const lines = await productOn(at).makeLines(...fileOf(id));
    if (isFault(lines)) throw new Error(lines.code);
    return lines.map(({ erpId }) => erpId);
  }

  /** The names that panels gave before they learned what Odoo does with them: of statement, line and entry. */
  async function namedAsBefore(id: string): Promise<void> {
    const rows = await books.search(
      'ir.model.data',
      [
        ['module', '=', 'lettrage_bank'],
        ['name', 'like', id],
      ],
      ['model'],
    );
    expect(rows.map((it) => it.model).sort()).toEqual([
      ...['account.bank.statement', 'account.bank.statement.line', 'account.move'],
    ]);
    await books.call('ir.model.data', 'write', { ids: rows.map((it) => it.id), vals: { module: 'lettrage' } });
  }

  const standing = async () =>
    (await books.search('account.bank.statement.line', [], ['payment_ref'])).map((it) => it.payment_ref).sort();
  const statements = async () => (await books.search('account.bank.statement', [], ['name'])).map((it) => it.name);
  const idOf = async (id: string) =>
    (await books.search('account.bank.statement.line', [['payment_ref', '=', `VIR ${id}`]], ['id'])).map(
      (it) => `stl/${it.id}`,
    );

  async function immediately(method: 'button_immediate_upgrade' | 'button_immediate_uninstall'): Promise<void> {
    const [addon] = await books.search('ir.module.module', [['name', '=', 'lettrage']], ['state']);
    expect(addon.state).toBe('installed');
    await books.call('ir.module.module', method, { ids: [addon.id] });
  }

  test('installed: bank lines made before stay, under new names and old', async () => {
    expect(await standing()).toEqual(['VIR NEW', 'VIR OLD1']);
    expect((await statements()).sort()).toEqual(['NEW', 'OLD1']);
  });

  test('installed: a file that is read again finds its lines, and makes none twice', async () => {
    for (const id of ['NEW', 'OLD1']) expect(await made(id)).toEqual(await idOf(id));
    expect(await standing()).toEqual(['VIR NEW', 'VIR OLD1']);
  });

  test('updated: lines of an older panel that worked on beside it stay too', async () => {
    await made('OLD2');
    await namedAsBefore('OLD2');
    await immediately('button_immediate_upgrade');
    expect(await standing()).toEqual(['VIR NEW', 'VIR OLD1', 'VIR OLD2']);
    expect(await made('OLD2')).toEqual(await idOf('OLD2'));
  });

  test('updated: a line that has both names loses the old one only', async () => {
    const id = Number((await idOf('OLD2'))[0]?.slice('stl/'.length));
    await books.create('ir.model.data', {
      ...{ module: 'lettrage', name: 'stl_OLD2', model: 'account.bank.statement.line', res_id: id },
    });
    await immediately('button_immediate_upgrade');
    expect(await standing()).toEqual(['VIR NEW', 'VIR OLD1', 'VIR OLD2']);
  });

  test('removed: they stay, and a file that is read again finds them', async () => {
    await made('OLD3');
    await namedAsBefore('OLD3');
    await immediately('button_immediate_uninstall');
    expect(await standing()).toEqual(['VIR NEW', 'VIR OLD1', 'VIR OLD2', 'VIR OLD3']);
    expect(await made('OLD3')).toEqual(await idOf('OLD3'));
    expect((await statements()).sort()).toEqual(['NEW', 'OLD1', 'OLD2', 'OLD3']);
  });
});
