// What `lettrage doctor` looks at: the database, the watched folder, and of each company its ledger, bank accounts and mode.
import { access, constants } from 'node:fs/promises';
import { isFault, says } from '../sync/fault/index.ts';
import type { Desk } from '../sync/job/desk.ts';
import { knownFolders } from '../sync/job/folder.ts';
import type { Company } from '../sync/model/company.ts';
import type { Check } from '../sync/port/erp.ts';
import type { Tx } from '../sync/port/store.ts';
import { currentCompany } from './api/guard.ts';
import type { Config } from './config.ts';
import { inboxFolders } from './inbox.ts';

/** One check a line; `says` holds the remedy where something is missing. */
export async function checksOf(desk: Desk, config: Config): Promise<Check[]> {
  const companies = await desk.store.companies();
  const place = config.databaseUrl === null ? 'embedded' : 'DATABASE_URL';
  const database = check(
    'database',
    true,
    `${place}, ${companies.length} société(s)`,
    `${place}, ${companies.length} company(ies)`,
  );
  const perCompany = await Promise.all(
    companies.map((company) =>
      desk.store.within(company.id, async (tx) => [
        ...(company.erp === 'fec' ? [await ledger(desk, tx, company)] : await erp(desk, tx, company)),
        await banks(tx, company),
        mode(company),
      ]),
    ),
  );
  const watched = config.inbox === null ? [] : [await inbox(desk, config.inbox, companies)];
  return [database, ...watched, ...perCompany.flat()];
}

/** The watched folder: there, writable, and each subfolder an account of the company that files go to. */
async function inbox(desk: Desk, folder: string, companies: readonly Company[]): Promise<Check> {
  const name = 'inbox';
  const found = await access(folder, constants.R_OK | constants.W_OK | constants.X_OK).then(
    () => 'usable',
    (error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? 'absent' : 'closed'),
  );
  if (found === 'absent')
    return check(
      name,
      false,
      `${folder} n’existe pas : créez ce dossier`,
      `${folder} is not there: create this folder`,
    );
  const [frClosed, enClosed] = [
    `${folder} ne peut être lu et écrit : changez les droits du dossier`,
    `${folder} cannot be read and written: change its rights`,
  ];
  if (found === 'closed') return check(name, false, frClosed, enClosed);
  const folders = await inboxFolders(folder).catch(() => null);
  if (folders === null) return check(name, false, frClosed, enClosed);
  const beside = companies.filter((it) => it.erp !== 'fec');
  const current = currentCompany(companies);
  const inside = beside.length > 1 ? beside : current ? [current] : [];
  // Where several live in one ERP each has a folder of its own.
  const own = beside.length > 1 ? folders.filter((each) => beside.some(({ id }) => id === each)) : [];
  for (const { id } of inside) {
    const known = await knownFolders(desk, id, folders);
    if (isFault(known)) return check(name, false, says(known, 'fr'), says(known, 'en'));
    own.push(...known);
  }
  const names = inside.map((it) => it.name).join(', ');
  const strange = folders.filter((each) => !own.includes(each));
  const [fr, en] = [`${folder}, ${own.length} dossier(s) de compte`, `${folder}, ${own.length} account folder(s)`];
  if (strange.length === 0) return check(name, true, fr, en);
  return check(
    name,
    false,
    `${strange.join(', ')} : aucun compte de ${names} ; nommez le dossier par l’IBAN ou le numéro d’un de ses comptes`,
    `${strange.join(', ')}: no account of ${names}; name the folder by the IBAN or number of one of its accounts`,
  );
}

/** What the ERP says of itself, and what stopped the writing, if anything did. */
async function erp(desk: Desk, tx: Tx, company: Company): Promise<Check[]> {
  const found = (await desk.erps.open(company)?.check()) ?? [];
  const named = found.map((it) => ({ ...it, name: `${company.id} ${it.name}` }));
  const { halted, pulledAt } = await tx.link.get();
  const words = pulledAt ?? 'jamais / never';
  const reading = check(`${company.id} last reading`, pulledAt !== null, words, words);
  if (halted === null) return [...named, reading];
  const [fr, en] = [
    'écriture arrêtée : vérifiez puis reprenez dans Réglages',
    'writing stopped: check, then resume in Settings',
  ];
  return [...named, reading, check(`${company.id} writing`, false, fr, en)];
}

async function ledger(desk: Desk, tx: Tx, company: Company): Promise<Check> {
  const name = `${company.id} ledger`;
  const files = await tx.files.currentLedgers();
  if (files.length === 0)
    return check(
      name,
      false,
      'aucun FEC : déposez celui de votre logiciel sur la page',
      'no FEC: drop that of your accounting program on the page',
    );
  const wrong = (await desk.files.openLedger(files, company).check()).find((it) => !it.ok);
  const names = files.map((file) => file.name).join(', ');
  return wrong ? { ...wrong, name } : check(name, true, names, names);
}

async function banks(tx: Tx, company: Company): Promise<Check> {
  const name = `${company.id} bank accounts`;
  const accounts = await tx.bank.accounts();
  if (accounts.length === 0)
    return check(name, false, 'aucun compte : importez un relevé', 'no account: import a statement');
  const loose = accounts.filter((account) => account.ledgerAccount === null).map((account) => account.account);
  if (loose.length === 0)
    return check(
      name,
      true,
      `${accounts.length}, tous reliés au grand livre`,
      `${accounts.length}, all linked to the ledger`,
    );
  return check(
    name,
    false,
    `${loose.join(', ')} : à relier à un compte 512, écran Imports`,
    `${loose.join(', ')}: link to an account 512, screen Imports`,
  );
}

function mode(company: Company): Check {
  const words = {
    shadow: ['observe, n’écrit rien', 'watches, writes nothing'],
    suggest: ['propose', 'proposes'],
    auto: ['propose, et agit seul sur preuve', 'proposes, and acts alone on proof'],
  } as const;
  const [fr, en] = words[company.mode];
  return check(`${company.id} mode`, true, fr, en);
}

function check(name: string, ok: boolean, fr: string, en: string): Check {
  return { name, ok, says: { fr, en } };
}
