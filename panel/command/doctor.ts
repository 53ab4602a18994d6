// `lettrage doctor`: what stands in the way, one line each with the remedy.
import { parseArgs } from 'node:util';
import { isFault, says } from '../../sync/fault/index.ts';
import { readConfig } from '../config.ts';
import { openDesk } from '../desk.ts';
import { checksOf } from '../doctor.ts';
import { firstCompany } from '../first-company.ts';
import type { Command } from './command.ts';
import { warnings } from './program.ts';

export const doctor: Command = {
  name: 'doctor',
  summary: 'checks configuration, database and ledger',
  help: `Usage: lettrage doctor [--data DIR]

Checks the configuration, the database, and each company's ledger or ERP (address, version, rights, key, clock, journals,
locks) and bank accounts. One line each, with what to do.

Exits 0 when everything is in order, 1 when something is not.`,
  async run(args, io) {
    const { values } = parseArgs({ args, options: { data: { type: 'string' } } });
    const config = readConfig(values.data === undefined ? {} : { data: values.data });
    io.out(`ok      configuration: ${config.erp ?? 'demonstration'}, data in ${config.data}`);
    const open = await openDesk(config, warnings(), { beside: true });
    if (isFault(open)) {
      io.out(`failed  database: ${says(open, 'en')}`);
      return 1;
    }
    try {
      // A company that the configuration names is looked at before its first night.
      if (config.erp !== null) await firstCompany(open.desk, config);
      const checks = await checksOf(open.desk, config);
      for (const { ok, name, says: words } of checks) io.out(`${ok ? 'ok      ' : 'failed  '}${name}: ${words.en}`);
      return checks.every((check) => check.ok) ? 0 : 1;
    } finally {
      await open.close();
    }
  },
};
