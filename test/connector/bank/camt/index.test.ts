// What of an entry becomes which fact, trap by trap.
import { describe, expect, test } from 'vitest';
import { camtReader } from '../../../../connector/bank/camt/index.ts';
import { isBalanced } from '../../../../connector/bank/collect.ts';
import type { Transaction } from '../../../../sync/model/statement.ts';
import { eventsOf, read, transactionsOf } from '../reading.ts';
import { balance, detail, entry, OWN, statement } from './document.ts';

async function facts(entries: string): Promise<Transaction[]> {
  return transactionsOf(await read(statement(entries)));
}

async function first(inside: string, of: Parameters<typeof entry>[1] = {}): Promise<Transaction> {
  const [it] = await facts(entry(inside, of));
  if (it === undefined) throw new Error('no transaction');
  return it;
}

const bytes = (text: string) => new TextEncoder().encode(text);

describe('sniffing goes by content', () => {
  // biome-ignore format: a table
  test.each([
    [true,  'a namespace',               '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02">'],
    [true,  'a message without one',     '<?xml version="1.0"?>\n<Document><BkToCstmrAcctRpt/></Document>'],
    [true,  'a prefix',                  '<n:Document><n:BkToCstmrDbtCdtNtfctn>'],
    [true,  'an envelope',               '<e:Envelope><Body><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.13">'],
    [true,  'leading blank lines',       '\n\n  <Document><BkToCstmrStmt>'],
    [true,  'XML with a document type',  '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x/>'],
    [false, 'a web page',                '<!DOCTYPE html><html><body>BkToCstmrStmt</body></html>'],
    [false, 'a payment order',           '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.03"><CstmrCdtTrfInitn>'],
    [false, 'OFX',                       '<?xml version="1.0"?><?OFX OFXHEADER="200"?><OFX><SIGNONMSGSRSV1>'],
    [false, 'a FEC ledger',              'JournalCode\tJournalLib\tEcritureNum\tEcritureDate'],
    [false, 'nothing',                   ''],
  ])('%s for %s', (expected, _, text) => {
    expect(camtReader.sniff(bytes(text))).toBe(expected);
  });
});

describe('the other side', () => {
  const parties = (debtor: string, creditor: string) =>
    `<RltdPties><Dbtr><Nm>Debtor</Nm></Dbtr>${debtor}<Cdtr><Nm>Creditor</Nm></Cdtr>${creditor}</RltdPties>`;
  const account = (side: string, iban: string) => `<${side}Acct><Id><IBAN>${iban}</IBAN></Id></${side}Acct>`;
  const theirs = 'DE89370400440532013000';

  // biome-ignore format: a table
  test.each([
    // sign, reversal, debtor's account,        creditor's account          who
    ['CRDT', false,    '',                      '',                         'Debtor'],
    ['DBIT', false,    '',                      '',                         'Creditor'],
    ['CRDT', true,     '',                      '',                         'Creditor'],
    ['DBIT', true,     '',                      '',                         'Debtor'],
    ['CRDT', false,    account('Dbtr', theirs), account('Cdtr', OWN),       'Debtor'],
    ['CRDT', false,    account('Dbtr', OWN),    account('Cdtr', theirs),    'Creditor'],
    ['DBIT', false,    account('Dbtr', theirs), account('Cdtr', OWN),       'Debtor'],
    ['DBIT', true,     account('Dbtr', OWN),    account('Cdtr', theirs),    'Creditor'],
    ['CRDT', false,    account('Dbtr', OWN),    account('Cdtr', OWN),       'Debtor'],
  ])('%s, reversal %s, accounts %s %s: %s', async (sign, reversal, debtor, creditor, who) => {
    const it = await first(`<RvslInd>${reversal}</RvslInd>${detail(parties(debtor, creditor))}`, { sign });
    expect(it.counterparty).toBe(who);
  });

  test('a side that names nobody does not take the place of one that does', async () => {
    const it = await first(detail(`<RltdPties><Dbtr><Nm>Debtor</Nm></Dbtr>${account('Dbtr', OWN)}</RltdPties>`));
    expect(it.counterparty).toBe('Debtor');
  });

  test('a bank as a party is named', async () => {
    const it = await first(
      detail('<RltdPties><Dbtr><Agt><FinInstnId><Nm>Banque X</Nm></FinInstnId></Agt></Dbtr></RltdPties>'),
    );
    expect(it.counterparty).toBe('Banque X');
  });
});

