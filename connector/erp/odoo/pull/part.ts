// A part of a pull: one kind of record, read in pages by id, each with what it becomes.
import type { Fault } from '../../../../sync/fault/index.ts';
import type { PullPage } from '../../../../sync/port/erp.ts';
import type { Chart } from '../chart.ts';
import type { Condition, Domain } from '../dialect/dialect.ts';
import type { Host } from '../host.ts';

export type Pulling = {
  host: Host;
  chart: Chart;
  /** Only what changed since; null: everything. */
  since: string | null;
  /** Partners that this pull has given already. */
  given: Set<number>;
  /** Contacts for invoices by the partner that they belong to. */
  contacts: ReadonlyMap<number, Contact>;
};

export type Contact = { name: string; email: string | null; phone: string | null; language: string | null };

/** What a page of records became. `last`: a pull that is cut here goes on after this id. `rows`: how many records of its part are done. */
export type Step = { pages: PullPage[]; last: number; rows: number };

export type Part = {
  model: string;
  domain(it: Pulling): Domain;
  steps(it: Pulling, domain: Domain, after: number): AsyncGenerator<Step | Fault>;
};

/** The records of a domain that changed since, by one of these times. */
export function changed(domain: Domain, since: string | null, ...times: string[]): Domain {
  if (since === null) return domain;
  const conditions = times.map((time): Condition => [time, '>=', since]);
  return [...domain, ...conditions.slice(1).map(() => '|' as const), ...conditions];
}
