// What the commands that need the company's data share: configuration, open store, and the company that is meant.
import { isFault } from '../../sync/fault/index.ts';
import type { Desk } from '../../sync/job/desk.ts';
import type { Company } from '../../sync/model/company.ts';
import type { Log } from '../../sync/port/log.ts';
import { currentCompany } from '../api/guard.ts';
import { type Config, readConfig } from '../config.ts';
import { openDesk } from '../desk.ts';
import { firstCompany } from '../first-company.ts';
import { logTo } from '../log.ts';
import { WrongUsage } from './command.ts';

/** Options of every command that opens the data. */
export const DATA_OPTIONS = { data: { type: 'string' }, company: { type: 'string' } } as const;

export const DATA_HELP = `  --data DIR      another data directory than LETTRAGE_DATA
  --company ID    a company of this database; default: your own, else the demonstration`;

export type Chosen = { data?: string | undefined; company?: string | undefined };

export type Program = { desk: Desk; company: Company; config: Config };

/** Opens the data, those of a program that runs too, runs `work` on the company, and closes whatever happens. Throws the fault of what cannot be opened. */
export async function withCompany<T>({ data, company }: Chosen, work: (program: Program) => Promise<T>): Promise<T> {
  const config = readConfig(data === undefined ? {} : { data });
  const open = await openDesk(config, warnings(), { beside: true });
  if (isFault(open)) throw open;
  try {
    await firstCompany(open.desk, config);
    return await work({ desk: open.desk, company: await companyOf(open.desk, company), config });
  } finally {
    await open.close();
  }
}

async function companyOf(desk: Desk, id: string | undefined): Promise<Company> {
  const companies = await desk.store.companies();
  const found = id === undefined ? currentCompany(companies) : companies.find((it) => it.id === id);
  if (!found) throw new WrongUsage(`no company "${id}"; there are: ${companies.map((it) => it.id).join(', ')}`);
  return found;
}

/** A command speaks to a person: of the log it shows only what went wrong. */
export function warnings(): Log {
  return logTo((line) => process.stderr.write(line), 'warn');
}
