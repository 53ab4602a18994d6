// What a live Odoo answered, kept as a fixture: the contract is proved on it where no Odoo can be had. Made-up data only.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openOdoo } from '../../../../connector/erp/odoo/index.ts';
import { PLAN_COMPTABLE } from '../../../../sync/model/company.ts';
import type { Erp } from '../../../../sync/port/erp.ts';
import type { Seat } from '../../../odoo/ask.ts';
import { world } from './posting.ts';

/** Question (path and body, without address, database and key) to answer. */
type Tape = Record<string, { status: number; body: string }>;

const AT = { url: 'http://odoo.test', database: 'books', user: 'lettrage', key: 'key-on-tape', company: 1 };

export function tapeFile(name: string): string {
  return join(import.meta.dirname, '../../../fixtures/odoo', `${name}.json`);
}

/** The connector on a tape; a question that was not asked when it was recorded finds a server that is gone. */
export function playedFrom(name: string): Erp {
  const tape = JSON.parse(readFileSync(tapeFile(name), 'utf8')) as Tape;
  const played: typeof fetch = async (input, init) => {
    const answer = tape[keyOf(String(input), String(init?.body), AT)];
    if (!answer) throw new TypeError('not on the tape');
    return new Response(answer.body, { status: answer.status });
  };
  return openOdoo({ ...AT, roles: PLAN_COMPTABLE }, { ...world(), fetch: played });
}

/** The connector on a live seat, with every answer added to the tape. */
export function recordedTo(name: string, seat: Seat, hidesJson2: boolean): Erp {
  const file = tapeFile(name);
  mkdirSync(dirname(file), { recursive: true });
  const at = { url: seat.url, database: seat.database, user: 'lettrage', key: seat.keys['lettrage'] ?? '' };
  const recording: typeof fetch = async (input, init) => {
    const hidden = hidesJson2 && String(input).includes('/json/2/');
    const answer = hidden ? new Response('', { status: 404 }) : await fetch(input, init);
    const body = await answer.text();
    const tape = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Tape) : {};
    tape[keyOf(String(input), String(init?.body), at)] = { status: answer.status, body };
    writeFileSync(file, `${JSON.stringify(tape, null, 1)}\n`);
    return new Response(body, { status: answer.status });
  };
  return openOdoo({ ...at, company: 1, roles: PLAN_COMPTABLE }, { ...world(), fetch: recording });
}

function keyOf(url: string, body: string, at: { url: string; database: string; key: string }): string {
  const without = body.replaceAll(at.key, AT.key).replaceAll(at.database, AT.database);
  return `${url.replace(at.url, '')} ${without}`;
}
