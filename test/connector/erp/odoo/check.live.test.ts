// What an administrator is told at a real Odoo: how far the way in goes, which rights are missing, which companies there are.
import { describe, expect, test } from 'vitest';
import { openOdoo } from '../../../../connector/erp/odoo/index.ts';
import { companiesOf } from '../../../../connector/erp/odoo/visit.ts';
import { PLAN_COMPTABLE } from '../../../../sync/model/company.ts';
import type { CheckStep } from '../../../../sync/port/erp.ts';
import { onLiveHosts } from './live.ts';
import { world } from './posting.ts';

/** By the real clock: Odoo's is compared with it. */
const now = { ...world(), clock: { ...world().clock, now: () => new Date().toISOString() } };

const STEPS: CheckStep[] = ['address', 'database', 'key', 'rights', 'journals', 'accounts', 'locks', 'tax', 'reading'];

await onLiveHosts(
  'checks',
  ({ seat, books, modern }) => {
    const access = () => ({
      url: seat.url,
      database: seat.database,
      user: 'lettrage',
      key: seat.keys['lettrage'] ?? '',
    });
    const checks = async (over: Partial<ReturnType<typeof access> & { company: number }> = {}) =>
      openOdoo({ company: 1, roles: PLAN_COMPTABLE, ...access(), ...over }, now).check();
    const failing = (found: Awaited<ReturnType<typeof checks>>) => found.filter((it) => !it.ok).map((it) => it.step);

    test('everything is in order for the user of least rights, in the order of the set-up', async () => {
      const found = await checks();
      expect(found.map((it) => it.step)).toEqual(STEPS);
      expect(failing(found)).toEqual([]);
      expect(found[0]?.says.en).toContain(`Odoo ${seat.version}.0`);
    });

    test.each([
      ['an address where nothing answers', { url: 'http://127.0.0.1:1' }, ['address']],
      ['a database that is not there', { database: 'nothere' }, ['database']],
      ['a key that is none', { key: 'x'.repeat(40) }, ['key']],
      ['a company that the user may not see', { company: 77 }, ['rights']],
    ])('%s is the step that is named, and nothing behind it', async (_, over, steps) => {
      const found = await checks(over);
      expect(failing(found)).toEqual(steps);
      expect(found.at(-1)?.step).toBe(steps[0]);
    });

    test('locks are said, the one that only advisers pass too; without any there is none', async () => {
      const said = async () => (await checks()).find((it) => it.step === 'locks')?.says.en;
      expect(await said()).toContain('no lock');
      const field = modern ? 'fiscalyear_lock_date' : 'period_lock_date';
      await books.call('res.company', 'write', {
        ids: [1],
        vals: { [field]: '2026-01-31', tax_lock_date: '2026-02-28' },
      });
      try {
        expect(await said()).toContain('nothing changes until 31 Jan 2026 included; VAT: 28 Feb 2026');
      } finally {
        await books.call('res.company', 'write', { ids: [1], vals: { [field]: false, tax_lock_date: false } });
      }
    });

    test('rights that are missing are named, with the group that gives them', async () => {
      const group = modern ? 'group_ids' : 'groups_id';
      const [user] = await books.search('res.users', [['login', '=', 'lettrage']], ['id', group]);
      const [own] = await books.search('res.groups', [['id', '=', 1]], ['id']);
      await books.call('res.users', 'write', { ids: [user.id], vals: { [group]: [[6, 0, [own.id]]] } });
      const found = await checks();
      await books.call('res.users', 'write', { ids: [user.id], vals: { [group]: [[6, 0, user[group]]] } });
      const said = found.find((it) => it.step === 'rights');
      expect(said?.ok).toBe(false);
      expect(said?.says.en).toMatch(
        /make a statement line \(account\.bank\.statement\.line, create\).*"lettrage".*"Basic"/,
      );
      expect(failing(await checks())).toEqual([]);
    });

    test('the companies of a key are told before one is chosen', async () => {
      expect(await companiesOf(access(), world())).toEqual([{ id: 1, name: 'Atelier Démo SARL' }]);
    });
  },
  ['19 json2', '14 xmlrpc'],
);

describe('checks', () => {
  test('an address that is something else is no Odoo', async () => {
    const page = async () => new Response('<html>', { status: 200 });
    const at = { url: 'http://127.0.0.1:8069', database: 'd', user: 'u', key: 'k', company: 1, roles: PLAN_COMPTABLE };
    const found = await openOdoo(at, { ...world(), fetch: page }).check();
    expect(found).toMatchObject([{ step: 'address', ok: false }]);
    expect(found[0]?.says.en).toContain('is no Odoo');
  });
});
