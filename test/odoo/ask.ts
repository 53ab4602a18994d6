// What a live test file uses: an Odoo of the version it names with a database of its own, or the reason why there is none.
import { inject } from 'vitest';
import type { Absent, Installed, Live, Version } from './live.ts';

/** An Odoo with a fresh database `name`. */
export type Seat = Pick<Live, 'version' | 'package' | 'url' | 'keys'> & { database: string };

/**
 * Waits until it is built and started, however long; to be awaited at the top of a file, so that its tests can be skipped by
 * name: `describe.skipIf('absent' in seat)`.
 */
export async function seatAt(version: Version, name: string): Promise<Seat | Absent> {
  const desk = inject('odooDesk');
  for (;;) {
    const response = await fetch(`${desk}/${version}`);
    if (response.status === 200) {
      const ready = (await response.json()) as Live | Absent;
      return 'absent' in ready ? ready : { ...ready, database: await databaseOf(desk, version, name) };
    }
    await new Promise((done) => setTimeout(done, 500));
  }
}

/** The seat's database as it stands now, under another name: what a backup would put back. */
export function backupOf(seat: Seat, name: string): Promise<string> {
  return databaseOf(inject('odooDesk'), seat.version, name, seat.database);
}

async function databaseOf(desk: string, version: Version, name: string, from = ''): Promise<string> {
  const unique = `${name}_${process.pid}_${Math.floor(performance.now())}`;
  const made = await fetch(`${desk}/${version}/${unique}${from === '' ? '' : `/${from}`}`);
  if (made.status !== 200) throw new Error(`Odoo ${version}: no database ${unique}: ${await made.text()}`);
  return unique;
}

/** Installs our addon in the seat's database, before anything else works with it; `tested`: its own tests run there too. */
export async function withAddon({ version, database }: Seat, tested: boolean): Promise<Installed> {
  const address = `${inject('odooDesk')}/${version}/${database}/${tested ? 'tested' : 'installed'}`;
  const response = await fetch(address, { method: 'POST' });
  return (await response.json()) as Installed;
}