describe('references', () => {
  test.each(['NOTPROVIDED', 'NOT PROVIDED', 'notprovided', 'NOTAVAIL', 'NOTAVAILABLE'])('%s is none', async (word) => {
    expect(
      (await first(detail(`<Refs><EndToEndId>${word}</EndToEndId><MndtId>${word}</MndtId></Refs>`))).endToEndId,
    ).toBeNull();
  });

  test('27 digits stay 27 digits, and every block counts', async () => {
    const block = (reference: string) => `<Strd><CdtrRefInf><Ref>${reference}</Ref></CdtrRefInf></Strd>`;
    const references = ['000000000003139471430009017', 'RF18539007547034'];
    const it = await first(detail(`<RmtInf>${references.map(block).join('')}</RmtInf>`));
    expect(it.references).toEqual(references);
  });

  test('additional remittance stands behind all unstructured lines', async () => {
    const it = await first(
      detail('<RmtInf><Ustrd>one</Ustrd><Strd><AddtlRmtInf>three</AddtlRmtInf></Strd><Ustrd>two</Ustrd></RmtInf>'),
    );
    expect(it.remittance).toEqual(['one', 'two', 'three']);
  });
});

describe('money', () => {
  test('what the details leave of the entry is a transaction of its own', async () => {
    const part = (amount: string, sign = 'CRDT') =>
      `<TxDtls><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>${sign}</CdtDbtInd></TxDtls>`;
    const entries = entry(`<NtryDtls>${part('1500.00')}${part('26.00')}${part('1.5', 'DBIT')}</NtryDtls>`, {
      amount: '1526.00',
    });
    const got = (await facts(entries)).map((it) => [it.amount, it.difference ?? false]);
    expect(got).toEqual([
      ['1500.00', false],
      ['26.00', false],
      ['-1.5', false],
      ['1.50', true],
    ]);
  });

  test('details that tie leave no difference, whatever their decimals', async () => {
    const part = (amount: string) => `<TxDtls><Amt Ccy="EUR">${amount}</Amt></TxDtls>`;
    const got = await facts(entry(`<NtryDtls>${part('0.1')}${part('0.20')}</NtryDtls>`, { amount: '0.3' }));
    expect(got.map((it) => it.amount)).toEqual(['0.1', '0.20']);
  });

  test('a reversal keeps the direction that the entry states', async () => {
    expect((await first('<RvslInd>true</RvslInd>', { sign: 'DBIT' })).amount).toBe('-100.00');
    expect((await first('<RvslInd>1</RvslInd>', { sign: 'CRDT' })).amount).toBe('100.00');
  });

  test('the charges of an entry go to its only detail', async () => {
    const charges = '<Chrgs><TtlChrgsAndTaxAmt Ccy="EUR">0.50</TtlChrgsAndTaxAmt></Chrgs>';
    expect((await first(`${charges}${detail('')}`)).charges).toEqual([{ amount: '0.50', currency: 'EUR' }]);
    expect((await first(charges)).charges).toEqual([{ amount: '0.50', currency: 'EUR' }]);
  });
});

describe("days are the bank's own", () => {
  test.each([
    '2025-04-02',
    '2025-04-02Z',
    '2025-04-02+02:00',
    '2025-04-02T23:59:59+02:00',
    '2025-04-02T00:30:00.000-11:00',
    '20250402',
    '2025-04-02 10:00:00',
  ])('%s', async (date) => expect((await first('', { date })).bookingDate).toBe('2025-04-02'));
});

