// What sync needs of a job queue. A job may be lost or run twice; the outbox and the facts decide what is true.
import type { CompanyId } from '../model/company.ts';

export type Job = { name: 'night' | 'import' | 'propose' | 'post'; companyId: CompanyId };

export type Queue = {
  send(job: Job): Promise<void>;
  work(run: (job: Job) => Promise<void>): Promise<void>;
  /** cron in the company's zone. */
  schedule(job: Job, cron: string, zone: string): Promise<void>;
  close(): Promise<void>;
};
