// Statement files that somebody attached to a bank statement in Odoo: Community keeps them and reads none.

import type { Fault } from '../../../../sync/fault/index.ts';
import { fault, isFault } from '../../../../sync/fault/index.ts';
import type { Attached } from '../../../../sync/port/erp.ts';
import type { Domain } from '../dialect/dialect.ts';
import type { Host } from '../host.ts';
import { text } from '../map/value.ts';

/** Larger than any statement; beyond it a file is a person's business. */
const BYTES_MAX = 64 * 1024 * 1024;

/** Oldest first, those after this id; one at a time, since each may be large. */
export async function* attachedFiles(
  host: Host,
  company: number,
  after: string | null,
): AsyncGenerator<Attached | Fault> {
  const domain: Domain = [
    ['res_model', 'in', ['account.bank.statement', 'account.bank.statement.line']],
    ['type', '=', 'binary'],
    '|',
    ['company_id', '=', company],
    ['company_id', '=', false],
  ];
  for await (const page of host.pages('ir.attachment', domain, ['name', 'file_size'], Number(after ?? 0))) {
    if (isFault(page)) return yield page;
    for (const row of page) {
      const size = row['file_size'];
      if (typeof size === 'number' && size > BYTES_MAX) continue;
      const bytes = await contentOf(host, row.id);
      if (isFault(bytes)) return yield bytes;
      yield { id: String(row.id), name: text(row['name']) ?? `attachment ${row.id}`, bytes };
    }
  }
}

async function contentOf(host: Host, id: number): Promise<Uint8Array | Fault> {
  const reply = await host.call({
    model: 'ir.attachment',
    method: 'read',
    effect: 'read',
    ids: [id],
    named: { fields: ['datas'] },
  });
  if (!reply.ok) return reply.fault;
  const [row]: unknown[] = Array.isArray(reply.value) ? reply.value : [];
  const datas = typeof row === 'object' && row !== null && 'datas' in row ? row.datas : null;
  if (typeof datas !== 'string') return fault('erp-unexpected', {}, { erp: 'Odoo', what: `attachment ${id}` });
  return Uint8Array.from(atob(datas), (sign) => sign.charCodeAt(0));
}
