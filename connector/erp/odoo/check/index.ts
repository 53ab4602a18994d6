// What stands in the way of working beside this Odoo, in the order in which it is set up; `lettrage doctor` and the set-up show this one list.
import { type Fault, isFault } from '../../../../sync/fault/index.ts';
import type { Check, World } from '../../../../sync/port/erp.ts';
import type { Chart } from '../chart.ts';
import type { Host } from '../host.ts';
import { books } from '../pull/books.ts';
import type { Credentials } from '../transport/transport.ts';
import { address, database, dayOf, key, rights, wayIn } from './access.ts';
import { accounts, journals, locks, reading, tax } from './books.ts';
import { failed } from './say.ts';

export async function checksOf(host: Host, chart: Chart, credentials: Credentials, world: World): Promise<Check[]> {
  const said = await books(host, chart, false);
  return [
    await address(credentials, world, `, ${host.wire}, ${host.dialect.name}`),
    database(credentials),
    key(credentials, isFault(said) ? null : said.keyUntil, dayOf(world)),
    await rights(host, credentials),
    journals(chart),
    accounts(chart),
    isFault(said) ? failed('locks', said) : locks(said),
    await tax(host, chart),
    await reading(host, chart),
  ];
}

/** The list as far as it goes where the connector could not come in; the steps behind the first that fails are not there. */
export function checksOfRefusal(refusal: Fault, credentials: Credentials, world: World): Promise<Check[]> {
  return wayIn(credentials, refusal, world);
}
