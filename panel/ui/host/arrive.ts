// Where the panel opens when it is called from a record of the ERP: '#/at/res.partner/7' in the address, turned into a screen.
import { client } from '../client.ts';
import { bank, cursor, openFilter } from '../queue/state.ts';
import { screen } from '../shell/route.ts';

const FILTER = { open: 'to-do', settled: 'settled', later: 'later', 'set-aside': 'set-aside' } as const;

/** Does nothing for an ordinary address. What is not known here opens the list. */
export async function arrive(): Promise<void> {
  const [, at, model, id] = location.hash.split('/').map(decodeURIComponent);
  if (at !== 'at' || model === undefined || id === undefined) return;
  const place = await client.place(model, id);
  if (!place.ok) return screen.go('queue');
  const { screen: name, about, bank: account } = place.value;
  if (name === 'customer') return screen.go('customer', about);
  screen.go('queue');
  bank.value = account;
  const line = about === null ? null : await client.line(about);
  if (line?.ok) cursor.value = line.value.row.lineId;
  await openFilter(line?.ok ? FILTER[line.value.row.state] : 'to-do');
}
