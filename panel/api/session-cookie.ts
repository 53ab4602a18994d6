// The cookie of whoever signed in here: out of reach of scripts, sent to our own pages alone, and counted only where the panel asks for it.
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Env } from './context.ts';

const NAME = 'lettrage-session';
/** Sent by the panel outside a frame: no form and no image of another page can send it, and inside the ERP's page nobody does. */
const HEADER = 'lettrage-session';

export function keepSession(c: Context<Env>, token: string, seconds: number): void {
  setCookie(c, NAME, token, { ...optionsOf(c), maxAge: seconds });
}

export function forgetSession(c: Context<Env>): void {
  deleteCookie(c, NAME, optionsOf(c));
}

export function keptSession(c: Context<Env>): string | null {
  return c.req.header(HEADER) === 'own' ? (getCookie(c, NAME) ?? null) : null;
}

function optionsOf(c: Context<Env>) {
  const secure = c.var.parts.config.publicUrl?.startsWith('https:') ?? false;
  return { httpOnly: true, sameSite: 'Strict', path: '/api', secure } as const;
}
