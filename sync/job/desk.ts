// What every job works with: the ports, who asks, and how a job that must not happen leaves no trace.
import { type Fault, type FaultCode, fault, isFault, type Params, type Place } from '../fault/index.ts';
import type { CompanyId } from '../model/company.ts';
import type { Actor } from '../model/decision.ts';
import type { Clock } from '../port/clock.ts';
import type { Erps } from '../port/erp.ts';
import type { DeskFiles } from '../port/files.ts';
import type { Log } from '../port/log.ts';
import type { Store, Tx } from '../port/store.ts';
import type { IndexShelf } from './index-shelf.ts';

export type Desk = {
  store: Store;
  clock: Clock;
  log: Log;
  files: DeskFiles;
  /** The ERPs of companies whose books are not files. */
  erps: Erps;
  indexes: IndexShelf;
  /** A new identifier, unique for ever. */
  newId(): string;
};

/** Thrown inside a transaction to undo it; `attempt` turns it back into its fault. Never leaves sync/job. */
class Refusal extends Error {
  readonly fault: Fault;

  constructor(it: Fault) {
    super(it.code);
    this.fault = it;
  }
}

/** Ends the transaction: nothing of it is kept, and the caller gets this fault. */
export function refuse(it: Fault | FaultCode, params: Params = {}, place: Place = {}): never {
  throw new Refusal(typeof it === 'string' ? fault(it, place, params) : it);
}

/** Runs `work` in one transaction under the company's lock. A refusal, or a fault of the database, leaves nothing. */
export function attempt<T>(desk: Desk, company: CompanyId, work: (tx: Tx) => Promise<T>): Promise<T | Fault> {
  return seen(desk, company, async (tx) => {
    await tx.company.lock();
    return work(tx);
  });
}

/** Runs `work`, which only reads, in one transaction: everything it sees is of one moment. */
export async function seen<T>(desk: Desk, company: CompanyId, work: (tx: Tx) => Promise<T>): Promise<T | Fault> {
  try {
    return await desk.store.within(company, work);
  } catch (error) {
    if (error instanceof Refusal) return error.fault;
    if (isFault(error)) return fault(error.code, error.place, error.params);
    throw error;
  }
}

/** A name for the history: the person's, or the class of evidence by which the night acted. */
export function actorName(by: Actor): string {
  return by.kind === 'person' ? by.name : by.signature;
}
