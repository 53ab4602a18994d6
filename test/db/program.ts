// A program of its own on a data directory, for tests that kill it: tells when it is ready, and numbers what it was acknowledged.
import { openStore } from '../../db/open.ts';
import { isFault } from '../../sync/fault/index.ts';
import { company } from './company.ts';
import { quiet } from './quiet.ts';

const [dataDir = '', mode] = process.argv.slice(2);
const tell = (it: object) => process.stdout.write(`${JSON.stringify(it)}\n`);

const opened = await openStore({ dataDir, log: quiet });
if (isFault(opened)) {
  tell({ fault: opened.code, params: opened.params });
  process.exit(1);
}
await opened.announce('http://127.0.0.1:8484/');
process.on('SIGTERM', async () => {
  await opened.close();
  process.exit(0);
});
const { store } = opened;
if (!(await store.companies()).some((it) => it.id === 'c')) await store.createCompany(company('c'));
tell({ ready: process.pid });
for (let written = 1; mode === 'write'; written += 1) {
  const facts = { written };
  await store.within('c', (tx) =>
    tx.audit.append({ at: '2026-01-01', by: { kind: 'program' }, what: 'accept', subject: `${process.pid}`, facts }),
  );
  tell({ written });
}
