// Small reads around a write: whole results, never pages.
import { type Fault, fault, isFault } from '../../../../sync/fault/index.ts';
import type { Domain } from '../dialect/dialect.ts';
import type { Host, Row } from '../host.ts';

export async function readRows(
  host: Host,
  model: string,
  domain: Domain,
  fields: readonly string[],
): Promise<Row[] | Fault> {
  const all: Row[] = [];
  for await (const page of host.pages(model, domain, fields)) {
    if (isFault(page)) return page;
    all.push(...page);
  }
  return all;
}

/** Fault line-unknown when there is no such record. */
export async function readOne(host: Host, model: string, id: number, fields: readonly string[]): Promise<Row | Fault> {
  const found = await readRows(host, model, [['id', '=', id]], fields);
  return isFault(found) ? found : (found[0] ?? fault('line-unknown', { record: `${model} ${id}` }));
}
