// Files that come in by a form, with the key that makes a repeated request harmless.
import type { Context } from 'hono';
import { hashOf } from '../../sync/job/hash.ts';
import type { DeskFile } from '../../sync/port/files.ts';
import type { Env } from './context.ts';
import { refuse } from './fault.ts';

const FILES_MAX = 100;

export type Upload = { files: DeskFile[]; choice: string | null; member: string | null };

/** The files of the field 'file', and the texts of the fields 'choice' and 'member'. */
export async function uploadOf(c: Context<Env>): Promise<Upload> {
  const form = await c.req.parseBody({ all: true }).catch(() => refuse('request-invalid', { what: 'multipart' }));
  const parts = [form['file'] ?? []].flat();
  const files: DeskFile[] = [];
  for (const part of parts) {
    if (typeof part === 'string') refuse('request-invalid', { what: 'file' });
    files.push({ name: part.name, bytes: new Uint8Array(await part.arrayBuffer()) });
  }
  if (files.length === 0 || files.length > FILES_MAX) refuse('request-invalid', { what: 'file' });
  const textOf = (field: unknown) => (typeof field === 'string' ? field : null);
  return { files, choice: textOf(form['choice']), member: textOf(form['member']) };
}

/** The stored answer of this request, or the new one of `work`, which is stored; another body under the same key is refused. */
export async function answeredOnce<T extends object>(
  c: Context<Env>,
  upload: Upload,
  isAnswer: (value: unknown) => value is T,
  work: () => Promise<T>,
): Promise<T> {
  const { desk } = c.var.parts;
  const request = await keyOf(c, upload);
  const stored = await desk.store.within(c.var.company.id, (tx) =>
    tx.idempotency.find(c.var.user.id, request.key, request.bodyHash),
  );
  if (stored === 'other') refuse('key-reused');
  if (isAnswer(stored?.answer)) return stored.answer;
  const answer = await work();
  // What a file brings is stored with it and never brought twice; the key only saves the reading of a repeated request.
  await desk.store.within(c.var.company.id, (tx) =>
    tx.idempotency.put(c.var.user.id, request.key, request.bodyHash, answer),
  );
  return answer;
}

async function keyOf(c: Context<Env>, { files, choice, member }: Upload): Promise<{ key: string; bodyHash: string }> {
  const hashes = await Promise.all(files.map(({ bytes }) => hashOf(bytes)));
  const body = JSON.stringify([c.req.path, files.map(({ name }, i) => [name, hashes[i]]), choice, member]);
  return { key: c.req.header('idempotency-key') ?? '', bodyHash: await hashOf(new TextEncoder().encode(body)) };
}
