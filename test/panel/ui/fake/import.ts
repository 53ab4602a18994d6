// What becomes of a file dropped on the made-up company: its name says how it ends.
import { unpack } from '../../../../connector/bank/index.ts';
import { isFault } from '../../../../sync/fault/index.ts';
import type { FileResult } from '../../../../sync/port/view.ts';
import { faultOf } from './fake.ts';
import { BANKS } from './names.ts';

/** The file itself, or its member of this name. */
export async function memberOf(file: File, name: unknown): Promise<File> {
  if (typeof name !== 'string') return file;
  const members = await unpack(file.name, new Uint8Array(await file.arrayBuffer()));
  const member = isFault(members) ? undefined : members.find((it) => it.file === name);
  if (!member) throw new Error(`no ${name}`);
  return new File([new Uint8Array(member.bytes)], name);
}

/** The table that the form for cheque slips writes. */
export function isSlip(file: File): boolean {
  return /^(?:Remise|Slip) /.test(file.name);
}

/** A table waits for its columns until they are confirmed; 'bad' is refused, 'known' was imported before, '.txt' is a ledger, else it is a statement. */
export function resultOf(file: File, currency: string, isConfirmed = false): FileResult {
  const base: FileResult = {
    name: file.name,
    bytes: file.size,
    kind: 'camt',
    version: 'camt.053.001.08',
    ok: true,
    known: false,
    statements: [],
    ledger: null,
    warnings: [],
    faults: [],
  };
  if (isSlip(file)) return { ...base, kind: 'slip', version: 'CSV' };
  if (file.name.endsWith('.zip') && !isConfirmed)
    return { ...base, ...ASKED, name: `${file.name}/export.csv`, kind: 'csv' };
  const statement = statementOf(currency);
  if (file.name.endsWith('.csv'))
    return { ...base, ...(isConfirmed ? { statements: [statement] } : ASKED), kind: 'csv' };
  if (file.name.includes('bad'))
    return { ...base, ...REFUSED, statements: [{ ...statement, balanced: false, lineCount: 0, duplicateCount: 0 }] };
  if (file.name.includes('known')) return { ...base, known: true, statements: [{ ...statement, duplicateCount: 160 }] };
  return file.name.endsWith('.txt') ? { ...base, ...LEDGER } : { ...base, statements: [statement] };
}

function statementOf(currency: string): FileResult['statements'][number] {
  return {
    account: BANKS[0] as string,
    number: '229',
    currency,
    openingMinor: 25_024_233,
    openingCarried: false,
    closingMinor: 24_803_193,
    openingDay: '2026-11-20',
    closingDay: '2026-11-20',
    lineCount: 160,
    duplicateCount: 18,
    linesMinor: -221_040,
    apartCount: 0,
    balanced: true,
  };
}

const ASKED = {
  ok: false,
  faults: [faultOf('table-mapping-needed', 'Ce tableau ne dit pas sûrement ce que sont ses colonnes.')],
} satisfies Partial<FileResult>;

const REFUSED = {
  ok: false,
  kind: 'ofx',
  version: 'OFX 1.0.2',
  faults: [
    {
      ...faultOf(
        'statement-unbalanced',
        'Le solde final ne correspond pas : rien n’a été importé. Ouverture 12 004,52 + lignes 1 866,45 = 13 870,97, or le fichier annonce 13 912,97.',
      ),
      where: 'export.ofx, ligne 412, colonne 17',
    },
  ],
} satisfies Partial<FileResult>;

const LEDGER = {
  kind: 'fec',
  version: null,
  ledger: { lines: 48_230, parties: 312, from: '2026-01-01', to: '2026-11-20', added: 19, changed: 2, same: 48_209 },
  warnings: [faultOf('opening-undetailed', 'Les à-nouveaux du compte 411000 sont sans détail (1 250,00).')],
} satisfies Partial<FileResult>;
