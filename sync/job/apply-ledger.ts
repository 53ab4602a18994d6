// A pulled ledger written over the known one: lines keep their ids, and what the snapshot does not name leaves.
import { recognise, rename } from '../ledger/recognise.ts';
import type { Tx, Written } from '../port/store.ts';
import type { Desk } from './desk.ts';
import type { Pulled } from './pull.ts';

/** Writes what was pulled: known lines keep their ids, what the snapshot does not name leaves, its settlements too. */
export async function applyPulled(tx: Tx, desk: Desk, pulled: Pulled): Promise<Written> {
  const known = await tx.ledger.lines();
  const { lines, settlements } = rename(pulled.lines, pulled.settlements, recognise(known, pulled.lines));
  await tx.ledger.putAccounts(pulled.accounts);
  await tx.ledger.putParties(pulled.parties);
  if (pulled.bankAccounts.length > 0) await tx.bank.putAccounts(pulled.bankAccounts);
  const written = await tx.ledger.putLines(lines);
  await tx.ledger.putBalances(pulled.balances);
  const gone = await tx.ledger.retireLinesExcept(lines.map((line) => line.id));
  await tx.ledger.revokeLedgerSettlementsExcept(settlements.map((it) => it.id));
  await tx.ledger.addSettlements(settlements, { from: 'ledger' });
  const company = await tx.company.get();
  if (company.siren === null && pulled.siren !== null) await tx.company.update({ ...company, siren: pulled.siren });
  desk.log.info('ledger applied', { company: company.id, ...written, gone });
  return written;
}
