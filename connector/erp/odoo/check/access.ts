// The way in, step by step: the address, the database behind it, the key, and what the key's user may do.
import { dayText } from '../../../../sync/fault/day.ts';
import { type Fault, isFault } from '../../../../sync/fault/index.ts';
import { type Day, daysBetween, parseDay } from '../../../../sync/model/day.ts';
import type { Check, World } from '../../../../sync/port/erp.ts';
import { findTransport, type Host } from '../host.ts';
import type { Credentials } from '../transport/transport.ts';
import { WIRE_LIMITS } from '../transport/transport.ts';
import { greeting } from './greeting.ts';
import { failed, inOrder, toDo } from './say.ts';

/** Two clocks decide which records count as changed. */
const CLOCK_SECONDS_MAX = 300;
/** So many days before its end a key is asked to be replaced. */
export const KEY_DAYS_MIN = 21;

const GROUP = ['le groupe « Basic » de la comptabilité', 'the accounting group "Basic"'] as const;

/** What the work needs of the user, by model. Nothing is asked for that is not used. */
const RIGHTS = [
  ['account.move.line', 'read', 'lire les écritures', 'read journal items'],
  ['account.move.line', 'write', 'lettrer', 'match journal items'],
  ['account.move', 'create', 'passer une écriture', 'post an entry'],
  ['account.partial.reconcile', 'read', 'lire les lettrages', 'read matches'],
  ['account.bank.statement', 'create', 'créer un relevé', 'make a statement'],
  ['account.bank.statement.line', 'create', 'créer une ligne de relevé', 'make a statement line'],
  ['account.bank.statement.line', 'write', 'rapprocher une ligne de relevé', 'match a statement line'],
  ['res.partner', 'read', 'lire les clients', 'read customers'],
  ['res.partner.bank', 'read', 'lire leurs comptes bancaires', 'read their bank accounts'],
] as const;

/** Its version is only told; what it can do was probed. */
export async function address({ url }: Credentials, world: World, wire = ''): Promise<Check> {
  const found = await greeting(url, world);
  const at = new URL(url).origin;
  if (found === null) {
    const fr = `rien ne répond à ${at} : vérifiez l’adresse, le pare-feu et le certificat`;
    return toDo('address', [fr, `nothing answers at ${at}: check address, firewall and certificate`]);
  }
  if (found.version === null) {
    const fr = `${at} répond, mais ce n’est pas Odoo : donnez l’adresse de sa page de connexion`;
    return toDo('address', [fr, `${at} answers, but is no Odoo: give the address of its sign-in page`]);
  }
  const said = `Odoo ${found.version}, ${at}${wire}`;
  const { seconds } = found;
  if (Math.abs(seconds) <= CLOCK_SECONDS_MAX) return inOrder('address', [said, said]);
  const fr = `${said} ; son horloge diffère de ${seconds} s : réglez les deux par NTP`;
  return toDo('address', [fr, `${said}; its clock is ${seconds} s apart: set both by NTP`]);
}

/** Of an Odoo that could not be worked with: how far the way in went, and what ended it. */
export async function wayIn(credentials: Credentials, refusal: Fault, world: World): Promise<Check[]> {
  const answered = await address(credentials, world);
  if (!answered.ok) return [answered];
  const transport = await findTransport(credentials, world, WIRE_LIMITS);
  if (!isFault(transport)) {
    const missing = await rights(transport, credentials);
    // Rights in order: the refusal is of the company, or of something that no right gives.
    const last = missing.ok ? failed('rights', refusal) : missing;
    return [answered, database(credentials), key(credentials, null, null), last];
  }
  const { user, database: name } = credentials;
  if (transport.code === 'erp-denied') {
    const fr = `Odoo ne reconnaît pas la clé de « ${user} » dans cette base : elle a expiré, a été retirée ou est mal copiée`;
    const en = `Odoo does not know the key of "${user}" in this database: it ended, was taken away or copied wrongly`;
    return [answered, database(credentials), toDo('key', [fr, en])];
  }
  if (transport.code !== 'erp-refused' && transport.code !== 'erp-unexpected') return [failed('address', transport)];
  const fr = `Odoo n’ouvre pas la base « ${name} » : vérifiez son nom, majuscules comprises`;
  return [answered, toDo('database', [fr, `Odoo does not open the database "${name}": check its name, capitals too`])];
}

export function database({ database: name }: Credentials): Check {
  return inOrder('database', [name, name]);
}

/** `until`: the key's last day, null where none is known; `today` null where that does not matter. */
export function key({ user }: Credentials, until: Day | null, today: Day | null): Check {
  if (until === null) return inOrder('key', [`${user}, sans fin connue`, `${user}, no end known`]);
  const left = today === null ? null : daysBetween(today, until);
  if (left === null || left > KEY_DAYS_MIN) {
    return inOrder('key', [`${user}, jusqu’au ${dayText(until, 'fr')}`, `${user}, until ${dayText(until, 'en')}`]);
  }
  const fr = `${user}, expire le ${dayText(until, 'fr')} : créez une autre clé dans Odoo et donnez-la ici (ou à LETTRAGE_ERP_KEY)`;
  return toDo('key', [
    fr,
    `${user}, ends on ${dayText(until, 'en')}: make another key in Odoo and give it here (or to LETTRAGE_ERP_KEY)`,
  ]);
}

export function dayOf(world: World): Day | null {
  return parseDay(world.clock.now().slice(0, 10));
}

/** Each right that is missing by what it is for, with the group that gives it. */
export async function rights(host: Pick<Host, 'call'>, { user }: Credentials): Promise<Check> {
  const missing: (typeof RIGHTS)[number][] = [];
  for (const right of RIGHTS) if (!(await may(host, right[0], right[1]))) missing.push(right);
  if (missing.length === 0) return inOrder('rights', ['suffisants', 'sufficient']);
  const list = (at: 2 | 3) => missing.map((right) => `${right[at]} (${right[0]}, ${right[1]})`).join(', ');
  const fr = `il manque : ${list(2)} ; donnez à « ${user} » ${GROUP[0]}, dans Odoo, Réglages, Utilisateurs`;
  return toDo('rights', [fr, `missing: ${list(3)}; give "${user}" ${GROUP[1]}, in Odoo, Settings, Users`]);
}

/** The question goes by another name since 18. */
async function may(host: Pick<Host, 'call'>, model: string, operation: string): Promise<boolean> {
  const modern = await host.call({ model, method: 'has_access', effect: 'read', ids: [], named: { operation } });
  if (modern.ok) return modern.value === true;
  const named = { operation, raise_exception: false };
  const old = await host.call({ model, method: 'check_access_rights', effect: 'read', named });
  return old.ok && old.value === true;
}
