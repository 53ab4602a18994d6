// A remittance advice as a file: its text comes back, and the desk reads what it pays.
import { Hono } from 'hono';
import { fault } from '../../sync/fault/index.ts';
import type { Env } from './context.ts';
import { orRefuse, refuse } from './fault.ts';
import { uploadOf } from './upload.ts';

/** `text`: one row a line, cells apart by tabs. */
export type AdviceAnswer = { name: string; text: string };

export const advice = new Hono<Env>().post('/', async (c) => {
  const { files } = await uploadOf(c);
  const [file, ...others] = files;
  if (!file || others.length > 0) return refuse('request-invalid', { what: 'file' });
  const read = c.var.parts.readAdvice;
  const text = orRefuse(read ? await read(file) : fault('advice-without-text', { file: file.name }));
  return c.json({ name: file.name, text } satisfies AdviceAnswer);
});
