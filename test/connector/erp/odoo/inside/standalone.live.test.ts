// Beside a real Odoo without the addon: connected by address and key, read when asked, and people sign in with what they have there.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasDatabase } from '../../../../db/harness.ts';
import { type Seat, seatAt } from '../../../../odoo/ask.ts';
import { openBooks } from '../books.ts';
import { type House, openHouse } from './house.ts';

const seat = await seatAt('19', 'standalone');
const isHere = !('absent' in seat) && hasDatabase();
const where = 'absent' in seat ? seat.absent : 'with a database';

describe.skipIf(!isHere)(`beside live Odoo 19 (${where})`, { timeout: 120_000 }, () => {
  const at = seat as Seat;
  let house: House;

  beforeAll(async () => {
    const books = await openBooks(at);
    const customer = await books.partner('Dupont Menuiserie');
    const invoice = await books.invoice(customer, [[1200]]);
    await books.bankLine(1200, '2026-06-15', { payment_ref: `VIR ${invoice.name}`, partner_name: 'DUPONT MENUISERIE' });
    house = await openHouse();
  }, 400_000);
  afterAll(() => house?.close());

  const access = (key: string) => ({ url: at.url, database: at.database, user: 'lettrage', key });

  test('a key that is none connects nothing, and the step that failed is named', async () => {
    const { status, body } = await house.ask('/host/connect', access('none'));
    expect(status).toBe(200);
    expect(body).toMatchObject({ connected: false, pairing: { by: 'none' } });
    expect((body['checks'] as { step: string; ok: boolean }[]).filter((it) => !it.ok)).toMatchObject([{ step: 'key' }]);
  });

  test('the right key connects, tells what would be read, and reads nothing by itself', async () => {
    const { body } = await house.ask('/host/connect', access(at.keys['lettrage'] ?? ''));
    expect(body).toMatchObject({ connected: true, pairing: { by: 'typed', origin: at.url, companies: [1] } });
    const said = (body['checks'] as { step: string; ok: boolean; says: string }[]).find((it) => it.step === 'reading');
    expect(said?.says).toMatch(/^1 postes clients ouverts, 1 lignes de banque dont 1 à rapprocher/);
    const session = await house.ask('/session');
    expect(session.body).toMatchObject({ company: { erp: 'odoo', mode: 'shadow', read: false } });
    expect((await house.ask('/night')).body).toMatchObject({ pulledAt: null, running: null });
  });

  test('read now ends with a proposal, and the control figures agree', async () => {
    await house.ask('/night', {});
    const { body } = await house.ask('/night');
    expect(body).toMatchObject({ last: { read: 1, proposed: 1, written: 0 } });
    const control = body['control'] as { erpMinor: number; oursMinor: number }[];
    expect(control.filter((it) => it.erpMinor !== it.oursMinor)).toEqual([]);
    expect((await house.ask('/session')).body).toMatchObject({ company: { read: true } });
  });

  test('a person of Odoo signs in with their own password, and sees what their groups allow', async () => {
    const headers = { 'content-type': 'application/json', 'idempotency-key': 'a-key-of-signing-in' };
    const body = JSON.stringify({ login: 'controle', password: 'controle' });
    const entered = await fetch(`${house.origin}/api/host/sign-in`, { method: 'POST', headers, body });
    expect(entered.status).toBe(200);
    const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
    const seen = await fetch(`${house.origin}/api/session`, { headers: { cookie, 'lettrage-session': 'own' } });
    expect(await seen.json()).toMatchObject({ user: { name: 'Contrôle', role: 'administrator' } });
  });

  test('the end of the connection ends what people had', async () => {
    expect((await house.ask('/host/unpair', {})).body).toMatchObject({ by: 'none' });
    expect((await fetch(`${house.origin}/api/host`).then((it) => it.json())).signIn).toBe(false);
  });
});
