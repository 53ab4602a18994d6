// A desk on the real database, with a calendar that stands still.
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { openBankFile } from '../../../connector/bank/index.ts';
import { READ_LIMITS } from '../../../connector/bank/limits.ts';
import { deskFiles } from '../../../panel/files.ts';
import { isFault, says } from '../../../sync/fault/index.ts';
import type { Desk } from '../../../sync/job/desk.ts';
import { importFiles } from '../../../sync/job/import.ts';
import { IndexShelf } from '../../../sync/job/index-shelf.ts';
import type { Request } from '../../../sync/job/once.ts';
import type { Company } from '../../../sync/model/company.ts';
import type { Day } from '../../../sync/model/day.ts';
import type { Erp } from '../../../sync/port/erp.ts';
import type { DeskFile } from '../../../sync/port/files.ts';
import type { LetterBody } from '../../../sync/port/ledger-view.ts';
import type { Tx } from '../../../sync/port/store.ts';
import { company, freshStore } from '../../db/harness.ts';
import { quiet } from '../../db/quiet.ts';

export const TODAY: Day = '2026-11-25';
export const BY = { kind: 'person', id: 'u1', name: 'Claire Martin' } as const;

export type TestDesk = {
  desk: Desk;
  /** Opens an empty company of its own for the next test; `see` looks into it. */
  next(facts?: Partial<Company>): Promise<string>;
  /** Gives the current company an ERP. */
  link(erp: Erp): void;
  see<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Of its database, for what no transaction of the program reads. */
  url: string;
  close(): Promise<void>;
};

/** A desk without any company yet. Ids are counted, so that a failure reads the same twice. */
export async function testDesk(): Promise<TestDesk> {
  const fresh = await freshStore();
  let ids = 0;
  let instants = 0;
  let companies = 0;
  let current = '';
  const opened = new Map<string, Erp>();
  const desk: Desk = {
    store: fresh.store,
    clock: {
      now: () => new Date(Date.UTC(2026, 10, 25, 8, 0, 0, instants++)).toISOString(),
      today: () => TODAY,
      wait: async () => {},
    },
    log: quiet,
    erps: { open: (its) => opened.get(its.id) ?? null },
    files: deskFiles(({ name, bytes }, choice) => openBankFile(name, bytes, READ_LIMITS, choice)),
    indexes: new IndexShelf(),
    newId: () => `id-${String(ids++).padStart(5, '0')}`,
  };
  return {
    desk,
    async next(facts = {}) {
      current = `c${++companies}`;
      await desk.store.createCompany(company(current, facts));
      return current;
    },
    link: (erp) => void opened.set(current, erp),
    see: (work) => desk.store.within(current, work),
    url: fresh.url,
    close: fresh.close,
  };
}

/** A desk for the tests of a block, and an empty company of its own for each of them. */
export function deskForEach() {
  let it_: TestDesk;
  let company = '';
  beforeAll(async () => {
    it_ = await testDesk();
  });
  beforeEach(async () => {
    company = await it_.next();
  });
  afterAll(() => it_.close());
  return {
    get desk() {
      return it_.desk;
    },
    get company() {
      return company;
    },
    see: <T>(work: (tx: Tx) => Promise<T>): Promise<T> => it_.see(work),
    bring: (...files: DeskFile[]) => importFiles(it_.desk, company, files, BY),
  };
}

/** A request of a person with a key of its own. */
export function request(key: string | null = null, body = ''): Request {
  return { by: BY, key: key === null ? null : { user: BY.id, key, bodyHash: body } };
}

/** A letter of these items alone. */
export function tie(...itemIds: string[]): LetterBody {
  return { itemIds, adjustments: [], leave: false };
}

/** The value, or the test fails with the fault's words. */
export function must<T>(value: T): Exclude<T, { code: string; place: object; retry: boolean }> {
  if (isFault(value)) throw new Error(`${value.code}: ${says(value, 'en')}`);
  return value as Exclude<T, { code: string; place: object; retry: boolean }>;
}

/** The code of a fault; 'done' for any other value. */
export function codeOf(value: unknown): string {
  return isFault(value) ? value.code : 'done';
}
