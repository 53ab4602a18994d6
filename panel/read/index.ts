// `lettrage read FILE…`: what is in bank files, one JSON line a file, without a database.
import { lineOf } from './line.ts';
import { Reading } from './reading.ts';

export type ReadIo = { out(line: string): void; err(line: string): void };

const PROGRESS_SECONDS = 2;

/** Reads the files in the order given and prints one line for each (an archive: one for each file in it). 2 when some were refused. */
export async function readCommand(files: string[], io: ReadIo): Promise<0 | 2> {
  const reading = new Reading();
  let read = 0;
  let refused = 0;
  const progress = setInterval(() => io.err(`${read} of ${files.length} files read`), PROGRESS_SECONDS * 1000);
  try {
    for (const path of files) {
      for (const it of await reading.read(path)) {
        io.out(lineOf(it.file, it.read));
        if (it.read.faults.length > 0) refused += 1;
      }
      read += 1;
    }
  } finally {
    clearInterval(progress);
    await reading.close();
  }
  if (refused > 0) io.err(`${refused} refused; each says why in its line`);
  return refused > 0 ? 2 : 0;
}
