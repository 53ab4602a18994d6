// The note in the trail of each entry that a posting touched: the ERP itself only knows the product's user.
import type { Posting } from '../../../../sync/port/erp.ts';
import type { Host } from '../host.ts';
import type { Reply } from '../transport/transport.ts';
import type { Plan } from './plan.ts';

/** A note that fails takes nothing back: the books are right, only the trail in Odoo lacks a sentence. */
export async function leaveNote(host: Host, posting: Posting, plan: Plan, move: number | null): Promise<boolean> {
  if (posting.by === undefined) return true;
  const moves = new Set([...[...plan.items.values()].map((item) => item.move), ...(move === null ? [] : [move])]);
  const body = `<p>${text(await isFrench(host), posting)}</p>`;
  const replies = await Promise.all([...moves].map((id) => noteOn(host, id, body)));
  return replies.every((reply) => reply.ok);
}

function noteOn(host: Host, move: number, body: string): Promise<Reply> {
  const named = { body, subtype_xmlid: 'mail.mt_note', ...host.dialect.write.note };
  return host.call({ model: 'account.move', method: 'message_post', effect: 'write', ids: [move], named });
}

function text(french: boolean, { by, decisionId }: Posting): string {
  const name = escaped(by ?? '');
  return french
    ? `Lettrage : décidé par ${name} (décision ${escaped(decisionId)}).`
    : `Lettrage: decided by ${name} (decision ${escaped(decisionId)}).`;
}

/** Asked once of each host. */
const french = new WeakMap<Host, boolean>();

async function isFrench(host: Host): Promise<boolean> {
  const known = french.get(host);
  if (known !== undefined) return known;
  const reply = await host.call({ model: 'res.users', method: 'context_get', effect: 'read', named: {} });
  const language = reply.ok && typeof reply.value === 'object' && reply.value !== null ? reply.value : {};
  // An older host cannot say it; the product's own language then.
  const is = !('lang' in language) || String(language.lang).startsWith('fr');
  if (reply.ok) french.set(host, is);
  return is;
}

function escaped(it: string): string {
  return it.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
