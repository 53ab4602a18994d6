// The watched folder: files that a bank client puts there are imported once and moved to done/ or refused/, with the reason.
import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fault, placeText, says } from '../sync/fault/index.ts';
import type { Desk } from '../sync/job/desk.ts';
import { importFiles } from '../sync/job/import.ts';
import type { FileOutcome } from '../sync/job/outcome.ts';
import { ownCompanyFor } from '../sync/job/own-company.ts';
import type { Actor } from '../sync/model/decision.ts';
import { currentCompany, DEMO } from './api/guard.ts';

/** A file is whole when two looks so far apart find the same size and time: bank clients write in one go. */
const LOOK_MS = 5_000;
/** A night that asks once waits less: bank clients write in one go. */
const STILL_MS = 1_000;
/** As much as an upload may have. */
const BYTES_MAX = 512 * 1024 * 1024;
/** Names under which programs write a file until it is whole, and files that are nobody's. */
const UNFINISHED = /^[.~]|\.(?:tmp|temp|part|partial|filepart|crdownload|download|lock)$/i;
const BY: Actor = { kind: 'person', id: 'inbox', name: 'LETTRAGE_INBOX' };

/** Size and time of each file at the last look. */
export type Seen = Map<string, string>;

/** Looks into the folder until it is stopped; stopping waits for the import under way. */
export function watchInbox(folder: string, desk: Desk): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const seen: Seen = new Map();
  const watching = (async () => {
    let said = '';
    while (!stopping.signal.aborted) {
      try {
        await look(folder, desk, seen);
        said = '';
      } catch (error) {
        // A folder on a network comes and goes; once is enough to say so.
        const what = error instanceof Error ? error.message : String(error);
        if (what !== said) desk.log.error('inbox not read', { folder, what });
        said = what;
      }
      await desk.clock.wait(LOOK_MS, stopping.signal);
    }
  })();
  return {
    async stop() {
      stopping.abort();
      await watching;
    },
  };
}

/** One look: imports the files that stood still since the last one, all of them together, and moves them. */
export async function look(folder: string, desk: Desk, seen: Seen, follow = true): Promise<void> {
  for (const name of ['done', 'refused']) await mkdir(join(folder, name), { recursive: true });
  const still: string[] = [];
  const now: Seen = new Map();
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (!entry.isFile() || UNFINISHED.test(entry.name)) continue;
    const { size, mtimeMs } = await stat(join(folder, entry.name));
    const shape = `${size} ${mtimeMs}`;
    if (seen.get(entry.name) === shape) still.push(entry.name);
    now.set(entry.name, shape);
  }
  seen.clear();
  for (const [name, shape] of now) seen.set(name, shape);
  if (still.length > 0) await take(folder, desk, still.sort(), follow);
}

/** Takes what lies in the folder now and stands still, for a night that proposes by itself; returns how many files that were. */
export async function takeInbox(folder: string, desk: Desk): Promise<number> {
  const seen: Seen = new Map();
  await look(folder, desk, seen);
  if (seen.size === 0) return 0;
  await desk.clock.wait(STILL_MS);
  const before = seen.size;
  await look(folder, desk, seen, false);
  return before;
}

async function take(folder: string, desk: Desk, names: readonly string[], follow: boolean): Promise<void> {
  const files = [];
  for (const name of names) {
    const path = join(folder, name);
    if ((await stat(path)).size <= BYTES_MAX) files.push({ name, bytes: new Uint8Array(await readFile(path)) });
    else await put(folder, 'refused', name, says(fault('file-too-large', {}, { limit: '512 Mo' }), 'fr'));
  }
  const companies = await desk.store.companies();
  const current = currentCompany(companies);
  if (!current || files.length === 0) return;
  const opened = current.id === DEMO ? await ownCompanyFor(desk, files, current) : null;
  const outcomes = await importFiles(desk, opened?.id ?? current.id, files, BY, { follow });
  for (const { name } of files) {
    const own = outcomes.filter((it) => it.name === name || it.name.startsWith(`${name}/`));
    // What may succeed later without anybody's help stays for the next look.
    if (own.some(({ faults }) => faults.some((it) => it.retry))) continue;
    const reasons = own.flatMap(reasonsOf);
    await put(folder, reasons.length === 0 ? 'done' : 'refused', name, reasons.join('\n'));
  }
}

/** What was not taken of a file and why, in both languages. A statement that was refused leaves the others of its file. */
function reasonsOf({ name, ok, faults }: FileOutcome): string[] {
  return faults.flatMap((it) =>
    (['fr', 'en'] as const).map((language) => {
      const place = placeText({ ...it.place, file: name }, language);
      const rest = { fr: 'Le reste du fichier est importé.', en: 'The rest of the file is imported.' }[language];
      return `${place}: ${says(it, language)}${ok ? ` ${rest}` : ''}`;
    }),
  );
}

/** Moves a file; one of the same name that lies there keeps its own. The reason stands beside it as text. */
async function put(folder: string, where: 'done' | 'refused', name: string, reason: string): Promise<void> {
  const taken = new Set(await readdir(join(folder, where)));
  const ending = extname(name);
  let free = name;
  for (let n = 2; taken.has(free); n++) free = `${name.slice(0, name.length - ending.length)}-${n}${ending}`;
  if (reason !== '') await writeFile(join(folder, where, `${free}.txt`), `${reason}\n`);
  await rename(join(folder, name), join(folder, where, free));
}
