// The demo company: what a new user sees without any configuration, as real files of a ledger and of banks.
import type { BankAccount, Company } from '../../sync/model/company.ts';
import { addDays, addMonths, type Day, endOfMonth, laterOf, startOfMonth } from '../../sync/model/day.ts';
import { BANKS, type BankKey, bankAccounts, COMPANY } from './account.ts';
import { compactDay } from './bank-text.ts';
import { bankDayFrom, bankDayUntil } from './calendar.ts';
import { camt } from './camt.ts';
import { type DemoFile, fecFiles } from './fec.ts';
import { ofx } from './ofx.ts';
import { dailyStatements, statementOf } from './statement.ts';
import type { Timeline } from './timeline.ts';
import { type LineTruth, truthOf } from './truth.ts';
import { type World, worldOf } from './world.ts';

export type { DemoFile } from './fec.ts';
export type { LineTruth, TruthPay } from './truth.ts';

export type Demo = {
  company: Company;
  bankAccounts: BankAccount[];
  /** In the order of import: the ledger's exercises, then the bank's files by their last day. */
  files: DemoFile[];
  situations: SituationShown[];
};

/** Where a situation of a bookkeeper's week is to be seen: bank lines by account and reference, documents by number. */
export type SituationShown = {
  number: number;
  where: { lines: { account: string; ref: string; detail: number; scenario: string }[]; documents: string[] };
};

/** The made-up company on a day: the same day gives the same bytes, another day the same people at other dates. */
export function demoCompany(today: Day): Demo {
  return demoWithTruth(today).demo;
}

/** What every line of the waiting month really was. */
export function demoTruth(today: Day): LineTruth[] {
  return demoWithTruth(today).truth;
}

/** Both at the price of one. */
export function demoWithTruth(today: Day): { demo: Demo; truth: LineTruth[] } {
  const world = worldOf(today);
  const truth = truthOf(world.movements, world.time);
  const files = [...fecFiles(world.ledger, world.time), ...bankFiles(world)];
  const situations = situationsOf(world, truth);
  return { demo: { company: COMPANY, bankAccounts: bankAccounts(), files, situations }, truth };
}

/**
 * The main account comes as CAMT, a file a month and then a file a day; the second as OFX by the month, and its last ten days
 * as CAMT too (two feeds of one account); collections and dollars as CAMT by the month.
 */
function bankFiles({ accounts, time }: World): DemoFile[] {
  const dated: { to: Day; file: DemoFile }[] = [];
  const add = (to: Day, name: string, bytes: Uint8Array) => dated.push({ to, file: { name, bytes } });
  for (let month = time.statementStart; month <= time.lastBankDay; month = addMonths(month, 1)) {
    const end = endOfMonth(month);
    const to = end < time.lastBankDay ? end : time.lastBankDay;
    const period = compactDay(to);
    add(to, `valmorin_${period}.ofx`, ofx(statementOf(accounts, 'second', month, to, 1)));
    add(
      to,
      `armelane_usd_${period}.xml`,
      camt([statementOf(accounts, 'dollar', month, to, Number(month.slice(5, 7)))]),
    );
    const daily = dailyStatements(accounts, 'collection', month, to);
    if (daily.length > 0) add(to, `armelane_encaissements_${period}.xml`, camt(daily));
    const old = to < time.bookedUntil ? to : time.bookedUntil;
    const booked = month > old ? [] : dailyStatements(accounts, 'main', month, old);
    if (booked.length > 0) add(old, `armelane_${compactDay(old)}.xml`, camt(booked));
  }
  for (const day of time.window) {
    add(day, `armelane_${compactDay(day)}.xml`, camt(dailyStatements(accounts, 'main', day, day)));
  }
  for (const { bank, from, to } of deliveredTwice(time)) {
    const period = `${compactDay(from)}_${compactDay(to)}`;
    const name = bank === 'second' ? `valmorin_${period}.xml` : `armelane_${period}.xml`;
    add(to, name, camt(dailyStatements(accounts, bank, from, to)));
  }
  return dated.sort((a, b) => (a.to < b.to ? -1 : a.to > b.to ? 1 : 0)).map(({ file }) => file);
}

/** Periods that two files cover: the second account's last ten days by two feeds, the main account's last two days fetched again. */
function deliveredTwice(time: Timeline): { bank: BankKey; from: Day; to: Day }[] {
  const to = time.lastBankDay;
  return [
    { bank: 'second', from: laterOf(startOfMonth(to), bankDayFrom(addDays(to, -10))), to },
    { bank: 'main', from: bankDayUntil(addDays(to, -1)), to },
  ];
}

function situationsOf(world: World, lines: readonly LineTruth[]): SituationShown[] {
  return Array.from({ length: 30 }, (_, i) => {
    const number = i + 1;
    const again = number === 23 ? lines.filter((line) => isDeliveredTwice(line, world.time)) : [];
    const own = [
      ...lines.filter((line) => line.situation === number),
      ...again.map((line) => ({ ...line, scenario: 'delivered twice', pays: [] })),
    ];
    const shown = (world.shown.get(number) ?? []).map((document) => document());
    const paid = own.flatMap((line) => line.pays.map(({ document }) => document));
    return {
      number,
      where: {
        lines: own.map(({ account, ref, detail, scenario }) => ({ account, ref, detail, scenario })),
        documents: [...new Set([...shown, ...paid])],
      },
    };
  });
}

function isDeliveredTwice(line: LineTruth, time: Timeline): boolean {
  const { account, day } = line;
  return deliveredTwice(time).some(({ bank, from, to }) => BANKS[bank].account === account && day >= from && day <= to);
}
