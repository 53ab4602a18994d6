// Naming the account of a difference over HTTP: by a manager, for all decisions that follow, refused in words of both languages.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hasDatabase } from '../../db/harness.ts';
import { fec, invoice } from '../../sync/job/paper.ts';
import { type TestServer, testServer } from './server.ts';

const USES = '/api/ledger-accounts/uses';
const LEDGER = fec(invoice('FA001', '2026-02-01', 'DUPONT', 'Dupont SARL', 1_200_00));

describe.skipIf(!hasDatabase())('the accounts of differences over HTTP', () => {
  let at: TestServer;
  beforeAll(async () => {
    at = await testServer();
  });
  beforeEach(async () => {
    await at.next();
    await at.upload([LEDGER]);
  });
  afterAll(() => at.close());

  const fee = (body: unknown) => (body as { use: string }[]).find((it) => it.use === 'bank_fee');

  it('are named by a manager, told to everybody, and the chart’s own again when taken back', async () => {
    const usual = { use: 'bank_fee', account: '627000', name: null, chosen: false, state: 'open' };
    expect(fee((await at.ask(USES, { role: 'reader' })).body)).toEqual(usual);
    const body = { use: 'bank_fee', account: '706000' };
    expect((await at.ask(USES, { body, role: 'bookkeeper' })).status).toBe(403);
    const named = await at.ask(USES, { body, role: 'manager' });
    expect([named.status, fee(named.body)]).toEqual([200, { ...usual, ...body, name: 'Compte 706000', chosen: true }]);
    const back = await at.ask(USES, { body: { ...body, account: null }, role: 'manager' });
    expect(fee(back.body)).toEqual(usual);
  });

  it.each([
    ['fr', '999999', 422, 'n’est pas dans le grand livre, ou n’y sert plus'],
    ['en', '999999', 422, 'is not in the ledger, or no longer in use there'],
    ['fr', '411000', 422, 'est un compte de clients ou de banque'],
  ])('in %s, account %s is refused with %i and what to do', async (language, account, status, says) => {
    const headers = { 'accept-language': language };
    const answer = await at.ask(USES, { body: { use: 'bank_fee', account }, headers });
    expect([answer.status, answer.text]).toEqual([status, expect.stringContaining(says)]);
  });

  it('there is no use of another name', async () => {
    expect((await at.ask(USES, { body: { use: 'salary', account: '706000' } })).status).toBe(400);
  });
});
