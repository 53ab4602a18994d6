// One night: pull, import, propose, settle what is proved, post, pull again, snapshot. Every step is safe to run twice.
import { type Fault, fault, isFault, says } from '../fault/index.ts';
import type { Company, CompanyId } from '../model/company.ts';
import { clockIn, daysBetween } from '../model/day.ts';
import type { Actor } from '../model/decision.ts';
import type { Erp } from '../port/erp.ts';
import type { DeskFile } from '../port/files.ts';
import type { NightStep, NightSummary, Refused } from '../port/night.ts';
import { propose, proposeAll } from './alone.ts';
import { agrees, controlFigures, controlOf } from './control.ts';
import type { Desk } from './desk.ts';
import { exclusively, type Stay } from './exclusive.ts';
import { importFiles } from './import.ts';
import { makeMissing } from './make-lines.ts';
import { pullErp } from './pull-erp.ts';
import { sendOutbox } from './send.ts';

export type NightOptions = {
  /** Decides nothing and writes nothing to the ERP. */
  dryRun?: boolean;
  /** The company's files of the watched folder, taken before proposals are made; says how many there were. */
  inbox?: (company: CompanyId) => Promise<number | Fault>;
  tell?: (step: NightStep, done: number, total: number) => void;
  /** When it should have run, where it is late: said in its summary. */
  due?: string;
};

/** A key that ends within so many days is said every morning. */
const KEY_DAYS_WARNED = 21;

/**
 * Runs a company's night now. Faults: company-busy when another program is at it. What fails inside stands in the summary's
 * `warnings`, and the steps that do not need it go on.
 */
export async function runNight(
  desk: Desk,
  companyId: CompanyId,
  options: NightOptions = {},
): Promise<NightSummary | Fault> {
  const company = await desk.store.within(companyId, (tx) => tx.company.get());
  const erp = desk.erps.open(company);
  const done = await exclusively(desk, companyId, (stay) => night(desk, company, erp, options, stay));
  return done ?? fault('company-busy');
}

type Night = {
  desk: Desk;
  company: Company;
  erp: Erp | null;
  options: NightOptions;
  stay: Stay;
  summary: NightSummary;
};

async function night(
  desk: Desk,
  company: Company,
  erp: Erp | null,
  options: NightOptions,
  stay: Stay,
): Promise<NightSummary> {
  const summary = emptySummary(desk, company);
  const it: Night = { desk, company, erp, options, stay, summary };
  if (options.due !== undefined) {
    const { day, time } = clockIn(summary.startedAt, company.zone);
    summary.warnings.push(refusedOf(fault('night-late', {}, { due: options.due, at: `${day} ${time}` }), null));
  }
  await desk.store.within(company.id, (tx) => tx.nights.begin(summary.id, summary.startedAt));
  const pulled = await step(it, 'pull', () => pullStep(it));
  await step(it, 'import', () => importStep(it));
  // Without what the ERP says today nothing is proposed and nothing is settled alone.
  if (pulled) {
    const trusted = await agreesOnCustomers(it);
    await step(it, 'propose', () => proposeStep(it, trusted));
    if (!options.dryRun && trusted) await step(it, 'post', () => postStep(it));
  }
  await step(it, 'snapshot', () => snapshotStep(it));
  summary.endedAt = desk.clock.now();
  await note(it);
  return summary;
}

/** True when the step came to its end; a fault is noted as a warning. */
async function step(it: Night, name: NightStep, work: () => Promise<Fault | null>): Promise<boolean> {
  it.options.tell?.(name, 0, 0);
  const failed = await work();
  if (failed) {
    it.summary.failed ??= name;
    it.summary.warnings.push(refusedOf(failed, null));
  } else it.summary.step = name;
  await it.stay();
  await note(it);
  return failed === null;
}

async function pullStep(it: Night): Promise<Fault | null> {
  const { desk, company, erp, options, stay, summary } = it;
  if (!erp) return null;
  const pulled = await pullErp(desk, erp, company.id, async (done, total) => {
    options.tell?.('pull', done, total);
    await stay();
  });
  if (isFault(pulled)) return pulled;
  summary.read += pulled.read;
  return null;
}

