// People sign in with what they have in a real Odoo: who they are, what they may do, and when they may no more.
import { expect, test } from 'vitest';
import { accessMark, signIn } from '../../../../connector/erp/odoo/sign-in.ts';
import { isFault } from '../../../../sync/fault/index.ts';
import { onLiveHosts } from './live.ts';
import { world } from './posting.ts';

await onLiveHosts(
  'sign_in',
  ({ seat, books, modern }) => {
    const access = (user: string, key: string) => ({ url: seat.url, database: seat.database, user, key });
    const own = () => access('lettrage', seat.keys['lettrage'] ?? '');
    const groups = modern ? 'group_ids' : 'groups_id';
    const idOf = async (name: string) => {
      const [module, xmlid] = name.split('.');
      const domain = [
        ['module', '=', module],
        ['name', '=', xmlid],
      ];
      return (await books.search('ir.model.data', domain, ['res_id']))[0].res_id;
    };
    const person = async (login: string, names: readonly string[]) => {
      const ids = [];
      for (const name of ['base.group_user', ...names]) ids.push(await idOf(name));
      const facts = { name: `Une ${login}`, login, password: `${login}-pass`, lang: 'fr_FR', tz: 'Europe/Paris' };
      return books.create('res.users', { ...facts, [groups]: [[6, 0, ids]] });
    };

    test.each([
      ['manager', ['account.group_account_manager'], 'manager'],
      ['owner', ['account.group_account_manager', 'base.group_system'], 'administrator'],
      ['bookkeeper', ['account.group_account_user'], 'bookkeeper'],
      ['invoicing', ['account.group_account_invoice'], 'reader'],
    ])('a %s comes in with a password, as what their groups say', async (login, names, role) => {
      const id = await person(login, names);
      expect(await signIn(access(login, `${login}-pass`), world())).toEqual({
        ...{ id, name: `Une ${login}`, role, companies: [1], language: 'fr', zone: 'Europe/Paris' },
      });
    });

    test('an API key is as good as a password', async () => {
      expect(await signIn(own(), world())).toMatchObject({ name: 'Lettrage', role: 'bookkeeper' });
    });

    test.each([
      ['a wrong password', 'controle', 'wrong', 'sign-in-refused'],
      ['an unknown name', 'nobody', 'controle', 'sign-in-refused'],
      ['no name at all', '', '', 'sign-in-refused'],
    ])('%s is refused', async (_, login, password, code) => {
      const found = await signIn(access(login, password), world());
      expect(isFault(found) && found.code).toBe(code);
    });

    test('without rights in accounting nobody comes in', async () => {
      await person('stock', []);
      const found = await signIn(access('stock', 'stock-pass'), world());
      expect(isFault(found) && found.code).toBe('role-missing');
    });

    test('a change of groups, and an end, are seen with the program’s own key', async () => {
      const id = await person('leaving', ['account.group_account_user']);
      const mark = await accessMark(own(), id, world());
      expect(typeof mark).toBe('string');
      expect(await accessMark(own(), id, world())).toBe(mark);
      await books.call('res.users', 'write', { ids: [id], vals: { [groups]: [[4, await idOf('base.group_system')]] } });
      expect(await accessMark(own(), id, world())).not.toBe(mark);
      await books.call('res.users', 'write', { ids: [id], vals: { active: false } });
      expect(await accessMark(own(), id, world())).toBeNull();
      const found = await signIn(access('leaving', 'leaving-pass'), world());
      expect(isFault(found) && found.code).toBe('sign-in-refused');
    });
  },
  ['19 json2', '14 xmlrpc'],
);
