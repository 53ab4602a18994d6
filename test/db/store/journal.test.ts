// The audit chain and the answers that repeated requests get again.

import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditEvent } from '../../../sync/audit.ts';
import { company, type Fresh, freshStore, hasDatabase, newCompanies } from '../harness.ts';
import { asOwner } from '../rows.ts';

const event = (subject: string): AuditEvent => ({
  at: '2026-03-12T08:30:00.000Z',
  by: { kind: 'person', id: 'u1', name: 'Anne Roy' },
  what: 'accept',
  subject,
  facts: { z: 1, a: ['é', null, { y: 2, x: 1.5 }] },
});

describe.skipIf(!hasDatabase())('the audit', () => {
  let fresh: Fresh;
  const { create } = newCompanies(() => fresh);
  beforeAll(async () => {
    fresh = await freshStore();
  });
  afterAll(() => fresh.close());

  async function chain(events: number): Promise<string> {
    const id = await create();
    await fresh.store.within(id, async (tx) => {
      for (let i = 1; i <= events; i += 1) await tx.audit.append(event(`line ${i}`));
    });
    return id;
  }
  const verify = (id: string) => fresh.store.within(id, (tx) => tx.audit.verify());

  const tamper = (statement: string) => asOwner(fresh.url, (session) => session.unsafe(statement));

  it('holds for a chain of events and for none', async () => {
    expect(await verify(await chain(0))).toBe(null);
    expect(await verify(await chain(5))).toBe(null);
  });

  it('is SHA-256 over the hash before, the number and the event as canonical JSON', async () => {
    const id = await chain(2);
    const rows = await asOwner(
      fresh.url,
      (session) => session<{ body: string; hash: string }[]>`
        select body, hash from audit_events where company_id = ${id} order by seq`,
    );
    const sha = (text: string) => createHash('sha256').update(text).digest('hex');
    const body = (n: number) =>
      `{"at":"2026-03-12T08:30:00.000Z","by":{"id":"u1","kind":"person","name":"Anne Roy"},"facts":{"a":["é",null,{"x":1.5,"y":2}],"z":1},"subject":"line ${n}","what":"accept"}`;
    const first = sha(`${sha(`lettrage ${id}`)} 1 ${body(1)}`);
    expect([...rows]).toEqual([
      { body: body(1), hash: first },
      { body: body(2), hash: sha(`${first} 2 ${body(2)}`) },
    ]);
  });

  it.each([
    [
      'an event is changed',
      (id: string) =>
        `update audit_events set body = replace(body, 'Anne', 'Eve') where company_id = '${id}' and seq = 3`,
      3,
    ],
    [
      'an event is changed with its hash',
      (id: string) =>
        `update audit_events set body = 'x', hash = encode(sha256('x'), 'hex') where company_id = '${id}' and seq = 3`,
      3,
    ],
    ['an event is taken out', (id: string) => `delete from audit_events where company_id = '${id}' and seq = 2`, 2],
    ['the last event is cut off', (id: string) => `delete from audit_events where company_id = '${id}' and seq = 5`, 5],
    ['all events are cut off', (id: string) => `delete from audit_events where company_id = '${id}'`, 1],
    [
      'the subject is changed beside the event',
      (id: string) => `update audit_events set subject = 'other' where company_id = '${id}' and seq = 4`,
      4,
    ],
    [
      'the head is set back with the event cut off',
      (id: string) =>
        `delete from audit_events where company_id = '${id}' and seq = 5; update audit_heads set seq = 4 where company_id = '${id}'`,
      5,
    ],
  ])('breaks where %s', async (_, statement, seq) => {
    const id = await chain(5);
    await tamper(statement(id));
    expect(await verify(id)).toBe(seq);
  });

  it('numbers the events of concurrent transactions without gap or fork', async () => {
    const id = await chain(0);
    const append = (i: number) => fresh.store.within(id, (tx) => tx.audit.append(event(`line ${i}`)));
    await Promise.all(Array.from({ length: 20 }, (_, i) => append(i)));
    expect(await verify(id)).toBe(null);
  });
});

describe.skipIf(!hasDatabase())('idempotency', () => {
  let fresh: Fresh;
  beforeAll(async () => {
    fresh = await freshStore();
    await fresh.store.createCompany(company('c'));
  });
  afterAll(() => fresh.close());

  it('gives the same key the same answer, and another body none', async () => {
    const answer = { z: 1, a: [null, 'é'], at: '2026-03-12' };
    await fresh.store.within('c', async (tx) => {
      expect(await tx.idempotency.find('anne', 'k', 'body')).toBe(null);
      await tx.idempotency.put('anne', 'k', 'body', answer);
    });
    await fresh.store.within('c', async (tx) => {
      const found = await tx.idempotency.find('anne', 'k', 'body');
      expect(JSON.stringify(found)).toBe(JSON.stringify({ answer }));
      expect(await tx.idempotency.find('anne', 'k', 'changed')).toBe('other');
      expect(await tx.idempotency.find('paul', 'k', 'body')).toBe(null);
    });
  });

  it('lets a second request with the same key wait for the first and find its answer', async () => {
    let effects = 0;
    const request = () =>
      fresh.store.within('c', async (tx) => {
        const found = await tx.idempotency.find('anne', 'twice', 'body');
        if (found) return found;
        effects += 1;
        await tx.idempotency.put('anne', 'twice', 'body', { effects });
        return { answer: { effects } };
      });
    const answers = await Promise.all([request(), request(), request(), request()]);
    expect(effects).toBe(1);
    expect(answers).toEqual(Array(4).fill({ answer: { effects: 1 } }));
  });

  it('forgets after seven days', async () => {
    await fresh.store.within('c', (tx) => tx.idempotency.put('anne', 'old', 'body', 1));
    const past = "update idempotency_keys set created_at = now() - interval '7 days 1 minute' where key = 'old'";
    await asOwner(fresh.url, (session) => session.unsafe(past));
    await fresh.store.within('c', (tx) => tx.idempotency.put('anne', 'new', 'body', 1));
    expect(await fresh.store.within('c', (tx) => tx.idempotency.find('anne', 'old', 'body'))).toBe(null);
  });
});
