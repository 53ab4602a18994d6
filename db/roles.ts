// The three roles of the database: the login that owns the schema, the application, and the scheduler.
import { type Fault, fault } from '../sync/fault/index.ts';
import type { Client } from './connection.ts';

export const APP = 'lettrage_app';
export const SCHEDULER = 'lettrage_scheduler';

/**
 * Creates the roles without login where they are missing, and lets our login take them.
 * Roles belong to the whole server, so a login without that right gets the words for its administrator.
 */
export async function ensureRoles(session: Client): Promise<Fault | null> {
  for (const role of [APP, SCHEDULER]) {
    const [state] = await session<{ exists: boolean; member: boolean; login: string; may: boolean }[]>`
      select r.rolname is not null as exists, me.rolname as login, me.rolcreaterole or me.rolsuper as may,
        me.rolsuper or (r.rolname is not null and pg_has_role(me.rolname, r.rolname, 'member')) as member
      from pg_roles me left join pg_roles r on r.rolname = ${role} where me.rolname = session_user`;
    if (!state) throw new Error('the session has no role');
    const statements = [
      ...(state.exists ? [] : [`create role ${role} nologin nobypassrls`]),
      ...(state.member ? [] : [`grant ${role} to "${state.login}"`]),
    ];
    if (statements.length > 0 && !state.may) {
      return fault('database-role-missing', {}, { role, sql: statements.join('; ') });
    }
    for (const statement of statements) await session.unsafe(statement);
  }
  return null;
}
