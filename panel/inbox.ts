// The watched folder: files that a bank client puts there are imported once and moved to done/ or refused/, with the reason.
import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fault, isFault, placeText, says } from '../sync/fault/index.ts';
import type { Desk } from '../sync/job/desk.ts';
import { accountFolders } from '../sync/job/folder.ts';
import { followImport, importFiles } from '../sync/job/import.ts';
import type { FileOutcome } from '../sync/job/outcome.ts';
import { ownCompanyFor } from '../sync/job/own-company.ts';
import type { CompanyId } from '../sync/model/company.ts';
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
type Group = { account: string | null; names: string[] };

/**
 * One look: imports the files that stood still since the last one and moves them. Those of the folder itself go first, because
 * a ledger among them says which accounts there are; then those of each account's subfolder, as that account's.
 */
export async function look(folder: string, desk: Desk, seen: Seen, follow = true): Promise<void> {
  for (const name of DONE_OR_REFUSED) await mkdir(join(folder, name), { recursive: true });
  const still: Group[] = [];
  const now: Seen = new Map();
  for (const account of [null, ...(await subfolders(folder, desk))]) {
    const group: Group = { account, names: [] };
    for (const entry of await readdir(join(folder, account ?? ''), { withFileTypes: true })) {
      if (!entry.isFile() || UNFINISHED.test(entry.name)) continue;
      const path = join(account ?? '', entry.name);
      const { size, mtimeMs } = await stat(join(folder, path));
      const shape = `${size} ${mtimeMs}`;
      if (seen.get(path) === shape) group.names.push(entry.name);
      now.set(path, shape);
    }
    if (group.names.length > 0) still.push(group);
  }
  seen.clear();
  for (const [path, shape] of now) seen.set(path, shape);
  const changed = new Set<CompanyId>();
  for (const group of still) for (const company of await take(folder, desk, group)) changed.add(company);
  if (follow) for (const company of changed) await followImport(desk, company);
}

/** The subfolders that are named by an account; files of any other are left alone. */
async function subfolders(folder: string, desk: Desk): Promise<string[]> {
  const names = await inboxFolders(folder);
  const current = currentCompany(await desk.store.companies());
  if (names.length === 0 || !current) return [];
  const accounts = await accountFolders(desk, current.id, names);
  return isFault(accounts) ? [] : accounts;
}

/** The folders that lie in the watched one, but for its own two and hidden ones. */
export async function inboxFolders(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((it) => it.isDirectory() && !UNFINISHED.test(it.name) && !DONE_OR_REFUSED.some((own) => own === it.name))
    .map((it) => it.name)
    .sort();
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

/** Takes the files of one folder; returns the companies that have to follow. */
async function take(folder: string, desk: Desk, { account, names }: Group): Promise<CompanyId[]> {
  const files = [];
  for (const name of names.sort()) {
    const path = join(folder, account ?? '', name);
    if ((await stat(path)).size <= BYTES_MAX) files.push({ name, bytes: new Uint8Array(await readFile(path)) });
    else await put(folder, 'refused', account, name, says(fault('file-too-large', {}, { limit: '512 Mo' }), 'fr'));
  }
  const companies = await desk.store.companies();
  const current = currentCompany(companies);
  if (!current || files.length === 0) return [];
  const opened = current.id === DEMO ? await ownCompanyFor(desk, files, current) : null;
  const company = opened?.id ?? current.id;
  const outcomes = await importFiles(desk, company, files, BY, { follow: false, folder: account });
  for (const { name } of files) {
    const own = outcomes.filter((it) => it.name === name || it.name.startsWith(`${name}/`));
    // What may succeed later without anybody's help stays for the next look.
    if (own.some(({ faults }) => faults.some((it) => it.retry))) continue;
    const reasons = own.flatMap(reasonsOf);
    await put(folder, reasons.length === 0 ? 'done' : 'refused', account, name, reasons.join('\n'));
  }
  return outcomes.some(({ ok, known }) => ok && !known) ? [company] : [];
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
