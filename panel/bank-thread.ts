// Uploaded bank files are parsed in a thread of their own: a hostile one can hang or fill only that.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TableChoice } from '../sync/model/table.ts';
import type { DeskFile, DeskFiles } from '../sync/port/files.ts';
import { eventsOf } from './files.ts';
import { Reading } from './read/reading.ts';

/** Reads one file after the other. The thread gets a path, so the bytes are held only once. */
export function bankThread(): { readBank: DeskFiles['readBank']; close(): Promise<void> } {
  const reading = new Reading();
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work, work);
    last = mine;
    return mine;
  };
  return {
    async *readBank(file, choice) {
      const read = await inTurn(() => readAtPath(reading, file, choice));
      yield* eventsOf(read);
    },
    close: () => reading.close(),
  };
}

/** The file is named as the person names it, wherever it lies. */
async function readAtPath(reading: Reading, file: DeskFile, choice: TableChoice | null) {
  const folder = await mkdtemp(join(tmpdir(), 'lettrage-'));
  const path = join(folder, 'file');
  try {
    await writeFile(path, file.bytes, { mode: 0o600 });
    const [only] = await reading.read(path, choice);
    if (!only) throw new Error('bank: a file was read without an outcome');
    const named = (place: object) => ({ ...place, file: file.name });
    return { ...only.read, faults: only.read.faults.map((it) => ({ ...it, place: named(it.place) })) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
