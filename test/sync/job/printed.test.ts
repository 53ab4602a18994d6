// A report on paper says when it was made, and one that is too large for its form what to choose.
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deskFiles } from '../../../panel/files.ts';
import { fonts } from '../../../panel/fonts.ts';
import { isFault, says } from '../../../sync/fault/index.ts';
import { reportFile } from '../../../sync/job/report/index.ts';
import { hasDatabase } from '../../db/harness.ts';
import { ledgerLine } from '../../db/sample.ts';
import { BY, type TestDesk, testDesk } from './desk.ts';

describe.skipIf(!hasDatabase())('a printed report', () => {
  let at: TestDesk;
  beforeAll(async () => {
    at = await testDesk();
  });
  afterAll(() => at.close());

  it('bears the day and the hour of the company on which it was made, on every table', async () => {
    const company = await at.next({ zone: 'Europe/Paris' });
    const language = { of: 'fr', isAsked: true } as const;
    const asking = { asOf: '2026-10-31' } as const;
    const desk = { ...at.desk, files: deskFiles(at.desk.files.readBank, fonts) };
    const file = await reportFile(desk, company, 'payment-terms', asking, { format: 'pdf', language }, BY);
    if (isFault(file)) throw file;
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(file.bytes)), { mergePages: false });
    // The desk's clock stands at eight o'clock UTC, which is nine in Paris in winter.
    expect(text).toHaveLength(2);
    for (const page of text) expect(page).toContain('Édité le 25/11/2026 09:00');
  });

  it('that has more rows than its form holds is refused, with what to choose instead, and the other form is written', async () => {
    const company = await at.next();
    await at.see((tx) =>
      tx.ledger.putLines(
        Array.from({ length: 15_001 }, (_, i) => ledgerLine(`L${i}`, 1_00, { partyId: null, day: '2026-03-01' })),
      ),
    );
    const language = { of: 'fr', isAsked: true } as const;
    const desk = { ...at.desk, files: deskFiles(at.desk.files.readBank, fonts) };
    const file = (format: 'pdf' | 'csv') =>
      reportFile(desk, company, 'book', { asOf: '2026-10-31' }, { format, language }, BY);
    const refused = await file('pdf');
    // The lines, a head and the balance before them, and two totals.
    expect(isFault(refused) && says(refused, 'fr')).toBe(
      'Ce rapport aurait 15005 lignes, et PDF en porte 15000 au plus. Choisissez une période plus courte ou un seul client, ou le format XLSX/CSV.',
    );
    expect(isFault(await file('csv'))).toBe(false);
  });
});
