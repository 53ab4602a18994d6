// The forms in which a report leaves: one line each.
import type { Format, Language, Sheet } from '../../sync/model/sheet.ts';
import { writeCsv } from './csv.ts';
import { type Fonts, writePdf } from './pdf.ts';
import { writeXlsx } from './xlsx.ts';

export type { Fonts } from './pdf.ts';
export { cellText } from './text.ts';

type Writer = (sheets: readonly Sheet[], language: Language, fonts: () => Promise<Fonts>) => Promise<Uint8Array>;

/** A format's name to what writes it; `fonts` is asked for by those that draw letters. */
export const SHEETS: Readonly<Record<Format, Writer>> = {
  csv: async (sheets, language) => writeCsv(sheets, language),
  xlsx: (sheets, language) => writeXlsx(sheets, language),
  pdf: async (sheets, language, fonts) => writePdf(sheets, language, await fonts()),
  json: async (sheets) => new TextEncoder().encode(`${JSON.stringify(sheets, null, 2)}\n`),
};
