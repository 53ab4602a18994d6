// Sums and distinct values as Odoo computes them: its grouping goes by two names.
import type { Fault } from '../../../sync/fault/index.ts';
import type { Domain } from './dialect/dialect.ts';
import type { Host } from './host.ts';
import { linked } from './map/value.ts';

export type Group = { id: number | null; sum: number };

/** Groups of a domain by one link, each with the sum of one field (0 where none is asked for). */
export async function grouped(
  host: Host,
  model: string,
  domain: Domain,
  by: string,
  summed: string | null = null,
): Promise<Group[] | Fault> {
  const sum = summed === null ? null : `${summed}:sum`;
  const ways = {
    formatted_read_group: { aggregates: sum === null ? [] : [sum] },
    read_group: { fields: sum === null ? [by] : [sum] },
  };
  const asked = (method: keyof typeof ways) =>
    host.call({ model, method, effect: 'read', named: { domain, groupby: [by], ...ways[method] } });
  const [first, ...others] = host.dialect.grouping;
  let reply = await asked(first);
  for (const method of others) if (!reply.ok) reply = await asked(method);
  if (!reply.ok) return reply.fault;
  const groups = Array.isArray(reply.value) ? reply.value : [];
  return groups.filter(isRecord).map((group) => {
    const value = sum === null ? 0 : (group[sum] ?? group[summed ?? '']);
    return { id: linked(group[by]), sum: typeof value === 'number' ? value : 0 };
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
