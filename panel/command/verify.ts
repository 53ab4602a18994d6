// `lettrage verify`: every invariant computed again.
import { parseArgs } from 'node:util';
import { statedBy } from '../../sync/job/stated.ts';
import { verify as verifyIn } from '../../sync/job/verify.ts';
import type { Command } from './command.ts';
import { DATA_HELP, DATA_OPTIONS, withCompany } from './program.ts';

export const verify: Command = {
  name: 'verify',
  summary: 're-computes every invariant and lists what does not hold',
  help: `Usage: lettrage verify [--data DIR] [--company ID]

Computes again, from the stored facts: the audit chain, every residual, the balance of each statement, the sum of each
decision and entry, the proof of each unattended match, and the aged balance against the ledger.

${DATA_HELP}

Exits 0 when everything holds, 1 when something does not.`,
  async run(args, io) {
    const { values } = parseArgs({ args, options: DATA_OPTIONS });
    const checks = await withCompany(values, async ({ desk, company }) => {
      const today = desk.clock.today(company.zone);
      const stated = await statedBy(desk, company.id, { asOf: today, knownOn: null });
      return desk.store.within(company.id, (tx) => verifyIn(tx, today, stated));
    });
    for (const { ok, name, says } of checks) io.out(`${ok ? 'holds   ' : 'broken  '}${name}: ${says.en}`);
    return checks.every((check) => check.ok) ? 0 : 1;
  },
};