/** Files attached in the ERP, then those of the watched folder; lines that the ERP lacks are made there. */
async function importStep(it: Night): Promise<Fault | null> {
  const { desk, company, erp, options, summary } = it;
  const before = await countLines(it);
  const by: Actor = { kind: 'person', id: 'erp', name: erp?.name ?? 'erp' };
  if (erp?.can.attached) {
    const { attachedAfter } = await desk.store.within(company.id, (tx) => tx.link.get());
    for await (const found of erp.attached(attachedAfter)) {
      if (isFault(found)) return found;
      const file: DeskFile = { name: found.name, bytes: found.bytes };
      const outcomes = await importFiles(desk, company.id, [file], by, { follow: false });
      for (const { name, faults } of outcomes) {
        // A picture or a letter beside a statement is no fault.
        for (const each of faults) if (each.code !== 'file-unknown') summary.warnings.push(refusedOf(each, null, name));
      }
      summary.files += outcomes.some((outcome) => outcome.ok && !outcome.known) ? 1 : 0;
      await desk.store.within(company.id, (tx) => tx.link.put({ attachedAfter: found.id }));
    }
  }
  const lying = (await options.inbox?.(company.id)) ?? 0;
  if (isFault(lying)) summary.warnings.push(refusedOf(lying, null));
  else summary.files += lying;
  summary.read += (await countLines(it)) - before;
  return options.dryRun || !erp ? null : makeStep(it, erp);
}

async function makeStep({ desk, company, summary }: Night, erp: Erp): Promise<Fault | null> {
  const made = await makeMissing(desk, erp, company);
  if (isFault(made)) return made;
  summary.made = made.made;
  summary.refused.push(...made.refused);
  return null;
}

async function countLines({ desk, company }: Night): Promise<number> {
  return desk.store.within(company.id, (tx) => tx.bank.count());
}

/** Where our open items are not the ERP's customer accounts, our picture of it is wrong: nothing is settled by it or sent. */
async function agreesOnCustomers({ desk, company, erp, summary }: Night): Promise<boolean> {
  if (!erp) return true;
  const figures = await controlOf(desk, company.id);
  const wrong = figures.some((it) => it.name === 'customers' && it.erpMinor !== it.oursMinor);
  if (wrong) summary.warnings.push(refusedOf(fault('control-differs', {}, { what: 'customers' }), null));
  return !wrong;
}

async function proposeStep({ desk, company, options, summary }: Night, trusted: boolean): Promise<Fault | null> {
  const found = options.dryRun || !trusted ? await proposeAll(desk, company.id) : await propose(desk, company.id);
  if (isFault(found)) return found;
  summary.proposed = found.proposed;
  summary.settled = found.settled;
  return null;
}

/** What was decided goes to the ERP, and the ERP is read again: only what it then holds is verified. */
async function postStep(it: Night): Promise<Fault | null> {
  const { desk, company, erp, stay, summary } = it;
  if (!erp) return null;
  const sent = await sendOutbox(desk, erp, company, stay);
  if (isFault(sent)) return sent;
  summary.written = sent.written.length;
  summary.refused.push(...sent.refused);
  if (sent.written.length === 0 && sent.undone === 0) return null;
  const again = await pullErp(desk, erp, company.id, stay);
  if (isFault(again)) return again;
  summary.verified = await desk.store.within(company.id, async (tx) => {
    let count = 0;
    for (const id of sent.written) {
      const rows = await tx.outbox.byDecision(id);
      if (rows.at(-1)?.state === 'verified' && (await tx.decisions.undoneBy(id)) === null) count += 1;
    }
    return count;
  });
  return null;
}

async function snapshotStep(it: Night): Promise<Fault | null> {
  const { desk, company, erp, summary } = it;
  const today = desk.clock.today(company.zone);
  await desk.store.within(company.id, async (tx) => {
    const counters = await tx.view.counters(today);
    summary.waiting = counters.find((each) => each.filter === 'to-do')?.count ?? 0;
    summary.control = erp ? await controlFigures(tx) : [];
    const { books, halted } = await tx.link.get();
    const keyUntil = books?.keyUntil ?? null;
    if (keyUntil !== null && daysBetween(today, keyUntil) <= KEY_DAYS_WARNED) {
      summary.warnings.push(refusedOf(fault('erp-key-ends', {}, { erp: erp?.name ?? '', day: keyUntil }), null));
    }
    if (halted !== null) summary.warnings.push(refusedOf(fault('erp-restored', {}, { erp: erp?.name ?? '' }), null));
  });
  if (erp && !agrees(summary.control)) desk.log.warn('control figures differ', { company: company.id });
  return null;
}

function refusedOf(it: Fault, lineId: string | null, file?: string): Refused {
  const before = file === undefined ? '' : `${file} : `;
  return { lineId, code: it.code, reason: { fr: `${before}${says(it, 'fr')}`, en: `${before}${says(it, 'en')}` } };
}

async function note({ desk, company, summary }: Night): Promise<void> {
  await desk.store.within(company.id, (tx) => tx.nights.note(summary.id, summary));
}

function emptySummary(desk: Desk, company: Company): NightSummary {
  return {
    id: desk.newId(),
    company: company.id,
    mode: company.mode,
    startedAt: desk.clock.now(),
    endedAt: null,
    step: null,
    failed: null,
    ...{ read: 0, files: 0, made: 0, proposed: 0, settled: 0, written: 0, verified: 0, waiting: 0 },
    refused: [],
    warnings: [],
    control: [],
  };
}
