// The watched folder: files that a bank client puts there are imported once and moved to done/ or refused/, with the reason.
import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { type Fault, fault, isFault, placeText, says } from '../sync/fault/index.ts';
import type { Desk } from '../sync/job/desk.ts';
import { accountFolders } from '../sync/job/folder.ts';
import { followImport, importFiles } from '../sync/job/import.ts';
import type { FileOutcome } from '../sync/job/outcome.ts';
import type { CompanyId } from '../sync/model/company.ts';
import type { Actor } from '../sync/model/decision.ts';
import type { DeskFile } from '../sync/port/files.ts';
import { ownersOf, type Place, placesOf } from './inbox-place.ts';

/** A file is whole when two looks so far apart find the same size and time: bank clients write in one go. */
const LOOK_MS = 5_000;
/** A night that asks once waits less: bank clients write in one go. */
const STILL_MS = 1_000;
/** As much as an upload may have. */
const BYTES_MAX = 512 * 1024 * 1024;
/** Names under which programs write a file until it is whole, and files that are nobody's. */
const UNFINISHED = /^[.~]|\.(?:tmp|temp|part|partial|filepart|crdownload|download|lock)$/i;
const BY: Actor = { kind: 'person', id: 'inbox', name: 'LETTRAGE_INBOX' };

const DONE_OR_REFUSED = ['done', 'refused'] as const;
type Where = (typeof DONE_OR_REFUSED)[number];

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

/** Files of one folder; `account` names the subfolder, null: the folder itself. */
type Group = { place: Place; account: string | null; names: string[] };

/** New files of each company that were taken. */
export type Taken = ReadonlyMap<CompanyId, number>;

const looking = new Map<string, Promise<unknown>>();

/**
 * One look: imports the files that stood still since the last one and moves them. Those of the folder itself go first, because
 * a ledger among them says which accounts there are; then those of each account's subfolder, as that account's. `own`: a
 * company whose night asks, and then proposes by itself. One look at a folder at a time: the watcher and a night share it.
 */
export function look(folder: string, desk: Desk, seen: Seen, own: CompanyId | null = null): Promise<Taken> {
  const before = looking.get(folder) ?? Promise.resolve();
  const mine = before.catch(() => {}).then(() => lookNow(folder, desk, seen, own));
  looking.set(folder, mine);
  return mine.finally(() => {
    if (looking.get(folder) === mine) looking.delete(folder);
  });
}

async function lookNow(folder: string, desk: Desk, seen: Seen, own: CompanyId | null): Promise<Taken> {
  const still: Group[] = [];
  const now: Seen = new Map();
  for (const place of await placesOf(folder, desk)) {
    for (const name of DONE_OR_REFUSED) await mkdir(join(place.folder, name), { recursive: true });
    for (const account of [null, ...(await subfolders(place, desk))]) {
      const names = await stillIn(join(place.folder, account ?? ''), seen, now);
      if (names.length > 0) still.push({ place, account, names });
    }
  }
  seen.clear();
  for (const [path, shape] of now) seen.set(path, shape);
  const taken = new Map<CompanyId, number>();
  for (const group of still) {
    for (const [company, files] of await take(desk, group)) taken.set(company, (taken.get(company) ?? 0) + files);
  }
  for (const [company, files] of taken) if (files > 0 && company !== own) await followImport(desk, company);
  return taken;
}

/** The files of a folder that stood still since the last look; all of them are noted in `now`. */
async function stillIn(folder: string, seen: Seen, now: Seen): Promise<string[]> {
  const still: string[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (!entry.isFile() || UNFINISHED.test(entry.name)) continue;
    const path = join(folder, entry.name);
    const { size, mtimeMs } = await stat(path);
    const shape = `${size} ${mtimeMs}`;
    if (seen.get(path) === shape) still.push(entry.name);
    now.set(path, shape);
  }
  return still;
}

