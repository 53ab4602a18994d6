// `lettrage night`: one whole night now, for one company or all of this database.
import { parseArgs } from 'node:util';
import { isFault } from '../../sync/fault/index.ts';
import { type NightOptions, runNight } from '../../sync/job/night.ts';
import type { CompanyId } from '../../sync/model/company.ts';
import type { NightStep, NightSummary } from '../../sync/port/night.ts';
import { takeInbox } from '../inbox.ts';
import type { Command, ExitCode, Io } from './command.ts';
import { DATA_HELP, DATA_OPTIONS, type Program, withCompany } from './program.ts';

export const night: Command = {
  name: 'night',
  summary: 'runs one whole night now',
  help: `Usage: lettrage night [--dry-run] [--json] [--data DIR] [--company ID]

Pulls the ERP, takes the statement files that are attached there or lie in LETTRAGE_INBOX, proposes for every line that waits,
settles alone what is proved (mode auto), sends what was decided to the ERP, and reads it back. Safe to run twice, and after
it was cut.

  --dry-run       reads and proposes; decides nothing and writes nothing to the ERP
  --json          the summary as one JSON object on standard output
${DATA_HELP}

Exits 0 when the night was done, 1 when the ERP or the database stopped it, 2 when something was refused.`,
  async run(args, io) {
    const flag = { type: 'boolean' } as const;
    const options = { ...DATA_OPTIONS, 'dry-run': flag, json: flag };
    const { values } = parseArgs({ args, options });
    const summary = await withCompany(values, (program) => run(program, values['dry-run'] === true, io));
    if (values.json) io.out(JSON.stringify(shown(summary)));
    else for (const line of report(summary)) io.out(line);
    return exitOf(summary);
  },
};

async function run({ desk, company, config }: Program, dryRun: boolean, io: Io): Promise<NightSummary> {
  const { inbox } = config;
  const options: NightOptions = {
    dryRun,
    tell: progress(io),
    ...(inbox === null ? {} : { inbox: (its: CompanyId) => takeInbox(inbox, desk, its) }),
  };
  const summary = await runNight(desk, company.id, options);
  if (isFault(summary)) throw summary;
  return summary;
}

/** One line a step, and of a long pull one line each few thousand records. */
function progress(io: Io): NonNullable<NightOptions['tell']> {
  const names: Record<NightStep, string> = {
    pull: 'Reading the ERP',
    import: 'Taking files',
    propose: 'Proposing',
    post: 'Writing to the ERP',
    snapshot: 'Counting',
  };
  return (step, done, total) =>
    io.err(total === 0 ? `${names[step]} …` : `${names[step]}: ${done} of ${total} records`);
}

/** The summary as tools read it: English reasons, the line's id as `line`. */
function shown({ refused, warnings, ...rest }: NightSummary): object {
  const flat = (its: NightSummary['refused']) =>
    its.map(({ lineId, code, reason }) => ({ line: lineId, code, reason: reason.en }));
  return { ...rest, refused: flat(refused), warnings: flat(warnings) };
}

function report(it: NightSummary): string[] {
  const control = it.control.map(
    ({ name, account, erpMinor, oursMinor }) =>
      `  ${erpMinor === oursMinor ? 'agrees  ' : 'differs '}${name}${account ? ` ${account}` : ''}: ${erpMinor} in the ERP, ${oursMinor} here`,
  );
  return [
    `${it.company} (${it.mode}): ${it.read} lines read, ${it.files} files taken, ${it.made} lines made in the ERP`,
    `${it.proposed} proposed, ${it.settled} settled alone, ${it.written} written, ${it.verified} verified, ${it.waiting} wait`,
    ...it.refused.map(({ lineId, reason }) => `refused ${lineId ?? ''}: ${reason.en}`),
    ...it.warnings.map(({ reason }) => `warning: ${reason.en}`),
    ...control,
  ];
}

function exitOf({ failed, refused }: NightSummary): ExitCode {
  if (failed !== null) return 1;
  return refused.length > 0 ? 2 : 0;
}
