// Tables of cheque slips: read whole, by their headings, or refused with the row.
import { describe, expect, it } from 'vitest';
import { collectionKind, openCollectionFile, sniff } from '../../../../connector/bank/index.ts';
import type { CollectionEvent } from '../../../../sync/port/collection.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

async function read(text: string, bytes: Uint8Array = bytesOf(text)): Promise<CollectionEvent[]> {
  const events: CollectionEvent[] = [];
  for await (const event of openCollectionFile('remises.csv', bytes)) events.push(event);
  return events;
}

/** '0012345 2026-11-04 FR76: Dupont 1200.00 FA001, Martin 600.50 -' of each slip, or the fault with its line. */
async function said(text: string, bytes?: Uint8Array): Promise<string[]> {
  return (await read(text, bytes)).flatMap((event) => {
    if (event.kind === 'refused') return event.faults.map((it) => `${it.code} ${it.place.line ?? ''}`);
    if (event.kind !== 'collection') return [];
    const { id, day, account, items } = event.collection;
    const cheques = items.map((it) => `${it.name ?? '-'} ${it.amount} ${it.remittance[0] ?? '-'}`);
    return [`${id} ${day} ${account ?? '-'}: ${cheques.join(', ')}`];
  });
}

const FRENCH = `Numéro de remise;Date;Montant;Client;Facture
0012345;04/11/2026;1 200,00;Dupont SARL;FA001
0012345;04/11/2026;600,5;"Martin; SA";
0012346;05/11/2026;99,90;Durand SAS;FA003
`;
const SLIPS = [
  '0012345 2026-11-04 -: Dupont SARL 1200.00 FA001, Martin; SA 600.5 -',
  '0012346 2026-11-05 -: Durand SAS 99.90 FA003',
];

describe('a table of cheque slips', () => {
  it('is read slip by slip, each cheque with what is known of it', async () => {
    expect(await said(FRENCH)).toEqual(SLIPS);
    expect((await read(FRENCH)).at(1)).toMatchObject({
      collection: { cheques: true, items: [{ currency: 'EUR' }, {}] },
    });
  });

  it('is read in Windows letters, with the mark of UTF-8, with other ends of line and without the last one', async () => {
    expect(
      await said(
        '',
        Uint8Array.from(FRENCH, (letter) => letter.charCodeAt(0)),
      ),
    ).toEqual(SLIPS);
    expect(await said(`\uFEFF${FRENCH.replaceAll('\n', '\r\n').trimEnd()}`)).toEqual(SLIPS);
  });

  it('is read in English, columns in any order, with account and currency', async () => {
    const text = `customer,amount,slip number,date,account,currency,note\nSmith,"1,200.50",77,2026-11-04,FR76 1999,chf,x\n`;
    expect(await said(text)).toEqual(['77 2026-11-04 FR76 1999: Smith 1200.50 -']);
    expect((await read(text)).at(1)).toMatchObject({ collection: { items: [{ currency: 'CHF' }] } });
  });

  it('takes the same number on another day or account for another slip', async () => {
    const text =
      'remise;date;montant;client;compte\n7;04/11/2026;1,00;A;X\n7;05/11/2026;2,00;B;X\n7;05/11/2026;3,00;C;Y\n';
    expect(await said(text)).toHaveLength(3);
  });

  it('is known by its headings and is no statement', () => {
    expect([collectionKind(bytesOf(FRENCH)), sniff(bytesOf(FRENCH))]).toEqual(['slip', null]);
  });

  it.each([
    ['a statement', 'Date;Libellé;Montant;Solde\n04/11/2026;REMISE CHEQUES;10,00;10,00\n'],
    ['a table without customers', 'remise;date;montant\n1;04/11/2026;10,00\n'],
    ['a table with a column twice', 'remise;date;montant;client;nom\n1;04/11/2026;10,00;A;B\n'],
  ])('%s is none', (_, text) => {
    expect(collectionKind(bytesOf(text))).toBeNull();
  });

  it.each([
    ['no number', ';04/11/2026;10,00;A;', 'entry-incomplete 2'],
    ['no day', '1;;10,00;A;', 'entry-incomplete 2'],
    ['a day that is none', '1;31/11/2026;10,00;A;', 'entry-incomplete 2'],
    ['no amount', '1;04/11/2026;;A;', 'entry-incomplete 2'],
    ['neither customer nor invoice', '1;04/11/2026;10,00;;', 'entry-incomplete 2'],
    ['an amount that is none', '1;04/11/2026;dix;A;', 'amount-unreadable 2'],
    ['an amount of nothing', '1;04/11/2026;0,00;A;', 'amount-unreadable 2'],
    ['an amount taken off', '1;04/11/2026;-10,00;A;', 'amount-unreadable 2'],
    ['a quote that does not end', '1;04/11/2026;10,00;"A;', 'file-truncated 2'],
  ])('is refused whole for a row with %s', async (_, row, fault) => {
    const good = '1;04/11/2026;5,00;B;\n';
    const [code] = await said(`remise;date;montant;client;facture\n${row}\n${row.includes('"') ? '' : good}`);
    expect(code).toBe(fault);
  });

  it('is refused without any row', async () => {
    expect(await said('remise;date;montant;client\n')).toEqual(['entry-incomplete ']);
  });
});