/** The subfolders that are named by an account; files of any other are left alone. */
async function subfolders({ folder, companies }: Place, desk: Desk): Promise<string[]> {
  const names = await inboxFolders(folder);
  const found = new Set<string>();
  for (const company of names.length === 0 ? [] : companies) {
    const accounts = await accountFolders(desk, company, names);
    for (const name of isFault(accounts) ? [] : accounts) found.add(name);
  }
  return [...found];
}

/** The folders that lie in the watched one, but for its own two and hidden ones. */
export async function inboxFolders(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((it) => it.isDirectory() && !UNFINISHED.test(it.name) && !DONE_OR_REFUSED.some((own) => own === it.name))
    .map((it) => it.name)
    .sort();
}

/**
 * Takes what lies in the folder now and stands still, for a company's night, which proposes by itself; returns how many of its
 * files that were. Fault inbox-unread: a folder on a network comes and goes.
 */
export async function takeInbox(folder: string, desk: Desk, company: CompanyId): Promise<number | Fault> {
  const seen: Seen = new Map();
  try {
    const before = await look(folder, desk, seen, company);
    if (seen.size === 0) return before.get(company) ?? 0;
    await desk.clock.wait(STILL_MS);
    return (await look(folder, desk, seen, company)).get(company) ?? 0;
  } catch (error) {
    return fault('inbox-unread', {}, { what: error instanceof Error ? error.message : String(error) });
  }
}

/** Takes the files of one folder; returns how many new ones each company has now. */
async function take(desk: Desk, { place, account, names }: Group): Promise<Map<CompanyId, number>> {
  const { folder } = place;
  const files: DeskFile[] = [];
  for (const name of names.sort()) {
    const path = join(folder, account ?? '', name);
    if ((await stat(path)).size <= BYTES_MAX) files.push({ name, bytes: new Uint8Array(await readFile(path)) });
    else await put(folder, 'refused', account, name, says(fault('file-too-large', {}, { limit: '512 Mo' }), 'fr'));
  }
  const taken = new Map<CompanyId, number>();
  for (const [company, its] of await ownersOf(desk, place, account, files)) {
    if (company === null) for (const { name } of its) await put(folder, 'refused', account, name, nobodys(place));
    else taken.set(company, await takeFor(desk, company, folder, account, its));
  }
  return taken;
}

async function takeFor(
  desk: Desk,
  company: CompanyId,
  folder: string,
  account: string | null,
  files: readonly DeskFile[],
): Promise<number> {
  const outcomes = await importFiles(desk, company, files, BY, { follow: false, folder: account });
  for (const { name } of files) {
    const own = outcomes.filter((it) => it.name === name || it.name.startsWith(`${name}/`));
    // What may succeed later without anybody's help stays for the next look.
    if (own.some(({ faults }) => faults.some((it) => it.retry))) continue;
    const reasons = own.flatMap(reasonsOf);
    await put(folder, reasons.length === 0 ? 'done' : 'refused', account, name, reasons.join('\n'));
  }
  return outcomes.filter(({ ok, known }) => ok && !known).length;
}

function nobodys({ companies }: Place): string {
  const it = fault('folder-which-company', {}, { folders: companies.join(', ') });
  return (['fr', 'en'] as const).map((language) => says(it, language)).join('\n');
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

/** Moves a file, an account's into its own folder there; one of the same name keeps its own. The reason stands beside as text. */
async function put(folder: string, where: Where, account: string | null, name: string, reason: string): Promise<void> {
  const to = join(folder, where, account ?? '');
  await mkdir(to, { recursive: true });
  const taken = new Set(await readdir(to));
  const ending = extname(name);
  let free = name;
  for (let n = 2; taken.has(free); n++) free = `${name.slice(0, name.length - ending.length)}-${n}${ending}`;
  if (reason !== '') await writeFile(join(to, `${free}.txt`), `${reason}\n`);
  await rename(join(folder, account ?? '', name), join(to, free));
}
