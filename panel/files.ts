// The files that people bring and take, put together from the bank readers and the FEC connector.
import { zipSync } from 'fflate';
import { collectionKind, openCollectionFile, type ReadFile, unpack } from '../connector/bank/index.ts';
import { exportEntries, exportFec, type FecConfig, letterList, openFec, sniffFec } from '../connector/erp/fec/index.ts';
import { type Fonts, SHEETS } from '../connector/sheet/index.ts';
import { fault, isFault } from '../sync/fault/index.ts';
import type { Company } from '../sync/model/company.ts';
import type { DeskFile, DeskFiles } from '../sync/port/files.ts';
import type { ReadEvent } from '../sync/port/reader.ts';

/** `readBank` decides where a bank file is parsed: in a thread of its own on Node, in place elsewhere. Pages are drawn where fonts are. */
export function deskFiles(readBank: DeskFiles['readBank'], fonts: (() => Promise<Fonts>) | null = null): DeskFiles {
  return {
    async unpack({ name, bytes }) {
      const members = await unpack(name, bytes);
      return isFault(members) ? members : members.map((it) => ({ name: it.file, bytes: it.bytes }));
    },
    readBank,
    collectionKind,
    readCollections: ({ name, bytes }) => openCollectionFile(name, bytes),
    pack: (name, files) => ({ name, bytes: zipSync(Object.fromEntries(files.map((it) => [it.name, it.bytes]))) }),
    isLedger: (head) => sniffFec(head),
    openLedger: (files, company) => openFec(fecConfig(files, company)),
    lettered(files, company, groups) {
      const written = exportFec(fecConfig(files, company), groups);
      if (Array.isArray(written)) return written[0]!;
      const list = { name: 'lettrage.csv', bytes: letterList(written.rows) };
      return { copies: written.files, list, skipped: written.skipped.map((it) => it.fault) };
    },
    async report(format, name, sheets, language) {
      if (format === 'pdf' && fonts === null) return fault('report-unwritable', {}, { format });
      const none = () => Promise.reject(new Error('no fonts'));
      return { name: `${name}.${format}`, bytes: await SHEETS[format](sheets, language, fonts ?? none) };
    },
    entries(postings, { accounts, parties, banks }) {
      const journalOf = (account: string | null) => {
        const code = banks.find((bank) => bank.ledgerAccount === account)?.journal ?? 'OD';
        return { code, name: code };
      };
      const { fec, csv } = exportEntries(postings, { accounts, parties, journalOf });
      return [
        { name: 'ecritures-a-importer.csv', bytes: csv },
        { name: 'ecritures-a-importer.txt', bytes: fec },
      ];
    },
  };
}

/** A file that was read elsewhere as the events that a reader gives. */
export async function* eventsOf({ format, version, statements, faults, table }: ReadFile): AsyncIterable<ReadEvent> {
  if (format !== null) yield { kind: 'format', format };
  if (version !== null) yield { kind: 'version', version };
  if (table) yield { kind: 'table', shape: table };
  if (faults.length > 0) {
    yield { kind: 'refused', faults };
    return;
  }
  for (const { transactions, balanced: _, ...head } of statements) {
    yield { kind: 'open', head };
    yield { kind: 'transactions', transactions };
    yield { kind: 'close', head };
  }
  yield { kind: 'end' };
}

function fecConfig(files: readonly DeskFile[], { siren, accounts, terms, startDay }: Company): FecConfig {
  return { files, siren, accounts, terms, start: startDay };
}
