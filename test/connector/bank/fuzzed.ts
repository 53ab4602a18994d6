// Files of every format, damaged by a seed: each must be read whole or refused, in time, and a table must lose no row in silence.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { collect, openBankFile, type ReadFile } from '../../../connector/bank/index.ts';
import { READ_LIMITS } from '../../../connector/bank/limits.ts';
import { mappingOf } from '../../../sync/model/table.ts';
import { damaged } from './text-file.ts';

export type Seed = { name: string; bytes: Uint8Array };

const FIXTURES = new URL('../../fixtures/bank/', import.meta.url).pathname;

const TABLES: Readonly<Record<string, string>> = {
  'french.csv':
    'Compte;FR7619999001000000007000096\r\n\r\nDate;Date de valeur;Libellé;Débit;Crédit;Solde (EUR)\r\n15/04/2026;15/04/2026;CHEQUE 123;120,50;;3 000,00\r\n05/04/2026;06/04/2026;"PRLV; EDF";80,00;;3 120,50\r\n03/04/2026;03/04/2026;VIR DUPONT FA001;;1 200,50;3 200,50\r\n',
  'english.csv':
    'Date,Description,D/C,Amount\n04/03/2026,"ACME, inv 12",C,"1,234.56"\n04/13/2026,"Fee ""x""",D,10.00\n',
  'bare.csv': '03/04/2026|VIR DUPONT||12,50|112,50\n13/04/2026|FRAIS|2,50||110,00\n14/04/2026|VIR||1,00|111,00\n',
};

/** Small files of every format, our own; with the corpus beside the project where it is there. */
export function seeds(withCorpus = false): Seed[] {
  const own = readdirSync(FIXTURES, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.[a-z0-9]+$/i.test(name) && !/\.(json|md)$/.test(name))
    .map((name) => ({ name, bytes: new Uint8Array(readFileSync(FIXTURES + name)) }));
  const tables = Object.entries(TABLES).map(([name, text]) => ({ name, bytes: new TextEncoder().encode(text) }));
  return [...own, ...tables, { name: 'book.xlsx', bytes: workbook() }, ...(withCorpus ? corpus() : [])];
}

function corpus(): Seed[] {
  const folder = new URL('../../../../shared/data/bank/', import.meta.url).pathname;
  if (!existsSync(folder)) return [];
  return ['camt', 'ofx', 'mt940', 'cfonb'].flatMap((format) =>
    readdirSync(`${folder}${format}`)
      .map((name) => ({ name: `${format}/${name}`, bytes: new Uint8Array(readFileSync(`${folder}${format}/${name}`)) }))
      .filter(({ bytes }) => bytes.length > 0 && bytes.length < 200_000),
  );
}

function workbook(): Uint8Array {
  const text = (cell: string) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`;
  const heads = `<row r="1">${['Date', 'Libellé', 'Montant', 'Solde EUR'].map(text).join('')}</row>`;
  const rows = ['2026-04-03', '2026-04-14', '2026-04-15'].map(
    (day, i) =>
      `<row r="${i + 2}">${text(day)}${text('VIR')}<c><v>${i + 1}.5</v></c><c><v>${[1.5, 4, 7.5][i]}</v></c></row>`,
  );
  return zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'xl/workbook.xml': strToU8('<workbook><sheets><sheet r:id="a" xmlns:r="r"/></sheets></workbook>'),
    'xl/_rels/workbook.xml.rels': strToU8(
      '<Relationships><Relationship Id="a" Target="worksheets/sheet1.xml"/></Relationships>',
    ),
    'xl/worksheets/sheet1.xml': strToU8(`<worksheet><sheetData>${heads}${rows.join('')}</sheetData></worksheet>`),
  });
}

/** What is wrong with how the damaged file was read; null: nothing. A crash is thrown. */
export async function findingOf(seed: Seed, n: number): Promise<string | null> {
  const bytes = damaged(seed.bytes, n);
  const read = await readAs(bytes);
  const wrong = wrongIn(read);
  if (wrong !== null) return wrong;
  const mapping = read.table && mappingOf(read.table.guess);
  if (!mapping) return null;
  const table = await collect(openBankFile(seed.name, bytes, READ_LIMITS, { mapping, currency: 'EUR' }));
  return wrongIn(table) ?? lostRows(table);
}

function readAs(bytes: Uint8Array): Promise<ReadFile> {
  return collect(openBankFile('file', bytes));
}

function wrongIn({ statements, faults }: ReadFile): string | null {
  if (faults.length > 0 && statements.length > 0) return 'refused, and yet a statement';
  if (faults.some((it) => it.place.file === undefined)) return `${faults[0]?.code} without a place`;
  const amounts = statements.flatMap((it) => it.transactions.map((each) => each.amount));
  const odd = amounts.find((amount) => !/^-?(0|[1-9]\d*)(\.\d+)?$/.test(amount));
  return odd === undefined ? null : `amount ${odd}`;
}

/** Every row with a date and an amount is a transaction, or the file is refused. */
function lostRows({ table, statements, faults }: ReadFile): string | null {
  if (!table || faults.length > 0) return null;
  const read = statements.reduce((count, it) => count + it.transactions.length, 0);
  const isStated = table.sample.some((cells) => /solde|balance|total|report/i.test(cells.join(' ')));
  return read < table.rowCount && !isStated ? `${table.rowCount} rows, ${read} transactions` : null;
}
