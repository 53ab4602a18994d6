// Collections and rejects read from pain.008 and pain.002; what is cut, wrong or hostile leaves nothing.
import { describe, expect, it } from 'vitest';
import { collectionKind, openCollectionFile, sniff } from '../../../../connector/bank/index.ts';
import { READ_LIMITS } from '../../../../connector/bank/limits.ts';
import type { CollectionEvent } from '../../../../sync/port/collection.ts';
import type { DeskFile } from '../../../../sync/port/files.ts';
import { file, pain002, pain008, textOf } from './paper.ts';

const BATCH = {
  id: 'REM-1104',
  day: '2026-11-04',
  debits: [
    { endToEnd: 'E1', name: 'DUPONT SARL', amount: '1200.00', text: 'FA001' },
    { endToEnd: 'NOTPROVIDED', name: 'MARTIN SA', amount: '600.50', text: 'FA002' },
  ],
};

async function events({ name, bytes }: DeskFile, limits = READ_LIMITS): Promise<CollectionEvent[]> {
  const all: CollectionEvent[] = [];
  for await (const event of openCollectionFile(name, bytes, limits)) all.push(event);
  return all;
}

/** 'code place' of the refusal, which must be the last event. */
async function refusal(of: DeskFile, limits = READ_LIMITS): Promise<string> {
  const last = (await events(of, limits)).at(-1);
  if (last?.kind !== 'refused') return last?.kind ?? '';
  const [{ code, place } = { code: '', place: {} }] = last.faults;
  return `${code} ${place.record ?? place.path ?? ''}`.trim();
}

describe('a pain.008', () => {
  it('gives each collection with its debits as stated', async () => {
    expect(await events(pain008([BATCH]))).toEqual([
      { kind: 'version', version: 'pain.008.001.02' },
      {
        kind: 'collection',
        collection: {
          id: 'REM-1104',
          message: 'MSG-2026-11',
          day: '2026-11-04',
          account: 'FR7619999001000000007000096',
          items: [
            {
              endToEndId: 'E1',
              mandateId: 'RUM-E1',
              name: 'DUPONT SARL',
              account: 'FR7619999001000000001234520',
              ultimateName: null,
              amount: '1200.00',
              currency: 'EUR',
              remittance: ['FA001'],
              references: [],
            },
            expect.objectContaining({ endToEndId: null, name: 'MARTIN SA', amount: '600.50' }),
          ],
        },
      },
      { kind: 'end' },
    ]);
  });

  it('is read with prefixes and in an envelope too', async () => {
    const prefixed = textOf(pain008([BATCH]))
      .replace(/<(\/?)(?!\?)/g, '<$1p:')
      .replace('xmlns=', 'xmlns:p=')
      .replace(/(<p:Document.*<\/p:Document>)/s, '<Envelope>$1</Envelope>');
    const read = await events(file('prefixed.xml', prefixed));
    expect(read).toHaveLength(3);
    expect(read[1]).toMatchObject({ kind: 'collection', collection: { id: 'REM-1104', items: [{}, {}] } });
  });

  it.each([
    ['that counts other debits than it has', pain008([{ ...BATCH, count: 3 }]), 'collection-incomplete REM-1104'],
    ['whose total is another', pain008([{ ...BATCH, total: '1800.51' }]), 'collection-incomplete REM-1104'],
    [
      'with an amount that is none',
      pain008([{ ...BATCH, debits: [{ ...BATCH.debits[0]!, amount: '12,00' }], total: '12' }]),
      'amount-unreadable PmtInf[1]',
    ],
  ])('%s is refused', async (_, of, expected) => {
    expect(await refusal(of)).toBe(expected);
  });
});

describe('a pain.002', () => {
  it('gives the rejected debits with their reasons, and not those that wait', async () => {
    const report = pain002('REM-1104', [
      { endToEnd: 'E1', reason: 'AM04', text: 'PROVISION INSUFFISANTE' },
      { endToEnd: 'E2', status: 'ACSP', reason: 'NARR' },
    ]);
    expect((await events(report)).slice(1, -1)).toEqual([
      {
        kind: 'reject',
        reject: {
          message: 'MSG-2026-11',
          collection: 'REM-1104',
          endToEndId: 'E1',
          reason: 'AM04',
          text: 'PROVISION INSUFFISANTE',
        },
      },
    ]);
  });

  it('rejects a whole collection without naming its debits', async () => {
    const read = await events(pain002('REM-1104', [], { status: 'RJCT' }));
    expect(read[1]).toMatchObject({
      kind: 'reject',
      reject: { collection: 'REM-1104', endToEndId: null, reason: 'MS03' },
    });
  });

  it('rejects a whole message', async () => {
    const report = textOf(pain002('X', []))
      .replace('</OrgnlMsgId>', '</OrgnlMsgId><GrpSts>RJCT</GrpSts><StsRsnInf><Rsn><Cd>FF01</Cd></Rsn></StsRsnInf>')
      .replace(/<OrgnlPmtInfAndSts>.*<\/OrgnlPmtInfAndSts>/s, '');
    const read = await events(file('message.xml', report));
    expect(read[1]).toMatchObject({
      kind: 'reject',
      reject: { message: 'MSG-2026-11', collection: null, reason: 'FF01' },
    });
  });
});

describe('of a file that is cut, wrong or hostile', () => {
  const whole = textOf(pain008([BATCH]));

  it('nothing is trusted, wherever it is cut', async () => {
    for (let at = 200; at < whole.length; at += 97) {
      const last = (await events(file('cut.xml', whole.slice(0, at)))).at(-1);
      expect(last?.kind, `cut at ${at}`).toBe('refused');
    }
  });

  it.each([
    ['a document type', whole.replace('<Document', '<!DOCTYPE x [<!ENTITY a "b">]><Document'), 'file-hostile'],
    ['a mismatched tag', whole.replace('</Nm>', '</Mn>'), 'file-malformed'],
    ['elements without end', whole.replace('<GrpHdr>', `<GrpHdr>${'<a>'.repeat(100)}`), 'file-hostile'],
  ])('%s is refused', async (_, text, code) => {
    expect(await refusal(file('hostile.xml', text))).toContain(code);
  });

  it('more bytes than allowed are refused', async () => {
    expect(await refusal(pain008([BATCH]), { ...READ_LIMITS, bytesMax: 300 })).toContain('file-too-large');
  });
});

it('a collection file is no statement, and a statement no collection file', () => {
  const { bytes } = pain008([BATCH]);
  expect([sniff(bytes), collectionKind(bytes), collectionKind(pain002('X', []).bytes)]).toEqual([null, 'pain', 'pain']);
  const statement = '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt/></Document>';
  expect(collectionKind(new TextEncoder().encode(statement))).toBeNull();
});
