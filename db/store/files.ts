// Imported files with their bytes.
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { FileRows } from '../../sync/port/store.ts';
import { files } from '../schema/company.ts';
import type { Scope } from './scope.ts';

export function fileRows({ db, company }: Scope): FileRows {
  const { bytes, companyId, ...facts } = columnsOf();
  return {
    async byHash(hash) {
      const found = await db
        .select(facts)
        .from(files)
        .where(and(eq(companyId, company), eq(files.hash, hash)));
      return found[0] ?? null;
    },
    async add(file) {
      await db.insert(files).values({ ...file, companyId: company });
    },
    currentLedgers() {
      return db
        .select({ ...facts, bytes })
        .from(files)
        .where(and(eq(companyId, company), eq(files.kind, 'fec'), eq(files.current, true)))
        .orderBy(files.importedAt, files.id);
    },
    ledgersInForce() {
      const size = sql<number>`length(${bytes})`.mapWith(Number);
      return db
        .select({ id: files.id, importedAt: files.importedAt, size })
        .from(files)
        .where(and(eq(companyId, company), eq(files.kind, 'fec'), eq(files.current, true)))
        .orderBy(files.importedAt, files.id);
    },
    async collected() {
      const rows = await db
        .select({ collected: files.collected })
        .from(files)
        .where(and(eq(companyId, company), inArray(files.kind, ['pain', 'slip'])))
        .orderBy(files.importedAt, files.id);
      return {
        collections: rows.flatMap((row) => row.collected?.collections ?? []),
        rejects: rows.flatMap((row) => row.collected?.rejects ?? []),
      };
    },
    async supersede(id) {
      await db
        .update(files)
        .set({ current: false })
        .where(and(eq(companyId, company), eq(files.id, id)));
    },
  };
}

function columnsOf() {
  const { companyId, id, name, hash, kind, bytes, importedAt, current, ledger } = files;
  return { companyId, id, name, hash, kind, bytes, importedAt, current, ledger };
}
