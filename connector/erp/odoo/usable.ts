// What a company works with: its own, and where it is a branch (17 and later) what the companies above it have.
import { type Fault, isFault } from '../../../sync/fault/index.ts';
import type { Condition } from './dialect/dialect.ts';
import type { Host } from './host.ts';
import { together } from './together.ts';

/**
 * Records of a model that this company may use in its entries. Before 17 a company above another was a word: nothing of it was
 * the other's.
 */
export async function usableBy(host: Host, model: string, company: number): Promise<Condition | Fault> {
  const known = await together([host.fields(model, ['company_ids']), host.fields('res.company', ['parent_ids'])]);
  if (isFault(known)) return known;
  const [several, branches] = known;
  return [several.length > 0 ? 'company_ids' : 'company_id', branches.length > 0 ? 'parent_of' : '=', company];
}