describe('balances', () => {
  // biome-ignore format: a table
  test.each([
    // balances                                                                           opening   closing
    ['opening and closing',   balance('OPBD', '1.00') + balance('CLBD', '2.00'),          '1.00',   '2.00'],
    ['in debt',               balance('OPBD', '1.00', 'DBIT') + balance('CLBD', '0.00', 'DBIT'), '-1.00', '0.00'],
    ['the closing before',    balance('PRCD', '1.00') + balance('CLBD', '2.00'),          '1.00',   '2.00'],
    ['available ones aside',  balance('CLAV', '9.00') + balance('FWAV', '8.00') + balance('CLBD', '2.00'), null, '2.00'],
    ['first page',            balance('OPBD', '1.00') + balance('ITBD', '2.00'),          '1.00',   '2.00'],
    ['a page between',        balance('ITBD', '1.00') + balance('ITBD', '2.00'),          '1.00',   '2.00'],
    ['last page',             balance('ITBD', '1.00') + balance('CLBD', '2.00'),          '1.00',   '2.00'],
    ['one interim alone',     balance('ITBD', '1.00'),                                    null,     null],
    ['two currencies',        balance('OPBD', '7.00', 'CRDT', 'USD') + balance('OPBD', '1.00') + balance('CLBD', '2.00') + balance('CLBD', '8.00', 'CRDT', 'USD'), '1.00', '2.00'],
    ['without a direction',   balance('OPBD', '1.00', '') + balance('CLBD', '2.00'),      null,     '2.00'],
    ['none',                  '',                                                         null,     null],
  ])('%s', async (_, balances, opening, closing) => {
    const [it] = (await read(statement(entry(), balances))).statements;
    expect([it?.opening?.amount ?? null, it?.closing?.amount ?? null]).toEqual([opening, closing]);
  });

  const head = {
    id: null,
    account: null,
    currency: 'EUR',
    opening: { amount: '0.10', date: null },
    closing: { amount: '0.30', date: null },
  };
  // biome-ignore format: a table
  test.each([
    [true,  'booked money ties',               [['0.2', 'EUR', 'BOOK', null]]],
    [true,  'entries without status count',    [['0.20', 'EUR', null, null]]],
    [false, 'it does not',                     [['0.2', 'EUR', 'BOOK', null], ['0.00001', 'EUR', 'BOOK', null]]],
    [true,  'pending money is left out',       [['0.2', 'EUR', 'BOOK', null], ['7.00', 'EUR', 'PDNG', null]]],
    [true,  'so is money of an unknown state', [['0.2', 'EUR', 'BOOK', null], ['7.00', 'EUR', null, 'EN ATTENTE']]],
    [null,  'other money is among it',         [['7.00', 'USD', 'BOOK', null]]],
    [true,  'other money only by its label',   [['0.20', 'USD', 'BOOK', null]]],
  ] as const)('balanced is %s when %s', async (expected, _, rows) => {
    const sample = await first('');
    const transactions = rows.map(([amount, currency, status, statusText]) => ({ ...sample, amount, currency, status, statusText }));
    expect(isBalanced(head, transactions)).toBe(expected);
  });
});

test('every version from 02 to 14 of every message is read and named', async () => {
  const messages = [
    ['052', 'BkToCstmrAcctRpt', 'Rpt'],
    ['053', 'BkToCstmrStmt', 'Stmt'],
    ['054', 'BkToCstmrDbtCdtNtfctn', 'Ntfctn'],
  ] as const;
  for (const [number, message, element] of messages) {
    for (let n = 2; n <= 14; n++) {
      const version = `camt.${number}.001.${String(n).padStart(2, '0')}`;
      const text = statement(entry())
        .replace('camt.053.001.08', version)
        .replaceAll('BkToCstmrStmt', message)
        .replaceAll(/(<\/?)Stmt>/g, `$1${element}>`);
      const got = await read(text);
      expect([got.version, got.statements.length, transactionsOf(got).length]).toEqual([version, 1, 1]);
    }
  }
});

test('the version is that of the document, not of the header beside it', async () => {
  const inner = statement(entry()).replace(/^<\?xml.*\?>\n/, '');
  const got = await read(`<Envelope xmlns="urn:x:camt.053.001.12"><AppHdr xmlns="urn:x:head.001"/>${inner}</Envelope>`);
  expect(got.version).toBe('camt.053.001.08');
});

test('several messages in one envelope are all read', async () => {
  const inner = statement(entry()).replace(/^<\?xml.*\?>\n/, '');
  const got = await read(`<Batch>${inner}${inner}</Batch>`);
  expect(got.statements.map((it) => it.transactions[0]?.place)).toEqual([
    'Stmt[1]/Ntry[1], line 3',
    'Stmt[2]/Ntry[1], line 7',
  ]);
});

test('an empty message is an empty file, not a fault', async () => {
  expect(await read('<Document><BkToCstmrStmt/></Document>')).toEqual({
    format: 'camt',
    version: 'camt',
    statements: [],
    faults: [],
  });
});

test('transactions leave in batches, the head before them and again after them', async () => {
  const kinds: string[] = [];
  for await (const event of eventsOf(statement(entry().repeat(1000)))) kinds.push(event.kind);
  expect(kinds.slice(0, 3)).toEqual(['format', 'version', 'open']);
  expect(kinds.slice(-2)).toEqual(['close', 'end']);
  expect(kinds.filter((kind) => kind === 'transactions').length).toBeLessThan(50);
});
