// What became of one file of an import.
import type { Fault } from '../fault/index.ts';
import type { DeskFile } from '../port/files.ts';
import type { FileResult } from '../port/view.ts';

/** What became of one file; `ok` false: nothing of it was kept. */
export type FileOutcome = Omit<FileResult, 'warnings' | 'faults'> & { warnings: Fault[]; faults: Fault[] };

/** The outcome of a file of which nothing was kept. */
export function refused(
  file: DeskFile,
  faults: Fault[],
  kind: FileOutcome['kind'] = null,
  version: string | null = null,
): FileOutcome {
  const { name, bytes } = file;
  return {
    name,
    bytes: bytes.length,
    kind,
    version,
    ok: false,
    known: false,
    statements: [],
    ledger: null,
    warnings: [],
    faults,
  };
}
