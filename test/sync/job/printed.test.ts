// A report on paper says when it was made.
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deskFiles } from '../../../panel/files.ts';
import { fonts } from '../../../panel/fonts.ts';
import { isFault } from '../../../sync/fault/index.ts';
import { reportFile } from '../../../sync/job/report/index.ts';
import { hasDatabase } from '../../db/harness.ts';
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
});
